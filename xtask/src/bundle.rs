//! `cargo xtask bundle`: the Debian package.

use std::fs;
use std::process::{Command, ExitCode};

use crate::machine::{root, target_folder};
use crate::page;

/// Builds the release without the feature that lets it be driven, and packs it.
pub fn run(_: &[String]) -> ExitCode {
    if !page::install().status().is_ok_and(|status| status.success()) {
        return ExitCode::FAILURE;
    }
    let mut tauri = Command::new(root().join("ui/node_modules/.bin/tauri"));
    tauri.args([
        "build",
        "--bundles",
        "deb",
        "--features",
        "embedded-ui",
        "--",
        "--package",
        "resguardo-desktop",
        "--locked",
    ]);
    tauri.current_dir(root()).env("CARGO_TARGET_DIR", target_folder());
    if !tauri.status().is_ok_and(|status| status.success()) {
        return ExitCode::FAILURE;
    }
    let folder = target_folder().join("release/bundle/deb");
    for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.extension().is_some_and(|end| end == "deb") {
            let size = entry.metadata().map(|meta| meta.len()).unwrap_or(0);
            println!("{} · {:.1} MiB", path.display(), size as f64 / 1_048_576.0);
        }
    }
    ExitCode::SUCCESS
}
