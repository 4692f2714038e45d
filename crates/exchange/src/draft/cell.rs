//! One cell as values of one field.

use std::collections::BTreeMap;

use resguardo_domain::catalogue::{Catalogue, Catalogues};
use resguardo_domain::schema::{Field, FieldType};
use resguardo_domain::validate::MOST_VALUE_BYTES;
use resguardo_domain::value::{Duration, Money, Number, Place, Value};

use super::{Certainty, Reason, ValueSeen};
use crate::error::Error;
use crate::read::{CellKind, SheetCell};
use crate::recognise::date::{self, Order};
use crate::recognise::name::one_line;
use crate::recognise::vocabulary::{Answers, Placed, Vocabulary};

/// What a cell became.
#[derive(Debug, Default)]
pub(super) struct Taken {
    /// Values of the field; none when the field took nothing.
    pub(super) values: Vec<Value>,
    /// Whether the cell's own words must be kept beside them.
    pub(super) keep: bool,
    /// What is the matter.
    pub(super) reason: Option<Reason>,
}

impl Taken {
    fn value(value: Value) -> Self {
        Self { values: vec![value], ..Self::default() }
    }

    fn as_written(text: &str, reason: Option<Reason>) -> Self {
        Self { values: vec![Value::AsWritten(text.to_owned())], keep: false, reason }
    }

    pub(super) const fn kept(reason: Option<Reason>) -> Self {
        Self { values: Vec::new(), keep: true, reason }
    }
}

/// Reads the cells of one column for one field.
pub(super) struct Reader<'a> {
    field: &'a Field,
    order: Order,
    vocabulary: Option<Vocabulary>,
    decided: BTreeMap<String, Vec<Value>>,
    seen: BTreeMap<String, (usize, Vec<Value>, Certainty)>,
}

impl<'a> Reader<'a> {
    /// A reader for a field; `decided` is what the mapping says of cells.
    pub(super) fn new(
        field: &'a Field,
        order: Order,
        decided: Option<&BTreeMap<String, String>>,
        catalogues: &Catalogues,
    ) -> Result<Self, Error> {
        let list = field.catalogue.as_deref().and_then(|id| catalogues.get(id));
        let list = list.filter(|_| field.kind == FieldType::Choice);
        let decided = decided.into_iter().flatten().map(|(cell, terms)| {
            let values: Result<Vec<Value>, Error> =
                terms.split('|').filter(|t| !t.is_empty()).map(|t| term(t, list, field)).collect();
            values.map(|values| (cell.trim().to_owned(), values))
        });
        let decided = decided.collect::<Result<_, _>>()?;
        let vocabulary = list.and_then(|list| Vocabulary::new(list, catalogues));
        Ok(Self { field, order, vocabulary, decided, seen: BTreeMap::new() })
    }

    /// Counts anew.
    pub(super) fn forget_seen(&mut self) {
        self.seen.clear();
    }

    /// The different cells of a column of terms.
    pub(super) fn seen(&mut self, column: &str) -> impl Iterator<Item = ValueSeen> {
        std::mem::take(&mut self.seen).into_iter().map(move |(value, (count, terms, certainty))| ValueSeen {
            column: column.to_owned(),
            value,
            terms,
            count,
            certainty,
        })
    }

    /// Reads one cell that is not blank.
    pub(super) fn read(&mut self, cell: &SheetCell, answers: &mut Option<Answers>) -> Taken {
        if cell.kind == CellKind::Failed {
            return Taken::kept(Some(Reason::FormulaFailed));
        }
        let text = cell.text.trim();
        if text.len() > MOST_VALUE_BYTES {
            return Taken::kept(Some(Reason::TooLong));
        }
        if let Some(values) = self.decided.get(text) {
            let values = values.clone();
            return self.count(text, Some(Placed { values, certainty: Certainty::Exact }));
        }
        if self.vocabulary.is_some() {
            let placed = self.vocabulary.as_mut().and_then(|vocabulary| vocabulary.place(text)).cloned();
            return self.count(text, placed);
        }
        if let Some(none) = answers.as_mut().and_then(|answers| answers.none(text)) {
            return Taken::value(none);
        }
        if !text.contains(|letter: char| letter.is_alphanumeric()) {
            return Taken::kept(None);
        }
        self.typed(text, &cell.kind, answers)
    }

    fn typed(&self, text: &str, kind: &CellKind, answers: &mut Option<Answers>) -> Taken {
        let checked =
            |value: Option<Value>, reason| value.map_or_else(|| Taken::as_written(text, Some(reason)), Taken::value);
        match self.field.kind {
            FieldType::Date => self.date(text, kind),
            FieldType::Number => checked(Number::parse(text).map(Value::Number), Reason::NotANumber),
            FieldType::Duration => checked(Duration::parse(text).map(Value::Duration), Reason::NotADuration),
            FieldType::Money => checked(Money::parse(text).map(Value::Money), Reason::NotAnAmount),
            FieldType::Place => Taken::value(Value::Place(Box::new(place(text)))),
            FieldType::Answer => {
                let found = answers.as_mut().and_then(|answers| answers.answer(text)).map(|(value, _)| value);
                checked(found, Reason::NotAnAnswer)
            }
            FieldType::LongText => Taken::value(Value::LongText(text.to_owned())),
            FieldType::Text if self.field.several => {
                let parts = text.split([';', '\n']).map(one_line).filter(|part| !part.is_empty());
                Taken { values: parts.map(Value::Text).collect(), ..Taken::default() }
            }
            FieldType::Text => Taken::value(Value::Text(one_line(text))),
            FieldType::Choice | FieldType::Reference | FieldType::Attachment | FieldType::Act | FieldType::Step => {
                Taken::kept(None)
            }
        }
    }

    fn date(&self, text: &str, kind: &CellKind) -> Taken {
        if let CellKind::Date(date) = kind {
            return Taken::value(Value::Date((**date).clone(), None));
        }
        match date::read(text, self.order) {
            date::Reading::Date(date) => Taken::value(Value::Date(date, None)),
            date::Reading::Unknown => Taken::value(Value::Unknown),
            date::Reading::NoDate => Taken::as_written(text, Some(Reason::NotADate)),
        }
    }

    /// Places a cell of terms and counts it. What is only proposed keeps the cell's words beside the term.
    fn count(&mut self, text: &str, placed: Option<Placed>) -> Taken {
        let (values, certainty) =
            placed.map_or((Vec::new(), Certainty::Exact), |found| (found.values, found.certainty));
        let parts = values.iter().any(|value| matches!(value, Value::AsWritten(_)));
        let fits = self.field.several || (values.len() <= 1 && !parts);
        let seen = self
            .seen
            .entry(text.to_owned())
            .or_insert_with(|| (0, if fits { values.clone() } else { Vec::new() }, certainty));
        seen.0 += 1;
        if values.is_empty() {
            Taken::as_written(text, None)
        } else if fits {
            Taken { values, keep: certainty == Certainty::Proposed, reason: None }
        } else {
            Taken::as_written(text, Some(Reason::OneValueOnly))
        }
    }
}

fn term(text: &str, list: Option<&Catalogue>, field: &Field) -> Result<Value, Error> {
    let unknown = || Error::NoSuchTerm { path: field.id.clone(), term: text.to_owned() };
    if let Some(term) = list.and_then(|list| list.term(text)) {
        return Ok(term.non_answer.map_or_else(|| Value::Choice(text.to_owned()), Value::from));
    }
    match text {
        "unknown" => Ok(Value::Unknown),
        "not_asked" => Ok(Value::NotAsked),
        "withheld" => Ok(Value::Withheld),
        _ => Err(unknown()),
    }
}

/// A place in words, or its latitude and longitude.
fn place(text: &str) -> Place {
    let degrees = |part: &str| part.trim().parse::<f64>().ok().filter(|value| value.is_finite());
    let pair = text.split_once(',').and_then(|(lat, lon)| Some((degrees(lat)?, degrees(lon)?)));
    let coordinates = pair
        .filter(|(lat, lon)| lat.abs() <= 90.0 && lon.abs() <= 180.0)
        .and_then(|(lat, lon)| Some((scaled(lat)?, scaled(lon)?)));
    match coordinates {
        Some(coordinates) => Place { coordinates: Some(coordinates), ..Place::default() },
        None => Place { locality: Some(one_line(text)), ..Place::default() },
    }
}

/// Degrees as 10⁻⁷ degrees, by their digits.
fn scaled(degrees: f64) -> Option<i32> {
    format!("{:.0}", degrees * 1e7).parse().ok()
}
