//! XLSX: the list, its codebook and its counts, three sheets; a fourth for texts longer than a cell holds.

use rust_xlsxwriter::{Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::{List, codebook, word};
use crate::error::Error;

/// The longest text of a cell, in UTF-16 units (ECMA-376); a little less is put in one.
const CELL_UNITS: usize = 32_000;

/// Writes a list as a workbook. Every cell is text: a spreadsheet runs none of it.
///
/// # Errors
/// [`Error::Write`] when there are more rows than a sheet holds.
pub fn xlsx(list: &List<'_>) -> Result<Vec<u8>, Error> {
    whole(list).map_err(|error| Error::Write { reason: error.to_string() })
}

fn whole(list: &List<'_>) -> Result<Vec<u8>, XlsxError> {
    let lang = list.lang;
    let columns = list.columns();
    let mut long = Vec::new();
    let mut workbook = Workbook::new();
    let headings = list.headings(&columns);
    let rows = list.rows.get().iter().map(|row| {
        let mut cells = list.cells(row, &columns);
        for (cell, heading) in cells.iter_mut().zip(&headings) {
            set_apart(cell, &row.code, heading, &mut long, lang);
        }
        cells
    });
    fill(workbook.add_worksheet().set_name(list.kind.plural.get(lang))?, &headings, rows)?;
    let book = codebook::entries(list, &columns);
    let heads = codebook::headings(lang).map(str::to_owned);
    let sheet = workbook.add_worksheet().set_name(word(lang, "Libro de códigos", "Codebook"))?;
    fill(sheet, &heads, book.iter().map(|entry| entry.cells().to_vec()))?;
    let heads = [word(lang, "Qué se cuenta", "What is counted"), word(lang, "Cuántos", "How many")].map(str::to_owned);
    let counts = list.counts.iter().map(|(what, count)| vec![what.clone(), count.clone()]);
    fill(workbook.add_worksheet().set_name(word(lang, "Cuentas", "Counts"))?, &heads, counts)?;
    if !long.is_empty() {
        let heads = [
            list.id_heading(),
            word(lang, "Columna", "Column"),
            word(lang, "Parte", "Part"),
            word(lang, "Texto", "Text"),
        ];
        let sheet = workbook.add_worksheet().set_name(word(lang, "Textos largos", "Long texts"))?;
        fill(sheet, &heads.map(str::to_owned), long.into_iter())?;
    }
    workbook.save_to_buffer()
}

fn fill(sheet: &mut Worksheet, headings: &[String], rows: impl Iterator<Item = Vec<String>>) -> Result<(), XlsxError> {
    let head = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    for (column, heading) in (0_u16..).zip(headings) {
        sheet.write_string_with_format(0, column, heading, &head)?;
        sheet.set_column_width(column, 22)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    for (row, cells) in (1_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(&cells).filter(|(_, cell)| !cell.is_empty()) {
            sheet.write_string(row, column, cell)?;
        }
    }
    Ok(())
}

/// A text too long for a cell goes to the sheet of long texts in parts; the cell says so.
fn set_apart(
    cell: &mut String,
    code: &str,
    heading: &str,
    long: &mut Vec<Vec<String>>,
    lang: resguardo_domain::catalogue::Lang,
) {
    if cell.encode_utf16().count() <= CELL_UNITS {
        return;
    }
    let letters: Vec<char> = cell.chars().collect();
    for (part, piece) in (1..).zip(letters.chunks(CELL_UNITS / 2)) {
        let text: String = piece.iter().collect();
        long.push(vec![code.to_owned(), heading.to_owned(), i32::to_string(&part), text]);
    }
    *cell = word(lang, "(véase «Textos largos»)", "(see “Long texts”)").to_owned();
}
