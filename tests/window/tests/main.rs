//! Promises about the real window. Run under Xvfb, one at a time:
//! `xvfb-run -a -s "-screen 0 1280x720x24" cargo test -p window -- --test-threads=1`.
#![allow(clippy::disallowed_methods, reason = "tests write the files they damage")]

mod acts;
mod axe;
mod by_hand;
mod checklists;
mod composing;
mod contact_tree;
mod contacts;
mod doubts;
mod exercise;
mod first_hour;
mod foreign;
mod full_disk;
mod hour_answers;
mod inspect;
mod keyboard;
mod kills;
mod looking;
mod offline;
mod one_fact;
mod overview;
mod own_scenario;
mod packs;
mod paper_kit;
mod pictures;
mod preview;
mod procedures;
mod screens;
mod search;
mod settle;
mod sheets;
mod signals;
mod start_faults;
mod stays;
mod vanished;
mod works;
