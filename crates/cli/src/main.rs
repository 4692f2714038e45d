//! `resguardo`: everything the window does, without one.
//!
//! A command is a file of `commands/`: its words for clap beside what it does. Help, man page and shell completions come
//! from the same table ([`table`]), in Spanish and English. On `--json` standard output is one JSON document and nothing
//! else; the exit code says what kind of answer it was (`--help` lists them).

mod commands;
mod failure;
mod opened;
mod output;
mod sentence;
mod table;

use std::process::ExitCode;

/// Every freed block is wiped, whoever allocated it: the key derivation, CBOR buffers and growing vectors do not.
#[global_allocator]
static WIPED: zeroizing_alloc::ZeroAlloc<std::alloc::System> = zeroizing_alloc::ZeroAlloc(std::alloc::System);

fn main() -> ExitCode {
    resguardo_app::process::harden();
    if let Some(code) = resguardo_app::child::answer(std::env::args_os().nth(1).as_ref()) {
        return code;
    }
    let words = sentence::words_for(std::env::args());
    match table::parse(&words) {
        Ok(matches) => commands::run(&matches, &words),
        Err(answer) => answer.print(&words),
    }
}
