//! The procedures as data: laws with their stages, calendars, events and actors, read from `assets/procedures`.
//!
//! A reform is one more file: a stage that stands again under the same id takes the place of the earlier text from its
//! own first day, and `ends` closes stages that the reform took away. Outside what is held the answer is *not
//! applicable*, never a guess.

mod calendar;
mod course;
mod event;
mod limit;
mod read;
mod stage;

use std::collections::BTreeMap;
use std::sync::{LazyLock, OnceLock};

use chrono::NaiveDate;
use chrono_tz::Tz;
use resguardo_domain::catalogue::Label;
use serde::Deserialize;

pub use calendar::{Holiday, Moved, MovedMode, OwnDay, Rest, Table};
pub use course::{Course, CourseStep, Opens, Permitted, Reached};
pub use event::{Actor, DocumentKind, EventId, EventType};
pub use limit::{Direction, Exception, Exclude, Limit, Period, Unit};
pub use stage::{
    AnswerTerm, Certificate, Effect, LastDay, Occurrence, Owed, RunsFrom, Stage, Supplementary, SupplementaryWay,
    Suspension, Valid, Way, Which,
};

use crate::clock::{OfLaw, Path, SubjectKind, Telling};

/// Name and text of every file of `assets/procedures`.
pub(crate) static FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/procedures.rs"));

static USED: OnceLock<Procedures> = OnceLock::new();

/// All procedures, with what they count by.
#[derive(Debug, Clone)]
pub struct Procedures {
    laws: Vec<Law>,
    procedures: Vec<Procedure>,
    events: Vec<EventType>,
    by_name: BTreeMap<String, EventId>,
    actors: Vec<Actor>,
    document_kinds: Vec<DocumentKind>,
    tables: Vec<Table>,
    tellings: Vec<Telling>,
    courses: Vec<Course>,
    permitted: Vec<Permitted>,
    zone: Tz,
}

/// One law or decree whose stages are held.
#[derive(Debug, Clone)]
pub struct Law {
    /// Its id, the name of its file: `mx-2012`.
    pub id: String,
    /// Its name.
    pub label: Label,
    /// The texts its stages were read in.
    pub sources: Vec<Source>,
    /// The wordings nobody has read.
    pub not_held: Vec<NotHeld>,
    /// Its own events: its publication, the day it came into force.
    pub events: Vec<OfLaw>,
}

/// Where a text was read.
#[derive(Debug, Clone, Deserialize)]
pub struct Source {
    /// Its short name.
    pub id: String,
    /// Which text, with its last reform.
    pub what: String,
    /// Where it was read.
    #[serde(rename = "where")]
    pub place: String,
}

/// A wording that is not held.
#[derive(Debug, Clone, Deserialize)]
pub struct NotHeld {
    /// The stage or procedure it would rule.
    pub scope: String,
    /// The first day that is held again; none when it is missing altogether.
    pub before: Option<NaiveDate>,
    /// What is missing.
    pub what: Label,
}

/// One path with its stages.
#[derive(Debug, Clone)]
pub struct Procedure {
    /// Its id: `ordinary`.
    pub id: String,
    /// Its name.
    pub label: Label,
    /// The articles it rests on.
    pub articles: String,
    /// Whose events it reads.
    pub subject: SubjectKind,
    /// The only path it belongs to, where it does not belong to all.
    pub path: Option<Path>,
    /// What its events say of the whole record: `case`, a grave act or another.
    pub kind_key: Option<String>,
    /// What ends every term of it that still runs.
    pub stopped_by: Vec<Occurrence>,
    /// Its stages in their order.
    pub stages: Vec<Stage>,
    pub(crate) law: usize,
}

/// Procedures that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ProceduresError {
    /// The file is not JSON of the expected shape.
    #[error("{file}: {reason}")]
    Shape {
        /// The file.
        file: String,
        /// What is wrong.
        #[source]
        reason: serde_json::Error,
    },
    /// A stage names what does not exist, or two texts of it rule the same day.
    #[error("{stage}: {reason}")]
    Stage {
        /// The stage or procedure.
        stage: String,
        /// What is wrong.
        reason: String,
    },
}

impl Procedures {
    /// The procedures that ship, or those that took their place.
    #[must_use]
    pub fn builtin() -> &'static Self {
        static SHIP: LazyLock<Procedures> = LazyLock::new(|| {
            #[expect(clippy::expect_used, reason = "a test reads the procedures that ship")]
            Procedures::from_files(FILES.iter().copied()).expect("the procedures that ship are read")
        });
        USED.get().unwrap_or(&SHIP)
    }

    /// Takes the place of the procedures that ship; before anything is counted with those. Says whether it could.
    #[must_use]
    pub fn begin(self) -> bool {
        USED.set(self).is_ok()
    }

    /// Reads procedures from the name (with or without `.json`) and text of each file of a folder like
    /// `assets/procedures`.
    ///
    /// # Errors
    /// [`ProceduresError`] for the first file or stage that is wrong.
    pub fn from_files<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, ProceduresError> {
        read::read(files)
    }

    /// Name and text of each file that ships: what a changed copy starts from.
    pub fn files() -> impl Iterator<Item = (&'static str, &'static str)> {
        FILES.iter().copied()
    }

    /// All procedures.
    #[must_use]
    pub fn all(&self) -> &[Procedure] {
        &self.procedures
    }

    /// Every stage, in every text held of it.
    pub fn stages(&self) -> impl Iterator<Item = &Stage> {
        self.procedures.iter().flat_map(|procedure| &procedure.stages)
    }

    /// The text of a stage in force on a day.
    #[must_use]
    pub fn stage(&self, id: &str, on: NaiveDate) -> Option<&Stage> {
        self.stages().find(|stage| stage.id == id && stage.valid.holds(on))
    }

    /// The law a procedure was read in.
    #[must_use]
    pub fn law(&self, procedure: &Procedure) -> Option<&Law> {
        self.laws.get(procedure.law)
    }

    /// All laws and decrees.
    #[must_use]
    pub fn laws(&self) -> &[Law] {
        &self.laws
    }

    /// The event with this id.
    #[must_use]
    pub fn event(&self, id: &str) -> Option<EventId> {
        self.by_name.get(id).copied()
    }

    /// What an event is.
    #[must_use]
    pub fn event_type(&self, id: EventId) -> Option<&EventType> {
        self.events.get(usize::from(id.0))
    }

    /// All kinds of event.
    #[must_use]
    pub fn events(&self) -> &[EventType] {
        &self.events
    }

    /// The actor with this id.
    #[must_use]
    pub fn actor(&self, id: &str) -> Option<&Actor> {
        self.actors.iter().find(|actor| actor.id == id)
    }

    /// The kind of document with this id.
    #[must_use]
    pub fn document_kind(&self, id: &str) -> Option<&DocumentKind> {
        self.document_kinds.iter().find(|kind| kind.id == id)
    }

    /// The calendars, one a law.
    #[must_use]
    pub fn tables(&self) -> &[Table] {
        &self.tables
    }

    /// What records tell of procedures.
    #[must_use]
    pub fn tellings(&self) -> &[Telling] {
        &self.tellings
    }

    /// The course of a path in force on a day.
    #[must_use]
    pub fn course(&self, path: Path, on: NaiveDate) -> Option<&Course> {
        self.courses.iter().find(|course| course.holds(path, on))
    }

    /// What the law lets a person do meanwhile.
    #[must_use]
    pub fn permitted(&self) -> &[Permitted] {
        &self.permitted
    }

    /// The zone of hours without an offset of their own.
    #[must_use]
    pub const fn zone(&self) -> Tz {
        self.zone
    }
}
