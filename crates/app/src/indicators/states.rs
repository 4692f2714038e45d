//! The thirty-two federal entities as of a day: one map and the equal table, about one thing at a time.

mod conventions;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use resguardo_domain::catalogue::Term;
use resguardo_domain::value::PartialDate;
use resguardo_language::{Args, Words};
use resguardo_mechanism::convention::entities;
use resguardo_mechanism::indicator::Figure;
use serde::Serialize;

use super::gathered::Counted;
use super::said::grouped;
use crate::error::AppError;
use crate::session::Session;
use conventions::contacts_told;

/// What the map may be about, and the indicator behind it.
const TOPICS: [(&str, &str); 4] = [("conventions", "I31"), ("contacts", "I32"), ("acts", "I39"), ("failures", "I33")];

/// The least of each step of a count; below the first of them it is covered where it is published.
const STEPS: [(i64, &str); 4] = [(30, "q5"), (20, "q4"), (10, "q3"), (5, "q2")];

/// What stands in a column of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct StateCell {
    /// Its words.
    pub text: String,
    /// How it is drawn: `told`, `soon`, or the silhouette of having none: `unknown`, `not_asked`, `none`.
    pub state: &'static str,
}

/// One federal entity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct StateLine {
    /// Its INEGI code, `01` to `32`.
    pub code: String,
    /// Its name on the day.
    pub name: String,
    /// The same in a few letters.
    pub short: String,
    /// How it is filled: `none`, `blank`, `hatch`, `care`, `q2` to `q5`.
    pub fill: &'static str,
    /// The columns of the table.
    pub cells: Vec<StateCell>,
    /// How many records stand behind it.
    pub records: usize,
}

/// One step of the legend.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct StateStep {
    /// How it is filled.
    pub fill: &'static str,
    /// What that means.
    pub label: String,
    /// How many entities.
    pub count: usize,
}

/// What the map may be about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct StateTopic {
    /// Its id.
    pub id: String,
    /// Its name.
    pub label: String,
}

/// The federal entities as of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct States {
    /// The day.
    pub as_of: String,
    /// The day in words.
    pub as_of_said: String,
    /// The nearest earlier day on which something is dated.
    pub before: Option<String>,
    /// The nearest later one.
    pub after: Option<String>,
    /// What it is about.
    pub topic: String,
    /// What it may be about.
    pub topics: Vec<StateTopic>,
    /// The indicator behind it.
    pub indicator: String,
    /// What the map says, in one sentence.
    pub sentence: String,
    /// What its reader must know.
    pub caveat: String,
    /// Whether it is what others published.
    pub official: bool,
    /// Heads of the columns after code and name.
    pub columns: Vec<String>,
    /// The entities, by code.
    pub states: Vec<StateLine>,
    /// What the fillings mean.
    pub legend: Vec<StateStep>,
}

/// What a topic says of every entity.
struct Told {
    sentence: String,
    caveat: String,
    official: bool,
    columns: Vec<String>,
    /// Filling, columns and records by code.
    states: BTreeMap<String, (&'static str, Vec<StateCell>, usize)>,
    /// The fillings in the order of the legend, with what they mean.
    legend: Vec<(&'static str, String)>,
}

impl Session {
    /// The federal entities as of a day as it is typed: `conventions`, `contacts`, `acts` or `failures`; anything else is
    /// the first.
    ///
    /// # Errors
    /// [`AppError::NotADate`].
    pub fn indicator_states(&self, topic: &str, as_of: &str) -> Result<States, AppError> {
        let day = super::day_typed(as_of)?;
        let words = self.words();
        let snapshot = self.snapshot();
        let counted = self.counted(&snapshot);
        let (before, after) = counted.near(day);
        let [first, ..] = TOPICS;
        let (topic, id) = TOPICS.into_iter().find(|(known, _)| *known == topic).unwrap_or(first);
        let told = match topic {
            "conventions" => self.conventions_told((&snapshot, &counted), day, &words),
            "contacts" => contacts_told((&snapshot, &counted), day, &words),
            _ => counted_told((topic, id), &counted, day, &words),
        };
        let states: Vec<StateLine> = entities()
            .map(|term| {
                let (name, short) = self.entity_name(term, day);
                let (fill, cells, records) = told.states.get(&term.id).cloned().unwrap_or(("blank", Vec::new(), 0));
                StateLine { code: term.id.clone(), name, short, fill, cells, records }
            })
            .collect();
        let step = |(fill, label): (&'static str, String)| {
            let count = states.iter().filter(|state| state.fill == fill).count();
            StateStep { fill, label, count }
        };
        let topics = TOPICS
            .into_iter()
            .map(|(id, _)| StateTopic { id: id.to_owned(), label: words.plain(&format!("states-{id}")) });
        Ok(States {
            as_of: day.to_string(),
            as_of_said: words.date(&PartialDate::day(day), None),
            before,
            after,
            topic: topic.to_owned(),
            topics: topics.collect(),
            indicator: id.to_owned(),
            sentence: told.sentence,
            caveat: told.caveat,
            official: told.official,
            columns: told.columns,
            legend: told.legend.into_iter().map(step).collect(),
            states,
        })
    }

    /// An entity's name on a day, and in a few letters.
    pub(super) fn entity_name(&self, term: &Term, day: NaiveDate) -> (String, String) {
        let short = |abbr: Option<&str>| abbr.unwrap_or(&term.id).trim_end_matches('.').to_owned();
        if let Some((label, abbr)) = term.former_name(day) {
            return (label.get(self.lang).to_owned(), short(abbr));
        }
        let full = term.label.get(self.lang);
        // What English calls otherwise keeps its English name.
        let is_same = term.label.es == term.label.en || self.lang == resguardo_domain::catalogue::Lang::Es;
        let name = term.text("short_es").filter(|_| is_same).unwrap_or(full);
        (name.to_owned(), short(term.text("abbr")))
    }
}

/// An indicator taken apart by entity.
fn counted_told((topic, id): (&str, &str), counted: &Counted, day: NaiveDate, words: &Words) -> Told {
    let answer = counted.one(id, day, Some("state"));
    let groups = answer.map(|answer| answer.groups).unwrap_or_default();
    let number = |figure: &Figure| figure.numerator.unwrap_or_default();
    let total: i64 = groups.iter().filter(|(code, _)| code.as_str() != "").map(|(_, figure)| number(figure)).sum();
    let mut states = BTreeMap::new();
    for code in entities().map(|entity| entity.id.clone()) {
        let figure = groups.get(&code);
        let count = figure.map(number).unwrap_or_default();
        let records = figure.map_or(0, |figure| figure.records.len());
        let of = |under: i64| {
            words.say("indicators-of", &Args::new().text("over", grouped(count)).text("under", grouped(under)))
        };
        let text = figure.and_then(|figure| figure.denominator).map_or_else(|| grouped(count), of);
        let cell = |text: String| StateCell { text, state: if records == 0 { "not_asked" } else { "told" } };
        let none = || words.plain("states-none");
        let first = if records == 0 { none() } else { text };
        states.insert(code, (step(count), vec![cell(first)], records));
    }
    let mut legend = vec![("none", words.plain("states-step-none")), ("hatch", words.plain("states-step-few"))];
    legend.extend(["q2", "q3", "q4", "q5"].map(|fill| (fill, words.plain(&format!("states-step-{fill}")))));
    let args = Args::new().count("count", u64::try_from(total).unwrap_or_default());
    Told {
        sentence: words.say(&format!("states-{topic}-said"), &args),
        caveat: words.plain(&format!("states-{topic}-caveat")),
        official: false,
        columns: vec![words.plain(&format!("states-{topic}-column"))],
        states,
        legend,
    }
}

fn step(count: i64) -> &'static str {
    let above = STEPS.iter().find(|(least, _)| count >= *least).map(|(_, fill)| *fill);
    above.unwrap_or(if count > 0 { "hatch" } else { "none" })
}
