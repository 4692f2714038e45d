//! Tables of text: CSV and its relatives, with the separator and the encoding found by looking.

use super::{Sheet, SheetCell, encoding, shown};
use crate::error::Error;
use crate::limits::Limits;

/// A table of text and how it was read, to be shown before anything is imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Its cells; the sheet has no name.
    pub sheet: Sheet,
    /// The encoding's name, as the Encoding Standard has it.
    pub encoding: &'static str,
    /// What separates its cells.
    pub separator: char,
}

/// Separators, the likelier first.
const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// How many records decide the separator.
const SAMPLE: usize = 60;

/// Reads a table of text.
///
/// # Errors
/// [`Error`] that names the bound passed and the row.
pub fn read(bytes: &[u8], limits: &Limits) -> Result<Table, Error> {
    if bytes.len() > limits.file_bytes {
        return Err(Error::FileTooLarge { limit: limits.file_bytes });
    }
    let (text, encoding) = encoding::decode(bytes);
    let (declared, text) = declared_separator(&text);
    let separator = declared.unwrap_or_else(|| likely_separator(text));
    let sheet = Sheet { name: String::new(), rows: rows(text, separator, limits)? };
    if sheet.rows.iter().all(Vec::is_empty) {
        return Err(Error::Empty);
    }
    Ok(Table { sheet, encoding, separator: char::from(separator) })
}

/// Excel's `sep=;` before the first row, which no spreadsheet shows.
fn declared_separator(text: &str) -> (Option<u8>, &str) {
    let declared = text.split_once('\n').and_then(|(line, rest)| {
        let [separator] = line.trim_end().strip_prefix("sep=")?.as_bytes() else { return None };
        Some((*separator, rest))
    });
    declared.map_or((None, text), |(separator, rest)| (Some(separator), rest))
}

/// The separator that gives the first records most alike and most cells.
fn likely_separator(text: &str) -> u8 {
    let mut best = (0, b',');
    for separator in SEPARATORS {
        let widths: Vec<usize> =
            reader(text, separator).records().take(SAMPLE).flatten().map(|row| row.len()).collect();
        let Some(usual) = most_common(widths.iter().copied().filter(|width| *width > 1)) else { continue };
        let alike = widths.iter().filter(|width| **width == usual).count();
        let score = alike * 100 / widths.len() * usual.min(40);
        if score > best.0 {
            best = (score, separator);
        }
    }
    best.1
}

fn most_common(widths: impl Iterator<Item = usize>) -> Option<usize> {
    let mut counts = std::collections::BTreeMap::new();
    for width in widths {
        *counts.entry(width).or_insert(0_usize) += 1;
    }
    counts.into_iter().max_by_key(|(width, count)| (*count, *width)).map(|(width, _)| width)
}

fn reader(text: &str, separator: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes())
}

fn rows(text: &str, separator: u8, limits: &Limits) -> Result<Vec<Vec<SheetCell>>, Error> {
    let mut reader = reader(text, separator);
    let mut record = csv::StringRecord::new();
    let mut rows: Vec<Vec<SheetCell>> = Vec::new();
    let (mut cells, mut start) = (0_usize, 0_usize);
    while reader.read_record(&mut record).or(Err(Error::Damaged))? {
        let end = usize::try_from(reader.position().byte()).or(Err(Error::Damaged))?;
        let raw = text.get(start..end).unwrap_or_default();
        rows.extend(std::iter::repeat_n(
            Vec::new(),
            blank_lines(raw, text.get(..start).is_some_and(|read| read.ends_with('\r'))).min(limits.rows),
        ));
        let row = one_row(&record, rows.len() + 1, limits)?;
        cells += row.len();
        rows.push(row);
        if rows.len() > limits.rows {
            return Err(Error::TooManyRows { limit: limits.rows });
        }
        if cells > limits.cells {
            return Err(Error::TooManyCells { limit: limits.cells });
        }
        if end == text.len() && never_closed(raw, &record) {
            return Err(Error::UnclosedQuote { row: rows.len() });
        }
        start = end;
    }
    Ok(rows)
}

/// Empty lines before a record: a spreadsheet numbers them, the reader passes over them. The second half of the line
/// break that ended the record before is no line.
fn blank_lines(raw: &str, after_return: bool) -> usize {
    let raw = if after_return { raw.strip_prefix('\n').unwrap_or(raw) } else { raw };
    let mut lines = 0;
    let mut rest = raw;
    while let Some(next) = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r'])) {
        lines += 1;
        rest = next;
    }
    lines
}

fn one_row(record: &csv::StringRecord, number: usize, limits: &Limits) -> Result<Vec<SheetCell>, Error> {
    let filled =
        record.iter().enumerate().filter(|(_, cell)| !cell.is_empty()).map(|(at, _)| at + 1).max().unwrap_or(0);
    if filled > limits.columns {
        return Err(Error::TooManyColumns { row: number, limit: limits.columns });
    }
    let mut row = Vec::with_capacity(filled);
    for cell in record.iter().take(filled) {
        if cell.len() > limits.cell_bytes {
            return Err(Error::CellTooLong { row: number, column: row.len() + 1, limit: limits.cell_bytes });
        }
        row.push(SheetCell::text(shown(unmarked(cell))));
    }
    Ok(row)
}

/// The apostrophe by which exports say that what follows is no formula is no part of the text.
fn unmarked(cell: &str) -> &str {
    let bare = cell.strip_prefix('\'');
    bare.filter(|text| text.starts_with(['=', '+', '-', '@', '\'', '\t', '\r'])).unwrap_or(cell)
}

/// Whether the last record ends inside quotation marks and swallowed lines that were rows.
fn never_closed(raw: &str, record: &csv::StringRecord) -> bool {
    let swallowed = record.iter().next_back().is_some_and(|cell| cell.trim_end().contains('\n'));
    swallowed && raw.bytes().filter(|byte| *byte == b'"').count() % 2 == 1
}
