//! The window's program: the same process answers as the bounded child that reads strangers' files.

#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

use std::process::ExitCode;

/// Every freed block is wiped, whoever allocated it: the key derivation, CBOR buffers and growing vectors do not.
#[global_allocator]
static WIPED: zeroizing_alloc::ZeroAlloc<std::alloc::System> = zeroizing_alloc::ZeroAlloc(std::alloc::System);

fn main() -> ExitCode {
    resguardo_desktop::run(std::env::args_os().skip(1).collect())
}
