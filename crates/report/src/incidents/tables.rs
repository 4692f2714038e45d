//! The tables of counts, each with its unit, its missing rows and its sum.

use resguardo_domain::incidents::{CountKey, CountTable, CountedBy, Missing};
use resguardo_language::Args;

use super::{Template, capital, unit_id};
use crate::document::{Block, Cell, Row, Table};

impl Template<'_> {
    pub(super) fn tables(&self) -> Vec<Block> {
        let numbered = self.report.tables.iter().zip(1..);
        numbered.map(|(table, number)| Block::Table(self.table(table, number))).collect()
    }

    fn table(&self, table: &CountTable, number: u64) -> Table {
        let (of, unit) = (of_id(table.of), unit_id(table.unit));
        let row = |(key, count): &(CountKey, u64)| Row {
            cells: vec![Cell::Text(self.key(key).into()), Cell::Count(*count)],
            missing: false,
        };
        let missing = reasons(&table.missing).map(|(_, label, count)| Row {
            cells: vec![Cell::Text(self.text(label)), Cell::Count(count)],
            missing: true,
        });
        Table {
            caption: self.words.say(&format!("incidents-table-{of}"), &Args::new().count("number", number)).into(),
            unit: self.text(&format!("incidents-counted-{unit}")),
            head: vec![self.text(&format!("incidents-of-{of}")), self.text(&format!("incidents-head-{unit}"))],
            rows: table.rows.iter().map(row).chain(missing).collect(),
            foot: vec![Cell::Text(self.text("incidents-total")), Cell::Count(table.total)],
        }
    }

    fn key(&self, key: &CountKey) -> String {
        match key {
            CountKey::Term { catalogue, term } => self.words.term(catalogue, term),
            CountKey::Month(month) => capital(&self.date(month)),
            CountKey::Coarser(date) => {
                capital(&self.words.say("incidents-coarse", &Args::new().text("date", self.date(date))))
            }
        }
    }
}

/// What a table counts by in the ids of messages.
pub(super) const fn of_id(of: CountedBy) -> &'static str {
    match of {
        CountedBy::Aggression => "aggression",
        CountedBy::State => "state",
        CountedBy::Month => "month",
        CountedBy::Sex => "sex",
    }
}

/// Every reason for which something is missing: its name in the ids of messages, the message of its row, how many. Only
/// those that occur.
pub(super) fn reasons(missing: &Missing) -> impl Iterator<Item = (&'static str, &'static str, u64)> + use<> {
    [
        ("unknown", "value-unknown", missing.unknown),
        ("not-asked", "value-not-asked", missing.not_asked),
        ("withheld", "value-withheld", missing.withheld),
        ("not-recorded", "value-not-recorded", missing.not_recorded),
        ("unclassified", "incidents-missing-unclassified", missing.as_written),
    ]
    .into_iter()
    .filter(|(_, _, count)| *count > 0)
}
