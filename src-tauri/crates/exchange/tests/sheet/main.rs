//! For the clerk who has a list in Excel: what is in it comes in as it is seen, what cannot be read is refused with
//! the reason, and what the program writes comes back equal.

mod cells;
mod fixtures;
mod made;
mod refused;
mod round_trip;
