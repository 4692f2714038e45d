//! Why a file, a mapping or an export cannot be used.

/// A state of the world that the caller can act on. No variant holds the content of a cell.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The file is larger than an import reads.
    #[error("the file is larger than {limit} bytes")]
    FileTooLarge {
        /// The bound in bytes.
        limit: usize,
    },
    /// Nothing is in it.
    #[error("the file holds no cells")]
    Empty,
    /// A cell is longer than an import reads.
    #[error("row {row}, column {column}: a cell longer than {limit} bytes")]
    CellTooLong {
        /// The row as a spreadsheet shows it, from 1.
        row: usize,
        /// The column, from 1.
        column: usize,
        /// The bound in bytes.
        limit: usize,
    },
    /// A sheet has more rows than an import reads.
    #[error("more than {limit} rows")]
    TooManyRows {
        /// The bound.
        limit: usize,
    },
    /// A row has more columns than an import reads.
    #[error("row {row}: more than {limit} columns")]
    TooManyColumns {
        /// The row as a spreadsheet shows it, from 1.
        row: usize,
        /// The bound.
        limit: usize,
    },
    /// The sheets hold more cells than an import reads.
    #[error("more than {limit} cells")]
    TooManyCells {
        /// The bound.
        limit: usize,
    },
    /// The file holds more sheets than an import reads.
    #[error("more than {limit} sheets")]
    TooManySheets {
        /// The bound.
        limit: usize,
    },
    /// A quotation mark is opened and never closed: everything after it would be one cell.
    #[error("row {row}: a quotation mark is opened and not closed")]
    UnclosedQuote {
        /// The row as a spreadsheet shows it, from 1.
        row: usize,
    },
    /// A workbook of Excel 97–2003 (`.xls`).
    #[error("a workbook of Excel 97-2003: save it as .xlsx or .csv")]
    OldExcel,
    /// A workbook under a password.
    #[error("the workbook is protected by a password: save a copy without one")]
    Protected,
    /// Neither a table of text nor a workbook that is read.
    #[error("not a table: use .csv, .xlsx or .ods")]
    NotATable,
    /// The package is damaged or is not what it says it is.
    #[error("the workbook is damaged")]
    Damaged,
    /// The package has more entries than any workbook.
    #[error("the package has more than {limit} entries")]
    TooManyEntries {
        /// The bound.
        limit: usize,
    },
    /// The package inflates to more than an import reads.
    #[error("the package inflates to more than {limit} bytes")]
    Inflates {
        /// The bound in bytes.
        limit: u64,
    },
    /// Entries of the package share bytes, or one is itself a package.
    #[error("the package holds overlapping or nested entries")]
    Nested,
    /// An XML part declares entities or a document type (protocol.md §3 G02).
    #[error("the workbook declares a document type, which no spreadsheet needs")]
    DocumentType,
    /// The file has no sheet of that name.
    #[error("no sheet of that name")]
    NoSuchSheet,
    /// The sheet has no such row of headings.
    #[error("row {row} is no row of headings")]
    NoHeadings {
        /// The row as a spreadsheet shows it, from 1.
        row: usize,
    },
    /// The kind of record is not in the schema.
    #[error("no such kind of record")]
    NoSuchKind,
    /// The mapping is not TOML of the expected shape.
    #[error("not a mapping: {reason}")]
    Mapping {
        /// Where and what, from the TOML reader.
        reason: String,
    },
    /// The mapping names a field that the kind does not have or that no cell can fill.
    #[error("the mapping names {path}, which is no field a cell can fill")]
    NoSuchField {
        /// The path as the mapping has it.
        path: String,
    },
    /// The mapping names a term that the field's catalogue does not have.
    #[error("the mapping names {term}, which is no term of {path}")]
    NoSuchTerm {
        /// The field.
        path: String,
        /// The term as the mapping has it.
        term: String,
    },
    /// The answer of the process that reads sheets is not one.
    #[error("the sheet reader's answer is not readable")]
    Wire,
    /// The export cannot be written in this format.
    #[error("cannot be written: {reason}")]
    Write {
        /// What the format's writer said.
        reason: String,
    },
}
