//! `clocks`, `ics`.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use resguardo_app::Words;
use resguardo_app::clocks::{ClockRequest, ToldClock};

use super::{Answer, Row, option, texts};
use crate::failure::Failure;
use crate::opened;
use crate::sentence::say;

pub(super) const CLOCKS: Row = Row { name: "clocks", arguments: clock_arguments, run: clocks };
pub(super) const ICS: Row = Row { name: "ics", arguments: ics_arguments, run: ics };

fn clock_arguments(command: Command, words: &Words) -> Command {
    command
        .arg(Arg::new("id").value_name("ID").help(words.plain("arg-clock-record")))
        .arg(option("as-of", "DATE", words))
        .arg(option("state", "STATE", words).action(ArgAction::Append))
}

fn clocks(matches: &ArgMatches, words: &Words) -> Result<Answer, Failure> {
    let session = opened::open(matches, words)?;
    let own = |name: &str| matches.get_one::<String>(name).cloned();
    let request = ClockRequest { as_of: own("as-of"), record: own("id"), states: texts(matches, "state") };
    let told = session.clocks(&request).map_err(|error| Failure::from_app(&error, words))?;
    let mut lines = Vec::new();
    let mut last = None;
    let is_asked = !request.states.is_empty() || request.record.is_some();
    let begun = told.iter().filter(|clock| is_asked || (clock.state != "unknown" || clock.started.is_some()));
    for clock in begun {
        if last != Some(&clock.record) {
            let short = clock.record.get(..8).unwrap_or_default();
            let institution = words.plain("clocks-institution");
            lines.push(if clock.record.is_empty() { institution } else { format!("{short}  {}", clock.title) });
            last = Some(&clock.record);
        }
        lines.push(format!("  {}", line(clock)));
        lines.extend(clock.notes.iter().map(|note| format!("      {note}")));
        if let Some(beside) = clock.supplementary.as_ref().filter(|beside| beside.passed) {
            let args = [("wording", beside.wording.as_str().into()), ("article", beside.article.as_str().into())];
            lines.push(format!("      {}", say(words, "clocks-supplementary", &args)));
        }
    }
    if lines.is_empty() {
        lines.push(words.plain("clocks-none"));
    }
    let unknown = told.iter().filter(|clock| clock.state == "unknown" && clock.started.is_none()).count();
    if unknown > 0 && !is_asked {
        lines.push(say(words, "clocks-unknown", &[("count", unknown.into())]));
    }
    Ok(Answer::new(&told, lines).damaged(&session, words))
}

fn line(clock: &ToldClock) -> String {
    let mut parts = vec![clock.clock.clone(), clock.label.clone()];
    parts.extend(clock.of.clone());
    parts.extend(clock.reading.clone());
    parts.push(clock.sentence.clone());
    parts.extend(clock.due.clone());
    parts.push(clock.article.clone());
    parts.join(" · ")
}

fn ics_arguments(command: Command, words: &Words) -> Command {
    command.arg(option("as-of", "DATE", words)).arg(
        Arg::new("out")
            .long("out")
            .value_name("F")
            .required(true)
            .value_parser(value_parser!(PathBuf))
            .help(words.plain("arg-out")),
    )
}

fn ics(matches: &ArgMatches, words: &Words) -> Result<Answer, Failure> {
    let session = opened::open(matches, words)?;
    let out = matches.get_one::<PathBuf>("out").cloned().unwrap_or_default();
    let as_of = matches.get_one::<String>("as-of").map(String::as_str);
    let written = session.write_ics(as_of, &out).map_err(|error| Failure::from_app(&error, words))?;
    let lines = vec![say(words, "ics-written", &[("count", written.events.into())])];
    Ok(Answer::new(&written, lines).damaged(&session, words))
}
