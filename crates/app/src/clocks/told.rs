//! A clock in words: «venció hace 168 días».

use resguardo_domain::catalogue::{Catalogues, Lang};
use resguardo_domain::value::PartialDate;
use resguardo_language::{Args, Words};
use resguardo_mechanism::clock::{Clock, Due, Missing, Note, Of, Spread, State, SubjectKind, Why};
use resguardo_mechanism::procedure::{Procedures, Unit};

use super::said::{date_said, period_said};
use crate::titles::Titles;

/// From so many hours on, days are told.
const MOST_HOURS: i64 = 48;

/// Of what, where a stage has several: a state by its name of the day the term ended, a month in words.
pub(super) fn of(clock: &Clock<'_>, titles: &Titles<'_>, words: &Words) -> Option<String> {
    match clock.of? {
        Of::Value { key: "federal_entity", value } => Some(entity(clock, value, titles.lang)),
        Of::Value { value, .. } => {
            Some(value.parse().ok().and_then(|id| titles.by_id(id)).unwrap_or_else(|| value.to_owned()))
        }
        Of::Period { first, last } => Some(period_said(first, last, words)),
    }
}

fn entity(clock: &Clock<'_>, id: &str, lang: Lang) -> String {
    let catalogues = Catalogues::builtin();
    let term = catalogues.get("federal_entity").and_then(|list| list.term(id));
    let due = clock.due.map(|due| match due {
        Due::Day { last, .. } => last,
        Due::Moment { last, .. } => last.date_naive(),
    });
    let day = clock.ended.map(|ended| ended.at.last()).or(due).or(clock.started.map(|started| started.at.last()));
    let former = term.zip(day).and_then(|(term, day)| term.former_name(day));
    former
        .map_or_else(|| catalogues.label("federal_entity", id, lang).to_owned(), |(name, _)| name.get(lang).to_owned())
}

/// The value of a key that a clock is the clock of.
pub(super) fn value_of<'a>(clock: &Clock<'a>, wanted: &str) -> Option<&'a str> {
    match clock.of? {
        Of::Value { key, value } if key == wanted => Some(value),
        Of::Value { .. } | Of::Period { .. } => None,
    }
}

/// Who owes it.
pub(crate) fn responsible(clock: &Clock<'_>, law: &Procedures, lang: Lang) -> String {
    let actor = law.actor(&clock.stage.responsible);
    actor.map_or_else(
        || clock.stage.responsible.clone(),
        |actor| if lang == Lang::En { actor.en.clone() } else { actor.es.clone() },
    )
}

/// The state in one sentence.
pub(crate) fn sentence(clock: &Clock<'_>, law: &Procedures, words: &Words) -> String {
    let long = |spread: Option<Spread>| spread.map_or_else(String::new, |spread| length(spread, words));
    let past = |spread: Option<Spread>| {
        spread.map(|spread| Spread { least: spread.most.saturating_neg(), most: spread.least.saturating_neg() })
    };
    let with = |id: &str, length: String| words.say(id, &Args::new().text("length", length));
    let event = |id| {
        let event = law.event_type(id);
        let english = words.language().lang() == Lang::En;
        event.map_or_else(String::new, |event| if english { event.en.clone() } else { event.es.clone() })
    };
    match &clock.state {
        State::Running if clock.due.is_none() && clock.elapsed.is_none() => words.plain("clock-no-limit"),
        State::Running if clock.due.is_none() && is_at_once(clock) => {
            with("clock-running-at-once", long(clock.elapsed))
        }
        State::Running if clock.due.is_none() => with("clock-running-no-limit", long(clock.elapsed)),
        State::Running => with("clock-running", long(clock.margin)),
        State::Met if clock.elapsed.is_none() => words.plain("clock-met-plain"),
        State::Met if clock.elapsed.is_some_and(|elapsed| elapsed.most == 0) => words.plain("clock-met-same-day"),
        State::Met if clock.elapsed.is_some_and(|elapsed| !elapsed.is_exact()) => {
            with("clock-met-between", long(clock.elapsed))
        }
        State::Met => with("clock-met", long(clock.elapsed)),
        State::Late => with("clock-late", long(past(clock.margin))),
        // Of the institution a record may simply be missing: that accuses nobody.
        State::Overdue if is_unrecorded(clock) => with("clock-overdue-unrecorded", long(past(clock.margin))),
        State::Overdue => with("clock-overdue", long(past(clock.margin))),
        State::Stopped(by) => words.say("clock-stopped", &Args::new().text("event", event(by.event))),
        State::NotApplicable(why) => words.plain(match why {
            Why::TextNotHeld(_) => "clock-not-held",
            Why::NotInForce => "clock-not-in-force",
            Why::OtherPath => "clock-other-path",
            Why::OtherKind => "clock-other-kind",
            Why::ConditionNotRecorded => "clock-no-condition",
        }),
        State::Unknown(Missing::Date(id)) if clock.started.is_none() && clock.ended.is_none() => {
            let event = event(*id);
            // What stands in brackets lists what the event may be.
            let short = event.split(" (").next().unwrap_or(&event);
            words.say("clock-not-begun", &Args::new().text("event", short))
        }
        State::Unknown(Missing::Date(id)) => words.say("clock-missing", &Args::new().text("event", event(*id))),
        State::Unknown(Missing::Precision) => words.plain("clock-imprecise"),
        State::Unknown(Missing::Path) => words.plain("clock-no-path"),
    }
}

/// Whether the law says *de inmediato*, or in the same act, and gives no number.
fn is_at_once(clock: &Clock<'_>) -> bool {
    matches!(clock.stage.limit.unit, Unit::Immediately | Unit::SameAct)
}

/// Whether a duty of the institution ran out and nothing here tells whether it was done: no record is no proof of a breach.
pub(super) fn is_unrecorded(clock: &Clock<'_>) -> bool {
    clock.state == State::Overdue
        && clock.procedure.subject == SubjectKind::Institution
        && !matches!(clock.of, Some(Of::Value { .. }))
}

/// A length of time in its largest exact unit: hours up to 48, then days; of an interval both ends.
pub(crate) fn length(spread: Spread, words: &Words) -> String {
    let in_days = spread.least % (24 * 60) == 0 && spread.most % (24 * 60) == 0;
    let hours = |minutes: i64| minutes.div_euclid(60);
    let (id, least, most) = if in_days || hours(spread.most) > MOST_HOURS {
        ("clock-days", spread.least.div_euclid(24 * 60), spread.most.div_euclid(24 * 60))
    } else {
        ("clock-hours", hours(spread.least), hours(spread.most))
    };
    let count = |number: i64| u64::try_from(number.max(0)).unwrap_or_default();
    if least == most {
        return words.say(id, &Args::new().count("count", count(most)));
    }
    words.say(&format!("{id}-between"), &Args::new().text("least", least.to_string()).count("count", count(most)))
}

/// What else a person must know.
pub(super) fn notes(clock: &Clock<'_>, words: &Words, lang: Lang) -> Vec<String> {
    let mut notes: Vec<String> = clock.notes.iter().map(|note| told_note(note, words)).collect();
    notes.extend(clock.stage.ambiguity.iter().map(|label| label.get(lang).to_owned()));
    notes
}

fn told_note(note: &Note<'_>, words: &Words) -> String {
    let day =
        |text: &str| text.parse::<PartialDate>().map_or_else(|_other| text.to_owned(), |date| date_said(&date, words));
    let at = |id: &str, date: &str| words.say(id, &Args::new().text("date", day(date)));
    match note {
        Note::OwnDay(own) => {
            let args = Args::new().text("from", day(&own.from.to_string())).text("to", day(&own.to.to_string()));
            words.say("clock-note-own-day", &args.text("reason", own.reason.as_str()))
        }
        Note::CalendarNotHeld(table) => words.say("clock-note-calendar", &Args::new().text("law", table.law.as_str())),
        Note::Suspended { from, to } => {
            let to = to.map_or_else(|| "…".to_owned(), |to| day(to.at.as_str()));
            words.say("clock-note-suspended", &Args::new().text("from", day(from.at.as_str())).text("to", to))
        }
        Note::Extended(by) => at("clock-note-extended", by.at.as_str()),
        Note::FiledEarlier(by) => at("clock-note-filed-earlier", by.at.as_str()),
        Note::Contrary(by) => at("clock-note-contrary", by.at.as_str()),
        Note::TooEarly(by) => at("clock-note-too-early", by.at.as_str()),
        Note::Doubtful(by) => at("clock-note-doubtful", by.at.as_str()),
        Note::Announced(by) => at("clock-note-announced", by.at.as_str()),
        Note::Derived => words.plain("clock-note-derived"),
    }
}

/// A term that ends within this many minutes is drawn as ending soon.
const SOON: i64 = 3 * 24 * 60;

/// The shape of a clock's state.
pub(crate) fn glyph(clock: &Clock<'_>) -> &'static str {
    match clock.state {
        State::Overdue => "late",
        State::Late => "metlate",
        State::Met => "met",
        State::Running if ends_soon(clock) => "soon",
        State::Running => "run",
        State::Stopped(_) => "stop",
        State::NotApplicable(_) => "none",
        State::Unknown(_) if clock.started.is_some() || clock.ended.is_some() => "unknown",
        State::Unknown(_) => "not_asked",
    }
}

/// Whether a term that runs ends soon.
pub(crate) fn ends_soon(clock: &Clock<'_>) -> bool {
    clock.margin.is_some_and(|margin| margin.least <= SOON)
}
