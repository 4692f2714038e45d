//! `resguardo`: everything the window does, without one.
//!
//! A command is a file of `commands/`: its words for clap beside what it does. Help, man page and shell completions come
//! from the same table ([`table`]), in Spanish and English. On `--json` standard output is one JSON document and nothing
//! else; the exit code says what kind of answer it was (`--help` lists them).

mod commands;
mod failure;
mod opened;
mod output;
mod process;
mod sentence;
mod table;

use std::process::ExitCode;

/// Every freed block is wiped, whoever allocated it: the key derivation, CBOR buffers and growing vectors do not.
#[global_allocator]
static WIPED: zeroizing_alloc::ZeroAlloc<std::alloc::System> = zeroizing_alloc::ZeroAlloc(std::alloc::System);

fn main() -> ExitCode {
    process::harden();
    if std::env::args().nth(1).as_deref() == Some(resguardo_app::sheets::CHILD_ARGUMENT) {
        return match resguardo_app::sheets::serve() {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        };
    }
    let words = sentence::words_for(std::env::args());
    match table::parse(&words) {
        Ok(matches) => commands::run(&matches, &words),
        Err(answer) => answer.print(&words),
    }
}
