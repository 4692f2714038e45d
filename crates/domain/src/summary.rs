//! What lists, filters, search and exports read of a record: its current values without their history.

use std::collections::BTreeMap;

use crate::acts;
use crate::field;
use crate::id::RecordId;
use crate::operation::Status;
use crate::record::Current;
use crate::value::{Answer, PartialDate, Step, Value};

/// Values by field.
pub trait ByField {
    /// Those of one field; nothing where it has none.
    fn of(&self, field: &str) -> &[Value];
}

impl ByField for BTreeMap<String, Vec<Value>> {
    fn of(&self, field: &str) -> &[Value] {
        self.get(field).map_or(&[], Vec::as_slice)
    }
}

/// The current values of one record, stored and computed alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary<Values = BTreeMap<String, Vec<Value>>> {
    /// The record.
    pub id: RecordId,
    /// Its kind.
    pub kind: String,
    /// Whether it is worked with.
    pub status: Status,
    /// The record it is merged into and read with.
    pub merged_into: Option<RecordId>,
    /// Whether two versions of something stand against each other.
    pub in_conflict: bool,
    /// The clock of its first operation, milliseconds.
    pub created_ms: u64,
    /// The clock of its latest operation, milliseconds.
    pub modified_ms: u64,
    /// Values by field, in the order shown; of a conflict, the version shown first.
    pub values: Values,
}

impl Summary {
    /// The summary of what a record's operations say.
    #[must_use]
    pub fn of(current: &Current) -> Self {
        let values = current.fields.iter().map(|(field, content)| (field.clone(), content.values().cloned().collect()));
        let mut values: BTreeMap<String, Vec<Value>> =
            values.filter(|(_, v): &(String, Vec<Value>)| !v.is_empty()).collect();
        acts::compute(&mut values);
        Self {
            id: current.id,
            kind: current.kind.clone(),
            status: current.status,
            merged_into: current.merged_into.first().map(|(_, record)| *record),
            in_conflict: current.fields.values().any(|content| content.conflicts().next().is_some()),
            created_ms: current.created_ms,
            modified_ms: current.modified_ms,
            values,
        }
    }
}

impl<Values: ByField> Summary<Values> {
    /// The values of a field.
    #[must_use]
    pub fn values(&self, field: &str) -> &[Value] {
        self.values.of(field)
    }

    /// The first value of a field.
    #[must_use]
    pub fn value(&self, field: &str) -> Option<&Value> {
        self.values(field).first()
    }

    /// Whether a field holds more than that nothing is known.
    #[must_use]
    pub fn has(&self, field: &str) -> bool {
        self.values(field).iter().any(|value| !value.is_non_answer())
    }

    /// The terms of a field.
    pub fn terms(&self, field: &str) -> impl Iterator<Item = &str> {
        let values = self.values(field).iter();
        values.filter_map(|value| if let Value::Choice(term) = value { Some(term.as_str()) } else { None })
    }

    /// The first term of a field.
    #[must_use]
    pub fn term(&self, field: &str) -> Option<&str> {
        self.terms(field).next()
    }

    /// The dates of a field.
    pub fn dates(&self, field: &str) -> impl Iterator<Item = &PartialDate> {
        self.values(field).iter().filter_map(|value| if let Value::Date(date, _) = value { Some(date) } else { None })
    }

    /// The first date of a field.
    #[must_use]
    pub fn date(&self, field: &str) -> Option<&PartialDate> {
        self.dates(field).next()
    }

    /// The records a field points to.
    pub fn references(&self, field: &str) -> impl Iterator<Item = RecordId> {
        self.values(field).iter().flat_map(|value| value.references().into_iter().map(|reference| reference.record))
    }

    /// What a yes-or-no question was answered.
    #[must_use]
    pub fn answer(&self, field: &str) -> Option<Answer> {
        self.values(field).iter().find_map(|value| if let Value::Answer(answer) = value { Some(*answer) } else { None })
    }

    /// A whole number; decimals are cut.
    #[must_use]
    pub fn whole(&self, field: &str) -> Option<i64> {
        self.values(field).iter().find_map(|value| match value {
            Value::Number(number) => i64::try_from(number.scaled() / 1_000_000_000).ok(),
            _ => None,
        })
    }

    /// An amount of money in whole units of its currency, two decimals cut.
    #[must_use]
    pub fn money(&self, field: &str) -> Option<i64> {
        self.values(field)
            .iter()
            .find_map(|value| if let Value::Money(money) = value { Some(money.minor / 100) } else { None })
    }

    /// The dated steps.
    pub fn steps(&self) -> impl Iterator<Item = &Step> {
        self.values(field::STEPS)
            .iter()
            .filter_map(|value| if let Value::Step(step) = value { Some(&**step) } else { None })
    }

    /// The first text of a field.
    #[must_use]
    pub fn text(&self, field: &str) -> Option<&str> {
        self.values(field).iter().find_map(|value| match value {
            Value::Text(text) | Value::LongText(text) => Some(text.as_str()),
            _ => None,
        })
    }
}
