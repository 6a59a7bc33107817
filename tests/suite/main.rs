//! All tests. Each file is a promise to somebody; its first lines say to whom.

mod adopt;
mod arrows;
mod bad_input;
mod bad_json;
mod bad_plan;
mod cli;
mod disk;
mod fields;
mod first_hour;
mod generate;
mod kill;
mod ledger;
mod lists;
mod lock;
mod log;
mod network;
mod pack;
mod packs;
mod paper;
mod paper_kit;
mod pictures;
mod procedures;
mod recovery;
mod sheets;
mod versions;
mod whole_binder;
