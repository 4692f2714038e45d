//! From bytes to cells: one room for every format, so that nothing later knows which it was.
//!
//! A cell is kept verbatim, as a person sees it in a spreadsheet, beside what the file says it is. Formulas are read by
//! the value last computed and never run. Tables of text are read in process; packages (XLSX, ODS) by
//! [`spreadsheet`], which the caller runs in a process of its own with bounds on memory and time.

pub mod delimited;
mod encoding;
pub mod format;
mod grid;
mod ods;
mod package;
mod serial;
pub mod wire;
mod xlsx;

use resguardo_domain::value::PartialDate;

use crate::error::Error;
use crate::limits::Limits;
pub use format::Format;

/// The sheets of a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Workbook {
    /// Its sheets in the file's order; hidden ones too.
    pub sheets: Vec<Sheet>,
}

/// One table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// Its name; empty where the format has none.
    pub name: String,
    /// Its rows, the first being row 1 of the spreadsheet; empty cells at a row's end are left out.
    pub rows: Vec<Vec<SheetCell>>,
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SheetCell {
    /// What a person sees, control characters shown as U+FFFD.
    pub text: String,
    /// What the file says it is.
    pub kind: CellKind,
}

/// What the file says a cell is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum CellKind {
    /// Nothing.
    #[default]
    Empty,
    /// Text; in a table of text every cell is.
    Text,
    /// A number.
    Number,
    /// A date.
    Date(Box<PartialDate>),
    /// True or false.
    Answer(bool),
    /// A formula that failed.
    Failed,
}

impl SheetCell {
    /// A cell of text.
    #[must_use]
    pub fn text(text: String) -> Self {
        let kind = if text.is_empty() { CellKind::Empty } else { CellKind::Text };
        Self { text, kind }
    }

    /// Whether there is nothing to read in it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

impl Sheet {
    /// The cell of a row, blank where the row is shorter.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> &SheetCell {
        static BLANK: SheetCell = SheetCell { text: String::new(), kind: CellKind::Empty };
        self.rows.get(row).and_then(|cells| cells.get(column)).unwrap_or(&BLANK)
    }
}

impl Workbook {
    /// The sheet with this name; an empty name means the first.
    ///
    /// # Errors
    /// [`Error::NoSuchSheet`].
    pub fn sheet(&self, name: &str) -> Result<&Sheet, Error> {
        let found = self.sheets.iter().find(|sheet| name.is_empty() || sheet.name == name);
        found.ok_or(Error::NoSuchSheet)
    }
}

/// Reads a package of sheets. Its memory and time are bounded by the process it runs in: formats of this kind can name
/// more cells than any laptop holds.
///
/// # Errors
/// [`Error`] for what is too large, hostile, damaged or of another format.
pub fn spreadsheet(bytes: &[u8], format: Format, limits: &Limits) -> Result<Workbook, Error> {
    match format {
        Format::Text => delimited::read(bytes, limits).map(|table| Workbook { sheets: vec![table.sheet] }),
        Format::Xlsx => package::inspect(bytes, limits).and_then(|()| xlsx::read(bytes, limits)),
        Format::Ods => package::inspect(bytes, limits).and_then(|()| ods::read(bytes, limits)),
    }
}

/// Text as it may be kept and shown: NFC, control characters other than tab and line breaks as U+FFFD.
fn shown(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    if text.is_ascii() && !text.bytes().any(|byte| byte < b' ' || byte == 0x7f) {
        return text.to_owned();
    }
    let visible = |letter: char| match letter {
        '\t' | '\n' => letter,
        _ if letter.is_control() => char::REPLACEMENT_CHARACTER,
        _ => letter,
    };
    text.replace("\r\n", "\n").replace('\r', "\n").nfc().map(visible).collect()
}

#[cfg(test)]
mod tests;
