//! What a file is, from its first bytes: the name of a file proves nothing.

use super::package;
use crate::error::Error;
use crate::limits::Limits;

/// A format that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A table of text: CSV with any separator and encoding.
    Text,
    /// A workbook of Excel 2007 and later.
    Xlsx,
    /// A workbook of LibreOffice.
    Ods,
}

impl Format {
    /// Its name on the command line of the process that reads it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Xlsx => "xlsx",
            Self::Ods => "ods",
        }
    }

    /// The format with this name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        [Self::Text, Self::Xlsx, Self::Ods].into_iter().find(|format| format.id() == id)
    }
}

/// Compound files: Excel 97–2003, and every workbook under a password.
const COMPOUND: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// The name of the stream that holds a protected workbook, in UTF-16.
const ENCRYPTED: &[u8] = b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";

/// First bytes of files that people take for a table.
const NO_TABLE: [&[u8]; 8] =
    [b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc\xaf", b"{\\rtf", b"\x1f\x8b"];

/// Tells the format of a file.
///
/// # Errors
/// [`Error::OldExcel`], [`Error::Protected`], [`Error::NotATable`] for files that are something else.
pub fn detect(bytes: &[u8], limits: &Limits) -> Result<Format, Error> {
    if bytes.starts_with(&COMPOUND) {
        let protected = bytes.windows(ENCRYPTED.len()).any(|part| part == ENCRYPTED);
        return Err(if protected { Error::Protected } else { Error::OldExcel });
    }
    if bytes.starts_with(b"PK") {
        return packaged(bytes, limits);
    }
    if NO_TABLE.iter().any(|start| bytes.starts_with(start)) {
        return Err(Error::NotATable);
    }
    let start = bytes.get(..bytes.len().min(64)).unwrap_or_default();
    if start.trim_ascii_start().starts_with(b"<") {
        return Err(Error::NotATable);
    }
    Ok(Format::Text)
}

/// The kind of a zip package by the names in it; only the directory is read.
fn packaged(bytes: &[u8], limits: &Limits) -> Result<Format, Error> {
    let archive = package::open(bytes, limits)?;
    let has = |name: &str| archive.index_for_name(name).is_some();
    if has("xl/workbook.xml") || archive.file_names().flatten().any(|name| name.starts_with("xl/worksheets/")) {
        Ok(Format::Xlsx)
    } else if has("content.xml") && has("mimetype") {
        Ok(Format::Ods)
    } else {
        Err(Error::NotATable)
    }
}
