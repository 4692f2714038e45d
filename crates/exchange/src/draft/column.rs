//! One column as it is read: what a person sees of it before any row is drafted.

use super::ValueSeen;
use super::cell::Taken;
use super::row::{Drafting, Place};
use crate::read::{Sheet, SheetCell};
use crate::recognise::name::is_nobody;

/// What became of the cells of one column.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ColumnRead {
    /// Cells that hold anything.
    pub filled: usize,
    /// Of these, cells that need a person.
    pub unread: usize,
    /// The first different cells.
    pub samples: Vec<String>,
    /// Each different cell of a column of terms.
    pub values: Vec<ValueSeen>,
}

impl Drafting<'_> {
    /// Reads one column; `samples` of its different cells are told.
    pub fn column(&mut self, sheet: &Sheet, at: usize, samples: usize) -> ColumnRead {
        let mut read = ColumnRead::default();
        let Some(place) = self.columns.get_mut(at) else { return read };
        if let Place::Field(column) = place {
            column.reader.forget_seen();
        }
        let cells = sheet.rows.iter().skip(self.heading_row + 1).filter_map(|row| row.get(at));
        for cell in cells.filter(|cell| !cell.is_blank()) {
            read.filled += 1;
            if read.samples.len() < samples && !read.samples.iter().any(|known| known == cell.text.trim()) {
                read.samples.push(cell.text.trim().to_owned());
            }
            if let Place::Field(column) = place
                && !names_record(column, cell)
            {
                let Taken { reason, .. } = column.reader.read(cell, &mut self.answers);
                read.unread += usize::from(reason.is_some());
            }
        }
        if let (Place::Field(column), Some(heading)) = (place, self.headings.get(at)) {
            read.values = column.reader.seen(heading).collect();
        }
        read
    }
}

/// Whether the cell names a record behind a reference, which any words can.
fn names_record(column: &super::row::Column<'_>, cell: &SheetCell) -> bool {
    column.target.names_record() && !is_nobody(&cell.text)
}
