//! The page of the window: its packages, its checks, its build.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::machine::root;

/// The feature set the desktop package is built with everywhere but in a release: a second one would build Tauri again.
pub const FEATURES: &str = "resguardo-desktop/embedded-ui,resguardo-desktop/automation";

fn ui() -> PathBuf {
    root().join("ui")
}

/// `npm` in `ui/`.
pub fn npm(arguments: &[&str]) -> Command {
    let mut command = Command::new("npm");
    command.args(arguments).current_dir(ui());
    command
}

/// Installs the page's packages when the lock file is newer than what is there.
pub fn install() -> Command {
    if newer(&ui().join("node_modules/.package-lock.json"), &[ui().join("package-lock.json")]) {
        return Command::new("true");
    }
    npm(&["ci", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"])
}

/// Builds `ui/dist` when a source of it is newer; cargo would build the program again after each needless build.
pub fn build() -> Command {
    let mut sources = Vec::new();
    for folder in ["ui/src", "ui/public", "assets/locales"] {
        gather(&root().join(folder), &mut sources);
    }
    sources.extend(["index.html", "package-lock.json", "vite.config.ts"].map(|name| ui().join(name)));
    if newer(&ui().join("dist/index.html"), &sources) {
        return Command::new("true");
    }
    npm(&["run", "--silent", "build"])
}

/// Whether a file is there and no source is newer.
fn newer(file: &Path, sources: &[PathBuf]) -> bool {
    let time = |path: &Path| fs::metadata(path).and_then(|meta| meta.modified()).ok();
    let Some(made) = time(file) else { return false };
    sources.iter().filter_map(|source| time(source)).all(|changed| changed <= made)
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            gather(&path, files);
        } else {
            files.push(path);
        }
    }
}
