//! `check-in`: the sheet of agreed calls, and what became of one.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command};
use resguardo_app::Words;
use resguardo_app::calls::{CallAnswer, CallSheetRequest};
use resguardo_app::outgoing::PaperSize;

use super::{Answer, LEVELS, Row, option, required, text, texts};
use crate::failure::Failure;
use crate::opened;
use crate::sentence::{lang_of, say};

pub(super) const CHECK_IN: Row = Row { name: "check-in", arguments, run };

const ANSWERS: [&str; 5] = ["answered", "no-answer", "acted", "tomorrow", "postponed"];

fn arguments(command: Command, words: &Words) -> Command {
    let of = Arg::new("of").value_name("ID").action(ArgAction::Append).help(words.plain("arg-calls-of"));
    let sheet = Command::new("sheet")
        .about(words.plain("cli-check-in-sheet"))
        .arg(of)
        .arg(option("day", "DATE", words).help(words.plain("arg-calls-day")))
        .arg(option("disclosure", "LEVEL", words).value_parser(LEVELS).default_value("no-identities"))
        .arg(option("paper", "letter|a4", words).value_parser(["letter", "a4"]).default_value("letter"))
        .arg(option("out", "F.pdf", words));
    let answer = Command::new("answer")
        .about(words.plain("cli-check-in-answer"))
        .arg(required("id", words))
        .arg(option("as", "ANSWER", words).value_parser(ANSWERS).required(true))
        .arg(option("to", "DATE", words).help(words.plain("arg-calls-to")).required_if_eq("as", "postponed"));
    command.subcommand_required(true).subcommand(sheet).subcommand(answer)
}

fn run(matches: &ArgMatches, words: &Words) -> Result<Answer, Failure> {
    let session = opened::open(matches, words)?;
    let failed = |error| Failure::from_app(&error, words);
    match matches.subcommand() {
        Some(("answer", inner)) => {
            let answered = session.call_answer(text(inner, "id"), &answer(inner)).map_err(failed)?;
            let line = answered.sentence.clone();
            Ok(Answer::new(&answered, vec![line]))
        }
        Some((_, inner)) => sheet(&session, inner, words).map_err(failed),
        None => Ok(Answer::new(&(), Vec::new())),
    }
}

fn answer(matches: &ArgMatches) -> CallAnswer {
    match text(matches, "as") {
        "no-answer" => CallAnswer::NoAnswer,
        "acted" => CallAnswer::Acted,
        "tomorrow" => CallAnswer::Tomorrow,
        "postponed" => CallAnswer::At { moment: text(matches, "to").to_owned() },
        _ => CallAnswer::Answered,
    }
}

fn sheet(
    session: &resguardo_app::Session,
    matches: &ArgMatches,
    words: &Words,
) -> Result<Answer, resguardo_app::error::AppError> {
    let own = |name: &str| matches.get_one::<String>(name).cloned();
    let request = CallSheetRequest {
        of: texts(matches, "of"),
        day: own("day"),
        disclosure: text(matches, "disclosure").to_owned(),
    };
    let lang = own("lang").and_then(|tag| lang_of(&tag)).unwrap_or_else(|| words.language().lang());
    let paper = if text(matches, "paper") == "a4" { PaperSize::A4 } else { PaperSize::Letter };
    let written = session.write_calls(&request, lang, paper, own("out").map(PathBuf::from))?;
    let mut lines = Vec::new();
    match &written.file {
        Some(file) => {
            lines.push(say(words, "calls-done", &[("count", written.calls.into()), ("file", file.into())]));
        }
        None => {
            for card in &written.sheet.cards {
                let who = card.who.iter().map(|party| party.name.as_ref().unwrap_or(&party.code).as_str());
                lines.push(who.collect::<Vec<_>>().join(", "));
                lines.extend(card.calls.iter().map(|call| {
                    let planned = call.planned.parse();
                    let planned = planned.map_or_else(|_| call.planned.clone(), |at| words.date_short(&at));
                    format!("  {planned} · {}", call.code)
                }));
            }
        }
    }
    if lines.is_empty() {
        lines.push(words.plain("calls-none"));
    }
    let answer = Answer::new(&written, lines).damaged(session, words);
    let is_open = request.disclosure == "full" && written.file.is_some();
    Ok(if is_open { answer.remark(words.plain("calls-warning")) } else { answer })
}
