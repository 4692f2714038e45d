//! Legal clocks of every record that has them, as of a day: what ran out, by how much, under which article, with which proof.

mod count;
mod list;
mod one;
mod pressing;
mod said;
mod seen;
mod step;
mod subjects;
mod timed;
mod told;
mod turned;

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;
use resguardo_domain::id::RecordId;
use resguardo_language::Words;
use resguardo_mechanism::clock::{AsOf, Circumstances, Clock, Of, Proof, Spread, Standing, SubjectKind};
use resguardo_mechanism::procedure::Procedures;
use resguardo_vault::Snapshot;
use serde::Serialize;
use serde_json::Value as Json;

use crate::error::AppError;
use crate::indicators::day_or_today;
use crate::session::Session;
use crate::titles::Titles;
pub(crate) use count::count_id;
pub use count::{Count, CountLine};
pub use list::{ClockLine, RecordClocks};
pub(crate) use one::One;
pub(crate) use said::{article_said, date_said, due_said, limit_said};
pub(crate) use seen::Seen;
pub use step::{StepChoice, StepInput};
pub(crate) use subjects::{KeptSubjects, Subjects};
pub(crate) use told::{ends_soon, glyph, length, responsible, sentence};

/// The kind that gathers applications.
const CASE: &str = "case";

/// What is asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ClockRequest {
    /// The day, `2014-02-28`; none: today by the laptop's calendar.
    pub as_of: Option<String>,
    /// One record, by its id or the first eight digits of it; none: all.
    pub record: Option<String>,
    /// Only those with these states; empty: all but those that do not apply.
    pub states: Vec<String>,
}

/// One clock.
#[derive(Debug, Clone, Serialize)]
pub struct ToldClock {
    /// The record; empty for the institution itself.
    pub record: String,
    /// What it is called.
    pub title: String,
    /// The stage's id: `ord.study`.
    pub clock: String,
    /// What the stage is.
    pub label: String,
    /// Of what, where a stage has several: a measure, a state, a month.
    pub of: Option<String>,
    /// The reading of the law, A or B, where it has two.
    pub reading: Option<String>,
    /// The law's file: `mx-2012`.
    pub law: String,
    /// The article.
    pub article: String,
    /// The article in words: «Art. 27-I».
    pub article_said: String,
    /// Who owes it.
    pub responsible: String,
    /// running, met, late, overdue, stopped, `not_applicable`, unknown.
    pub state: &'static str,
    /// Whether the records here could tell how it ended: `false` where an institution's duty ran out and nobody recorded
    /// whether it was done, which is no breach.
    pub recorded: bool,
    /// The state in words.
    pub sentence: String,
    /// The date that started it, EDTF.
    pub started: Option<String>,
    /// Its last day or moment; an interval where the start is known in part.
    pub due: Option<String>,
    /// The same in words.
    pub due_said: Option<String>,
    /// The last day, if one that does not work moves on (LFPA 29).
    pub due_if_extended: Option<String>,
    /// The date that ended it.
    pub ended: Option<String>,
    /// Hours left; negative once past the limit; `{min, max}` where dates are known in part.
    pub margin_hours: Option<Json>,
    /// Whether documents prove its dates: documented, stated.
    pub proof: &'static str,
    /// What a supplementary law would ask, in words that never say overdue.
    pub supplementary: Option<ToldSupplementary>,
    /// What else a person must know of this count.
    pub notes: Vec<String>,
}

/// A limit of a supplementary law.
#[derive(Debug, Clone, Serialize)]
pub struct ToldSupplementary {
    /// The article.
    pub article: String,
    /// The last day, by the default reading.
    pub due: Option<String>,
    /// Whether the last of its readings has passed.
    pub passed: bool,
    /// The reading.
    pub reading: Option<String>,
    /// The words to print once it has passed.
    pub wording: String,
}

impl Session {
    /// The clocks of all records, or of one, as of a day.
    ///
    /// # Errors
    /// [`AppError::NotADate`]; no such record.
    pub fn clocks(&self, request: &ClockRequest) -> Result<Vec<ToldClock>, AppError> {
        let as_of = match request.as_of.as_deref() {
            Some(text) => AsOf::day(day_or_today(Some(text))?),
            None => Seen::typed("", &self.words())?.as_of,
        };
        let snapshot = self.snapshot();
        let wanted = request.record.as_deref().map(|text| self.find(text)).transpose()?;
        let wanted = wanted.map(|id| BTreeSet::from([snapshot.read_as(id)]));
        let states: Vec<&str> = request.states.iter().map(String::as_str).collect();
        Ok(self.clocks_of(&snapshot, wanted.as_ref(), as_of, &states))
    }

    /// The clocks of some records, each read alone; of none named: of all, and of the institution. No states: all but
    /// *not applicable*.
    pub(crate) fn clocks_of(
        &self,
        snapshot: &Arc<Snapshot>,
        records: Option<&BTreeSet<RecordId>>,
        as_of: AsOf,
        states: &[&str],
    ) -> Vec<ToldClock> {
        let law = Procedures::builtin();
        let (titles, words) = (self.titles(snapshot), self.words());
        let mut told = Vec::new();
        let mut take = |record: Option<RecordId>, clock: Clock<'_>| {
            let state = clock.state.id();
            let is_wanted = if states.is_empty() { state != "not_applicable" } else { states.contains(&state) };
            if is_wanted {
                told.push(self.told_clock(record, &clock, (&titles, &words)));
            }
        };
        if let Some(records) = records {
            for id in records {
                if let Some(one) = self.one(snapshot, *id) {
                    one.circumstances(law, as_of).each(&one.subject, &mut |clock| take(Some(*id), clock));
                }
            }
        } else {
            let subjects = self.subjects(snapshot);
            let seen = subjects.circumstances(law, as_of);
            for (record, subject) in subjects.iter() {
                seen.each(subject, &mut |clock| take(record, clock));
            }
        }
        told
    }

    /// The clocks of the institution itself, as of a day, in the order of the law; each of a duty that recurs with the first
    /// day of its period.
    pub(crate) fn institution_clocks(&self, day: NaiveDate) -> Vec<(Option<NaiveDate>, ToldClock)> {
        let snapshot = self.snapshot();
        let (institution, own_days) = self.institution(&snapshot);
        let seen = Circumstances::on(Procedures::builtin(), AsOf::day(day));
        let seen = seen.with_institution(&institution).with_own_days(&own_days);
        let (titles, words) = (self.titles(&snapshot), self.words());
        let mut told = Vec::new();
        seen.each(&institution, &mut |clock| {
            if clock.state.id() != "not_applicable" {
                let period = if let Some(Of::Period { first, .. }) = clock.of { Some(first) } else { None };
                told.push((period, self.told_clock(None, &clock, (&titles, &words))));
            }
        });
        told
    }

    fn told_clock(
        &self,
        record: Option<RecordId>,
        clock: &Clock<'_>,
        (titles, words): (&Titles<'_>, &Words),
    ) -> ToldClock {
        let law = Procedures::builtin();
        let beside = clock.beside.as_ref().map(|beside| ToldSupplementary {
            article: beside.limit.article.clone(),
            due: beside.dues.first().map(|(_, day)| day.to_string()),
            passed: beside.standing == Standing::Beyond,
            reading: beside.dues.first().and_then(|(way, _)| way.id.clone()),
            wording: beside.limit.wording.get(self.lang).to_owned(),
        });
        ToldClock {
            record: record.map(|id| id.to_string()).unwrap_or_default(),
            title: record.and_then(|id| titles.by_id(id)).unwrap_or_default(),
            clock: clock.stage.id.clone(),
            label: clock.stage.label.get(self.lang).to_owned(),
            of: told::of(clock, titles, words),
            reading: clock.way.id.clone(),
            law: law.law(clock.procedure).map(|law| law.id.clone()).unwrap_or_default(),
            article: clock.stage.article.clone(),
            article_said: article_said(&clock.stage.article, words),
            responsible: told::responsible(clock, law, self.lang),
            state: clock.state.id(),
            recorded: !told::is_unrecorded(clock),
            sentence: told::sentence(clock, law, words),
            started: clock.started.map(|dated| dated.at.as_str().to_owned()),
            due: clock.due.as_ref().map(resguardo_mechanism::clock::Due::text),
            due_said: clock.due.as_ref().map(|due| due_said(due, words)),
            due_if_extended: clock.due_if_extended.as_ref().map(resguardo_mechanism::clock::Due::text),
            ended: clock.ended.map(|dated| dated.at.as_str().to_owned()),
            margin_hours: clock.margin.map(|margin| margin_json(&margin)),
            proof: if clock.proof == Proof::Documented { "documented" } else { "stated" },
            supplementary: beside,
            notes: told::notes(clock, words, self.lang),
        }
    }
}

/// What the clocks of a kind are drawn as on its page; none where it has none.
pub(crate) fn drawn_as(kind: &str) -> Option<&'static str> {
    let law = Procedures::builtin();
    let mut tellings = law.telling(kind);
    // Of a case, those of its applications; what only sometimes turns a clock of the institution is no place for them.
    let has_list =
        kind == CASE || law.telling(kind).any(|one| one.subject != SubjectKind::Institution || one.is_always());
    match tellings.next() {
        Some(own) if own.subject == SubjectKind::Application && own.of.is_none() => Some("way"),
        _ => has_list.then_some("list"),
    }
}

/// Hours; whole ones as whole numbers.
fn margin_json(margin: &Spread) -> Json {
    let number =
        |minutes: i64, hours: f64| if minutes % 60 == 0 { Json::from(minutes / 60) } else { Json::from(hours) };
    let (least, most) = (number(margin.least, margin.least_hours()), number(margin.most, margin.most_hours()));
    if margin.is_exact() { least } else { serde_json::json!({ "min": least, "max": most }) }
}

#[cfg(test)]
mod tests;
