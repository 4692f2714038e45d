//! Workbooks of Excel 2007 and later, cell by cell: a cell far away costs nothing.

use std::io::{Cursor, Read, Seek};

use calamine::{Cell, DataRef, ExcelDateTime, Reader as _, SheetType, Xlsx, XlsxError};

use super::grid::Grid;
use super::serial::{self, Shown};
use super::{CellKind, SheetCell, Workbook, shown};
use crate::error::Error;
use crate::limits::Limits;
use crate::recognise::date;

/// Reads a workbook whose package was looked through.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Workbook, Error> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(refused)?;
    let sheets = workbook.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let names: Vec<String> = sheets.map(|sheet| sheet.name.clone()).collect();
    let mut grid = Grid::new(limits);
    for name in names {
        grid.begin(name.clone())?;
        fill(&mut workbook, &name, &mut grid)?;
    }
    Ok(Workbook { sheets: grid.finish()? })
}

fn fill<R: Read + Seek>(workbook: &mut Xlsx<R>, name: &str, grid: &mut Grid<'_>) -> Result<(), Error> {
    let from_1904 = workbook.has_1904_epoch();
    let mut cells = workbook.worksheet_cells_reader(name).map_err(refused)?;
    let precision: Vec<Shown> = cells
        .styles()
        .iter()
        .map(|style| style.number_format.as_ref().map_or(Shown::Minute, |format| serial::shown_by(&format.format_code)))
        .collect();
    while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(refused)? {
        let shown = precision.get(style).copied().unwrap_or(Shown::Minute);
        let (row, column) = place(&cell)?;
        let cell = one_cell(cell.get_value(), (shown, from_1904));
        if cell.kind != CellKind::Empty {
            grid.put(row, column, cell)?;
        }
    }
    Ok(())
}

fn place(cell: &Cell<DataRef<'_>>) -> Result<(usize, usize), Error> {
    let (row, column) = cell.get_position();
    Ok((usize::try_from(row).or(Err(Error::Damaged))?, usize::try_from(column).or(Err(Error::Damaged))?))
}

fn one_cell(value: &DataRef<'_>, dates: (Shown, bool)) -> SheetCell {
    match value {
        DataRef::Empty => SheetCell::default(),
        DataRef::String(text) => SheetCell::text(shown(text)),
        DataRef::SharedString(text) => SheetCell::text(shown(text)),
        DataRef::Int(number) => SheetCell { text: number.to_string(), kind: CellKind::Number },
        DataRef::Float(number) => SheetCell { text: figures(*number), kind: CellKind::Number },
        DataRef::Bool(yes) => {
            SheetCell { text: if *yes { "TRUE" } else { "FALSE" }.to_owned(), kind: CellKind::Answer(*yes) }
        }
        DataRef::DateTime(stamp) => counted(stamp, dates),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => match date::read(text, date::Order::DayFirst) {
            date::Reading::Date(read) => SheetCell { text: read.to_string(), kind: CellKind::Date(Box::new(read)) },
            date::Reading::Unknown | date::Reading::NoDate => SheetCell::text(shown(text)),
        },
        DataRef::Error(error) => SheetCell { text: error.to_string(), kind: CellKind::Failed },
    }
}

fn counted(stamp: &ExcelDateTime, (precision, from_1904): (Shown, bool)) -> SheetCell {
    let read = if stamp.is_duration() { None } else { serial::date(stamp.as_f64(), from_1904, precision) };
    match read {
        Some(read) => SheetCell { text: read.to_string(), kind: CellKind::Date(Box::new(read)) },
        None => {
            let (_, _, _, hour, minute, _, _) = stamp.to_ymd_hms_milli();
            SheetCell::text(format!("{hour:02}:{minute:02}"))
        }
    }
}

/// A number in figures, with the fifteen digits that Excel keeps.
fn figures(number: f64) -> String {
    let plain = number.to_string();
    if plain.len() <= 16 {
        return plain;
    }
    format!("{number:.14e}").parse::<f64>().map_or(plain, |rounded| rounded.to_string())
}

fn refused(error: XlsxError) -> Error {
    match error {
        XlsxError::Password => Error::Protected,
        _ => Error::Damaged,
    }
}
