//! `demo`: fills an empty vault with the facts of the source page.

use clap::ArgMatches;
use resguardo_app::Words;

use super::{Answer, Row};
use crate::failure::Failure;
use crate::opened;
use crate::sentence::say;

pub(super) const DEMO: Row = Row { name: "demo", arguments: |command, _| command, run };

fn run(matches: &ArgMatches, words: &Words) -> Result<Answer, Failure> {
    let session = opened::open(matches, words)?;
    let filled = session.demo().map_err(|error| Failure::from_app(&error, words))?;
    let line = say(words, "demo-done", &[("count", filled.records.into())]);
    Ok(Answer::new(&filled, vec![line]))
}
