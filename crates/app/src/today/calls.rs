//! Agreed calls on the first screen: those nobody answered stand above everything, with what to do.

use std::cmp::Ordering;

use chrono::{DateTime, Local, TimeDelta, Utc};
use resguardo_domain::calls::steps;
use resguardo_domain::field;
use resguardo_domain::schema::WaitSort;
use resguardo_domain::value::Value;
use resguardo_language::{Args, Words};
use serde::Serialize;

use super::{TodayItem, TodaySection, Unfolded};
use crate::agenda::{Pending, until};
use crate::calls::{CallAnswer, grace_of, instant, length};
use crate::cells::Cells;
use crate::session::{Session, now_ms};

/// A call is told this many minutes before it is due.
const SOON: i64 = 48 * 60;
/// From so many minutes on, hours are told; from so many hours on, days.
const MOST_MINUTES: i64 = 120;
const MOST_HOURS: i64 = 48;
/// The terms of a call nobody answered.
const UNANSWERED: [&str; 2] = ["overdue", "acted"];

/// What to do about a call, and what may be answered at once.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct TodayCall {
    /// What was agreed for when nobody answers, step by step.
    pub steps: Vec<CallStep>,
    /// What became of it, in one press.
    pub answers: Vec<CallButton>,
    /// When it is put off to.
    pub later: Vec<CallButton>,
}

/// One step of what was agreed.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct CallStep {
    /// When, on the laptop's clock; empty where the plan does not say.
    pub at: String,
    /// What.
    pub text: String,
    /// Whether its moment has come.
    pub come: bool,
}

/// A button.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct CallButton {
    /// What it says.
    pub label: String,
    /// What it writes down.
    pub answer: CallAnswer,
}

/// A call against the clock.
struct Standing<'a> {
    pending: &'a Pending<'a>,
    /// Minutes until it is due; less than none once it was. None where only its day is known.
    left: Option<i64>,
    /// Whether something is to be done now.
    is_late: bool,
    at: Option<DateTime<Utc>>,
}

impl Session {
    /// Calls nobody answered, and those of the next two days.
    pub(super) fn calls(
        &self,
        (cells, open): (&Cells<'_>, Unfolded<'_>),
        pending: &[Pending<'_>],
    ) -> [TodaySection; 2] {
        let now = DateTime::from_timestamp_millis(i64::try_from(now_ms()).unwrap_or_default()).unwrap_or_default();
        let calls = pending.iter().filter(|one| one.wait.sort == WaitSort::Call);
        let near = calls
            .map(|one| standing(one, now))
            .filter(|one| one.is_late || one.left.map_or(one.pending.left <= 2, |left| left <= SOON));
        let (late, soon): (Vec<_>, Vec<_>) = near.partition(|one| one.is_late);
        [("calls", late), ("calls-soon", soon)].map(|(id, calls)| {
            let count = calls.len();
            let items = calls.into_iter().take(open.most(id)).map(|one| self.call_item(cells, &one, now));
            self.section(id, count, items.collect())
        })
    }

    fn call_item(&self, cells: &Cells<'_>, call: &Standing<'_>, now: DateTime<Utc>) -> TodayItem {
        let row = &call.pending.row;
        let words = &cells.words;
        let people = call.pending.wait.about.as_deref().map(|about| row.values(about)).unwrap_or_default();
        let people: Vec<String> = people.iter().flat_map(Value::references).map(|to| cells.called(to)).collect();
        let kind = self.schema.kind(row.kind());
        let channel = kind.and_then(|kind| kind.field(&call.pending.wait.step));
        let channel = channel.map(|field| cells.together(row.id(), field, &row.values(&field.id)).text);
        let planned = words.say("call-planned", &Args::new().text("date", words.date_short(&call.pending.on)));
        let detail: Vec<String> =
            [Some(planned), channel].into_iter().flatten().filter(|text| !text.is_empty()).collect();
        let state = if call.is_late { "late" } else { "soon" };
        let goes = format!("record/{}/fields", row.id());
        let title = match people.as_slice() {
            [] => cells.title(row),
            people => words.say("call-who", &Args::new().text("who", words.list(people))),
        };
        let due = call.left.map_or_else(|| until(words, call.pending.left), |left| against(words, left));
        TodayItem {
            title,
            due: Some(due),
            call: Some(self.at_once(words, call, now)),
            ..self.item(cells, row, detail.join(" · "), (state, goes))
        }
    }

    /// What to do and what may be answered.
    fn at_once(&self, words: &Words, call: &Standing<'_>, now: DateTime<Utc>) -> TodayCall {
        let row = &call.pending.row;
        let plan = row.values("overdue_plan");
        let plan = plan.iter().flat_map(Value::words).flat_map(steps).filter(|_| call.is_late);
        let told = plan.map(|step| {
            let at = step
                .after_minutes
                .zip(call.at)
                .and_then(|(after, at)| at.checked_add_signed(TimeDelta::minutes(i64::from(after))));
            let hour = at.map(|at| at.with_timezone(&Local).format("%H:%M").to_string());
            CallStep { at: hour.unwrap_or_default(), text: step.text, come: at.is_none_or(|at| at <= now) }
        });
        let unanswered = row.values(field::STATUS).iter().any(is_unanswered);
        let second =
            if unanswered { ("call-acted", CallAnswer::Acted) } else { ("call-no-answer", CallAnswer::NoAnswer) };
        let button = |(id, answer): (&str, CallAnswer)| CallButton { label: words.plain(id), answer };
        let minutes = |minutes: u32| CallAnswer::In { minutes };
        let later = [
            ("call-in-15", minutes(15)),
            ("call-in-30", minutes(30)),
            ("call-in-60", minutes(60)),
            ("call-tomorrow", CallAnswer::Tomorrow),
        ];
        TodayCall {
            steps: told.collect(),
            answers: [("call-answered", CallAnswer::Answered), second].map(button).to_vec(),
            later: later.map(button).to_vec(),
        }
    }
}

fn standing<'a>(pending: &'a Pending<'a>, now: DateTime<Utc>) -> Standing<'a> {
    let at = instant(&pending.on, pending.zone.as_deref());
    let left = at.map(|at| (at - now).num_minutes());
    let grace = i64::from(grace_of(length(&pending.row, "grace")));
    let unanswered = pending.row.values(field::STATUS).iter().any(is_unanswered);
    let is_late = unanswered || left.map_or(pending.left < 0, |left| left.saturating_add(grace) < 0);
    Standing { pending, left, is_late, at }
}

fn is_unanswered(value: &Value) -> bool {
    matches!(value, Value::Choice(term) if UNANSWERED.contains(&term.as_str()))
}

/// «hace 32 minutos», «en 3 horas».
fn against(words: &Words, left: i64) -> String {
    let (unit, length) = match left.abs() {
        minutes @ ..MOST_MINUTES => ("minutes", minutes),
        minutes if minutes / 60 < MOST_HOURS => ("hours", minutes / 60),
        minutes => ("days", minutes / (24 * 60)),
    };
    let side = match left.cmp(&0) {
        Ordering::Less => "ago",
        Ordering::Equal => return words.plain("call-now"),
        Ordering::Greater => "in",
    };
    words.say(&format!("call-{unit}-{side}"), &Args::new().count("count", length.unsigned_abs()))
}
