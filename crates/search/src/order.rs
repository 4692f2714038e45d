//! Which record comes first.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use resguardo_domain::catalogue::{Catalogues, Lang};
use resguardo_domain::schema::{Field, FieldType, Kind};
use resguardo_domain::summary::Summary;
use resguardo_domain::value::{Answer, Duration, DurationUnit, PartialDate, Place, Value};

use crate::SearchError;
use crate::filter::{STATES, unknown_field};
use crate::word::fold;

/// Texts are told apart by this many of their first characters.
const READ: usize = 200;

/// An order of records by one field: dates by their first day, choices by their label, texts without case and accents
/// with `ñ` after `n`, amounts by what is stated. Of several values the first shown decides. Records that say nothing
/// come last both ways, and records that say the same stand by their id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    field: String,
    is_descending: bool,
    /// By term: its label as sorted.
    labels: BTreeMap<String, String>,
}

/// Where a record stands in an [`Order`]: a lesser key comes first, also in a descending one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SortKey(Position);

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Position {
    Rising(Rank),
    Falling(Reverse<Rank>),
    Last,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Date(PartialDate),
    /// Scaled to 10⁻⁹.
    Number(i128),
    Money(String, i64),
    /// Minutes, then working days, then months; each by how many.
    Length(u8, u128),
    Answer(Answer),
    Text(String),
}

impl Order {
    /// Reads `field` or `-field` for a kind of record; labels are those of `lang`.
    ///
    /// # Errors
    /// [`SearchError::UnknownField`], or [`SearchError::NoOrder`] for a field of references.
    pub fn parse(text: &str, kind: &Kind, catalogues: &Catalogues, lang: Lang) -> Result<Self, SearchError> {
        let (is_descending, name) = text.trim().strip_prefix('-').map_or((false, text.trim()), |name| (true, name));
        let field = kind.field(name).ok_or_else(|| unknown_field(name, kind))?;
        if field.kind == FieldType::Reference {
            return Err(SearchError::NoOrder { field: field.id.clone(), kind: field.kind });
        }
        Ok(Self { field: field.id.clone(), is_descending, labels: labels(field, catalogues, lang) })
    }

    /// The id of its field.
    #[must_use]
    pub fn field(&self) -> &str {
        &self.field
    }

    /// Whether the greatest comes first.
    #[must_use]
    pub const fn is_descending(&self) -> bool {
        self.is_descending
    }

    /// Where a record with these values of the field stands.
    #[must_use]
    pub fn key(&self, values: &[Value]) -> SortKey {
        SortKey(match values.iter().find_map(|value| self.rank(value)) {
            None => Position::Last,
            Some(rank) if self.is_descending => Position::Falling(Reverse(rank)),
            Some(rank) => Position::Rising(rank),
        })
    }

    /// Puts records in order.
    pub fn sort(&self, records: &mut [&Summary]) {
        records.sort_by_cached_key(|record| (self.key(record.values(&self.field)), record.id));
    }

    fn rank(&self, value: &Value) -> Option<Rank> {
        Some(match value {
            Value::Date(date, _) => Rank::Date(date.clone()),
            Value::Step(step) => Rank::Date(step.at.clone()),
            Value::Number(number) => Rank::Number(number.scaled()),
            Value::Money(money) => Rank::Money(money.currency.clone(), money.minor),
            Value::Duration(length) => rank_of_length(*length),
            Value::Answer(answer) => Rank::Answer(*answer),
            Value::Choice(term) => Rank::Text(self.labels.get(term).cloned().unwrap_or_else(|| collate(term))),
            Value::Place(place) => Rank::Text(self.rank_of_place(place)),
            Value::Act(act) => return self.rank(&act.aggression),
            Value::Text(text) | Value::LongText(text) | Value::AsWritten(text) => Rank::Text(collate(text)),
            Value::Attachment(file) => Rank::Text(collate(&file.name)),
            Value::Unknown | Value::NotAsked | Value::Withheld | Value::Reference(_) | Value::Newer { .. } => {
                return None;
            }
        })
    }

    /// State, municipality, locality.
    fn rank_of_place(&self, place: &Place) -> String {
        let state = place.state.as_ref().map(|state| self.labels.get(state).unwrap_or(state).clone());
        let names = [&place.municipality, &place.locality].into_iter().flatten().map(|name| collate(name));
        state.into_iter().chain(names).collect::<Vec<_>>().join("\n")
    }
}

fn labels(field: &Field, catalogues: &Catalogues, lang: Lang) -> BTreeMap<String, String> {
    let list = if field.kind == FieldType::Place { Some(STATES) } else { field.catalogue.as_deref() };
    let terms = list.and_then(|list| catalogues.get(list)).map_or(&[][..], |list| list.terms());
    terms.iter().map(|term| (term.id.clone(), collate(term.label.get(lang)))).collect()
}

/// A text such that the order of bytes is the order of the Spanish alphabet.
fn collate(text: &str) -> String {
    let end = text.char_indices().nth(READ).map_or(text.len(), |(end, _)| end);
    fold(text.get(..end).unwrap_or_default()).replace('ñ', "n\u{10ffff}")
}

fn rank_of_length(length: Duration) -> Rank {
    let count = u128::from(length.count);
    match length.unit {
        DurationUnit::Minutes => Rank::Length(0, count),
        DurationUnit::Hours => Rank::Length(0, count * 60),
        DurationUnit::Days => Rank::Length(0, count * 1_440),
        DurationUnit::WorkingDays => Rank::Length(1, count),
        DurationUnit::Months => Rank::Length(2, count),
    }
}

#[cfg(test)]
mod tests;
