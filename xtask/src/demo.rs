//! `cargo xtask run` and `cargo xtask cli -- …`: the program, built, on a demonstration vault.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, ExitCode, Stdio};

use crate::machine::{cargo, root, target_folder};

/// The demonstration's passphrase is no secret: the vault holds public facts only.
const PASSPHRASE: &str = "girasol tinta puente marea cobre nube";

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

/// Makes the demonstration vault where it is not there yet, opens it and shows what to try next.
pub fn run() -> ExitCode {
    let Some(program) = build() else { return ExitCode::FAILURE };
    let folder = target_folder().join("demonstration");
    let vault = folder.join("boveda");
    let passphrase = folder.join("frase");
    let prepared = fs::create_dir_all(&folder).and_then(|()| fs::write(&passphrase, PASSPHRASE));
    if prepared.is_err() {
        eprintln!("The folder {} cannot be made.", folder.display());
        return ExitCode::FAILURE;
    }
    let call = |arguments: &[&str], quiet: bool| {
        let mut command = Command::new(&program);
        command.args(["--vault".as_ref(), vault.as_os_str(), "--passphrase-file".as_ref(), passphrase.as_os_str()]);
        command.args(arguments).current_dir(root());
        if quiet {
            command.stdout(Stdio::null());
        }
        command.status().is_ok_and(|status| status.success())
    };
    let fresh = !vault.join("vault.rgv").exists();
    let steps: &[(&[&str], bool)] =
        if fresh { &[(&["init", "--kdf-memory", "64"], true), (&["demo"], false)] } else { &[] };
    let shows: &[(&[&str], bool)] =
        &[(&["unlock"], false), (&["list", "milestone", "--sort", "date", "--limit", "5"], false)];
    if !steps.iter().chain(shows).all(|(arguments, quiet)| call(arguments, *quiet)) {
        return ExitCode::FAILURE;
    }
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
