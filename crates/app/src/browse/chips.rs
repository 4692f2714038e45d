//! Conditions as the window builds them, and in words.

use resguardo_domain::schema::{FieldType, Kind};
use resguardo_domain::value::Value;
use resguardo_language::Words;
use serde::{Deserialize, Serialize};

use super::ListQuery;
use crate::session::Session;

/// How a field is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Op {
    /// It is one of the values.
    Is,
    /// It is none of them.
    Not,
    /// It is the value or later, or more.
    From,
    /// It is the value or earlier, or less.
    Until,
    /// The text stands in it.
    Contains,
    /// Nothing is written.
    Absent,
    /// It is recorded as not known.
    Unknown,
}

/// One condition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct FilterPart {
    /// The field's id.
    pub field: String,
    /// How it is compared.
    pub op: Op,
    /// With what.
    pub values: Vec<String>,
}

/// A condition in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct Chip {
    /// The field.
    pub key: String,
    /// What it must be.
    pub value: String,
}

/// A value a field has somewhere.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct FilterValue {
    /// As a condition is written.
    pub value: String,
    /// In words.
    pub label: String,
    /// In how many records.
    pub count: usize,
}

impl FilterPart {
    /// As the command line writes it.
    pub(super) fn conditions(&self) -> Vec<String> {
        let each = |sign: &str| self.values.iter().map(|value| format!("{}{sign}{value}", self.field)).collect();
        match self.op {
            Op::Is => each("="),
            Op::Not => each("!="),
            Op::From => each(">="),
            Op::Until => each("<="),
            Op::Contains => each("~"),
            Op::Absent => vec![format!("{}=", self.field)],
            Op::Unknown => vec![format!("{}=unknown", self.field)],
        }
    }
}

impl Session {
    /// The conditions of a query in words, in its order.
    pub(super) fn chips(&self, kind: &Kind, query: &ListQuery, words: &Words) -> Vec<Chip> {
        query.filters.iter().map(|part| self.chip(kind, part, words)).collect()
    }

    fn chip(&self, kind: &Kind, part: &FilterPart, words: &Words) -> Chip {
        let field = kind.field(&part.field);
        let key = field.map_or_else(|| part.field.clone(), |field| field.label.get(self.lang).to_owned());
        let named = |value: &String| match (field, value.as_str()) {
            (_, "unknown") => words.plain("value-unknown"),
            (_, "not_asked") => words.plain("value-not-asked"),
            (_, "withheld") => words.plain("value-withheld"),
            (Some(field), id) if field.catalogue.is_some() => {
                words.term(field.catalogue.as_deref().unwrap_or_default(), id)
            }
            (Some(field), date) if field.kind == FieldType::Date => {
                date.parse().map_or_else(|_| date.to_owned(), |date| words.date(&date, None))
            }
            (Some(field), id) if field.kind == FieldType::Answer => words.term("answer", id),
            _ => value.clone(),
        };
        let values: Vec<String> = part.values.iter().map(named).collect();
        let list = resguardo_language::Args::new().text("values", words.list(&values));
        let value = match part.op {
            Op::Is => words.list(&values),
            Op::Not => words.say("chip-not", &list),
            Op::From => words.say("chip-from", &list),
            Op::Until => words.say("chip-until", &list),
            Op::Contains => words.say("chip-contains", &list),
            Op::Absent => words.plain("chip-absent"),
            Op::Unknown => words.plain("value-unknown"),
        };
        Chip { key, value }
    }
}

/// A value as a condition writes it; none for what no condition compares.
pub(super) fn written(value: &Value) -> Option<String> {
    match value {
        Value::Unknown => Some("unknown".to_owned()),
        Value::NotAsked => Some("not_asked".to_owned()),
        Value::Withheld => Some("withheld".to_owned()),
        Value::Choice(term) => Some(term.clone()),
        Value::Answer(answer) => Some(answer.id().to_owned()),
        Value::Text(text) | Value::AsWritten(text) => Some(text.clone()),
        Value::Date(date, _) => Some(date.as_str().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
