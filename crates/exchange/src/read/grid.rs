//! A sheet that grows by cells named by row and column, never beyond the bounds of an import.

use super::{Sheet, SheetCell};
use crate::error::Error;
use crate::limits::Limits;

/// The cells of a workbook's sheets, counted together.
pub(super) struct Grid<'a> {
    limits: &'a Limits,
    cells: usize,
    sheets: Vec<Sheet>,
}

impl<'a> Grid<'a> {
    pub(super) const fn new(limits: &'a Limits) -> Self {
        Self { limits, cells: 0, sheets: Vec::new() }
    }

    pub(super) fn begin(&mut self, name: String) -> Result<(), Error> {
        if self.sheets.len() >= self.limits.sheets {
            return Err(Error::TooManySheets { limit: self.limits.sheets });
        }
        self.sheets.push(Sheet { name, rows: Vec::new() });
        Ok(())
    }

    /// Whether a cell may stand there.
    pub(super) fn allows(&self, row: usize, column: usize, cell: &SheetCell) -> Result<(), Error> {
        let limits = self.limits;
        if row >= limits.rows {
            return Err(Error::TooManyRows { limit: limits.rows });
        }
        if column >= limits.columns {
            return Err(Error::TooManyColumns { row: row + 1, limit: limits.columns });
        }
        if cell.text.len() > limits.cell_bytes {
            return Err(Error::CellTooLong { row: row + 1, column: column + 1, limit: limits.cell_bytes });
        }
        Ok(())
    }

    /// Puts a cell into the last sheet; row and column from 0. Only a filled cell takes room, and room for the blank
    /// ones before it is counted first.
    pub(super) fn put(&mut self, row: usize, column: usize, cell: SheetCell) -> Result<(), Error> {
        self.allows(row, column, &cell)?;
        let limits = self.limits;
        let Some(sheet) = self.sheets.last_mut() else { return Err(Error::Damaged) };
        if sheet.rows.len() <= row {
            self.cells += row + 1 - sheet.rows.len();
            if self.cells > limits.cells {
                return Err(Error::TooManyCells { limit: limits.cells });
            }
            sheet.rows.resize_with(row + 1, Vec::new);
        }
        let Some(cells) = sheet.rows.get_mut(row) else { return Err(Error::Damaged) };
        let grown = (column + 1).saturating_sub(cells.len());
        self.cells += grown;
        if self.cells > limits.cells {
            return Err(Error::TooManyCells { limit: limits.cells });
        }
        if grown > 0 {
            cells.resize_with(column + 1, SheetCell::default);
        }
        if let Some(place) = cells.get_mut(column) {
            *place = cell;
        }
        Ok(())
    }

    /// The sheets; an error when none holds a cell.
    pub(super) fn finish(self) -> Result<Vec<Sheet>, Error> {
        if self.cells == 0 { Err(Error::Empty) } else { Ok(self.sheets) }
    }
}
