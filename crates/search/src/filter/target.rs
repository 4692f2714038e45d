//! What a condition compares with, read by the type of its field.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use resguardo_domain::catalogue::Catalogues;
use resguardo_domain::id::RecordId;
use resguardo_domain::schema::{Field, FieldType};
use resguardo_domain::value::json::from_text;
use resguardo_domain::value::{Answer, Duration, DurationUnit, Money, PartialDate, Place, Value};

use super::Comparison;
use super::terms::{self, Choice, STATES};
use crate::SearchError;
use crate::word::fold;

/// What is typed for the three non-answers, in any field.
const NON_ANSWERS: [(&str, Value); 3] =
    [("unknown", Value::Unknown), ("not_asked", Value::NotAsked), ("withheld", Value::Withheld)];

/// What a condition compares with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Target {
    Nothing,
    NonAnswer(Value),
    /// A term and all below it.
    Term(String),
    /// A folded text, the whole; of a place also its state.
    Whole(String, BTreeSet<String>),
    /// A folded text, a part; and the terms whose labels hold it.
    Part(String, BTreeSet<String>),
    Date(PartialDate),
    /// Scaled to 10⁻⁹.
    Number(i128),
    Money(Money),
    Duration(Duration),
    Record(RecordId),
    Answer(Answer),
}

impl Target {
    /// Reads what was typed.
    pub(super) fn read(
        field: &Field,
        comparison: Comparison,
        typed: &str,
        catalogues: &Catalogues,
    ) -> Result<Self, SearchError> {
        let not_a_value = || SearchError::NotAValue { field: field.id.clone(), kind: field.kind };
        match comparison {
            Comparison::Is | Comparison::IsNot => Self::read_equal(field, typed, catalogues),
            Comparison::Contains => {
                let part = fold(typed);
                let list = list_of(field);
                let terms = list.map_or_else(BTreeSet::new, |list| terms::labelled(list, &part, catalogues));
                if part.is_empty() { Err(not_a_value()) } else { Ok(Self::Part(part, terms)) }
            }
            _ if !has_order(field.kind) => Err(SearchError::NoOrder { field: field.id.clone(), kind: field.kind }),
            _ => Self::read_amount(field.kind, typed).ok_or_else(not_a_value),
        }
    }

    fn read_equal(field: &Field, typed: &str, catalogues: &Catalogues) -> Result<Self, SearchError> {
        if typed.is_empty() {
            return Ok(Self::Nothing);
        }
        if let Some((_, value)) = NON_ANSWERS.iter().find(|(word, _)| *word == typed) {
            return Ok(Self::NonAnswer(value.clone()));
        }
        let not_a_value = || SearchError::NotAValue { field: field.id.clone(), kind: field.kind };
        let as_record = || typed.parse().ok().map(Self::Record);
        match field.kind {
            FieldType::Act => as_record().map_or_else(|| Self::read_term(field, typed, catalogues), Ok),
            FieldType::Choice => Self::read_term(field, typed, catalogues),
            FieldType::Reference => as_record().ok_or_else(not_a_value),
            FieldType::Text | FieldType::LongText | FieldType::Attachment => {
                Ok(Self::Whole(fold(typed), BTreeSet::new()))
            }
            FieldType::Place => {
                let state = match terms::choice(STATES, typed, catalogues) {
                    Some(Choice::Term(state)) => [state].into(),
                    _ => BTreeSet::new(),
                };
                Ok(Self::Whole(fold(typed), state))
            }
            FieldType::Step => {
                Ok(Self::read_amount(field.kind, typed).unwrap_or_else(|| Self::Whole(fold(typed), BTreeSet::new())))
            }
            FieldType::Answer => match from_text(typed, field.kind) {
                Ok(Value::Answer(answer)) => Ok(Self::Answer(answer)),
                _ => Err(not_a_value()),
            },
            FieldType::Date | FieldType::Number | FieldType::Duration | FieldType::Money => {
                Self::read_amount(field.kind, typed).ok_or_else(not_a_value)
            }
        }
    }

    fn read_term(field: &Field, typed: &str, catalogues: &Catalogues) -> Result<Self, SearchError> {
        let catalogue = field.catalogue.clone().unwrap_or_default();
        match terms::choice(&catalogue, typed, catalogues) {
            Some(Choice::Term(term)) => Ok(Self::Term(term)),
            Some(Choice::NonAnswer(value)) => Ok(Self::NonAnswer(value)),
            None => Err(SearchError::NotATerm { field: field.id.clone(), catalogue }),
        }
    }

    fn read_amount(kind: FieldType, typed: &str) -> Option<Self> {
        let kind = if kind == FieldType::Step { FieldType::Date } else { kind };
        match from_text(typed, kind).ok()? {
            Value::Date(date, _) => Some(Self::Date(date)),
            Value::Number(number) => Some(Self::Number(number.scaled())),
            Value::Money(money) => Some(Self::Money(money)),
            Value::Duration(length) => Some(Self::Duration(length)),
            _ => None,
        }
    }

    /// The term or non-answer it is.
    pub(super) fn term(&self) -> Option<&str> {
        match self {
            Self::Term(term) => Some(term),
            Self::NonAnswer(value) => NON_ANSWERS.iter().find(|(_, known)| known == value).map(|(word, _)| *word),
            _ => None,
        }
    }

    /// Whether one of the values is it; of *nothing*, whether there is none.
    pub(super) fn is_among(&self, values: &[Value]) -> bool {
        if *self == Self::Nothing { values.is_empty() } else { values.iter().any(|value| self.is(value)) }
    }

    fn is(&self, value: &Value) -> bool {
        match (self, value) {
            (Self::NonAnswer(answer), Value::Act(act)) => *answer == act.aggression,
            (Self::NonAnswer(answer), _) => answer == value,
            (Self::Term(_), Value::Act(act)) => self.is(&act.aggression),
            (Self::Term(term), Value::Choice(id)) => terms::is_within(id, term),
            (Self::Record(record), _) => value.references().iter().any(|reference| reference.record == *record),
            (Self::Answer(answer), Value::Answer(other)) => answer == other,
            (Self::Whole(text, states), Value::Place(place)) => is_place(place, text, states),
            (Self::Whole(text, _), Value::Step(step)) => fold(&step.event) == *text,
            (Self::Whole(text, _), _) => value.words().iter().any(|word| fold(word) == *text),
            _ => self.compares(value, Comparison::Is),
        }
    }

    /// Whether the text stands in the value.
    pub(super) fn stands_in(&self, value: &Value) -> bool {
        let Self::Part(part, terms) = self else { return false };
        let labelled = match value {
            Value::Choice(term) => terms.contains(term),
            Value::Place(place) => place.state.as_ref().is_some_and(|state| terms.contains(state)),
            Value::Act(act) => self.stands_in(&act.aggression),
            Value::Step(step) => fold(&step.event).contains(part.as_str()),
            _ => false,
        };
        labelled || value.words().iter().any(|text| fold(text).contains(part.as_str()))
    }

    /// Whether it is a part of a folded text; none where it is no part.
    pub(super) fn stands_in_folded(&self, folded: &[u8]) -> Option<bool> {
        let Self::Part(part, _) = self else { return None };
        Some(memchr::memmem::find(folded, part.as_bytes()).is_some())
    }

    /// Whether the value stands so to it.
    pub(super) fn compares(&self, value: &Value, comparison: Comparison) -> bool {
        let order = match (self, value) {
            (Self::Date(date), Value::Date(other, _)) => return dates_compare(other, date, comparison),
            (Self::Date(date), Value::Step(step)) => return dates_compare(&step.at, date, comparison),
            (Self::Number(number), Value::Number(other)) => Some(other.scaled().cmp(number)),
            (Self::Money(money), Value::Money(other)) => {
                (money.currency == other.currency).then(|| other.minor.cmp(&money.minor))
            }
            (Self::Duration(length), Value::Duration(other)) => compare_lengths(*other, *length),
            _ => None,
        };
        order.is_some_and(|order| match comparison {
            Comparison::Is => order == Ordering::Equal,
            Comparison::AtLeast => order != Ordering::Less,
            Comparison::AtMost => order != Ordering::Greater,
            Comparison::Above => order == Ordering::Greater,
            Comparison::Below => order == Ordering::Less,
            Comparison::IsNot | Comparison::Contains => false,
        })
    }
}

fn list_of(field: &Field) -> Option<&str> {
    if field.kind == FieldType::Place { Some(STATES) } else { field.catalogue.as_deref() }
}

const fn has_order(kind: FieldType) -> bool {
    matches!(kind, FieldType::Date | FieldType::Step | FieldType::Number | FieldType::Money | FieldType::Duration)
}

fn is_place(place: &Place, text: &str, states: &BTreeSet<String>) -> bool {
    let named = [&place.municipality, &place.locality].into_iter().flatten().any(|name| fold(name) == text);
    named
        || place.municipality_code.as_deref() == Some(text)
        || place.state.as_ref().is_some_and(|state| states.contains(state))
}

/// Whether a date may stand so to the one typed. A date covers days: it is the other where they share one, and may be
/// at least it when its last day is not before the first of the other. So `>=2014` and `<=2014` together say what
/// `=2014` says, and *2014* is among what may be after May of it.
fn dates_compare(date: &PartialDate, typed: &PartialDate, comparison: Comparison) -> bool {
    match comparison {
        Comparison::Is => date.first() <= typed.last() && date.last() >= typed.first(),
        Comparison::AtLeast => date.last() >= typed.first(),
        Comparison::AtMost => date.first() <= typed.last(),
        Comparison::Above => date.last() > typed.last(),
        Comparison::Below => date.first() < typed.first(),
        Comparison::IsNot | Comparison::Contains => false,
    }
}

/// Minutes, hours and days compare with each other; working days and months only with their like.
fn compare_lengths(one: Duration, other: Duration) -> Option<Ordering> {
    let minutes = |length: Duration| match length.unit {
        DurationUnit::Minutes => Some(u128::from(length.count)),
        DurationUnit::Hours => Some(u128::from(length.count) * 60),
        DurationUnit::Days => Some(u128::from(length.count) * 1_440),
        DurationUnit::WorkingDays | DurationUnit::Months => None,
    };
    match (minutes(one), minutes(other)) {
        (Some(one), Some(other)) => Some(one.cmp(&other)),
        _ => (one.unit == other.unit).then(|| one.count.cmp(&other.count)),
    }
}
