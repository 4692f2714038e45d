//! The zip around a workbook, looked through once before anything reads it (protocol.md §3 G01–G03).
//!
//! Every entry is inflated through a counter and thrown away: sizes that a package states are never believed. No name
//! in it is ever used as a path.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use crate::error::Error;
use crate::limits::Limits;

/// First bytes of a directory entry and of a file in a zip.
const DIRECTORY_ENTRY: &[u8] = b"PK\x01\x02";
const FILE: &[u8] = b"PK\x03\x04";

/// Where workbooks keep documents inserted in them: stepped over, never opened.
const INSERTED: [&str; 2] = ["xl/embeddings/", "Object"];

/// Declarations that would let XML name other content, in UTF-8 and as UTF-16 has them.
const DECLARATIONS: [&str; 2] = ["<!doctype", "<!entity"];

/// Opens a package whose directory is not larger than any workbook's.
///
/// # Errors
/// [`Error::TooManyEntries`], [`Error::Damaged`].
pub(super) fn open<'a>(bytes: &'a [u8], limits: &Limits) -> Result<ZipArchive<Cursor<&'a [u8]>>, Error> {
    let too_many = Error::TooManyEntries { limit: limits.entries };
    let entries = bytes.windows(DIRECTORY_ENTRY.len()).filter(|part| *part == DIRECTORY_ENTRY).count();
    if entries > limits.entries {
        return Err(too_many);
    }
    let archive = ZipArchive::new(Cursor::new(bytes)).or(Err(Error::Damaged))?;
    if archive.len() > limits.entries { Err(too_many) } else { Ok(archive) }
}

/// Looks through a package.
///
/// # Errors
/// [`Error`] for what is too large, overlapping, nested, encrypted or declares a document type.
pub(super) fn inspect(bytes: &[u8], limits: &Limits) -> Result<(), Error> {
    if bytes.len() > limits.file_bytes {
        return Err(Error::FileTooLarge { limit: limits.file_bytes });
    }
    let mut archive = open(bytes, limits)?;
    if archive.has_overlapping_files().or(Err(Error::Damaged))? {
        return Err(Error::Nested);
    }
    let most = limits.inflated(bytes.len());
    let mut left = most;
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).map_err(|error| refused(&error))?;
        let name = entry.name().map(std::borrow::Cow::into_owned).unwrap_or_default();
        let inserted = INSERTED.iter().any(|folder| name.starts_with(folder));
        let xml = [".xml", ".rels", ".vml"].iter().any(|end| name.ends_with(end));
        let part = match (inserted, xml) {
            (true, _) => Part::Inserted,
            (false, true) => Part::Xml,
            (false, false) => Part::Other,
        };
        let mut look = Look { part, first: true, tail: Vec::new() };
        let mut buffer = vec![0; 64 * 1024];
        loop {
            let read = entry.read(&mut buffer).or(Err(Error::Damaged))?;
            let part = buffer.get(..read).unwrap_or_default();
            if part.is_empty() {
                break;
            }
            left = left.checked_sub(u64::try_from(read).unwrap_or(u64::MAX)).ok_or(Error::Inflates { limit: most })?;
            look.at(part)?;
        }
    }
    Ok(())
}

fn refused(error: &zip::result::ZipError) -> Error {
    let password = zip::result::ZipError::PASSWORD_REQUIRED;
    match error {
        zip::result::ZipError::UnsupportedArchive(what) if *what == password => Error::Protected,
        _ => Error::Damaged,
    }
}

/// What an entry of a package is.
#[derive(PartialEq, Eq)]
enum Part {
    /// Markup of the workbook.
    Xml,
    /// A file somebody put into a sheet.
    Inserted,
    /// Anything else.
    Other,
}

/// What is looked for in the bytes of one entry.
struct Look {
    part: Part,
    first: bool,
    tail: Vec<u8>,
}

impl Look {
    fn at(&mut self, part: &[u8]) -> Result<(), Error> {
        if std::mem::take(&mut self.first) && part.starts_with(FILE) && self.part != Part::Inserted {
            return Err(Error::Nested);
        }
        if self.part != Part::Xml {
            return Ok(());
        }
        // Zeros are dropped, so that UTF-16 reads like UTF-8; the tail joins what a part's end cut.
        self.tail.extend(part.iter().filter(|byte| **byte != 0).map(u8::to_ascii_lowercase));
        if DECLARATIONS.iter().any(|what| holds(&self.tail, what.as_bytes())) {
            return Err(Error::DocumentType);
        }
        let keep = self.tail.len().saturating_sub(16);
        self.tail.drain(..keep);
        Ok(())
    }
}

/// Whether the bytes hold these, which begin with `<!`.
fn holds(bytes: &[u8], wanted: &[u8]) -> bool {
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|byte| *byte == b'<') {
        let (_, from) = rest.split_at_checked(at).unwrap_or((rest, &[]));
        if from.starts_with(wanted) {
            return true;
        }
        rest = from.get(1..).unwrap_or_default();
    }
    false
}
