//! One import as its `journal` record, and the fingerprints of its rows.

use resguardo_domain::draft::Draft;
use resguardo_domain::id::RecordId;
use resguardo_domain::value::{Number, PartialDate, Value, json};
use resguardo_exchange::draft::Drafted;
use resguardo_exchange::mapping::Mapping;
use sha2::{Digest, Sha256};

use super::{Imported, sheet_error, today};
use crate::error::AppError;

/// Hexadecimal digits of one cell's hash: enough to see that it changed, too few to guess it by.
const CELL_DIGITS: usize = 8;

/// What is remembered of one import.
pub(super) struct Batch {
    pub(super) salt: [u8; 32],
    pub(super) sheet: String,
    file_name: String,
    for_kind: String,
    headings: Vec<String>,
    heading_row: usize,
    mapping: String,
    counts: [(&'static str, usize); 4],
}

impl Batch {
    pub(super) fn new(
        file_name: String,
        for_kind: String,
        mapping: &Mapping,
        drafted: &Drafted,
        imported: &Imported,
    ) -> Result<Self, AppError> {
        let mut salt = [0; 32];
        getrandom::fill(&mut salt).map_err(|_failed| resguardo_vault::VaultError::NoRandomness)?;
        Ok(Self {
            salt,
            sheet: mapping.sheet.clone(),
            file_name,
            for_kind,
            headings: drafted.headings.clone(),
            heading_row: mapping.heading_row,
            mapping: mapping.to_toml().map_err(sheet_error)?,
            counts: [
                ("rows", imported.rows),
                ("imported", imported.imported),
                ("skipped", imported.skipped),
                ("cells_with_errors", imported.errors.len()),
            ],
        })
    }

    pub(super) fn draft(&self) -> Draft {
        let text = |text: &str| vec![Value::Text(text.to_owned())];
        let number = |count: usize| vec![Value::Number(Number::whole(i64::try_from(count).unwrap_or(i64::MAX)))];
        let mut draft = Draft::default();
        let mut put = |field: &str, values: Vec<Value>| drop(draft.values.insert(field.to_owned(), values));
        put("event", text("import"));
        put("at", today().parse::<PartialDate>().map(|date| Value::Date(date, None)).into_iter().collect());
        put("file_name", text(&self.file_name));
        put("sheet", text(&self.sheet));
        put("for_kind", text(&self.for_kind));
        put("salt", text(&json::hex(&self.salt)));
        put("headings", self.headings.iter().map(|heading| Value::Text(heading.clone())).collect());
        put("heading_row", number(self.heading_row));
        put("mapping", vec![Value::LongText(self.mapping.clone())]);
        for (field, count) in self.counts {
            put(field, number(count));
        }
        draft
    }
}

/// The salted hashes of one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fingerprint {
    /// SHA-256 of salt ‖ cells joined by U+001F.
    pub(super) row: String,
    /// The first four bytes of SHA-256 of salt ‖ column ‖ 0 ‖ cell.
    pub(super) cells: Vec<u32>,
}

/// What a record carries of the row it came from.
pub(super) struct ImportRow {
    pub(super) batch: String,
    pub(super) row: usize,
    pub(super) print: Fingerprint,
}

impl Fingerprint {
    pub(super) fn of(salt: &[u8; 32], cells: &[String]) -> Self {
        let cell = |(column, cell): (usize, &String)| {
            let hash = Sha256::new().chain_update(salt).chain_update(column.to_string()).chain_update([0]);
            let hash = hash.chain_update(cell).finalize();
            hash.first_chunk().map_or(0, |four| u32::from_be_bytes(*four))
        };
        Self { row: Self::row_of(salt, cells), cells: cells.iter().enumerate().map(cell).collect() }
    }

    /// The hash of the whole row alone.
    pub(super) fn row_of(salt: &[u8; 32], cells: &[String]) -> String {
        json::hex(&Sha256::new().chain_update(salt).chain_update(cells.join("\u{1f}")).finalize())
    }

    /// How many cells are the same.
    pub(super) fn shared(&self, other: &Self) -> usize {
        self.cells.iter().zip(&other.cells).filter(|(a, b)| a == b).count()
    }

    /// The text of the field `import_row`: `batch row hash cells sheet`.
    pub(super) fn line(&self, batch: RecordId, row: usize, sheet: &str) -> String {
        let cells: String = self.cells.iter().map(|cell| format!("{cell:08x}")).collect();
        format!("{batch} {row} {} {cells} {sheet}", self.row)
    }
}

impl ImportRow {
    pub(super) fn parse(line: &str) -> Option<Self> {
        let mut parts = line.splitn(5, ' ');
        let (batch, row, hash, cells) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
        let cells = cells
            .as_bytes()
            .chunks(CELL_DIGITS)
            .map(|cell| std::str::from_utf8(cell).ok().and_then(|digits| u32::from_str_radix(digits, 16).ok()));
        let cells: Option<Vec<u32>> = cells.collect();
        Some(Self {
            batch: batch.to_owned(),
            row: row.parse().ok()?,
            print: Fingerprint { row: hash.to_owned(), cells: cells? },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_known_again_and_a_changed_cell_seen() {
        let cells = |third: &str| ["a", "b", third].map(str::to_owned).to_vec();
        let print = Fingerprint::of(&[7; 32], &cells("c"));
        assert_eq!(print, Fingerprint::of(&[7; 32], &cells("c")));
        assert_ne!(print.row, Fingerprint::of(&[8; 32], &cells("c")).row, "another batch, another salt");
        assert_eq!(print.shared(&Fingerprint::of(&[7; 32], &cells("d"))), 2);
        let line = print.line(RecordId::new([1; 16]), 17, "Hoja con espacios");
        let read = ImportRow::parse(&line).unwrap();
        assert_eq!((read.row, read.print), (17, print));
    }
}
