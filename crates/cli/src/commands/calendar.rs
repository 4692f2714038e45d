//! `calendar`.

use clap::{Arg, ArgMatches, Command};
use resguardo_app::Words;
use resguardo_app::calendar::ClosedDay;

use super::{Answer, Row, option, required, text};
use crate::failure::Failure;
use crate::opened;

pub(super) const CALENDAR: Row = Row { name: "calendar", arguments, run };

fn arguments(command: Command, words: &Words) -> Command {
    let add = Command::new("add")
        .about(words.plain("cli-calendar-add"))
        .arg(required("day", words))
        .arg(Arg::new("to").long("to").value_name("DATE").help(words.plain("arg-to")))
        .arg(option("reason", "TEXT", words).required(true))
        .arg(option("law", "LAW", words));
    command
        .subcommand_required(true)
        .subcommand(Command::new("list").about(words.plain("cli-calendar-list")))
        .subcommand(add)
}

fn run(matches: &ArgMatches, words: &Words) -> Result<Answer, Failure> {
    let session = opened::open(matches, words)?;
    let shown = |day: &ClosedDay| format!("{} · {} · {}", day.said, day.law, day.reason);
    if let Some(("add", inner)) = matches.subcommand() {
        let own = |name: &str| inner.get_one::<String>(name).map(String::as_str);
        let added = session.add_non_working(text(inner, "day"), own("to"), text(inner, "reason"), own("law"));
        let added = added.map_err(|error| Failure::from_app(&error, words))?;
        let lines = session.closed_days().days.iter().filter(|day| day.id == added.id).map(shown).collect();
        return Ok(Answer::new(&added, lines));
    }
    let mut lines: Vec<String> = session.closed_days().days.iter().map(shown).collect();
    if lines.is_empty() {
        lines.push(words.plain("closed-none"));
    }
    Ok(Answer::new(&session.non_working(), lines).damaged(&session, words))
}
