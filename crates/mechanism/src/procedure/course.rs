//! The way of an application through the law, as it is drawn: which stages stand on it, and what the law lets a person do
//! meanwhile (`assets/procedures/courses.json`).

use std::collections::BTreeMap;

use chrono::NaiveDate;
use resguardo_domain::catalogue::Label;
use serde::Deserialize;
use serde_json::Value as Json;

use super::stage::Valid;
use crate::clock::Path;

/// The steps of one path, in their order.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Course {
    /// The paths it is drawn for.
    pub paths: Vec<Path>,
    /// The days on which it rules.
    pub valid: Valid,
    /// Its steps.
    pub steps: Vec<CourseStep>,
}

/// One step of a course.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CourseStep {
    /// Its id.
    pub id: String,
    /// Spanish.
    pub es: String,
    /// English.
    pub en: String,
    /// The stages it stands for; the first gives its article and its limit.
    pub stages: Vec<String>,
    /// Which event of the first stage reaches it.
    #[serde(default)]
    pub reached: Reached,
    /// The next session of the Board is told in the place of a last day.
    #[serde(default)]
    pub next_session: bool,
    /// What the law leaves open here.
    pub silence: Option<Label>,
}

/// Which event of a stage reaches a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reached {
    /// The one that starts its term.
    Start,
    /// The one that ends it.
    #[default]
    End,
}

/// Something the law lets a person do.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Permitted {
    /// Its id.
    pub id: String,
    /// What is done, with a verb.
    pub act: Label,
    /// Before whom, until when.
    pub rest: Label,
    /// The article.
    pub article: String,
    /// The paths on which it may be done; empty for all.
    #[serde(default)]
    pub paths: Vec<Path>,
    /// It may be done once one of these events is recorded.
    pub after: Vec<String>,
    /// And as long as none of these is.
    #[serde(default)]
    pub unless: Vec<String>,
    /// The stage whose term it has.
    pub stage: Option<String>,
    /// Only once the supplementary limit of this stage has passed.
    pub beyond: Option<String>,
    /// Only while something owed is overdue.
    #[serde(default)]
    pub overdue: bool,
    /// What is written down of it.
    pub opens: Opens,
}

/// What is written down when somebody does what the law permits.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged, deny_unknown_fields)]
pub enum Opens {
    /// A record of a kind, linked by a field.
    Record {
        /// The kind.
        kind: String,
        /// The field that points to the application.
        link: String,
        /// What else it begins with.
        #[serde(default)]
        set: BTreeMap<String, Json>,
    },
    /// A dated step of the application.
    Step {
        /// The event.
        step: String,
    },
}

impl CourseStep {
    /// What it is called.
    #[must_use]
    pub fn label(&self) -> Label {
        Label { es: self.es.clone(), en: self.en.clone() }
    }
}

impl Course {
    /// Whether it is drawn for a path on a day.
    #[must_use]
    pub fn holds(&self, path: Path, day: NaiveDate) -> bool {
        self.paths.contains(&path) && self.valid.holds(day)
    }
}
