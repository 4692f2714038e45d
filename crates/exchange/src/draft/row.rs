//! One row as a draft.

use resguardo_domain::catalogue::Catalogues;
use resguardo_domain::fold::fold;
use resguardo_domain::schema::{FieldType, Kind, Schema};
use resguardo_domain::validate::MOST_VALUE_BYTES;
use resguardo_domain::value::Value;

use super::cell::{Reader, Taken};
use super::link::Links;
use super::{CellError, Drafted, Reason, RowDraft};
use crate::error::Error;
use crate::mapping::Mapping;
use crate::read::{Sheet, SheetCell};
use crate::recognise::date;
use crate::recognise::heading::{self, letters};
use crate::recognise::target::{NAME, Target};
use crate::recognise::vocabulary::Answers;

/// Fields that identify a row in its organisation.
const CODES: [&str; 2] = ["code", "folio"];

/// How many cells beside the first a row of totals may fill.
const TOTAL_CELLS: usize = 3;

pub(super) struct Column<'a> {
    pub(super) target: Target<'a>,
    pub(super) reader: Reader<'a>,
}

/// Where the cells of a column go.
pub(super) enum Place<'a> {
    /// To a field.
    Field(Box<Column<'a>>),
    /// Beside the fields, under their heading.
    AsFound,
    /// Nowhere: a person left the column out.
    LeftOut,
}

/// A sheet that is read for records of one kind. What words were found to mean is kept, so that reading it again after
/// one column or one cell changed costs little.
pub struct Drafting<'a> {
    pub(super) heading_row: usize,
    pub(super) headings: Vec<String>,
    kind: &'a Kind,
    schema: &'a Schema,
    catalogues: &'a Catalogues,
    pub(super) columns: Vec<Place<'a>>,
    pub(super) answers: Option<Answers>,
}

impl<'a> Drafting<'a> {
    /// Makes ready to read a sheet as a mapping says.
    ///
    /// # Errors
    /// [`Error`] when the mapping does not fit the sheet or the schema.
    pub fn new(
        sheet: &Sheet,
        mapping: &Mapping,
        (schema, catalogues): (&'a Schema, &'a Catalogues),
        kind: &str,
    ) -> Result<Self, Error> {
        let kind = schema.kind(kind).ok_or(Error::NoSuchKind)?;
        let heading_row = mapping.heading_row.checked_sub(1).filter(|row| *row < sheet.rows.len());
        let heading_row = heading_row.ok_or(Error::NoHeadings { row: mapping.heading_row })?;
        let headings = heading::headings(sheet, heading_row);
        let columns = headings.iter().map(|_| Place::AsFound).collect();
        let answers = Answers::new(catalogues);
        let mut drafting = Self { heading_row, headings, kind, schema, catalogues, columns, answers };
        for at in 0..drafting.headings.len() {
            drafting.arrange(sheet, mapping, at)?;
        }
        Ok(drafting)
    }

    /// Reads one column anew as the mapping says now.
    ///
    /// # Errors
    /// The mapping names a field or term that is not there; then the column is read as before.
    pub fn arrange(&mut self, sheet: &Sheet, mapping: &Mapping, at: usize) -> Result<(), Error> {
        let Some(heading) = self.headings.get(at) else { return Ok(()) };
        let path = mapping.columns.get(heading).filter(|path| !path.is_empty());
        let place = match path {
            _ if mapping.leave_out.contains(heading) => Place::LeftOut,
            None => Place::AsFound,
            Some(path) => {
                let target = Target::of(path, self.kind, self.schema);
                let target = target.ok_or_else(|| Error::NoSuchField { path: path.clone() })?;
                let rows = sheet.rows.iter().skip(self.heading_row + 1);
                let cells = rows.filter_map(|row| row.get(at)).map(|cell| cell.text.as_str());
                let is_date = target.field.kind == FieldType::Date;
                let order = if is_date { date::order_of(cells) } else { date::Order::default() };
                let reader = Reader::new(target.field, order, mapping.values.get(heading), self.catalogues)?;
                Place::Field(Box::new(Column { target, reader }))
            }
        };
        if let Some(known) = self.columns.get_mut(at) {
            *known = place;
        }
        Ok(())
    }

    /// The headings, each different.
    #[must_use]
    pub fn headings(&self) -> &[String] {
        &self.headings
    }

    /// Drafts every row of the sheet.
    pub fn all(&mut self, sheet: &Sheet) -> Drafted {
        let paths = self.columns.iter().map(Place::path).collect::<Vec<_>>();
        let mut drafted = Drafted {
            headings: self.headings.clone(),
            columns: self.headings.iter().cloned().zip(paths).collect(),
            ..Drafted::default()
        };
        for place in &mut self.columns {
            if let Place::Field(column) = place {
                column.reader.forget_seen();
            }
        }
        for row in self.heading_row + 1..sheet.rows.len() {
            self.take(sheet, row, &mut drafted);
        }
        for (place, heading) in self.columns.iter_mut().zip(&self.headings) {
            if let Place::Field(column) = place {
                drafted.values.extend(column.reader.seen(heading));
            }
        }
        drafted
    }

    /// Drafts one row anew, as a spreadsheet counts it, after one of its cells changed.
    pub fn again(&mut self, sheet: &Sheet, row: usize, drafted: &mut Drafted) {
        drafted.errors.retain(|error| error.row != row);
        let before = drafted.rows.iter().position(|known| known.row >= row).unwrap_or(drafted.rows.len());
        if drafted.rows.get(before).is_some_and(|known| known.row == row) {
            drafted.rows.remove(before);
        }
        let Some(at) = row.checked_sub(1).filter(|at| *at > self.heading_row) else { return };
        self.take(sheet, at, drafted);
        drafted.rows.sort_by_key(|row| row.row);
        drafted.errors.sort_by_key(|error| error.row);
    }

    /// Drafts one row, counted from 0.
    fn take(&mut self, sheet: &Sheet, at: usize, drafted: &mut Drafted) {
        let Some(cells) = sheet.rows.get(at) else { return };
        if cells.iter().all(SheetCell::is_blank) {
            return;
        }
        if let Some(reason) = self.no_record(sheet, cells) {
            self.complain(sheet, (at, 0), reason, drafted);
            return;
        }
        let mut row = RowDraft { row: at + 1, cells: verbatim(cells, self.columns.len()), ..RowDraft::default() };
        let mut links: Vec<Links<'a>> = Vec::new();
        for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_blank()) {
            let (taken, reason) = self.place(column, cell, &mut row, &mut links);
            if !taken {
                self.keep(&mut row, column, cell);
            }
            if let Some(reason) = reason {
                self.complain(sheet, (at, column), reason, drafted);
            }
        }
        for link in links {
            let (made, left) = link.finish(self.schema);
            row.linked.extend(made);
            for column in left {
                self.keep(&mut row, column, sheet.cell(at, column));
            }
        }
        drafted.rows.push(row);
    }

    /// Gives a cell to its field; false when its words must be kept beside it.
    fn place(
        &mut self,
        at: usize,
        cell: &SheetCell,
        row: &mut RowDraft,
        links: &mut Vec<Links<'a>>,
    ) -> (bool, Option<Reason>) {
        let Some(column) = self.columns.get_mut(at) else { return (false, Some(Reason::BeyondHeadings)) };
        let column = match column {
            Place::Field(column) => column,
            Place::AsFound => return (false, None),
            Place::LeftOut => return (true, None),
        };
        let target = column.target;
        let text = cell.text.trim();
        if let Some((reference, kind)) = target.through {
            let link = match links.iter().position(|link| link.is_behind(reference)) {
                Some(known) => known,
                None => {
                    links.push(Links::new(reference, kind));
                    links.len() - 1
                }
            };
            let Some(link) = links.get_mut(link) else { return (false, None) };
            if target.field.id == NAME && text.len() <= MOST_VALUE_BYTES {
                return (link.name(text), None);
            }
            if target.field.kind == FieldType::Reference && text.len() <= MOST_VALUE_BYTES {
                return (link.medium(target.field, text, at), None);
            }
            let Taken { values, keep, reason } = column.reader.read(cell, &mut self.answers);
            if !values.is_empty() {
                link.value(target.field, values, at);
            }
            return (!keep, reason);
        }
        let Taken { values, keep, reason } = column.reader.read(cell, &mut self.answers);
        if values.is_empty() {
            return (!keep, reason);
        }
        if CODES.contains(&target.field.id.as_str()) && row.code.is_none() {
            row.code =
                values.iter().find_map(|value| if let Value::Text(code) = value { Some(code.clone()) } else { None });
        }
        match add(row, target, values) {
            true => (!keep, reason),
            false => (false, Some(Reason::OneValueOnly)),
        }
    }

    fn keep(&self, row: &mut RowDraft, column: usize, cell: &SheetCell) {
        let heading = self.headings.get(column).cloned().unwrap_or_else(|| letters(column));
        row.keep(&heading, &cell.text);
    }

    fn complain(&self, sheet: &Sheet, (at, column): (usize, usize), reason: Reason, drafted: &mut Drafted) {
        drafted.errors.push(CellError {
            sheet: sheet.name.clone(),
            row: at + 1,
            column: self.headings.get(column).cloned().unwrap_or_else(|| letters(column)),
            cell: format!("{}{}", letters(column), at + 1),
            value: sheet.cell(at, column).text.trim().to_owned(),
            field: self.columns.get(column).and_then(Place::path),
            reason,
        });
    }

    /// Why a row is no record, if it is none.
    fn no_record(&self, sheet: &Sheet, cells: &[SheetCell]) -> Option<Reason> {
        let headings = sheet.rows.get(self.heading_row)?;
        let filled: Vec<String> = cells.iter().filter(|cell| !cell.is_blank()).map(|cell| fold(&cell.text)).collect();
        let same =
            headings.iter().zip(cells).filter(|(one, other)| !one.is_blank() && fold(&one.text) == fold(&other.text));
        if filled.len() > 1 && same.count() == filled.len() {
            return Some(Reason::HeadingsAgain);
        }
        let total =
            matches!(filled.first().map(String::as_str), Some("total" | "totales" | "gran total" | "grand total"));
        if total && filled.len() <= TOTAL_CELLS { Some(Reason::TotalRow) } else { None }
    }
}

impl Place<'_> {
    /// The path of the field the cells go to.
    pub(super) fn path(&self) -> Option<String> {
        match self {
            Self::Field(column) => Some(column.target.path()),
            Self::AsFound | Self::LeftOut => None,
        }
    }
}

impl RowDraft {
    /// Keeps a cell beside the fields, under its heading.
    pub fn keep(&mut self, heading: &str, cell: &str) {
        self.as_found.extend(parts(heading, cell.trim()));
    }
}

fn add(row: &mut RowDraft, target: Target<'_>, values: Vec<Value>) -> bool {
    let known = row.fields.entry(target.field.id.clone()).or_default();
    if known.is_empty() || target.field.several {
        let new: Vec<Value> = values.into_iter().filter(|value| !known.contains(value)).collect();
        known.extend(new);
        return true;
    }
    let ([Value::LongText(text)], [Value::LongText(more)]) = (known.as_mut_slice(), values.as_slice()) else {
        return false;
    };
    text.push_str("\n\n");
    text.push_str(more);
    text.len() <= MOST_VALUE_BYTES
}

fn verbatim(cells: &[SheetCell], width: usize) -> Vec<String> {
    let missing = width.saturating_sub(cells.len());
    let blank = std::iter::repeat_n(String::new(), missing);
    cells.iter().map(|cell| cell.text.clone()).chain(blank).collect()
}

/// `Heading: cell`, in parts where it is longer than a value may be.
fn parts(heading: &str, text: &str) -> Vec<String> {
    let whole = format!("{heading}: {text}");
    if whole.len() <= MOST_VALUE_BYTES {
        return vec![whole];
    }
    let mut parts = Vec::new();
    let mut rest = text;
    let room = MOST_VALUE_BYTES.saturating_sub(heading.len().min(1024) + 32).max(1024);
    let name: String = heading.chars().take(200).collect();
    while !rest.is_empty() {
        let end = rest.floor_char_boundary(room).max(1);
        let (part, left) = rest.split_at_checked(end).unwrap_or((rest, ""));
        parts.push(format!("{name} ({}): {part}", parts.len() + 1));
        rest = left;
    }
    parts
}
