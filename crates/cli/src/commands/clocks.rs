//! `clocks`, `ics`.

use std::collections::BTreeSet;
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

/// What a clock may be.
const STATES: [&str; 7] = ["running", "met", "late", "overdue", "stopped", "not_applicable", "unknown"];

fn clock_arguments(command: Command, words: &Words) -> Command {
    command
        .arg(Arg::new("id").value_name("ID").help(words.plain("arg-clock-record")))
        .arg(option("as-of", "DATE", words))
        .arg(option("state", "STATE", words).value_parser(STATES).action(ArgAction::Append))
}

fn clocks(matches: &ArgMatches, words: &Words) -> Result<Answer, Failure> {
    let session = opened::open(matches, words)?;
    let own = |name: &str| matches.get_one::<String>(name).cloned();
    let request = ClockRequest { as_of: own("as-of"), record: own("id"), states: texts(matches, "state") };
    let told = session.clocks(&request).map_err(|error| Failure::from_app(&error, words))?;
    let is_asked = !request.states.is_empty() || request.record.is_some();
    let has_begun = |clock: &ToldClock| clock.state != "unknown" || clock.started.is_some();
    let shown: Vec<&ToldClock> = told.iter().filter(|clock| is_asked || has_begun(clock)).collect();
    let mut lines: Vec<String> =
        shown.chunk_by(|one, next| one.record == next.record).flat_map(|clocks| of_record(clocks, words)).collect();
    if lines.is_empty() {
        lines.push(words.plain("clocks-none"));
    }
    let unknown = told.len() - shown.len();
    if unknown > 0 {
        lines.push(say(words, "clocks-unknown", &[("count", unknown.into())]));
    }
    Ok(Answer::new(&told, lines).damaged(&session, words))
}

/// The clocks of one record: those that say the same of several measures, states or months on one line, a note once.
fn of_record(clocks: &[&ToldClock], words: &Words) -> Vec<String> {
    let head = clocks.first().filter(|clock| !clock.record.is_empty()).map(|clock| {
        let short = clock.record.get(..8).unwrap_or_default();
        format!("{short}  {}", clock.title)
    });
    let mut lines = vec![head.unwrap_or_else(|| words.plain("clocks-institution"))];
    let mut alike: Vec<(&ToldClock, Vec<&str>)> = Vec::new();
    for clock in clocks {
        let same = alike.iter_mut().find(|(known, _)| clock.of.is_some() && says(known) == says(clock));
        match same {
            Some((_, of)) => of.extend(clock.of.as_deref()),
            None => alike.push((clock, clock.of.as_deref().into_iter().collect())),
        }
    }
    let mut noted = BTreeSet::new();
    for (clock, of) in alike {
        lines.push(format!("  {}", line(clock, &of, words)));
        let notes = clock.notes.iter().filter(|note| noted.insert((&clock.clock, *note)));
        lines.extend(notes.map(|note| format!("      {note}")));
        let beside = clock.supplementary.as_ref().filter(|beside| beside.passed);
        lines.extend(beside.map(|beside| format!("      {}", beside.wording)));
    }
    lines
}

/// What a clock says, whatever it is of.
fn says(clock: &ToldClock) -> [Option<&str>; 4] {
    [Some(&clock.clock), clock.reading.as_deref(), Some(&clock.sentence), clock.due.as_deref()]
}

fn line(clock: &ToldClock, of: &[&str], words: &Words) -> String {
    let due = clock.due_said.as_ref().map(|due| say(words, "clocks-until", &[("date", due.into())]));
    let reading = clock.reading.as_ref().map(|way| say(words, "handover-reading", &[("way", way.into())]));
    let mut parts = vec![clock.label.clone()];
    parts.extend((!of.is_empty()).then(|| of.join("; ")));
    parts.extend(reading);
    parts.push(clock.sentence.clone());
    parts.extend(due);
    parts.push(clock.article_said.clone());
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
