//! The columns of a board: what each record says, as of the day.

use resguardo_domain::value::Value;
use resguardo_mechanism::indicator::earliest;
use resguardo_vault::Row;

use super::definition::{Column, Draw, Section};
use super::standing::{Reading, date};
use super::{BoardColumn, BoardRow};
use crate::cells::{Cell, Manner};
use crate::folio;

/// How wide a column is at least where nothing else is said, in letters.
const WIDE: u32 = 8;

impl<'a> Reading<'a> {
    /// One row.
    pub(super) fn row(&self, section: &Section, row: &Row<'a>) -> BoardRow {
        BoardRow {
            id: row.id().to_string(),
            folio: folio::of(&self.session.schema, row),
            cells: section.columns.iter().map(|column| self.cell(section, column, row)).collect(),
        }
    }

    /// The head of a column.
    pub(super) fn column(&self, section: &Section, column: &Column) -> BoardColumn {
        let first = column.of.split('|').next().unwrap_or_default();
        let field = self.session.schema.kind(&section.kind).and_then(|kind| kind.field(first));
        let named = |short: bool| {
            field.map(|field| if short { field.short_label() } else { &field.label }.get(self.session.lang).to_owned())
        };
        let head = column.head.as_ref().map(|head| self.cells.words.plain(&format!("boards-head-{head}")));
        let label = head.or_else(|| named(true)).unwrap_or_default();
        let name = named(false).unwrap_or_else(|| label.clone());
        BoardColumn { name, label, mark: column.mark.clone(), wide: column.wide.unwrap_or(WIDE) }
    }

    fn cell(&self, section: &Section, column: &Column, row: &Row<'a>) -> Cell {
        if column.of.starts_with('@') {
            return self.computed(section, &column.of, row);
        }
        let Some(said) = self.said(row, &column.of) else { return Cell::empty() };
        let ahead = date(&said.values).is_some_and(|date| earliest(date) > self.day);
        if ahead && column.draw != Some(Draw::Ahead) {
            let passed: Vec<Value> = said
                .values
                .into_iter()
                .filter(|value| !matches!(value, Value::Date(date, _) if earliest(date) > self.day))
                .collect();
            if passed.is_empty() {
                return plain(self.cells.words.plain("boards-not-yet"));
            }
            return self.cells.narrow(said.record, said.field, &passed);
        }
        let cell = self.cells.narrow(said.record, said.field, &said.values);
        if let (Some(Draw::Year), Some(year)) = (column.draw, year(&said.values)) {
            return Cell { text: year, ..cell };
        }
        if column.draw == Some(Draw::Folio) && !cell.links.is_empty() {
            let folios: Vec<&str> = cell.links.iter().map(|link| link.folio.as_str()).collect();
            return Cell { text: folios.join(", "), manner: Manner::Plain, ..cell };
        }
        cell
    }
}

/// Words of the program.
pub(super) fn plain(text: String) -> Cell {
    Cell { text, manner: Manner::Plain, ..Cell::empty() }
}

/// A number as a year is written, without separators.
pub(super) fn year(values: &[Value]) -> Option<String> {
    values.iter().find_map(|value| if let Value::Number(number) = value { Some(number.to_string()) } else { None })
}
