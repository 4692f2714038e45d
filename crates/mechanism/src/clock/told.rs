//! What a record tells of a procedure: its dated fields and steps as events. Which field is which event is data
//! (`assets/procedures/records.json`).

use std::collections::BTreeMap;

use resguardo_domain::id::RecordId;
use resguardo_domain::summary::Summary;
use resguardo_domain::value::{Answer, PartialDate};
use serde::Deserialize;

use super::{Dated, SubjectKind};
use crate::procedure::Procedures;

/// What records of one kind tell.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Telling {
    /// The kind.
    pub kind: String,
    /// Whose clock its events turn.
    pub subject: SubjectKind,
    /// The field that points to the record whose clock it is; none where it is its own, or the institution's.
    #[serde(default)]
    pub of: Option<String>,
    /// What its events are about: `{id}` is the record, `{field}` a term of it, `{field|other}` one with a default,
    /// `{organ.organ}` a term of the record it points to. What is not recorded is not said.
    #[serde(default)]
    about: BTreeMap<String, String>,
    /// Values that are said at all.
    #[serde(default)]
    only: BTreeMap<String, Vec<String>>,
    /// What they must be about to count; an empty value: also where it is not said.
    #[serde(default)]
    when: BTreeMap<String, Vec<String>>,
    /// A key whose value follows from yes-or-no fields: field, answer, value; the first that holds.
    #[serde(default)]
    choose: BTreeMap<String, Vec<(String, String, String)>>,
    /// The event of each date.
    dates: BTreeMap<String, String>,
    /// The record's steps are told by another entry of the same kind.
    #[serde(default)]
    without_steps: bool,
}

/// An event of a law's own: its publication, the day it came into force.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfLaw {
    event: String,
    at: PartialDateText,
    #[serde(default)]
    about: BTreeMap<String, String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(try_from = "String")]
struct PartialDateText(PartialDate);

impl TryFrom<String> for PartialDateText {
    type Error = resguardo_domain::value::NotADate;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse().map(Self)
    }
}

impl Procedures {
    /// The events a record tells; `other` finds the record another points to.
    pub fn told<'s>(&self, record: &Summary, other: &dyn Fn(RecordId) -> Option<&'s Summary>) -> Vec<Dated> {
        let tellings = self.tellings().iter().filter(|telling| telling.kind == record.kind);
        tellings.flat_map(|telling| telling.told(self, record, other)).collect()
    }

    /// The events of the laws themselves.
    #[must_use]
    pub fn told_by_laws(&self) -> Vec<Dated> {
        let dated = |one: &OfLaw| {
            let dated = Dated::new(self.event(&one.event)?, one.at.0.clone()).proven(true);
            Some(one.about.iter().fold(dated, |dated, (key, value)| dated.about(key, value)))
        };
        self.laws().iter().flat_map(|law| &law.events).filter_map(dated).collect()
    }

    /// What the records of one kind are to clocks.
    pub fn telling(&self, kind: &str) -> impl Iterator<Item = &Telling> {
        self.tellings().iter().filter(move |telling| telling.kind == kind)
    }
}

impl Telling {
    /// Whether every such record tells something, whatever it says.
    #[must_use]
    pub fn is_always(&self) -> bool {
        self.when.is_empty()
    }

    fn told<'s>(
        &self,
        law: &Procedures,
        record: &Summary,
        other: &dyn Fn(RecordId) -> Option<&'s Summary>,
    ) -> Vec<Dated> {
        let about = self.about(record, other);
        let holds = |(key, values): (&String, &Vec<String>)| {
            let said = about.get(key).map_or("", String::as_str);
            values.iter().any(|value| value == said)
        };
        if !self.when.iter().all(holds) {
            return Vec::new();
        }
        let proven =
            ["documents", "document", "sources", "minutes"].iter().any(|field| !record.values(field).is_empty());
        let mut told = Vec::new();
        for (field, event) in &self.dates {
            let Some(event) = law.event(event) else { continue };
            told.extend(record.dates(field).map(|date| Dated::new(event, date.clone()).proven(proven)));
        }
        if !self.without_steps {
            for step in record.steps() {
                let Some(event) = law.event(&step.event) else { continue };
                told.push(Dated::new(event, step.at.clone()).proven(step.proof.is_some()));
            }
        }
        let whole =
            |dated: Dated| about.iter().fold(dated.told_by(record.id), |dated, (key, value)| dated.about(key, value));
        told.into_iter().map(whole).collect()
    }

    fn about<'s>(&self, record: &Summary, other: &dyn Fn(RecordId) -> Option<&'s Summary>) -> BTreeMap<String, String> {
        let mut about = BTreeMap::new();
        for (key, template) in &self.about {
            let Some(value) = filled(template, record, other) else { continue };
            if self.only.get(key).is_none_or(|only| only.contains(&value)) {
                about.insert(key.clone(), value);
            }
        }
        for (key, ways) in &self.choose {
            let holds = |(field, answer, _): &&(String, String, String)| {
                record.answer(field).map(Answer::id) == Some(answer.as_str())
            };
            if let Some((_, _, value)) = ways.iter().find(holds) {
                about.insert(key.clone(), value.clone());
            }
        }
        about
    }
}

fn filled<'s>(template: &str, record: &Summary, other: &dyn Fn(RecordId) -> Option<&'s Summary>) -> Option<String> {
    let Some((before, rest)) = template.split_once('{') else { return Some(template.to_owned()) };
    let (name, after) = rest.split_once('}')?;
    let (name, default) = name.split_once('|').map_or((name, None), |(name, default)| (name, Some(default)));
    let value = match name.split_once('.') {
        _ if name == "id" => Some(record.id.to_string()),
        Some((field, of_other)) => {
            record.references(field).find_map(other).and_then(|target| target.term(of_other)).map(str::to_owned)
        }
        None => record.term(name).map(str::to_owned),
    };
    let value = value.or_else(|| default.map(str::to_owned))?;
    Some(format!("{before}{value}{after}"))
}
