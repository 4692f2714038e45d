//! Changes what opens a vault again and again, and says each before and after, until somebody kills it.
//!
//! Called as `crash-changer FOLDER`, with two passphrases on standard input, the current one first. Prints `ready`, then for
//! each change `trying passphrase …` or `trying words …`, and the same with `has` once it is acknowledged.

use std::io::{Read, Write};
use std::path::Path;
use std::process::ExitCode;

use resguardo_vault::kdf::KdfCost;
use resguardo_vault::open::WayIn;
use resguardo_vault::passphrase::choose;
use resguardo_vault::secret::Passphrase;
use resguardo_vault::slot::UnlockSecret;
use resguardo_vault::words::RecoveryWords;
use resguardo_vault::{Vault, VaultError};

fn main() -> ExitCode {
    resguardo_app::keep_files_private();
    let Some(folder) = std::env::args_os().nth(1) else { return ExitCode::from(2) };
    match change_on(Path::new(&folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:?}");
            ExitCode::from(4)
        }
    }
}

fn change_on(folder: &Path) -> Result<(), VaultError> {
    let mut typed = String::new();
    std::io::stdin().read_to_string(&mut typed)?;
    let passphrases: Vec<&str> = typed.lines().collect();
    let Some(first) = passphrases.first() else { return Ok(()) };
    let vault = Vault::unlock(folder, &UnlockSecret::Passphrase(Passphrase::new(first)?))?;
    let cost = KdfCost::with_memory(65_536)?;
    say("ready");
    for next in passphrases.iter().skip(1).chain(&passphrases).cycle() {
        say(&format!("trying passphrase {next}"));
        vault.change_way_in(WayIn { passphrase: choose(next)?, keyfile: None }, cost)?;
        say(&format!("has passphrase {next}"));
        let words = RecoveryWords::generate()?;
        let text = words.words().collect::<Vec<_>>().join(" ");
        say(&format!("trying words {text}"));
        vault.change_words(words, cost)?;
        say(&format!("has words {text}"));
    }
    Ok(())
}

/// One line, whole and at once: whoever kills this process reads up to its last line break.
fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    if out.write_all(format!("{line}\n").as_bytes()).and_then(|()| out.flush()).is_err() {
        std::process::exit(3);
    }
}
