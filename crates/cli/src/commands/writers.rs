//! `writers list | add | retire`: the persons who write on this laptop.

use clap::{ArgMatches, Command};
use resguardo_app::Words;
use resguardo_app::writers::Writer;

use super::{Answer, Row, required, text};
use crate::failure::Failure;
use crate::opened;

pub(super) const WRITERS: Row = Row { name: "writers", arguments, run };

fn arguments(command: Command, words: &Words) -> Command {
    let sub = |name: &'static str| Command::new(name).about(words.plain(&format!("cli-writers-{name}")));
    command
        .subcommand_required(true)
        .subcommand(sub("list"))
        .subcommand(sub("add").arg(required("name", words)))
        .subcommand(sub("retire").arg(required("name", words)))
}

fn run(matches: &ArgMatches, words: &Words) -> Result<Answer, Failure> {
    let session = opened::open(matches, words)?;
    let failed = |error| Failure::from_app(&error, words);
    let line = |writer: &Writer| {
        let left = if writer.retired { words.plain("writer-retired") } else { String::new() };
        format!("{}  {} {left}", writer.id.get(..8).unwrap_or_default(), writer.name)
    };
    match matches.subcommand() {
        Some(("add", inner)) => {
            let writer = session.add_writer(text(inner, "name")).map_err(failed)?;
            Ok(Answer::new(&writer, vec![line(&writer)]))
        }
        Some(("retire", inner)) => {
            let writer = session.retire_writer(text(inner, "name")).map_err(failed)?;
            Ok(Answer::new(&writer, vec![line(&writer)]))
        }
        _ => {
            let writers = session.writers();
            let lines = writers.iter().map(line).collect();
            Ok(Answer::new(&writers, lines))
        }
    }
}
