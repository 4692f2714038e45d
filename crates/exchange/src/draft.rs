//! What an import would write: one draft a row, every cell accounted for.
//!
//! A cell ends in exactly one of three ways: a field took it; a field keeps it as written, and it is listed with no
//! term or as an error; or no field took it and it stands in `as_found` under its heading. A bad cell never stops its
//! row, a bad row never stops the sheet (U14).

mod cell;
mod column;
mod link;
mod row;

use std::collections::BTreeMap;

use resguardo_domain::catalogue::Catalogues;
use resguardo_domain::schema::Schema;
use resguardo_domain::value::Value;

use crate::error::Error;
use crate::mapping::Mapping;
use crate::read::Sheet;
pub use crate::recognise::term::Certainty;
pub use column::ColumnRead;
pub use row::Drafting;

/// A sheet as drafts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Drafted {
    /// The headings, each different.
    pub headings: Vec<String>,
    /// Each heading with the path its column goes to.
    pub columns: Vec<(String, Option<String>)>,
    /// The rows that hold something, in order.
    pub rows: Vec<RowDraft>,
    /// Each different cell of a column of terms.
    pub values: Vec<ValueSeen>,
    /// Each cell that is kept but not understood where only a date, number or answer can stand, and rows left out.
    pub errors: Vec<CellError>,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RowDraft {
    /// Its number as a spreadsheet shows it.
    pub row: usize,
    /// Its cells verbatim, as many as there are headings or more.
    pub cells: Vec<String>,
    /// Values of the row's own record by field.
    pub fields: BTreeMap<String, Vec<Value>>,
    /// Records it points to that are to be made or found.
    pub linked: Vec<LinkedDraft>,
    /// `Heading: cell` for each cell that no field took whole.
    pub as_found: Vec<String>,
    /// The code or folio that identifies the row in its organisation.
    pub code: Option<String>,
}

impl RowDraft {
    /// The row's cells as they are hashed to know it again: joined by U+001F.
    #[must_use]
    pub fn cells_hash_input(&self) -> String {
        self.cells.join("\u{1f}")
    }
}

/// A record that a row points to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LinkedDraft {
    /// The field that points to it: `victims`, `perpetrators`, `medium`.
    pub field: String,
    /// Its kind.
    pub kind: String,
    /// Its values by field.
    pub values: BTreeMap<String, Vec<Value>>,
    /// Records it points to itself: the medium of a person, to be matched by folded name.
    pub also: Vec<LinkedDraft>,
}

/// One different cell of a column of terms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValueSeen {
    /// The heading.
    pub column: String,
    /// The cell.
    pub value: String,
    /// Terms or non-answers it was placed as, and parts of it that stay as written; none when all of it stays so.
    pub terms: Vec<Value>,
    /// In how many rows it stands.
    pub count: usize,
    /// How sure; of no meaning without terms.
    pub certainty: Certainty,
}

/// A cell or row that needs a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellError {
    /// The sheet's name.
    pub sheet: String,
    /// The row as a spreadsheet shows it.
    pub row: usize,
    /// The heading.
    pub column: String,
    /// The cell as a spreadsheet names it: `C17`.
    pub cell: String,
    /// The cell's text.
    pub value: String,
    /// The path of the field.
    pub field: Option<String>,
    /// What is the matter.
    pub reason: Reason,
}

/// Why a cell needs a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// It cannot be read as a date; kept as written.
    NotADate,
    /// It cannot be read as a number; kept as written.
    NotANumber,
    /// It cannot be read as a length of time; kept as written.
    NotADuration,
    /// It cannot be read as an amount with its currency; kept as written.
    NotAnAmount,
    /// It answers neither yes, no nor partly; kept as written.
    NotAnAnswer,
    /// The field holds one value and the cell or another column has more; kept in `as_found`.
    OneValueOnly,
    /// It is longer than a value may be; kept in `as_found` in parts.
    TooLong,
    /// A formula that failed stands in it; kept in `as_found`.
    FormulaFailed,
    /// The row has cells beyond the last heading; kept in `as_found`.
    BeyondHeadings,
    /// The row repeats the headings; left out.
    HeadingsAgain,
    /// The row sums up the others; left out.
    TotalRow,
}

impl Reason {
    /// Its id, which messages are looked up by.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::NotADate => "not-a-date",
            Self::NotANumber => "not-a-number",
            Self::NotADuration => "not-a-duration",
            Self::NotAnAmount => "not-an-amount",
            Self::NotAnAnswer => "not-an-answer",
            Self::OneValueOnly => "one-value-only",
            Self::TooLong => "too-long",
            Self::FormulaFailed => "formula-failed",
            Self::BeyondHeadings => "beyond-headings",
            Self::HeadingsAgain => "headings-again",
            Self::TotalRow => "total-row",
        }
    }
}

/// Drafts every row of a sheet for records of this kind.
///
/// # Errors
/// [`Error`] when the mapping does not fit the sheet or the schema; cells never make one.
pub fn draft(
    sheet: &Sheet,
    mapping: &Mapping,
    (schema, catalogues): (&Schema, &Catalogues),
    kind: &str,
) -> Result<Drafted, Error> {
    Ok(Drafting::new(sheet, mapping, (schema, catalogues), kind)?.all(sheet))
}

#[cfg(test)]
mod tests;
