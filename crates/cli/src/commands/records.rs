//! `new`, `edit`, `show`, `history`, `archive`, `unarchive`, `bin`, `unbin`, `merge`.

use std::fs::File;
use std::io::Read;

use clap::{Arg, ArgAction, ArgMatches, Command};
use resguardo_app::records::{Assignment, Written};
use resguardo_app::{Status, Words};
use serde_json::Value as Json;

use super::{Answer, Row, flag, option, required, text, texts};
use crate::failure::Failure;
use crate::opened;
use crate::sentence::say;

pub(super) const NEW: Row = Row { name: "new", arguments: new_arguments, run: new };
pub(super) const EDIT: Row = Row { name: "edit", arguments: edit_arguments, run: edit };
pub(super) const SHOW: Row = Row { name: "show", arguments: id_argument, run: show };
pub(super) const HISTORY: Row = Row { name: "history", arguments: id_argument, run: history };
pub(super) const ARCHIVE: Row =
    Row { name: "archive", arguments: id_argument, run: |m, w| status(m, w, Status::Archived) };
pub(super) const UNARCHIVE: Row =
    Row { name: "unarchive", arguments: id_argument, run: |m, w| status(m, w, Status::InUse) };
pub(super) const BIN: Row = Row { name: "bin", arguments: id_argument, run: |m, w| status(m, w, Status::Binned) };
pub(super) const UNBIN: Row = Row { name: "unbin", arguments: id_argument, run: |m, w| status(m, w, Status::InUse) };
pub(super) const MERGE: Row = Row { name: "merge", arguments: merge_arguments, run: merge };

/// A record in JSON longer than this is none.
const MOST_JSON_BYTES: u64 = 16 * 1024 * 1024;

fn set(words: &Words) -> Arg {
    option("set", "FIELD=VALUE", words).action(ArgAction::Append)
}

fn new_arguments(command: Command, words: &Words) -> Command {
    command.arg(required("kind", words)).arg(set(words)).arg(option("from", "F.json", words))
}

fn edit_arguments(command: Command, words: &Words) -> Command {
    command.arg(required("id", words)).arg(set(words)).arg(option("from", "F.json", words))
}

fn id_argument(command: Command, words: &Words) -> Command {
    command.arg(required("id", words))
}

fn merge_arguments(command: Command, words: &Words) -> Command {
    let into = Arg::new("into").value_name("INTO").required_unless_present("undo").help(words.plain("arg-into"));
    command.arg(required("id", words).value_name("FROM")).arg(into).arg(flag("undo", words))
}

/// `--set field=text` and `--set field:=JSON`, after the fields of `--from`.
fn assignments(matches: &ArgMatches, words: &Words) -> Result<Vec<Assignment>, Failure> {
    let mut list = match matches.get_one::<String>("from") {
        Some(file) => from_file(file, words)?,
        None => Vec::new(),
    };
    for word in texts(matches, "set") {
        let Some((field, value)) = word.split_once('=') else {
            return Err(Failure::usage(words, "usage-set", &[("word", word.clone())]));
        };
        list.push(match field.strip_suffix(':') {
            None => Assignment::Text { field: field.to_owned(), text: value.to_owned() },
            Some(field) => {
                let json = serde_json::from_str(value).map_err(|error| not_json(words, &error))?;
                Assignment::Json { field: field.to_owned(), json }
            }
        });
    }
    Ok(list)
}

fn not_json(words: &Words, error: &serde_json::Error) -> Failure {
    Failure::invalid(words, "not-a-record", &[("reason", error.to_string())])
}

fn from_file(file: &str, words: &Words) -> Result<Vec<Assignment>, Failure> {
    let unreadable = |error: std::io::Error| {
        Failure::invalid(words, "unreadable", &[("file", file.to_owned()), ("reason", error.to_string())])
    };
    let mut text = String::new();
    let opened = if file == "-" {
        Box::new(std::io::stdin()) as Box<dyn Read>
    } else {
        Box::new(File::open(file).map_err(unreadable)?)
    };
    opened.take(MOST_JSON_BYTES).read_to_string(&mut text).map_err(unreadable)?;
    let json: Json = serde_json::from_str(&text).map_err(|error| not_json(words, &error))?;
    let fields = json.get("fields").unwrap_or(&json).as_object().cloned().unwrap_or_default();
    Ok(fields.into_iter().map(|(field, json)| Assignment::Json { field, json }).collect())
}

fn done(written: &Written, words: &Words, id: &str) -> Answer {
    Answer::new(written, vec![say(words, id, &[("id", (&written.id).into()), ("kind", (&written.kind).into())])])
}

fn new(matches: &ArgMatches, words: &Words) -> Result<Answer, Failure> {
    let assignments = assignments(matches, words)?;
    let session = opened::open(matches, words)?;
    let written = session.create_record(text(matches, "kind"), &assignments);
    written.map(|written| done(&written, words, "record-made")).map_err(|error| Failure::from_app(&error, words))
}

fn edit(matches: &ArgMatches, words: &Words) -> Result<Answer, Failure> {
    let assignments = assignments(matches, words)?;
    let session = opened::open(matches, words)?;
    let written = session.edit_record(text(matches, "id"), &assignments);
    written.map(|written| done(&written, words, "record-changed")).map_err(|error| Failure::from_app(&error, words))
}

fn status(matches: &ArgMatches, words: &Words, status: Status) -> Result<Answer, Failure> {
    let session = opened::open(matches, words)?;
    let written = session.set_status(text(matches, "id"), status);
    let id = format!("record-{}", status.id().replace('_', "-"));
    written.map(|written| done(&written, words, &id)).map_err(|error| Failure::from_app(&error, words))
}

fn merge(matches: &ArgMatches, words: &Words) -> Result<Answer, Failure> {
    let session = opened::open(matches, words)?;
    let from = text(matches, "id");
    let (written, id) = if matches.get_flag("undo") {
        (session.unmerge(from), "record-unmerged")
    } else {
        (session.merge(from, text(matches, "into")), "record-merged")
    };
    written.map(|written| done(&written, words, id)).map_err(|error| Failure::from_app(&error, words))
}

fn show(matches: &ArgMatches, words: &Words) -> Result<Answer, Failure> {
    let session = opened::open(matches, words)?;
    let shown = session.show(text(matches, "id")).map_err(|error| Failure::from_app(&error, words))?;
    let mut lines = vec![shown.title.clone(), format!("{} · {}", session.kind_label(&shown.kind), shown.id)];
    lines.extend(session.lines(&shown.id).map_err(|error| Failure::from_app(&error, words))?);
    for (field, versions) in &shown.conflicts {
        lines.push(say(words, "show-conflict", &[("field", (&session.field_label(&shown.kind, field)).into())]));
        lines.extend(versions.iter().map(|version| {
            format!("  {} · {} · {}", version.at, version.by.clone().unwrap_or_default(), version.value)
        }));
    }
    Ok(Answer::new(&shown, lines).damaged(&session, words))
}

fn history(matches: &ArgMatches, words: &Words) -> Result<Answer, Failure> {
    let session = opened::open(matches, words)?;
    let id = text(matches, "id");
    let shown = session.show(id).map_err(|error| Failure::from_app(&error, words))?;
    let entries = session.history(id).map_err(|error| Failure::from_app(&error, words))?;
    let line = |entry: &resguardo_app::history::HistoryEntry| {
        let field = match entry.field.as_str() {
            "" => words.plain(&format!("history-{}", entry.action)),
            field => session.field_label(&shown.kind, field),
        };
        let old = entry.old.iter().map(Json::to_string).collect::<Vec<_>>().join(", ");
        let new = entry.new.as_ref().map_or_else(|| "—".to_owned(), Json::to_string);
        let arrow = if old.is_empty() { String::new() } else { format!("{old} → ") };
        format!("{}  {}  {field}: {arrow}{new}", entry.at, entry.by.clone().unwrap_or_else(|| "—".to_owned()))
    };
    let lines = entries.iter().map(line).collect();
    Ok(Answer::new(&entries, lines))
}
