//! `cargo xtask bench`: the package `bench`, a workspace of its own, in release.

use std::process::ExitCode;

use crate::machine::{cargo, root};

pub fn run(arguments: &[String]) -> ExitCode {
    let manifest = root().join("bench/Cargo.toml");
    let mut command = cargo();
    command
        .args(["run", "--release", "--locked", "--quiet", "--manifest-path"])
        .arg(manifest)
        .arg("--")
        .args(arguments);
    match command.status() {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        Ok(_) | Err(_) => ExitCode::FAILURE,
    }
}
