//! `cargo xtask bench`: the package `bench`, a workspace of its own, in release; `bench window`: the window over 100,000
//! incidents, as it ships but for the door that WebDriver comes in by.

use std::process::{Command, ExitCode};

use crate::machine::{self, Needs, cargo, root, target_folder};
use crate::page;

pub fn run(arguments: &[String]) -> ExitCode {
    if let Some((first, rest)) = arguments.split_first()
        && first == "window"
    {
        return window(rest);
    }
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

/// Builds the window and what measures it, and lets it measure.
fn window(arguments: &[String]) -> ExitCode {
    if let Err(missing) = machine::is_ready(Needs::DrivenWindow) {
        eprintln!("{missing}");
        return ExitCode::FAILURE;
    }
    let mut build = cargo();
    build.args(["build", "--release", "--quiet", "--locked", "--package", "resguardo-desktop", "--package"]);
    build.args(["resguardo-tests", "--bin", "resguardo-desktop", "--bin", "pace", "--features", page::FEATURES]);
    let steps = [page::install(), page::build(), build];
    if !steps.into_iter().all(|mut step| step.status().is_ok_and(|status| status.success())) {
        return ExitCode::FAILURE;
    }
    let mut measure = Command::new(target_folder().join("release/pace"));
    let measured = measure.args(arguments).current_dir(root()).env("CARGO_TARGET_DIR", target_folder()).status();
    if measured.is_ok_and(|status| status.success()) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
