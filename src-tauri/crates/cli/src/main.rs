//! `sonae` on the command line: batch use and tests. The same binder API as the window.
//!
//! Results go to standard output, messages to standard error. Exit codes:
//! 0 done, 1 findings of severity 止まる (check, verify, lint), 2 bad use,
//! 3 bad input, 4 the disk or the file failed.

mod arguments;
mod commands;
mod outside;
mod waiting;
mod words;

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let words = words::Words::of_environment();
    match arguments::command(&words).try_get_matches() {
        Ok(matches) => ExitCode::from(commands::run(&matches, &words)),
        Err(error) => {
            let _ = error.print();
            ExitCode::from(if error.use_stderr() { 2 } else { 0 })
        }
    }
}
