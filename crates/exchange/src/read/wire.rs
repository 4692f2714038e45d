//! A workbook as bytes: how the process that reads a stranger's file hands its cells over.
//!
//! `RSW1`, then counts and texts as little-endian `u32` lengths. The reader of these bytes trusts them no more than
//! the file itself: every count is checked against the bounds and against what is left before room is made for it.

use super::{CellKind, Sheet, SheetCell, Workbook};
use crate::error::Error;
use crate::limits::Limits;

const MAGIC: &[u8; 4] = b"RSW1";

/// The bytes of a workbook.
///
/// # Errors
/// [`Error::Wire`] when a count is beyond `u32`.
pub fn encode(workbook: &Workbook) -> Result<Vec<u8>, Error> {
    let mut bytes = MAGIC.to_vec();
    count(&mut bytes, workbook.sheets.len())?;
    for sheet in &workbook.sheets {
        text(&mut bytes, &sheet.name)?;
        count(&mut bytes, sheet.rows.len())?;
        for row in &sheet.rows {
            count(&mut bytes, row.len())?;
            for cell in row {
                bytes.push(tag(&cell.kind));
                text(&mut bytes, &cell.text)?;
                if let CellKind::Date(date) = &cell.kind {
                    text(&mut bytes, date.as_str())?;
                }
            }
        }
    }
    Ok(bytes)
}

const fn tag(kind: &CellKind) -> u8 {
    match kind {
        CellKind::Empty => 0,
        CellKind::Text => 1,
        CellKind::Number => 2,
        CellKind::Date(_) => 3,
        CellKind::Answer(false) => 4,
        CellKind::Answer(true) => 5,
        CellKind::Failed => 6,
    }
}

fn count(bytes: &mut Vec<u8>, count: usize) -> Result<(), Error> {
    bytes.extend(u32::try_from(count).or(Err(Error::Wire))?.to_le_bytes());
    Ok(())
}

fn text(bytes: &mut Vec<u8>, text: &str) -> Result<(), Error> {
    count(bytes, text.len())?;
    bytes.extend(text.as_bytes());
    Ok(())
}

/// Reads the bytes of [`encode`] within the bounds of an import.
///
/// # Errors
/// [`Error::Wire`] for anything else.
pub fn decode(bytes: &[u8], limits: &Limits) -> Result<Workbook, Error> {
    let mut rest = Rest { bytes: bytes.strip_prefix(MAGIC).ok_or(Error::Wire)?, cells: limits.cells };
    let sheets = (0..rest.count(limits.sheets)?).map(|_| rest.sheet(limits)).collect::<Result<_, _>>()?;
    if rest.bytes.is_empty() { Ok(Workbook { sheets }) } else { Err(Error::Wire) }
}

struct Rest<'a> {
    bytes: &'a [u8],
    cells: usize,
}

impl<'a> Rest<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8], Error> {
        let (part, rest) = self.bytes.split_at_checked(length).ok_or(Error::Wire)?;
        self.bytes = rest;
        Ok(part)
    }

    /// A count of things of at least one byte each.
    fn count(&mut self, most: usize) -> Result<usize, Error> {
        let (figures, rest) = self.bytes.split_first_chunk::<4>().ok_or(Error::Wire)?;
        self.bytes = rest;
        let count = usize::try_from(u32::from_le_bytes(*figures)).or(Err(Error::Wire))?;
        if count > most || count > rest.len() { Err(Error::Wire) } else { Ok(count) }
    }

    fn text(&mut self, most: usize) -> Result<String, Error> {
        let length = self.count(most)?;
        let text = std::str::from_utf8(self.take(length)?).or(Err(Error::Wire))?;
        Ok(text.to_owned())
    }

    fn sheet(&mut self, limits: &Limits) -> Result<Sheet, Error> {
        let name = self.text(limits.cell_bytes)?;
        let rows = (0..self.count(limits.rows)?).map(|_| self.row(limits)).collect::<Result<_, _>>()?;
        Ok(Sheet { name, rows })
    }

    fn row(&mut self, limits: &Limits) -> Result<Vec<SheetCell>, Error> {
        let count = self.count(limits.columns)?;
        self.cells = self.cells.checked_sub(count).ok_or(Error::Wire)?;
        (0..count).map(|_| self.cell(limits)).collect()
    }

    fn cell(&mut self, limits: &Limits) -> Result<SheetCell, Error> {
        let [tag] = self.take(1)? else { return Err(Error::Wire) };
        // A control character shown as U+FFFD takes more bytes than it had.
        let text = self.text(limits.cell_bytes.saturating_mul(3))?;
        let kind = match tag {
            0 => CellKind::Empty,
            1 => CellKind::Text,
            2 => CellKind::Number,
            3 => CellKind::Date(Box::new(self.text(64)?.parse().or(Err(Error::Wire))?)),
            4 => CellKind::Answer(false),
            5 => CellKind::Answer(true),
            6 => CellKind::Failed,
            _ => return Err(Error::Wire),
        };
        Ok(SheetCell { text, kind })
    }
}
