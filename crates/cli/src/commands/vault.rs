//! `init`, `unlock`, `verify`, `rebuild`.

use std::fs::OpenOptions;
use std::io::{IsTerminal, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::PathBuf;

use clap::{ArgMatches, Command, value_parser};
use resguardo_app::{KdfCost, Session, WayIn, Words};
use serde_json::json;

use super::{Answer, Row, option, texts};
use crate::failure::Failure;
use crate::opened;
use crate::sentence::say;

pub(super) const INIT: Row = Row { name: "init", arguments: init_arguments, run: init };
pub(super) const UNLOCK: Row = Row { name: "unlock", arguments: |command, _| command, run: unlock };
pub(super) const VERIFY: Row = Row { name: "verify", arguments: |command, _| command, run: verify };
pub(super) const REBUILD: Row = Row { name: "rebuild", arguments: |command, _| command, run: rebuild };

fn init_arguments(command: Command, words: &Words) -> Command {
    command
        .arg(option("recovery-words-out", "F", words))
        .arg(option("kdf-memory", "MIB", words).value_parser(value_parser!(u32).range(64..=2048)))
}

fn init(matches: &ArgMatches, words: &Words) -> Result<Answer, Failure> {
    let folder = match opened::folder(matches, words) {
        Ok(folder) => folder,
        Err(_) => opened::home_of_vaults()
            .map(|home| home.join("boveda"))
            .ok_or_else(|| Failure::usage(words, "usage-which-vault", &[("count", "0".into())]))?,
    };
    let way_in = new_way_in(matches, "passphrase-file", "prompt-new-passphrase", words)?;
    let out = reserve(matches, words)?;
    let made = cost(matches, words).and_then(|cost| {
        Session::create(&folder, &way_in, cost, words.language().lang())
            .map_err(|error| Failure::from_app(&error, words))
    });
    let (_session, recovery) = made.inspect_err(|_| {
        if let Some((path, _)) = &out {
            // The file was made for words that never came to be.
            drop(std::fs::remove_file(path));
        }
    })?;
    let twelve: Vec<String> = recovery.words().collect();
    let shown = folder.display().to_string();
    if let Some((path, mut file)) = out {
        let written = file.write_all(format!("{}\n", twelve.join(" ")).as_bytes()).and_then(|()| file.sync_all());
        written.map_err(|error| unwritable(&path.display().to_string(), &error, words))?;
        let said = say(
            words,
            "init-done-words-in-file",
            &[("vault", (&shown).into()), ("file", (&path.display().to_string()).into())],
        );
        return Ok(Answer::new(&json!({"vault": shown, "recovery_words_file": path}), vec![said]));
    }
    let mut lines = vec![say(words, "init-done", &[("vault", (&shown).into())])];
    lines.extend(twelve.iter().enumerate().map(|(at, word)| format!("  {:>2}. {word}", at + 1)));
    lines.push(words.plain("init-keep-words"));
    Ok(Answer::new(&json!({"vault": shown, "recovery_words": twelve}), lines))
}

/// What a person will unlock with: a passphrase that is strong enough, typed twice on a terminal, and the key file.
pub(super) fn new_way_in(matches: &ArgMatches, option: &str, prompt: &str, words: &Words) -> Result<WayIn, Failure> {
    let first = opened::typed(matches, option, prompt, words)?;
    let asked = matches.get_one::<String>(option).is_none() && std::io::stdin().is_terminal();
    if asked && first != opened::typed(matches, option, "prompt-again", words)? {
        return Err(Failure::invalid(words, "passphrases-differ", &[]));
    }
    let passphrase =
        resguardo_app::choose_passphrase(&first).map_err(|error| Failure::from_app(&error.into(), words))?;
    Ok(WayIn { passphrase, keyfile: opened::keyfile(matches, words)? })
}

/// How costly a guess is: what was asked for, else what this machine does in about a second.
pub(super) fn cost(matches: &ArgMatches, words: &Words) -> Result<KdfCost, Failure> {
    let asked = matches.try_get_one::<u32>("kdf-memory").ok().flatten();
    let cost = asked.map_or_else(KdfCost::calibrate, |mib| KdfCost::with_memory(mib.saturating_mul(1024)));
    cost.map_err(|error| Failure::from_app(&error.into(), words))
}

/// The file for the recovery words is made before the vault: new, for the owner only.
fn reserve(matches: &ArgMatches, words: &Words) -> Result<Option<(PathBuf, std::fs::File)>, Failure> {
    let Some(path) = texts(matches, "recovery-words-out").into_iter().next().map(PathBuf::from) else {
        return Ok(None);
    };
    let opened = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path);
    let file = opened.map_err(|error| unwritable(&path.display().to_string(), &error, words))?;
    Ok(Some((path, file)))
}

pub(super) fn unwritable(file: &str, error: &std::io::Error, words: &Words) -> Failure {
    Failure::invalid(words, "unwritable", &[("file", file.to_owned()), ("reason", error.to_string())])
}

fn unlock(matches: &ArgMatches, words: &Words) -> Result<Answer, Failure> {
    let session = opened::open(matches, words)?;
    let state = session.state();
    let line = say(
        words,
        &format!("unlock-{}", state.projection),
        &[("records", state.records.into()), ("ms", (&(state.ms.derive + state.ms.open).to_string()).into())],
    );
    let last = say(words, "unlock-last", &[("when", (&state.last_written).into())]);
    let folder = opened::folder(matches, words)?.display().to_string();
    let mut told = serde_json::to_value(&state).unwrap_or_default();
    if let Some(told) = told.as_object_mut() {
        told.insert("vault".to_owned(), json!(folder));
    }
    Ok(Answer::new(&told, vec![line, last]).damaged(&session, words))
}

fn verify(matches: &ArgMatches, words: &Words) -> Result<Answer, Failure> {
    let session = opened::open(matches, words)?;
    let verified = session.verify().map_err(|error| Failure::from_app(&error, words))?;
    let counts = [
        ("entries", verified.entries.into()),
        ("frames", verified.frames.into()),
        ("attachments", verified.attachments.into()),
    ];
    let mut lines = vec![say(words, if verified.ok { "verify-ok" } else { "verify-problems" }, &counts)];
    lines.extend(verified.problems.iter().map(|problem| format!("  {}: {}", problem.location, problem.what)));
    let exit = if verified.ok { 0 } else { 4 };
    Ok(Answer::new(&verified, lines).exit(exit))
}

fn rebuild(matches: &ArgMatches, words: &Words) -> Result<Answer, Failure> {
    let session = opened::open(matches, words)?;
    let records = session.rebuild().map_err(|error| Failure::from_app(&error, words))?;
    let line = say(words, "rebuild-done", &[("records", records.into())]);
    Ok(Answer::new(&json!({"records": records, "projection": "rebuilt"}), vec![line]).damaged(&session, words))
}
