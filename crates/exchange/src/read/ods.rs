//! Workbooks of LibreOffice.
//!
//! Read here and not by a crate: one row of 759 bytes can say that it stands a million times, and the crate at hand
//! makes them all. Here a repeated cell or row takes room only where it is filled, and that room is bounded.

use std::io::BufReader;

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

use super::grid::Grid;
use super::{CellKind, SheetCell, Workbook, package, shown};
use crate::error::Error;
use crate::limits::Limits;
use crate::recognise::date;

/// Reads a workbook whose package was looked through.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Workbook, Error> {
    let mut archive = package::open(bytes, limits)?;
    if let Ok(manifest) = archive.by_name("META-INF/manifest.xml") {
        let text = std::io::read_to_string(manifest).or(Err(Error::Damaged))?;
        if text.contains("encryption-data") {
            return Err(Error::Protected);
        }
    }
    let content = archive.by_name("content.xml").or(Err(Error::Damaged))?;
    let mut reader = Reader::from_reader(BufReader::new(content));
    reader.config_mut().expand_empty_elements = true;
    let mut table =
        Table { grid: Grid::new(limits), row: 0, rows: 1, column: 0, columns: 1, cell: None, pending: Vec::new() };
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).or(Err(Error::Damaged))? {
            Event::Start(element) => table.start(&element)?,
            Event::End(element) => table.end(element.name().as_ref())?,
            Event::Text(text) => table.text(&text.xml10_content()),
            Event::CData(text) => table.text(&text.xml10_content()),
            Event::GeneralRef(name) => {
                let letter = name.resolve_char_ref().or(Err(Error::Damaged))?.map(String::from);
                let text = letter.or_else(|| resolve_predefined_entity(&name).map(str::to_owned));
                table.text(&text.ok_or(Error::DocumentType)?);
            }
            Event::DocType(_) => return Err(Error::DocumentType),
            Event::Eof => break,
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
    Ok(Workbook { sheets: table.grid.finish()? })
}

/// Where the reader stands.
struct Table<'a> {
    grid: Grid<'a>,
    row: usize,
    rows: usize,
    column: usize,
    columns: usize,
    cell: Option<Open>,
    /// Filled cells of the row, with their columns.
    pending: Vec<(usize, SheetCell)>,
}

/// A cell whose end has not come.
#[derive(Default)]
struct Open {
    kind: String,
    value: String,
    text: String,
    paragraphs: usize,
    /// How deep inside a comment or drawing, whose words are not the cell's.
    aside: usize,
}

impl Table<'_> {
    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), Error> {
        if let Some(open) = &mut self.cell {
            return open.start(element);
        }
        match element.name().as_ref() {
            "table:table" => {
                (self.row, self.column) = (0, 0);
                self.grid.begin(attribute(element, "table:name")?.unwrap_or_default())?;
            }
            "table:table-row" => {
                self.rows = repeated(element, "table:number-rows-repeated")?;
                self.column = 0;
                self.pending.clear();
            }
            "table:table-cell" | "table:covered-table-cell" => {
                self.columns = repeated(element, "table:number-columns-repeated")?;
                let kind = attribute(element, "office:value-type")?.unwrap_or_default();
                let name = match kind.as_str() {
                    "date" => "office:date-value",
                    "boolean" => "office:boolean-value",
                    "time" => "office:time-value",
                    "string" => "office:string-value",
                    _ => "office:value",
                };
                let value = attribute(element, name)?.unwrap_or_default();
                self.cell = Some(Open { kind, value, ..Open::default() });
            }
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), Error> {
        match name {
            "table:table-cell" | "table:covered-table-cell" => self.end_cell(),
            "table:table-row" => self.end_row(),
            _ => {
                if let Some(open) = &mut self.cell {
                    open.end(name);
                }
                Ok(())
            }
        }
    }

    fn end_cell(&mut self) -> Result<(), Error> {
        let Some(open) = self.cell.take() else { return Ok(()) };
        let cell = open.finish();
        if cell.kind != CellKind::Empty {
            for column in self.column..self.column.saturating_add(self.columns) {
                self.grid.allows(self.row, column, &cell)?;
                self.pending.push((column, cell.clone()));
            }
        }
        self.column = self.column.saturating_add(self.columns);
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), Error> {
        if !self.pending.is_empty() {
            for row in self.row..self.row.saturating_add(self.rows) {
                for (column, cell) in &self.pending {
                    self.grid.put(row, *column, cell.clone())?;
                }
            }
        }
        self.row = self.row.saturating_add(self.rows);
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if let Some(open) = self.cell.as_mut().filter(|open| open.aside == 0 && open.paragraphs > 0) {
            open.text.push_str(text);
        }
    }
}

impl Open {
    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), Error> {
        match element.name().as_ref() {
            _ if self.aside > 0 => self.aside += 1,
            "office:annotation" | "draw:frame" | "draw:custom-shape" | "draw:g" | "table:table" => self.aside += 1,
            "text:p" | "text:h" => {
                self.paragraphs += 1;
                if self.paragraphs > 1 {
                    self.text.push('\n');
                }
            }
            "text:s" => {
                let count: usize = attribute(element, "text:c")?.and_then(|count| count.parse().ok()).unwrap_or(1);
                self.text.extend(std::iter::repeat_n(' ', count.min(1000)));
            }
            "text:tab" => self.text.push('\t'),
            "text:line-break" => self.text.push('\n'),
            _ => {}
        }
        Ok(())
    }

    const fn end(&mut self, _name: &str) {
        self.aside = self.aside.saturating_sub(1);
    }

    fn finish(self) -> SheetCell {
        let text = if self.text.is_empty() && self.kind != "date" { &self.value } else { &self.text };
        let text = shown(text);
        match self.kind.as_str() {
            "float" | "percentage" | "currency" => {
                let plain = if self.kind == "float" { self.value } else { text };
                SheetCell { text: plain, kind: CellKind::Number }
            }
            "boolean" => SheetCell { kind: CellKind::Answer(self.value == "true"), text },
            "date" => match date::read(&self.value, date::Order::DayFirst) {
                date::Reading::Date(exact) => {
                    let read = as_shown(&text).unwrap_or(exact);
                    SheetCell { text: read.to_string(), kind: CellKind::Date(Box::new(read)) }
                }
                date::Reading::Unknown | date::Reading::NoDate => SheetCell::text(text),
            },
            _ if text.starts_with('#') && self.value.is_empty() && self.kind.is_empty() => {
                SheetCell { text, kind: CellKind::Failed }
            }
            _ => SheetCell::text(text),
        }
    }
}

/// A cell that shows *oct-16* or *2016* tells no day, though the file stores one.
fn as_shown(text: &str) -> Option<resguardo_domain::value::PartialDate> {
    let date::Reading::Date(read) = date::read(text, date::Order::DayFirst) else { return None };
    let coarse = read.precision() < resguardo_domain::value::date::Precision::Day && !read.is_interval();
    if coarse { Some(read) } else { None }
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Result<Option<String>, Error> {
    let found = element.try_get_attribute(name).or(Err(Error::Damaged))?;
    let value = found.map(|found| found.normalized_value(XmlVersion::Implicit1_0).map(std::borrow::Cow::into_owned));
    value.transpose().or(Err(Error::Damaged))
}

fn repeated(element: &BytesStart<'_>, name: &str) -> Result<usize, Error> {
    attribute(element, name)?.map_or(Ok(1), |count| count.parse().or(Err(Error::Damaged)))
}
