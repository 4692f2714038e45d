//! Reading a stranger's spreadsheet: text here, packages in a process of their own.
//!
//! The process gets the file on its standard input, bounds itself before the first byte is parsed — memory, processor
//! time, no files, no core — and answers on its standard output. A file made to do harm can kill that process only.

use std::fs;
use std::io::{self, Read, Write};
use std::path::Path;
use std::time::Duration;

use resguardo_exchange::Error;
use resguardo_exchange::limits::Limits;
use resguardo_exchange::read::{self, Format, Workbook, wire};
use resguardo_vault::VaultError;
use rustix::process::Resource;

use crate::child::{self, Silence, address_space, limit};
use crate::error::AppError;
use crate::import::{sheet_error, unreadable};

/// The argument that makes the program a reader of sheets.
pub const CHILD_ARGUMENT: &str = "__read-sheet";

/// Memory the reader may take beyond what it has at its start.
const MEMORY_BYTES: u64 = 200 * 1024 * 1024;
/// Processor seconds, and one more for each MiB of the file.
const PROCESSOR_SECONDS: u64 = 2;
/// How much longer than its processor time a reader may take on a busy machine.
const PATIENCE: u32 = 5;

/// Reads a file as sheets of cells.
///
/// # Errors
/// [`AppError::Unreadable`], [`AppError::Sheet`], [`AppError::SheetTooCostly`]; it was stopped, because `goes_on` said so.
pub(crate) fn read(file: &Path, goes_on: &dyn Fn() -> bool) -> Result<Workbook, AppError> {
    let bytes = bounded(file)?;
    match read::format::detect(&bytes, &Limits::IMPORT).map_err(sheet_error)? {
        Format::Text => {
            let table = read::delimited::read(&bytes, &Limits::IMPORT).map_err(sheet_error)?;
            Ok(Workbook { sheets: vec![table.sheet] })
        }
        package @ (Format::Xlsx | Format::Ods) => read_apart(&bytes, package, goes_on),
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

fn read_apart(bytes: &[u8], format: Format, goes_on: &dyn Fn() -> bool) -> Result<Workbook, AppError> {
    let patience = Duration::from_secs(processor_seconds(bytes.len())) * PATIENCE;
    match child::ask(&[CHILD_ARGUMENT, format.id()], bytes, patience, goes_on) {
        Ok(answer) => answered(&answer),
        Err(Silence::Stopped) if !goes_on() => Err(AppError::Vault(VaultError::Stopped)),
        Err(Silence::Stopped | Silence::Refused | Silence::Died) => Err(AppError::SheetTooCostly),
    }
}

fn processor_seconds(file_bytes: usize) -> u64 {
    PROCESSOR_SECONDS + u64::try_from(file_bytes.div_ceil(1024 * 1024)).unwrap_or(0)
}

/// The reader itself: standard input to standard output. Called before anything else of the program runs.
///
/// # Errors
/// The file could not be taken, or the answer not be given.
pub fn serve() -> io::Result<()> {
    let format = std::env::args().nth(2).and_then(|id| Format::from_id(&id));
    let format = format.ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
    let most = u64::try_from(Limits::IMPORT.file_bytes).unwrap_or(u64::MAX);
    limit(Resource::As, address_space()?.saturating_add(MEMORY_BYTES).saturating_add(most))?;
    let mut bytes = Vec::new();
    io::stdin().lock().take(most).read_to_end(&mut bytes)?;
    limit(Resource::As, address_space()?.saturating_add(MEMORY_BYTES))?;
    limit(Resource::Cpu, processor_seconds(bytes.len()))?;
    limit(Resource::Nofile, 3)?;
    let read = read::spreadsheet(&bytes, format, &Limits::IMPORT).and_then(|workbook| wire::encode(&workbook));
    let mut out = io::stdout().lock();
    match read {
        Ok(workbook) => out.write_all(&[WORKBOOK]).and_then(|()| out.write_all(&workbook)),
        Err(error) => out.write_all(&refusal(&error)),
    }
}

/// First byte of an answer that is a workbook; any other names a refusal, with a row after it.
const WORKBOOK: u8 = 0;

fn refusal(error: &Error) -> Vec<u8> {
    let (code, row) = match error {
        Error::Empty => (2, 0),
        Error::CellTooLong { row, .. } => (3, *row),
        Error::TooManyRows { .. } => (4, 0),
        Error::TooManyColumns { row, .. } => (5, *row),
        Error::TooManyCells { .. } => (6, 0),
        Error::TooManySheets { .. } => (7, 0),
        Error::Protected => (8, 0),
        Error::NotATable => (9, 0),
        Error::TooManyEntries { .. } => (10, 0),
        Error::Inflates { .. } => (11, 0),
        Error::Nested => (12, 0),
        Error::DocumentType => (13, 0),
        _ => (1, 0),
    };
    let row = u64::try_from(row).unwrap_or(u64::MAX);
    [&[code], row.to_be_bytes().as_slice()].concat()
}

fn answered(answer: &[u8]) -> Result<Workbook, AppError> {
    let (code, rest) = answer.split_first().ok_or(AppError::SheetTooCostly)?;
    if *code == WORKBOOK {
        return wire::decode(rest, &Limits::IMPORT).map_err(sheet_error);
    }
    let limits = Limits::IMPORT;
    let row = rest.first_chunk().map_or(0, |row| usize::try_from(u64::from_be_bytes(*row)).unwrap_or(0));
    Err(sheet_error(match code {
        2 => Error::Empty,
        3 => Error::CellTooLong { row, column: 0, limit: limits.cell_bytes },
        4 => Error::TooManyRows { limit: limits.rows },
        5 => Error::TooManyColumns { row, limit: limits.columns },
        6 => Error::TooManyCells { limit: limits.cells },
        7 => Error::TooManySheets { limit: limits.sheets },
        8 => Error::Protected,
        9 => Error::NotATable,
        10 => Error::TooManyEntries { limit: limits.entries },
        11 => Error::Inflates { limit: limits.inflated_bytes },
        12 => Error::Nested,
        13 => Error::DocumentType,
        _ => Error::Damaged,
    }))
}
