//! An indicator taken apart: by federal entity, sex, procedure and so on, or by a field of the organisation's own.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use resguardo_domain::field;
use resguardo_domain::schema::{Field, FieldType};
use resguardo_domain::value::{Answer, Value};
use serde::Serialize;

use super::said::grouped;
use super::{FigureSaid, IndicatorRequest, ToldFigure, ToldGroup, YEAR};
use crate::cells::is_identity;
use crate::error::AppError;
use crate::session::Session;

/// By what figures are taken apart, of what every organisation has.
const BY: [&str; 7] = ["state", "sex", "profile", "procedure", "risk_level", field::PERPETRATOR_TYPE, YEAR];

/// By what an indicator may be taken apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct PartChoice {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub label: String,
}

/// One part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct Part {
    /// Which figure it is, to open its records.
    pub which: String,
    /// What its records have in common.
    pub label: String,
    /// Above the line.
    pub over: String,
    /// Below it.
    pub under: String,
    /// What comes of it, or why nothing does.
    pub value: String,
    /// How it is drawn, as a figure is.
    pub state: &'static str,
    /// How many could not be counted.
    pub missing: String,
    /// How many records stand behind it, in words.
    pub records: String,
}

/// An indicator taken apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct Parts {
    /// By what it may be.
    pub choices: Vec<PartChoice>,
    /// The parts; none where nothing was chosen or there is nothing to take apart.
    pub rows: Vec<Part>,
    /// What its reader must know of them.
    pub caveat: String,
}

impl Session {
    /// One's own figure of an indicator, taken apart by a field; by none, what it may be taken apart by.
    ///
    /// # Errors
    /// [`AppError::NotADate`]; [`AppError::NoSuchIndicator`].
    pub fn indicator_parts(&self, id: &str, by: &str, as_of: &str) -> Result<Parts, AppError> {
        let choices = self.part_choices();
        if by.is_empty() {
            return Ok(Parts { choices, rows: Vec::new(), caveat: String::new() });
        }
        let request = IndicatorRequest {
            as_of: Some(super::day_typed(as_of)?.to_string()),
            by: Some(by.to_owned()),
            id: Some(id.to_owned()),
            ..IndicatorRequest::default()
        };
        let told = self.indicators(&request)?.indicators.into_iter().next();
        // What nobody recorded stands last.
        let mut groups = told.map(|told| told.groups).unwrap_or_default();
        groups.sort_by_key(|group| group.value.is_empty());
        let rows: Vec<Part> = groups.iter().map(|group| part(by, group)).collect();
        let id = if rows.is_empty() { "indicators-parts-none" } else { "indicators-parts-caveat" };
        Ok(Parts { choices, rows, caveat: self.words().plain(id) })
    }

    fn part_choices(&self) -> Vec<PartChoice> {
        let words = self.words();
        let known = BY.map(|id| PartChoice {
            id: id.to_owned(),
            label: words.plain(&format!("indicators-by-{}", id.replace('_', "-"))),
        });
        let mut seen = BTreeSet::new();
        let fields = self.schema.kinds().iter().flat_map(|kind| kind.fields());
        let own =
            fields.filter(|field| field.own && parts(field) && !is_identity(field) && seen.insert(field.id.clone()));
        let own = own.map(|field| PartChoice { id: field.id.clone(), label: field.label.get(self.lang).to_owned() });
        known.into_iter().chain(own.collect::<Vec<_>>()).collect()
    }

    /// What the records of a part have in common, in words.
    pub(super) fn part_label(&self, by: &str, value: &str, day: NaiveDate) -> String {
        let words = self.words();
        if value.is_empty() {
            return words.plain("indicators-not-recorded");
        }
        let mut entities = resguardo_mechanism::convention::entities().filter(|_| by == field::STATE);
        if let Some(entity) = entities.find(|term| term.id == value) {
            return self.entity_name(entity, day).0;
        }
        let of = |(kind, id): (&str, &str)| self.schema.kind(kind).and_then(|kind| kind.field(id));
        let perpetrator = of(("perpetrator", "type")).filter(|_| by == field::PERPETRATOR_TYPE);
        let known = || perpetrator.into_iter().chain(self.schema.kinds().iter().filter_map(|kind| kind.field(by)));
        match known().next() {
            Some(field) if field.kind == FieldType::Answer => {
                let answer = [Answer::No, Answer::Yes, Answer::Partly].into_iter().find(|answer| answer.id() == value);
                answer.map_or_else(|| value.to_owned(), |answer| words.value(&Value::Answer(answer), field, &[]))
            }
            _ => {
                // Kinds may ask the same with lists of their own.
                let lists = known().filter_map(|field| field.catalogue.as_deref());
                let mut lists =
                    lists.filter(|list| self.catalogues.get(list).is_some_and(|list| list.term(value).is_some()));
                lists.next().map_or(value, |list| self.catalogues.label(list, value, self.lang)).to_owned()
            }
        }
    }
}

/// Whether records can be told apart by what this field holds.
const fn parts(field: &Field) -> bool {
    matches!(field.kind, FieldType::Choice | FieldType::Answer | FieldType::Date | FieldType::Number | FieldType::Text)
}

fn part(by: &str, ToldGroup { value, label, figure }: &ToldGroup) -> Part {
    let ToldFigure { shown: FigureSaid { big, rest, state, records_said, .. }, .. } = figure;
    let number = |number: Option<i64>| number.map(grouped).unwrap_or_default();
    let has_both = figure.numerator.is_some() && figure.denominator.is_some();
    let told = [big.as_str(), rest].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    Part {
        which: format!("by/{by}/{value}"),
        label: label.clone(),
        over: number(figure.numerator),
        under: number(figure.denominator),
        value: if has_both && *state == "told" { rest.clone() } else { told },
        state,
        missing: grouped(figure.missing),
        records: records_said.clone(),
    }
}
