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
use crate::recognise::heading::letters;
use crate::recognise::target::{NAME, Target};
use crate::recognise::vocabulary::Answers;

/// Fields that identify a row in its organisation.
const CODES: [&str; 2] = ["code", "folio"];

/// How many cells beside the first a row of totals may fill.
const TOTAL_CELLS: usize = 3;

struct Column<'a> {
    target: Target<'a>,
    reader: Reader<'a>,
}

/// A sheet being drafted.
pub(super) struct Table<'a> {
    sheet: &'a Sheet,
    heading_row: usize,
    schema: &'a Schema,
    columns: Vec<Option<Column<'a>>>,
    answers: Option<Answers>,
    drafted: Drafted,
}

impl<'a> Table<'a> {
    pub(super) fn new(
        sheet: &'a Sheet,
        (heading_row, headings): (usize, &[String]),
        mapping: &Mapping,
        (kind, schema, catalogues): (&'a Kind, &'a Schema, &Catalogues),
    ) -> Result<Self, Error> {
        let mut columns = Vec::with_capacity(headings.len());
        for (at, heading) in headings.iter().enumerate() {
            let path = mapping.columns.get(heading).filter(|path| !path.is_empty());
            let Some(path) = path else {
                columns.push(None);
                continue;
            };
            let target = Target::of(path, kind, schema).ok_or_else(|| Error::NoSuchField { path: path.clone() })?;
            let cells =
                sheet.rows.iter().skip(heading_row + 1).filter_map(|row| row.get(at)).map(|cell| cell.text.as_str());
            let order =
                if target.field.kind == FieldType::Date { date::order_of(cells) } else { date::Order::default() };
            let reader = Reader::new(target.field, order, mapping.values.get(heading), catalogues)?;
            columns.push(Some(Column { target, reader }));
        }
        let paths = columns.iter().map(|column| column.as_ref().map(|column| column.target.path()));
        let drafted = Drafted {
            headings: headings.to_vec(),
            columns: headings.iter().cloned().zip(paths).collect(),
            ..Drafted::default()
        };
        Ok(Self { sheet, heading_row, schema, columns, answers: Answers::new(catalogues), drafted })
    }

    pub(super) fn finish(mut self) -> Drafted {
        for (column, heading) in self.columns.into_iter().zip(&self.drafted.headings) {
            self.drafted.values.extend(column.into_iter().flat_map(|column| column.reader.seen(heading)));
        }
        self.drafted
    }

    /// Drafts one row, counted from 0.
    pub(super) fn take(&mut self, at: usize) {
        let sheet = self.sheet;
        let Some(cells) = sheet.rows.get(at) else { return };
        if cells.iter().all(SheetCell::is_blank) {
            return;
        }
        if let Some(reason) = self.no_record(cells) {
            self.complain(at, 0, reason);
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
                self.complain(at, column, reason);
            }
        }
        for link in links {
            let (made, left) = link.finish(self.schema);
            row.linked.extend(made);
            for column in left {
                self.keep(&mut row, column, sheet.cell(at, column));
            }
        }
        self.drafted.rows.push(row);
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
        let Some(column) = column else { return (false, None) };
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
        let heading = self.drafted.headings.get(column).cloned().unwrap_or_else(|| letters(column));
        row.as_found.extend(parts(&heading, cell.text.trim()));
    }

    fn complain(&mut self, at: usize, column: usize, reason: Reason) {
        let heading = self.drafted.columns.get(column);
        self.drafted.errors.push(CellError {
            sheet: self.sheet.name.clone(),
            row: at + 1,
            column: heading.map_or_else(|| letters(column), |(heading, _)| heading.clone()),
            cell: format!("{}{}", letters(column), at + 1),
            value: self.sheet.cell(at, column).text.trim().to_owned(),
            field: heading.and_then(|(_, path)| path.clone()),
            reason,
        });
    }

    /// Why a row is no record, if it is none.
    fn no_record(&self, cells: &[SheetCell]) -> Option<Reason> {
        let headings = self.sheet.rows.get(self.heading_row)?;
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
