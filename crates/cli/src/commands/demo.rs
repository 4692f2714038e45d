//! `demo`: fills an empty vault with the facts of the source page, or with the invented set.

use clap::ArgMatches;
use resguardo_app::Words;

use super::{Answer, Row, flag};
use crate::failure::Failure;
use crate::opened;
use crate::sentence::say;

pub(super) const DEMO: Row =
    Row { name: "demo", arguments: |command, words| command.arg(flag("fictional", words)), run };

fn run(matches: &ArgMatches, words: &Words) -> Result<Answer, Failure> {
    let session = opened::open(matches, words)?;
    let invented = matches.get_flag("fictional");
    let filled = if invented { session.demo_fictional() } else { session.demo() };
    let filled = filled.map_err(|error| Failure::from_app(&error, words))?;
    let said = if invented { "demo-fictional-done" } else { "demo-done" };
    let line = say(words, said, &[("count", filled.records.into())]);
    Ok(Answer::new(&filled, vec![line]))
}
