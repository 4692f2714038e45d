//! `cargo xtask cli -- …` and the demonstration: the program of the command line, built, on a vault of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use crate::machine::{cargo, root, target_folder};

/// The demonstration's passphrase is no secret: the vault holds public facts only.
pub const PASSPHRASE: &str = "girasol tinta puente marea cobre nube";

fn build() -> Option<PathBuf> {
    let built = cargo().args(["build", "--quiet", "--locked", "--package", "resguardo-cli"]).status();
    let program = target_folder().join("debug/resguardo");
    built.is_ok_and(|status| status.success()).then_some(program)
}

/// Runs the program with these arguments.
pub fn program(arguments: &[String]) -> ExitCode {
    let Some(program) = build() else { return ExitCode::FAILURE };
    let status = Command::new(program).args(arguments).status();
    let code = status.ok().and_then(|status| status.code()).and_then(|code| u8::try_from(code).ok());
    ExitCode::from(code.unwrap_or(1))
}

/// Where the demonstration lives.
fn folder() -> PathBuf {
    target_folder().join("demonstration")
}

/// Runs the program on the demonstration vault.
fn call(program: &Path, arguments: &[&str], quiet: bool) -> bool {
    let (vault, passphrase) = (folder().join("boveda"), folder().join("frase"));
    let mut command = Command::new(program);
    command.args(["--vault".as_ref(), vault.as_os_str(), "--passphrase-file".as_ref(), passphrase.as_os_str()]);
    command.args(arguments).current_dir(root());
    if quiet {
        command.stdout(Stdio::null());
    }
    command.status().is_ok_and(|status| status.success())
}

/// Makes the demonstration vault where it is not there yet.
pub fn prepare() -> Option<PathBuf> {
    let program = build()?;
    let made = fs::create_dir_all(folder()).and_then(|()| fs::write(folder().join("frase"), PASSPHRASE));
    if made.is_err() {
        eprintln!("The folder {} cannot be made.", folder().display());
        return None;
    }
    let vault = folder().join("boveda");
    let steps: &[(&[&str], bool)] = &[(&["init", "--kdf-memory", "64"], true), (&["demo"], false)];
    let ready = vault.join("vault.rgv").exists() || steps.iter().all(|(step, quiet)| call(&program, step, *quiet));
    ready.then_some(vault)
}

/// Opens the demonstration in the terminal and shows what to try next.
pub fn run() -> ExitCode {
    let Some(vault) = prepare() else { return ExitCode::FAILURE };
    let program = target_folder().join("debug/resguardo");
    let shows: &[&[&str]] = &[&["unlock"], &["list", "milestone", "--sort", "date", "--limit", "5"]];
    if !shows.iter().all(|step| call(&program, step, false)) {
        return ExitCode::FAILURE;
    }
    let passphrase = folder().join("frase");
    let with = format!("--vault {} --passphrase-file {}", vault.display(), passphrase.display());
    println!("\nPrueba ahora / Try next:");
    for command in [
        "kinds",
        "list organisation",
        "search \"Mecanismo\"",
        "new incident --set date=2014-03~ --set state=20 --set facts=\"La golpearon al salir de la radio.\"",
        "import HOJA.csv --dry-run",
        "report incidents --from 2014 --to 2014 --out informe.pdf",
        "--help",
    ] {
        println!("  cargo xtask cli -- {with} {command}");
    }
    ExitCode::SUCCESS
}
