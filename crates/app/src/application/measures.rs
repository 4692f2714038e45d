//! The measures of an application: asked for, in the study, decreed, agreed, in place. What is dated after the day is not
//! known yet.

use resguardo_domain::schema::Kind;
use resguardo_domain::summary::Summary;
use resguardo_domain::value::{PartialDate, Value};
use resguardo_language::Args;
use serde::Serialize;

use super::Telling;
use crate::cells::{Cell, Cells, Manner};

/// The columns of the table: each shows the first of its fields that says something.
const COLUMNS: [(&str, &[&str]); 5] = [
    ("asked", &["requested_on"]),
    ("study", &["recommended_on", "study_fit"]),
    ("granted", &["granted_on"]),
    ("agreed", &["agreed_at", "agreed"]),
    ("standing", &["implemented_on"]),
];

/// The measures of an application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct Measures {
    /// How many, and how far they are.
    pub sentence: String,
    /// The heads of the columns after the measure.
    pub columns: Vec<String>,
    /// One measure each.
    pub rows: Vec<MeasureRow>,
}

/// One measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct MeasureRow {
    /// The record.
    pub id: String,
    /// What it is.
    pub label: String,
    /// What stands in each column.
    pub cells: Vec<Cell>,
}

impl Telling<'_> {
    /// The table of its measures.
    pub(super) fn measures(&self) -> Measures {
        let cells = self.session.cells(self.snapshot);
        let kind = self.session.schema.kind("measure");
        let parts = self.one.parts.values().filter(|part| part.kind == "measure");
        let mut parts: Vec<&Summary> = parts.collect();
        parts.sort_by_key(|part| (part.date("requested_on").map(PartialDate::first), part.created_ms, part.id));
        let rows: Vec<MeasureRow> =
            kind.map(|kind| parts.into_iter().map(|part| self.row(&cells, kind, part)).collect()).unwrap_or_default();
        let has = |column: usize| {
            let filled = |row: &&MeasureRow| row.cells.get(column).is_some_and(|cell| cell.manner == Manner::Plain);
            u64::try_from(rows.iter().filter(filled).count()).unwrap_or(u64::MAX)
        };
        let args = Args::new()
            .count("total", u64::try_from(rows.len()).unwrap_or(u64::MAX))
            .count("asked", has(0))
            .count("granted", has(2))
            .count("standing", has(4));
        let columns = COLUMNS.iter().map(|(column, _)| self.words.plain(&format!("measures-{column}")));
        Measures { sentence: self.words.say("measures-sentence", &args), columns: columns.collect(), rows }
    }

    fn row(&self, cells: &Cells<'_>, kind: &Kind, part: &Summary) -> MeasureRow {
        let known = |value: &Value| match value {
            Value::Date(date, _) => self.is_past(date),
            _ => true,
        };
        let draw = |fields: &[&str]| {
            let drawn = fields.iter().filter_map(|field| {
                let values: Vec<Value> = part.values(field).iter().filter(|value| known(value)).cloned().collect();
                Some(cells.narrow(part.id, kind.field(field)?, &values)).filter(|_| !values.is_empty())
            });
            drawn.into_iter().next().unwrap_or_else(Cell::empty)
        };
        let label = kind.field("type").map(|field| cells.together(part.id, field, part.values("type")).text);
        MeasureRow {
            id: part.id.to_string(),
            label: label
                .filter(|label| !label.is_empty())
                .unwrap_or_else(|| kind.label.get(self.session.lang).to_owned()),
            cells: COLUMNS.iter().map(|(_, fields)| draw(fields)).collect(),
        }
    }

    /// Whether a date may have come by the day.
    pub(super) fn is_past(&self, date: &PartialDate) -> bool {
        date.first() <= self.seen.day()
    }
}
