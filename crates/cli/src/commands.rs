//! The commands, one row each: name, arguments, what it does.

mod attachments;
mod boards;
mod calendar;
mod calls;
mod clocks;
mod demo;
mod fields;
mod handover;
mod import;
mod indicators;
mod lists;
mod outward;
mod records;
mod recovery;
mod shell;
mod terms;
mod vault;
mod writers;

use std::process::ExitCode;

use clap::{Arg, ArgAction, ArgMatches, Command};
use resguardo_app::Words;
use serde::Serialize;

use crate::failure::Failure;
use crate::output;

/// One command.
pub(crate) struct Row {
    pub(crate) name: &'static str,
    pub(crate) arguments: fn(Command, &Words) -> Command,
    pub(crate) run: fn(&ArgMatches, &Words) -> Result<Answer, Failure>,
}

/// How much a file or document may tell.
const LEVELS: [&str; 3] = ["full", "no-identities", "statistics"];

/// Every command, in the order of the help.
pub(crate) const ROWS: &[Row] = &[
    vault::INIT,
    vault::UNLOCK,
    lists::KINDS,
    records::NEW,
    records::EDIT,
    records::SHOW,
    records::HISTORY,
    lists::LIST,
    lists::SEARCH,
    attachments::ATTACH,
    attachments::ATTACHMENTS,
    import::IMPORT,
    demo::DEMO,
    clocks::CLOCKS,
    indicators::INDICATORS,
    boards::BOARD,
    calendar::CALENDAR,
    clocks::ICS,
    outward::EXPORT,
    outward::REPORT,
    handover::HANDOVER,
    calls::CHECK_IN,
    vault::VERIFY,
    vault::REBUILD,
    recovery::PASSPHRASE,
    recovery::RECOVER,
    records::ARCHIVE,
    records::UNARCHIVE,
    records::BIN,
    records::UNBIN,
    records::MERGE,
    fields::FIELDS,
    terms::TERMS,
    writers::WRITERS,
    shell::COMPLETIONS,
    shell::MAN,
];

/// What a command answers.
pub(crate) struct Answer {
    json: serde_json::Value,
    lines: Vec<String>,
    aside: Vec<String>,
    exit: u8,
}

impl Answer {
    /// An answer as JSON and as lines for a person.
    pub(crate) fn new(json: &impl Serialize, lines: Vec<String>) -> Self {
        let json = serde_json::to_value(json).unwrap_or_default();
        Self { json, lines, aside: Vec::new(), exit: 0 }
    }

    /// The same with a remark on standard error.
    pub(crate) fn remark(mut self, text: String) -> Self {
        self.aside.push(text);
        self
    }

    /// The same with another exit code.
    pub(crate) const fn exit(mut self, exit: u8) -> Self {
        self.exit = exit;
        self
    }

    /// The same with what was found damaged on the way: exit 4.
    pub(crate) fn damaged(mut self, session: &resguardo_app::Session, words: &Words) -> Self {
        let damaged = session.damaged();
        if damaged.is_empty() {
            return self;
        }
        self.aside.push(words.plain("damaged-while-reading"));
        for part in &damaged {
            self.aside.push(format!("{}: {}", part.location, part.what));
        }
        if let (Some(map), Ok(list)) = (self.json.as_object_mut(), serde_json::to_value(&damaged)) {
            map.insert("damaged".into(), list);
        }
        self.exit = 4;
        self
    }
}

/// Runs the command somebody chose and prints its answer.
pub(crate) fn run(matches: &ArgMatches, words: &Words) -> ExitCode {
    let Some((name, inner)) = matches.subcommand() else { return output::exit(2) };
    let json = inner.get_flag("json");
    let Some(row) = ROWS.iter().find(|row| row.name == name) else { return output::exit(2) };
    match (row.run)(inner, words) {
        Ok(answer) => {
            for text in &answer.aside {
                output::aside(text);
            }
            if json {
                output::json(&answer.json);
            } else {
                answer.lines.iter().for_each(|text| output::line(text));
            }
            output::exit(answer.exit)
        }
        Err(failure) => failure.print(words, json),
    }
}

/// A positional argument that must be there.
fn required(name: &'static str, words: &Words) -> Arg {
    Arg::new(name).required(true).value_name(name.to_uppercase()).help(words.plain(&format!("arg-{name}")))
}

/// An option with a value.
fn option(name: &'static str, value: &'static str, words: &Words) -> Arg {
    Arg::new(name).long(name).value_name(value).help(words.plain(&format!("arg-{name}")))
}

/// An option without a value.
fn flag(name: &'static str, words: &Words) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(words.plain(&format!("arg-{name}")))
}

/// The text of an argument clap made sure is there, or nothing.
fn text<'m>(matches: &'m ArgMatches, name: &str) -> &'m str {
    matches.get_one::<String>(name).map_or("", String::as_str)
}

/// All texts of a repeated option.
fn texts(matches: &ArgMatches, name: &str) -> Vec<String> {
    matches.get_many::<String>(name).into_iter().flatten().cloned().collect()
}
