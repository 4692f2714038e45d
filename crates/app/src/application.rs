//! The page of one application: its way through the law as of a day, the pressing term to scale, its measures, what the law
//! permits now, and what proves each date.

mod course;
mod measures;
mod permitted;
mod proofs;
mod scale;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use resguardo_language::Words;
use resguardo_mechanism::clock::Clock;
use resguardo_mechanism::procedure::{Course, Procedures};
use resguardo_vault::Snapshot;
use serde::Serialize;

use crate::cells::Cell;
use crate::clocks::{One, Seen};
use crate::error::AppError;
use crate::session::Session;
pub use course::{CourseLine, StepSaid};
pub use measures::{MeasureRow, Measures};
pub use permitted::{Act, Beginning};
pub use proofs::{Document, Proof};
pub use scale::{Mark, Scale};

/// What stands beside a step: what the law leaves open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct Silence {
    /// Which step.
    pub title: String,
    /// What is open.
    pub text: String,
}

/// An application as of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ApplicationPage {
    /// The day, or the moment.
    pub as_of: String,
    /// The same in words.
    pub as_of_said: String,
    /// The nearest earlier day on which something of it is dated.
    pub before: Option<String>,
    /// The nearest later one.
    pub after: Option<String>,
    /// The steps of its way, in their order; none where the law of its day is not held.
    pub steps: Vec<StepSaid>,
    /// The pressing term to scale, once for each reading.
    pub scales: Vec<Scale>,
    /// Its measures.
    pub measures: Measures,
    /// What the law leaves open.
    pub silences: Vec<Silence>,
    /// What the law permits now.
    pub permitted: Vec<Act>,
    /// What proves each date.
    pub proofs: Vec<Proof>,
    /// The level of risk, as its source says it.
    pub risk: Cell,
}

/// What the parts of the page are made of.
struct Telling<'a> {
    session: &'a Session,
    snapshot: &'a Snapshot,
    law: &'a Procedures,
    words: &'a Words,
    one: &'a One,
    seen: &'a Seen,
    course: Option<&'a Course>,
    clocks: &'a [Clock<'a>],
}

impl Session {
    /// The page of an application as of a day as somebody types it; an empty text is now.
    ///
    /// # Errors
    /// [`AppError::NotADate`]; the record is not there, or is none that takes this way.
    pub fn application_page(&self, id: &str, as_of: &str) -> Result<ApplicationPage, AppError> {
        let snapshot = self.snapshot();
        let id = snapshot.read_as(self.find(id)?);
        let words = self.words();
        let seen = Seen::typed(as_of, &words)?;
        let law = Procedures::builtin();
        let one = self.one(&snapshot, id).ok_or(AppError::NoSuchRecord)?;
        let clocks = one.circumstances(law, seen.as_of).clocks(&one.subject);
        let day = one.record.date("received").map_or(seen.day(), |received| received.first());
        let course = law.course(one.subject.path(), day);
        let telling = Telling {
            session: self,
            snapshot: &snapshot,
            law,
            words: &words,
            one: &one,
            seen: &seen,
            course,
            clocks: &clocks,
        };
        let (before, after) = telling.near();
        Ok(ApplicationPage {
            as_of: seen.text.clone(),
            as_of_said: seen.said.clone(),
            before,
            after,
            steps: telling.steps(),
            scales: telling.scales(),
            measures: telling.measures(),
            silences: telling.silences(),
            permitted: telling.permitted(),
            proofs: telling.proofs()?,
            risk: telling.risk(),
        })
    }
}

impl Telling<'_> {
    /// The nearest days before and after on which something is dated.
    fn near(&self) -> (Option<String>, Option<String>) {
        let dated = self.one.subject.events().iter().filter(|dated| !dated.at.is_interval());
        let days: BTreeSet<NaiveDate> = dated.map(|dated| dated.at.last()).collect();
        let text = |day: Option<&NaiveDate>| day.map(NaiveDate::to_string);
        let day = self.seen.day();
        (text(days.range(..day).next_back()), text(days.range(day..).find(|other| **other > day)))
    }

    fn risk(&self) -> Cell {
        let record = &self.one.record;
        let field = self.session.schema.kind(&record.kind).and_then(|kind| kind.field("risk_level"));
        let draw = |field| self.session.cells(self.snapshot).together(record.id, field, record.values("risk_level"));
        field.map_or_else(Cell::empty, draw)
    }

    /// What the law leaves open at the steps that are not reached.
    fn silences(&self) -> Vec<Silence> {
        let steps = self.course.map(|course| course.steps.as_slice()).unwrap_or_default();
        let open = steps.iter().filter(|step| !self.is_reached(step));
        let said = open.filter_map(|step| {
            let text = step.silence.as_ref()?.get(self.session.lang).to_owned();
            Some(Silence { title: step.label().get(self.session.lang).to_owned(), text })
        });
        said.collect()
    }
}
