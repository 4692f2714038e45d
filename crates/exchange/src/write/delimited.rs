//! CSV: the list, its codebook and its counts, three tables of text.

use super::{List, codebook, word};
use crate::error::Error;

/// The three tables, each the bytes of a file in UTF-8 with a byte-order mark, which spreadsheets need to see accents.
pub struct Tables {
    /// The list.
    pub data: Vec<u8>,
    /// What each column means.
    pub codebook: Vec<u8>,
    /// The counts.
    pub counts: Vec<u8>,
}

/// Writes a list as CSV.
///
/// # Errors
/// [`Error::Write`], which writing to memory does not give.
pub fn csv(list: &List<'_>) -> Result<Tables, Error> {
    let columns = list.columns();
    let rows = list.rows.get().iter().map(|row| list.cells(row, &columns));
    let book = codebook::entries(list, &columns);
    let book = book.iter().map(|entry| entry.cells().to_vec());
    let heads = codebook::headings(list.lang).map(str::to_owned).to_vec();
    let counts = list.counts.iter().map(|(what, count)| vec![what.clone(), count.clone()]);
    let count_heads = [word(list.lang, "Qué se cuenta", "What is counted"), word(list.lang, "Cuántos", "How many")];
    Ok(Tables {
        data: table(list.headings(&columns), rows)?,
        codebook: table(heads, book)?,
        counts: table(count_heads.map(str::to_owned).to_vec(), counts)?,
    })
}

fn table(headings: Vec<String>, rows: impl Iterator<Item = Vec<String>>) -> Result<Vec<u8>, Error> {
    let failed = |error: csv::Error| Error::Write { reason: error.to_string() };
    let mut writer = csv::Writer::from_writer(b"\xef\xbb\xbf".to_vec());
    writer.write_record(&headings).map_err(failed)?;
    for row in rows {
        writer.write_record(row.iter().map(|cell| harmless(cell))).map_err(failed)?;
    }
    writer.into_inner().map_err(|error| Error::Write { reason: error.error().to_string() })
}

/// A text that a spreadsheet would take for a formula begins with an apostrophe, which spreadsheets read as *this is
/// text* and the importer takes off again; so does one that already begins so. Numbers and hedges (`-5`, `>=3`) are left as they are.
pub(super) fn harmless(cell: &str) -> String {
    let runs = match cell.chars().next() {
        Some('=' | '@' | '\t' | '\r') => true,
        Some('\'') => cell.chars().nth(1).is_some_and(|next| "=+-@'\t\r".contains(next)),
        Some('+' | '-') => !cell.chars().skip(1).all(|c| c.is_ascii_digit() || c == '.'),
        _ => false,
    };
    if runs { format!("'{cell}") } else { cell.to_owned() }
}
