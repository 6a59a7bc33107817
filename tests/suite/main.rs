//! All tests. Each file is a promise to somebody; its first lines say to whom.

mod adopt;
mod arrows;
mod bad_input;
mod bad_json;
mod cli;
mod disk;
mod kill;
mod lock;
mod log;
mod network;
mod pack;
mod paper;
mod versions;
