//! The periodic figures of incidents: counts by type, state, month and sex, each with its unit and what is missing.
//!
//! An incident holds one or more acts; an act has one type of aggression, its victims and its alleged perpetrators.
//! A table counts one thing and says which (records.md §1.1). A value that nobody recorded is a row of its own, never
//! dropped and never spread over the others.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::acts;
use crate::disclosure::Row;
use crate::field;
use crate::id::RecordId;
use crate::schema::DisclosureLevel;
use crate::summary::Summary;
use crate::value::Value;

/// What one table counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// Events.
    Incidents,
    /// Acts: one type of aggression in one event.
    Acts,
    /// Persons and collectives, once per incident.
    Victims,
}

/// What a table counts by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CountedBy {
    /// Type of aggression.
    Aggression,
    /// State of the Republic.
    State,
    /// Month of the event.
    Month,
    /// Sex of the victim.
    Sex,
}

/// What one row of a table stands for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum CountKey {
    /// A month, `2014-05`.
    Month(String),
    /// A date known no finer than this: `2014`.
    Coarser(String),
    /// A term of a catalogue.
    Term {
        /// The catalogue's id.
        catalogue: String,
        /// The term's id.
        term: String,
    },
}

/// How many have no value to count by, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Missing {
    /// Asked, not known.
    pub unknown: u64,
    /// Nobody asked.
    pub not_asked: u64,
    /// Known, kept back.
    pub withheld: u64,
    /// The field is empty.
    pub not_recorded: u64,
    /// Written in words nobody has classified yet.
    pub as_written: u64,
}

impl Missing {
    /// All of them together.
    #[must_use]
    pub const fn total(&self) -> u64 {
        self.unknown + self.not_asked + self.withheld + self.not_recorded + self.as_written
    }

    fn count(&mut self, value: Option<&Value>) {
        match value {
            Some(Value::Unknown) => self.unknown += 1,
            Some(Value::NotAsked) => self.not_asked += 1,
            Some(Value::Withheld) => self.withheld += 1,
            Some(Value::AsWritten(_)) => self.as_written += 1,
            _ => self.not_recorded += 1,
        }
    }
}

/// One table of counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountTable {
    /// What it counts by.
    pub of: CountedBy,
    /// What it counts.
    pub unit: Unit,
    /// Rows, most frequent first; months in order.
    pub rows: Vec<(CountKey, u64)>,
    /// Those with no value to count by.
    pub missing: Missing,
    /// Rows and missing together.
    pub total: u64,
}

/// The report *incidents*.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncidentsReport {
    /// First day of the period as given, EDTF.
    pub from: Option<String>,
    /// Last day of the period as given, EDTF.
    pub to: Option<String>,
    /// What a reader may see.
    pub level: DisclosureLevel,
    /// The day it was made, ISO 8601.
    pub made_on: String,
    /// Who made it.
    pub organisation: Option<String>,
    /// The tables.
    pub tables: Vec<CountTable>,
    /// The incidents, by date.
    pub list: Vec<Row>,
    /// Incidents left out because their date is not known well enough to say whether they fall in the period.
    pub undated: u64,
}

/// Whether an incident falls in a period: wholly, not, or nobody can tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Within {
    /// Every day it may mean lies inside.
    Inside,
    /// No day it may mean lies inside.
    Outside,
    /// Some do, some do not, or the date is missing.
    CannotTell,
}

/// Where an incident stands to a period given by its first and last day.
#[must_use]
pub fn within(incident: &Summary, first: Option<NaiveDate>, last: Option<NaiveDate>) -> Within {
    if first.is_none() && last.is_none() {
        return Within::Inside;
    }
    let Some(Value::Date(date, _)) = incident.value(field::DATE) else { return Within::CannotTell };
    let after_start = |day: NaiveDate| first.is_none_or(|first| day >= first);
    let before_end = |day: NaiveDate| last.is_none_or(|last| day <= last);
    if !after_start(date.last()) || !before_end(date.first()) {
        Within::Outside
    } else if after_start(date.first()) && before_end(date.last()) {
        Within::Inside
    } else {
        Within::CannotTell
    }
}

/// The four tables over these incidents; `sex_of` tells the sex recorded of a victim.
#[must_use]
pub fn count(incidents: &[&Summary], sex_of: &dyn Fn(RecordId) -> Option<Value>) -> Vec<CountTable> {
    let mut aggression = Tally::new(CountedBy::Aggression, Unit::Acts, Some("aggression_type"));
    let mut state = Tally::new(CountedBy::State, Unit::Incidents, Some("federal_entity"));
    let mut month = Tally::new(CountedBy::Month, Unit::Incidents, None);
    let mut sex = Tally::new(CountedBy::Sex, Unit::Victims, Some("sex"));
    for incident in incidents {
        let acts = acts::acts(incident.values(field::ACTS));
        acts.iter().for_each(|act| aggression.count(Some(&act.aggression)));
        state.count(incident.value(field::STATE));
        month.count(incident.value(field::DATE));
        let victims: BTreeSet<RecordId> = acts.iter().flat_map(|act| &act.victims).map(|v| v.record).collect();
        victims.into_iter().for_each(|victim| sex.count(sex_of(victim).as_ref()));
    }
    vec![aggression.table(), state.table(), month.table(), sex.table()]
}

struct Tally {
    of: CountedBy,
    unit: Unit,
    catalogue: Option<&'static str>,
    rows: BTreeMap<CountKey, u64>,
    missing: Missing,
}

impl Tally {
    const fn new(of: CountedBy, unit: Unit, catalogue: Option<&'static str>) -> Self {
        let missing = Missing { unknown: 0, not_asked: 0, withheld: 0, not_recorded: 0, as_written: 0 };
        Self { of, unit, catalogue, rows: BTreeMap::new(), missing }
    }

    fn count(&mut self, value: Option<&Value>) {
        let key = match (value, self.catalogue) {
            (Some(Value::Choice(term)), Some(catalogue)) => {
                Some(CountKey::Term { catalogue: catalogue.to_owned(), term: term.clone() })
            }
            (Some(Value::Date(date, _)), None) => Some(month_key(&date.to_month().to_string())),
            _ => None,
        };
        match key {
            Some(key) => *self.rows.entry(key).or_insert(0) += 1,
            None => self.missing.count(value),
        }
    }

    fn table(self) -> CountTable {
        let mut rows: Vec<(CountKey, u64)> = self.rows.into_iter().collect();
        if self.of != CountedBy::Month {
            rows.sort_by(|(a, m), (b, n)| n.cmp(m).then_with(|| a.cmp(b)));
        }
        let total = rows.iter().map(|(_, count)| count).sum::<u64>() + self.missing.total();
        CountTable { of: self.of, unit: self.unit, rows, missing: self.missing, total }
    }
}

fn month_key(date: &str) -> CountKey {
    let bare = date.trim_end_matches(['~', '?', '%']);
    let is_month = bare.len() == 7 && bare.get(5..).is_some_and(|month| month <= "12");
    if is_month { CountKey::Month(bare.to_owned()) } else { CountKey::Coarser(bare.to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::Status;
    use crate::value::{Act, Reference};

    fn incident(date: &str, acts: &[(&str, &[u8])]) -> Summary {
        let acts = acts.iter().map(|(aggression, victims)| {
            let victims = victims.iter().map(|n| Reference::to(RecordId::new([*n; 16]))).collect();
            let aggression = Value::Choice((*aggression).into());
            Value::Act(Box::new(Act { aggression, victims, perpetrators: Vec::new() }))
        });
        let values = [
            (field::ACTS.to_owned(), acts.collect()),
            (field::DATE.to_owned(), vec![Value::Date(date.parse().unwrap(), None)]),
        ];
        Summary {
            id: RecordId::default(),
            kind: "incident".into(),
            status: Status::InUse,
            merged_into: None,
            in_conflict: false,
            created_ms: 0,
            modified_ms: 0,
            values: values.into(),
        }
    }

    #[test]
    fn every_table_counts_its_own_unit_and_keeps_what_is_missing() {
        let one = incident("2014-05-03", &[("threat", &[1, 2]), ("life.homicide", &[1])]);
        let two = incident("2014", &[("threat", &[3])]);
        let sex = |id: RecordId| match id.bytes().first() {
            Some(1) => Some(Value::Choice("woman".into())),
            Some(2) => Some(Value::NotAsked),
            _ => None,
        };
        let tables = count(&[&one, &two], &sex);
        let totals: Vec<_> = tables.iter().map(|t| (t.of, t.unit, t.total, t.missing.total())).collect();
        assert_eq!(
            totals,
            [
                (CountedBy::Aggression, Unit::Acts, 3, 0),
                (CountedBy::State, Unit::Incidents, 2, 2),
                (CountedBy::Month, Unit::Incidents, 2, 0),
                (CountedBy::Sex, Unit::Victims, 3, 2),
            ]
        );
        assert_eq!(tables[3].missing, Missing { not_asked: 1, not_recorded: 1, ..Missing::default() });
        assert_eq!(tables[2].rows, [(CountKey::Month("2014-05".into()), 1), (CountKey::Coarser("2014".into()), 1)]);
    }

    #[test]
    fn a_year_is_neither_inside_nor_outside_one_of_its_months() {
        let day = |text: &str| Some(text.parse().unwrap());
        for (date, expected) in [
            ("2014-05-03", Within::Inside),
            ("2014-05", Within::Inside),
            ("2014", Within::CannotTell),
            ("2013", Within::Outside),
        ] {
            assert_eq!(within(&incident(date, &[]), day("2014-05-01"), day("2014-05-31")), expected, "{date}");
        }
    }
}
