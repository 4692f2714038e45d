//! What the machine must have, and the one line that installs it.

use std::path::PathBuf;
use std::process::Command;

/// Where cargo builds: outside the checkout, so that a fresh clone builds warm.
pub fn target_folder() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => PathBuf::from(folder),
        None => PathBuf::from(std::env::var_os("HOME").unwrap_or_default()).join(".cache/resguardo/target"),
    }
}

/// The root of the checkout.
pub fn root() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.parent().map(PathBuf::from).unwrap_or(here)
}

/// `cargo` with the project's target folder, in the project's root.
pub fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root()).env("CARGO_TARGET_DIR", target_folder());
    command
}

/// Whether a program answers to `--version`.
pub fn has(program: &str) -> bool {
    let quiet = Command::new(program).arg("--version").output();
    quiet.is_ok_and(|output| output.status.success())
}

/// Checks for what a bare Debian lacks.
///
/// # Errors
/// The sentence that names what is missing and the command that installs it.
pub fn is_ready() -> Result<(), String> {
    if has("cc") {
        return Ok(());
    }
    Err("No C compiler found (cc). Install it once and run this again:\n  \
         sudo apt-get install -y --no-install-recommends gcc libc6-dev"
        .to_owned())
}
