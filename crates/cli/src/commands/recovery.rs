//! `passphrase` and `recover`: another passphrase, with the old one or with the twelve words.

use clap::{ArgMatches, Command};
use resguardo_app::{RecoveryWords, Session, Words};
use serde_json::json;

use super::vault::{cost, new_way_in};
use super::{Answer, Row, option};
use crate::failure::Failure;
use crate::opened;

pub(super) const PASSPHRASE: Row = Row { name: "passphrase", arguments: passphrase_arguments, run: passphrase };
pub(super) const RECOVER: Row = Row { name: "recover", arguments: recover_arguments, run: recover };

fn passphrase_arguments(command: Command, words: &Words) -> Command {
    command.arg(option("new-passphrase-file", "F", words))
}

fn recover_arguments(command: Command, words: &Words) -> Command {
    command.arg(option("words-file", "F", words)).arg(option("new-passphrase-file", "F", words))
}

fn passphrase(matches: &ArgMatches, words: &Words) -> Result<Answer, Failure> {
    let session = opened::open(matches, words)?;
    let way_in = new_way_in(matches, "new-passphrase-file", "prompt-new-passphrase", words)?;
    let changed = session.change_passphrase(way_in, cost(matches, words)?);
    changed.map_err(|error| Failure::from_app(&error, words))?;
    Ok(Answer::new(&json!({"changed": true}), vec![words.plain("passphrase-changed")]))
}

fn recover(matches: &ArgMatches, words: &Words) -> Result<Answer, Failure> {
    let folder = opened::folder(matches, words)?;
    let typed = opened::typed(matches, "words-file", "prompt-words", words)?;
    let failed = |error: resguardo_app::error::AppError| Failure::from_app(&error, words);
    let twelve = RecoveryWords::read(&typed).map_err(|error| failed(error.into()))?;
    let way_in = new_way_in(matches, "new-passphrase-file", "prompt-new-passphrase", words)?;
    let cost = cost(matches, words)?;
    Session::recover(&folder, &twelve, &way_in, cost, words.language().lang()).map_err(failed)?;
    Ok(Answer::new(&json!({"recovered": true}), vec![words.plain("recovered")]))
}
