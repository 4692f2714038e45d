//! `export` and `report`: what leaves the vault, to a place the person named.

use std::path::PathBuf;

use clap::{ArgAction, ArgMatches, Command};
use resguardo_app::Words;
use resguardo_app::export::ExportRequest;
use resguardo_app::reports::ReportRequest;

use super::{Answer, LEVELS, Row, option, required, text, texts};
use crate::failure::Failure;
use crate::sentence::say;
use crate::{opened, sentence};

pub(super) const EXPORT: Row = Row { name: "export", arguments: export_arguments, run: export };
pub(super) const REPORT: Row = Row { name: "report", arguments: report_arguments, run: report };

fn export_arguments(command: Command, words: &Words) -> Command {
    command
        .arg(required("kind", words))
        .arg(option("format", "csv|xlsx|json", words).value_parser(["csv", "xlsx", "json"]).required(true))
        .arg(option("where", "FIELD=VALUE", words).action(ArgAction::Append))
        .arg(option("disclosure", "LEVEL", words).value_parser(LEVELS).default_value("full"))
        .arg(option("out", "F", words).required(true))
}

fn report_arguments(command: Command, words: &Words) -> Command {
    command
        .arg(required("template", words))
        .arg(option("from", "DATE", words).help(words.plain("arg-period-from")))
        .arg(option("to", "DATE", words))
        .arg(option("disclosure", "LEVEL", words).value_parser(LEVELS).default_value("no-identities"))
        .arg(option("out", "F.{pdf,docx}", words).required(true))
}

fn export(matches: &ArgMatches, words: &Words) -> Result<Answer, Failure> {
    let session = opened::open(matches, words)?;
    let request = ExportRequest {
        kind: text(matches, "kind").to_owned(),
        format: text(matches, "format").to_owned(),
        filters: texts(matches, "where"),
        disclosure: text(matches, "disclosure").to_owned(),
        out: PathBuf::from(text(matches, "out")),
    };
    let exported = session.export(&request).map_err(|error| Failure::from_app(&error, words))?;
    let files = exported.files.join(", ");
    let line = say(words, "export-done", &[("count", exported.records.into()), ("files", (&files).into())]);
    let answer = Answer::new(&exported, vec![line]);
    Ok(if request.disclosure == "full" { answer.remark(words.plain("export-holds-identities")) } else { answer })
}

fn report(matches: &ArgMatches, words: &Words) -> Result<Answer, Failure> {
    let session = opened::open(matches, words)?;
    let lang = matches.get_one::<String>("lang").and_then(|tag| sentence::lang_of(tag));
    let request = ReportRequest {
        template: text(matches, "template").to_owned(),
        from: matches.get_one::<String>("from").cloned(),
        to: matches.get_one::<String>("to").cloned(),
        lang: lang.unwrap_or_else(|| words.language().lang()),
        disclosure: text(matches, "disclosure").to_owned(),
        out: PathBuf::from(text(matches, "out")),
    };
    let made = session.report(&request).map_err(|error| Failure::from_app(&error, words))?;
    let line = say(words, "report-done", &[("count", made.incidents.into()), ("file", (&made.file).into())]);
    let answer = Answer::new(&made, vec![line]);
    Ok(if request.disclosure == "full" { answer.remark(words.plain("export-holds-identities")) } else { answer })
}
