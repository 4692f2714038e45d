//! `cargo xtask run [--demo]`, `cargo xtask pictures` and `cargo xtask manual`: the window.

use std::path::PathBuf;
use std::process::{Command, ExitCode};

use crate::machine::{cargo, root, target_folder};
use crate::{demo, page};

/// Builds the page and the program.
fn build() -> Option<PathBuf> {
    let steps = [page::install(), page::build()];
    let page_is_there = steps.into_iter().all(|mut step| step.status().is_ok_and(|status| status.success()));
    if !page_is_there {
        return None;
    }
    let mut build = cargo();
    build.args(["build", "--quiet", "--locked", "--package", "resguardo-desktop", "--features", page::FEATURES]);
    build.status().is_ok_and(|status| status.success()).then(|| target_folder().join("debug/resguardo-desktop"))
}

/// Opens the window; without a screen, the demonstration in the terminal.
pub fn run(arguments: &[String]) -> ExitCode {
    let shown = ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some());
    if !shown {
        println!(
            "No screen here (neither DISPLAY nor WAYLAND_DISPLAY is set): the terminal shows the demonstration instead."
        );
        return demo::run();
    }
    let Some(program) = build() else { return ExitCode::FAILURE };
    let mut command = Command::new(program);
    if arguments.iter().any(|argument| argument == "--demo") {
        let Some(vault) = demo::prepare() else { return ExitCode::FAILURE };
        println!("Frase de paso / Passphrase: {}", demo::PASSPHRASE);
        command.arg("--vault").arg(vault);
    }
    command.args(arguments.iter().filter(|argument| *argument != "--demo"));
    let code = command.status().ok().and_then(|status| status.code()).and_then(|code| u8::try_from(code).ok());
    ExitCode::from(code.unwrap_or(1))
}

/// Takes a picture of every screen: `docs/pictures`, or the folder named.
pub fn pictures(arguments: &[String]) -> ExitCode {
    drive("pictures", arguments)
}

/// Writes the manual: `docs/manual`.
pub fn manual(arguments: &[String]) -> ExitCode {
    drive("manual", arguments)
}

/// Builds everything and runs a program that drives the window.
fn drive(program: &str, arguments: &[String]) -> ExitCode {
    if build().is_none() {
        return ExitCode::FAILURE;
    }
    let mut take = cargo();
    take.args(["build", "--quiet", "--locked", "--package", "resguardo-cli", "--package", "resguardo-tests", "--bins"]);
    if !take.status().is_ok_and(|status| status.success()) {
        return ExitCode::FAILURE;
    }
    let mut take = Command::new(target_folder().join("debug").join(program));
    let taken = take.args(arguments).current_dir(root()).env("CARGO_TARGET_DIR", target_folder()).status();
    if taken.is_ok_and(|status| status.success()) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
