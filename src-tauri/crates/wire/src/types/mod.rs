//! Types that cross to the screens. They live only here; inner types are free to change.

pub(crate) mod replies;
pub(crate) mod requests;

pub use replies::*;
pub use requests::*;
