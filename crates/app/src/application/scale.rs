//! The term that presses most, to scale: how long the law gives, how long it took or takes, with its dates. Lengths are told
//! in ten thousandths of the whole, so that who draws them counts nothing.

use chrono::{Datelike, Months, NaiveDate};
use resguardo_domain::value::PartialDate;
use resguardo_language::Args;
use resguardo_mechanism::clock::{Clock, Due, Spread, State};
use serde::Serialize;

use super::Telling;
use crate::clocks::{date_said, due_said, length, limit_said, sentence};

/// Words under the line stand no nearer to each other than this many ten thousandths.
const APART: u32 = 2000;
/// The whole line.
const WHOLE: u32 = 10_000;
/// So many beginnings of a month are told at most.
const MOST_MONTHS: usize = 4;

/// One term by one reading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct Scale {
    /// Which term.
    pub title: String,
    /// The reading, where there are two.
    pub reading: Option<String>,
    /// How long it took and what the law gives, in one sentence.
    pub said: String,
    /// How it stands, in one sentence.
    pub sentence: String,
    /// Where the law's limit is, from 0 to 10 000.
    pub limit: u32,
    /// What passed for certain.
    pub least: u32,
    /// What passed at most: more where dates are known in part.
    pub most: u32,
    /// Whether it still goes on.
    pub open: bool,
    /// Words under the line.
    pub marks: Vec<Mark>,
}

/// Words at a place of the line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct Mark {
    /// Where, from 0 to 10 000.
    pub at: u32,
    /// The words.
    pub text: String,
    /// Whether it is the limit.
    pub strong: bool,
}

impl<'a> Telling<'a> {
    /// The term of the way that presses most, by each of its readings.
    pub(super) fn scales(&self) -> Vec<Scale> {
        let Some(pressing) = self.pressing() else { return Vec::new() };
        let same = |clock: &&&Clock<'_>| {
            clock.stage.id == pressing.stage.id
                && clock.of == pressing.of
                && clock.started.is_some()
                && clock.stage.valid.from == pressing.stage.valid.from
        };
        self.clocks.iter().filter(|clock| same(&clock)).filter_map(|clock| self.scale(clock)).collect()
    }

    /// Overdue before running before late; of those that are alike the first of the way.
    fn pressing(&self) -> Option<&'a Clock<'a>> {
        let steps = self.course.map(|course| course.steps.as_slice()).unwrap_or_default();
        let all: Vec<&Clock<'_>> = steps
            .iter()
            .flat_map(|step| &step.stages)
            .flat_map(|stage| self.of_stage(Some(stage)))
            .filter(|clock| clock.due.is_some() && clock.margin.is_some())
            .collect();
        let of = |wanted: State<'_>| all.iter().copied().find(|clock| clock.state == wanted);
        of(State::Overdue).or_else(|| of(State::Running)).or_else(|| of(State::Late)).or_else(|| of(State::Met))
    }

    fn scale(&self, clock: &Clock<'_>) -> Option<Scale> {
        let (elapsed, margin) = (clock.elapsed?, clock.margin?);
        let limit = margin.least.saturating_add(elapsed.most);
        if limit <= 0 {
            return None;
        }
        let whole = limit.max(elapsed.most).max(1);
        let share = |minutes: i64| share_of(minutes, whole);
        let args = Args::new()
            .text("length", length(elapsed, self.words))
            .text("limit", limit_said(&clock.stage.limit, self.words))
            .text("start", clock.started.map(|start| date_said(&start.at, self.words)).unwrap_or_default());
        Some(Scale {
            title: clock.stage.label.get(self.session.lang).to_owned(),
            reading: clock.way.id.as_ref().map(|id| self.reading(id, clock)),
            said: self.words.say("scale-said", &args),
            sentence: sentence(clock, self.law, self.words),
            limit: share(limit),
            least: share(elapsed.least),
            most: share(elapsed.most),
            open: matches!(clock.state, State::Overdue | State::Running),
            marks: self.marks(clock, (limit, whole), elapsed),
        })
    }

    /// «A: desde el decreto de la Junta».
    fn reading(&self, id: &str, clock: &Clock<'_>) -> String {
        clock
            .way
            .label
            .as_ref()
            .map_or_else(|| id.to_owned(), |label| format!("{id}: {}", label.get(self.session.lang)))
    }

    /// The limit, both ends, and beginnings of months between them.
    fn marks(&self, clock: &Clock<'_>, (limit, whole): (i64, i64), elapsed: Spread) -> Vec<Mark> {
        let mark = |at: u32, text: String, strong| Mark { at, text, strong };
        let mut marks = Vec::new();
        if let Some(due) = &clock.due {
            let args = Args::new().text("date", due_said(due, self.words));
            marks.push(mark(share_of(limit, whole), self.words.say("scale-due", &args), true));
        }
        let end = match clock.ended {
            Some(ended) => date_said(&ended.at, self.words),
            None => self.seen.short(self.words),
        };
        let mut place = |at: u32, text: String| {
            if marks.iter().all(|known: &Mark| known.at.abs_diff(at) >= APART) {
                marks.push(mark(at, text, false));
            }
        };
        place(share_of(elapsed.most, whole), end);
        // From a start known in part no day has one place.
        if let Some(start) = clock.started.filter(|start| start.at.first() == start.at.last()) {
            place(0, date_said(&start.at, self.words));
            for (at, day) in months(start.at.first(), whole, matches!(clock.due, Some(Due::Day { .. }))) {
                place(at, date_said(&PartialDate::day(day), self.words));
            }
        }
        marks.sort_by_key(|mark| mark.at);
        marks
    }
}

/// A part of a whole, in ten thousandths.
fn share_of(minutes: i64, whole: i64) -> u32 {
    let share = i64::from(WHOLE).saturating_mul(minutes.max(0)).checked_div(whole.max(1)).unwrap_or(0);
    u32::try_from(share).unwrap_or(WHOLE).min(WHOLE)
}

/// Beginnings of months within a length from a day, evenly thinned; none for what is counted in hours.
fn months(start: NaiveDate, whole: i64, in_days: bool) -> Vec<(u32, NaiveDate)> {
    let first = start.with_day(1).filter(|_| in_days);
    let day = |count: u32| first.and_then(|first| first.checked_add_months(Months::new(count)));
    let at = |day: NaiveDate| (share_of((day - start).num_days().saturating_mul(24 * 60), whole), day);
    let all: Vec<(u32, NaiveDate)> = (1..600).map_while(day).map(at).take_while(|(at, _)| *at < WHOLE).collect();
    let step = all.len().div_ceil(MOST_MONTHS).max(1);
    all.into_iter().skip(step / 2).step_by(step).collect()
}
