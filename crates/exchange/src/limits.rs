//! How much of a stranger's file is read: every bound in one place.
//!
//! A sheet that is larger is refused with an error that says which bound and where, never cut short in silence.

/// Bounds of reading one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub file_bytes: usize,
    /// Bytes of one cell.
    pub cell_bytes: usize,
    /// Columns of a sheet.
    pub columns: usize,
    /// Rows of a sheet.
    pub rows: usize,
    /// Cells of all sheets together, empty ones before a filled one counted.
    pub cells: usize,
    /// Sheets of a file.
    pub sheets: usize,
    /// Entries of a zip package.
    pub entries: usize,
    /// Bytes a package may inflate to, whatever its size.
    pub inflated_bytes: u64,
    /// How many times its own size a package may inflate to, where that is more.
    pub inflated_ratio: u64,
}

impl Limits {
    /// The bounds of an import.
    pub const IMPORT: Self = Self {
        file_bytes: 64 << 20,
        cell_bytes: 1 << 20,
        columns: 1_000,
        rows: 200_000,
        cells: 4_000_000,
        sheets: 200,
        entries: 10_000,
        inflated_bytes: 64 << 20,
        inflated_ratio: 100,
    };

    /// How many bytes a package of this size may inflate to.
    #[must_use]
    pub fn inflated(&self, file_bytes: usize) -> u64 {
        let scaled = u64::try_from(file_bytes).unwrap_or(u64::MAX).saturating_mul(self.inflated_ratio);
        self.inflated_bytes.max(scaled)
    }
}
