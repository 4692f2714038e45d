//! `completions` and `man`: made from the table of commands.

use clap::{ArgMatches, Command, value_parser};
use clap_complete::Shell;
use resguardo_app::Words;
use serde_json::json;

use super::{Answer, Row, required};
use crate::failure::Failure;
use crate::{output, table};

pub(super) const COMPLETIONS: Row = Row { name: "completions", arguments, run: completions };
pub(super) const MAN: Row = Row { name: "man", arguments: |command, _| command, run: man };

fn arguments(command: Command, words: &Words) -> Command {
    command.arg(required("shell", words).value_parser(value_parser!(Shell)))
}

fn completions(matches: &ArgMatches, words: &Words) -> Result<Answer, Failure> {
    let shell = matches.get_one::<Shell>("shell").copied().unwrap_or(Shell::Bash);
    let mut bytes = Vec::new();
    clap_complete::generate(shell, &mut table::command(words), "resguardo", &mut bytes);
    Ok(page(matches, &bytes))
}

fn man(matches: &ArgMatches, words: &Words) -> Result<Answer, Failure> {
    let mut bytes = Vec::new();
    let rendered = clap_mangen::Man::new(table::command(words)).render(&mut bytes);
    rendered.map_err(|error| super::vault::unwritable("-", &error, words))?;
    Ok(page(matches, &bytes))
}

/// The page as it is; with `--json` inside a document.
fn page(matches: &ArgMatches, bytes: &[u8]) -> Answer {
    let text = String::from_utf8_lossy(bytes).into_owned();
    if !matches.get_flag("json") {
        output::raw(bytes);
    }
    Answer::new(&json!({"text": text}), Vec::new())
}
