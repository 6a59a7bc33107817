//! Types that cross to the screens. They live only here; inner types are free to change.

mod replies;
mod requests;

pub use replies::*;
pub use requests::*;
