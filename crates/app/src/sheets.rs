//! Reading a stranger's spreadsheet.

use std::fs;
use std::io::Read;
use std::path::Path;

use resguardo_exchange::limits::Limits;
use resguardo_exchange::read::{self, Format, Workbook};

use crate::error::AppError;
use crate::import::{sheet_error, unreadable};

/// Reads a file as sheets of cells.
///
/// # Errors
/// [`AppError::Unreadable`], [`AppError::Sheet`].
pub fn read(file: &Path) -> Result<Workbook, AppError> {
    let bytes = bounded(file)?;
    match read::format::detect(&bytes).map_err(sheet_error)? {
        Format::Text => {
            let table = read::delimited::read(&bytes, &Limits::IMPORT).map_err(sheet_error)?;
            Ok(Workbook { sheets: vec![table.sheet] })
        }
        Format::Xlsx | Format::Ods => Err(AppError::SheetTooCostly),
    }
}

fn bounded(file: &Path) -> Result<Vec<u8>, AppError> {
    let most = Limits::IMPORT.file_bytes;
    let opened = fs::File::open(file).map_err(|source| unreadable(file, source))?;
    let mut bytes = Vec::new();
    let limit = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    opened.take(limit).read_to_end(&mut bytes).map_err(|source| unreadable(file, source))?;
    if bytes.len() > most {
        return Err(sheet_error(resguardo_exchange::Error::FileTooLarge { limit: most }));
    }
    Ok(bytes)
}
