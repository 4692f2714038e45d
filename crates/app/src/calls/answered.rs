//! What became of a call, in one press: they answered, they did not, the plan is in motion, another hour. All of it can be
//! undone.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use resguardo_domain::calls::{later, minutes, moment};
use resguardo_domain::draft::{Draft, begin, change};
use resguardo_domain::field;
use resguardo_domain::record::Current;
use resguardo_domain::schema::{Kind, Wait, WaitSort};
use resguardo_domain::value::{Duration, PartialDate, Reference, Value};
use resguardo_language::Args;
use serde::{Deserialize, Serialize};

use super::{grace_of, instant};
use crate::bulk::{Undoable, WayBack};
use crate::error::AppError;
use crate::session::{Session, now_ms};
use crate::written::clock_text;

/// What a call that repeats hands on to the next one.
const HANDED_ON: [&str; 11] = [
    "person",
    "grace",
    "channel",
    "where",
    "overdue_plan",
    "contacts",
    "safe_word",
    "repeats_every",
    "caller",
    "application",
    "case",
];

/// What became of a call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum CallAnswer {
    /// They called or answered.
    Answered,
    /// Nobody answered.
    NoAnswer,
    /// What was agreed for that is being done.
    Acted,
    /// It was put off by so many minutes from now.
    In {
        /// How many.
        minutes: u32,
    },
    /// It was put off to the same hour of tomorrow.
    Tomorrow,
    /// It was put off to another moment, EDTF with its hour.
    At {
        /// Which.
        moment: String,
    },
}

impl Session {
    /// Writes down what became of a call; one that repeats is planned anew once it was answered.
    ///
    /// # Errors
    /// There is no such call; a moment that is none; the vault cannot be written.
    pub fn call_answer(&self, id: &str, answer: &CallAnswer) -> Result<Undoable, AppError> {
        let current = self.current(self.find(id)?)?;
        let kind = self.kind(&current.kind)?;
        let wait = kind.waits.iter().find(|wait| wait.sort == WaitSort::Call).ok_or(AppError::NoSuchRecord)?;
        let now = clock_text(now_ms());
        let at = DateTime::from_timestamp_millis(i64::try_from(now_ms()).unwrap_or_default()).unwrap_or_default();
        let call = Call { kind, wait, current: &current, now: &now, at };
        let (draft, told, next) = match answer {
            CallAnswer::Answered => {
                let (draft, told) = call.answered();
                (draft, told.to_owned(), call.next())
            }
            CallAnswer::NoAnswer => (call.stands("overdue"), "calls-no-answer".to_owned(), None),
            CallAnswer::Acted => (call.stands("acted"), "calls-acted".to_owned(), None),
            CallAnswer::In { minutes } => (call.put_off(later(&now, *minutes))?, "calls-postponed".to_owned(), None),
            CallAnswer::Tomorrow => (call.put_off(call.tomorrow())?, "calls-postponed".to_owned(), None),
            CallAnswer::At { moment } => (call.put_off(Some(moment.clone()))?, "calls-postponed".to_owned(), None),
        };
        let words = self.words();
        let date = draft.values.get(&wait.on).and_then(|values| date_of(values)).map(|date| words.date(&date, None));
        let told = words.say(&told, &Args::new().text("date", date.unwrap_or_default()));
        let before = draft.values.keys().map(|field| (field.clone(), current.values(field).cloned().collect()));
        let before = Draft { values: before.collect() };
        let planned = self.write(|pen| {
            let mut operations = change(kind, &current, &draft, pen);
            let planned = next.as_ref().map(|next| begin(kind, next, pen));
            let planned = planned.map(|(id, begun)| {
                operations.extend(begun);
                id
            });
            Ok((planned, operations))
        })?;
        let mut ways = vec![WayBack::Values(vec![(current.id, before)])];
        ways.extend(planned.map(WayBack::Made));
        self.undoable(WayBack::Together(ways), 1, told)
    }
}

/// A call and the moment it is answered.
struct Call<'a> {
    kind: &'a Kind,
    wait: &'a Wait,
    current: &'a Current,
    /// Now, on the laptop's clock.
    now: &'a str,
    /// Now.
    at: DateTime<Utc>,
}

impl Call<'_> {
    fn planned(&self) -> Option<PartialDate> {
        date_of(&self.current.values(&self.wait.on).cloned().collect::<Vec<_>>())
    }

    fn length(&self, field: &str) -> Option<Duration> {
        self.current.values(field).find_map(|value| match value {
            Value::Duration(length) => Some(*length),
            _ => None,
        })
    }

    /// The moment it was agreed for.
    fn instant(&self) -> Option<DateTime<Utc>> {
        self.current.values(&self.wait.on).find_map(|value| match value {
            Value::Date(date, zone) => instant(date, zone.as_deref()),
            _ => None,
        })
    }

    fn answered(&self) -> (Draft, &'static str) {
        let grace = TimeDelta::minutes(i64::from(grace_of(self.length("grace"))));
        let is_late = match self.instant().and_then(|at| at.checked_add_signed(grace)) {
            Some(until) => until < self.at,
            // Of a day without an hour the whole day is in time.
            None => self.planned().is_some_and(|planned| day_of(self.now).is_some_and(|today| planned.last() < today)),
        };
        let mut draft = self.stands(if is_late { "answered_late" } else { "answered" });
        for done in self.wait.done.iter().take(1) {
            draft.values.insert(done.clone(), moment_value(self.now).into_iter().collect());
        }
        (draft, if is_late { "calls-answered-late" } else { "calls-answered" })
    }

    fn stands(&self, term: &str) -> Draft {
        let status = vec![Value::Choice(term.to_owned())];
        Draft { values: BTreeMap::from([(field::STATUS.to_owned(), status)]) }
    }

    fn put_off(&self, to: Option<String>) -> Result<Draft, AppError> {
        let not_a_date = || AppError::NotADate { date: to.clone().unwrap_or_default() };
        let moment = to.as_deref().filter(|to| moment(to).is_some()).and_then(moment_value).ok_or_else(not_a_date)?;
        let mut draft = self.stands("planned");
        draft.values.insert(self.wait.on.clone(), vec![moment]);
        Ok(draft)
    }

    /// The same hour of tomorrow; the hour it is now where none was agreed.
    fn tomorrow(&self) -> Option<String> {
        let hour = self.planned().and_then(|planned| moment(planned.as_str())).or_else(|| moment(self.now))?.time();
        let day = day_of(self.now)?.succ_opt()?;
        Some(NaiveDateTime::new(day, hour).format("%Y-%m-%dT%H:%M").to_string())
    }

    /// The next of a call that repeats: the first time after now.
    fn next(&self) -> Option<Draft> {
        let every = self.length("repeats_every")?;
        let planned = self.planned()?;
        let step = TimeDelta::minutes(i64::from(minutes(every)?));
        let first = moment(planned.as_str())?;
        let missed = (self.at - self.instant()?).num_minutes().max(0).checked_div(step.num_minutes())?;
        let turns = i32::try_from(missed).ok()?.checked_add(1)?;
        let next = first.checked_add_signed(step.checked_mul(turns)?)?.format("%Y-%m-%dT%H:%M").to_string();
        let held = HANDED_ON.iter().filter(|field| self.kind.field(field).is_some());
        let held = held.map(|field| ((*field).to_owned(), self.current.values(field).cloned().collect::<Vec<_>>()));
        let mut values: BTreeMap<String, Vec<Value>> = held.filter(|(_, values)| !values.is_empty()).collect();
        values.insert(field::STATUS.to_owned(), vec![Value::Choice("planned".to_owned())]);
        values.insert(self.wait.on.clone(), vec![moment_value(&next)?]);
        values.insert("previous".to_owned(), vec![Value::Reference(Reference::to(self.current.id))]);
        Some(Draft { values })
    }
}

fn date_of(values: &[Value]) -> Option<PartialDate> {
    values.iter().find_map(|value| match value {
        Value::Date(date, _) => Some(date.clone()),
        _ => None,
    })
}

fn day_of(moment: &str) -> Option<NaiveDate> {
    moment.get(..10)?.parse().ok()
}

fn moment_value(moment: &str) -> Option<Value> {
    Some(Value::Date(moment.parse().ok()?, None))
}
