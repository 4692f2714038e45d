//! The file in hand as the window shows it: its sheets, its columns, where each may go and what becomes of it.

use resguardo_domain::schema::{Field, FieldType, Kind};
use resguardo_domain::value::Value;
use resguardo_exchange::draft::ColumnRead;
use resguardo_exchange::mapping;
use resguardo_exchange::read::SheetCell;
use resguardo_language::{Args, Words, number};
use serde::{Deserialize, Serialize};

use super::Wizard;
use super::values::needs_look;
use crate::cells::is_identity;
use crate::error::AppError;
use crate::session::Session;

/// How many rows the file's own preview shows.
const PREVIEW_ROWS: usize = 8;
/// How many columns of them.
const PREVIEW_COLUMNS: usize = 20;
/// How many letters of a cell are shown.
const PREVIEW_LETTERS: usize = 60;
/// What stands for a covered cell.
const COVERED: &str = "▬";

/// A sheet of the file.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct SheetRows {
    /// Its name.
    pub name: String,
    /// How many rows it has.
    pub rows: usize,
}

/// A field a column may go to.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ImportTarget {
    /// Its path: `date`, `victims.name`.
    pub path: String,
    /// In words.
    pub label: String,
    /// The section it stands in.
    pub group: String,
}

/// What becomes of the cells of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Keep {
    /// They go to a field.
    Field,
    /// They are kept as written, under their heading.
    AsWritten,
    /// They do not come in.
    LeaveOut,
}

/// A column.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[expect(clippy::struct_excessive_bools, reason = "each is read by its name")]
pub struct ImportColumn {
    /// Its place, from 0.
    pub index: usize,
    /// Its heading.
    pub heading: String,
    /// A few of its cells; none when it holds identities.
    pub samples: Vec<String>,
    /// Whether its samples are covered.
    pub veiled: bool,
    /// What becomes of its cells.
    pub keep: Keep,
    /// The path of the field it goes to, where it goes to one.
    pub target: Option<String>,
    /// The paths it may go to, the most likely first.
    pub suggestions: Vec<String>,
    /// The list its values are terms of.
    pub catalogue: Option<String>,
    /// Whether one value may be several terms.
    pub several: bool,
    /// Whether it holds terms of a list.
    pub has_values: bool,
    /// Cells it holds.
    pub filled: usize,
    /// Of these, cells that need a look.
    pub unread: usize,
    /// What becomes of it, in words.
    pub sentence: String,
    /// `met` when all of it was read, `care` when something needs a look, `blank` when no field takes it.
    pub state: &'static str,
}

/// The file in hand.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ImportState {
    /// Its name.
    pub file: String,
    /// What its rows become.
    pub kind: String,
    /// Its sheets.
    pub sheets: Vec<SheetRows>,
    /// The sheet that is read.
    pub sheet: String,
    /// The row of headings, from 1.
    pub heading_row: usize,
    /// The first rows as they are, identities covered.
    pub preview: Vec<Vec<String>>,
    /// Rows below the headings that hold anything.
    pub rows: usize,
    /// Its columns.
    pub columns: Vec<ImportColumn>,
    /// Where columns may go.
    pub targets: Vec<ImportTarget>,
    /// How many columns go to a field.
    pub recognised: usize,
    /// The saved mapping that is in use.
    pub saved_mapping: Option<String>,
    /// The saved mappings.
    pub mappings: Vec<String>,
}

impl Session {
    pub(super) fn import_state(&self, wizard: &Wizard) -> Result<ImportState, AppError> {
        let words = self.words();
        let sheet = wizard.sheet()?;
        let columns: Vec<ImportColumn> = wizard
            .columns
            .iter()
            .enumerate()
            .map(|(index, read)| self.column_told(wizard, (index, read), &words))
            .collect();
        let below = sheet.rows.iter().skip(wizard.mapping.heading_row);
        let shown = |(at, row): (usize, &Vec<SheetCell>)| preview(at >= wizard.mapping.heading_row, row, &columns);
        Ok(ImportState {
            file: wizard.file_name.clone(),
            kind: wizard.kind.id.clone(),
            sheets: wizard
                .workbook
                .sheets
                .iter()
                .map(|sheet| SheetRows { name: sheet.name.clone(), rows: sheet.rows.len() })
                .collect(),
            sheet: sheet.name.clone(),
            heading_row: wizard.mapping.heading_row,
            preview: sheet.rows.iter().enumerate().take(PREVIEW_ROWS).map(shown).collect(),
            rows: below.filter(|row| row.iter().any(|cell| !cell.is_blank())).count(),
            recognised: columns.iter().filter(|column| column.target.is_some()).count(),
            columns,
            targets: self.targets(&wizard.kind),
            saved_mapping: wizard.saved.clone(),
            mappings: self.saved_mappings(&wizard.kind).into_iter().map(|saved| saved.name).collect(),
        })
    }

    fn column_told(&self, wizard: &Wizard, (index, read): (usize, &ColumnRead), words: &Words) -> ImportColumn {
        let heading = wizard.reading.headings().get(index).cloned().unwrap_or_default();
        let target = wizard.mapping.columns.get(&heading).filter(|path| !path.is_empty()).cloned();
        let keep = match &target {
            _ if wizard.mapping.leave_out.contains(&heading) => Keep::LeaveOut,
            None => Keep::AsWritten,
            Some(_) => Keep::Field,
        };
        let field = target.as_deref().and_then(|path| self.field_of(&wizard.kind, path));
        let suggestions = wizard.offers.get(index).cloned().unwrap_or_default();
        // A column that goes to no field may hold names all the same: what its heading says counts.
        let likely = field.or_else(|| self.field_of(&wizard.kind, suggestions.first()?));
        let veiled = likely.is_some_and(is_identity);
        let (sentence, state) = result(field, keep, read, words);
        let samples = read.samples.iter().map(|cell| short(cell)).filter(|_| !veiled);
        ImportColumn {
            index,
            heading,
            samples: samples.collect(),
            veiled,
            keep,
            target: target.filter(|_| keep == Keep::Field),
            suggestions,
            catalogue: field.filter(|field| field.kind == FieldType::Choice).and_then(|field| field.catalogue.clone()),
            several: field.is_some_and(|field| field.several),
            has_values: keep == Keep::Field && !read.values.is_empty(),
            filled: read.filled,
            unread: read.unread,
            sentence,
            state,
        }
    }

    /// Every field a column may go to: the record's own, then those of the records it points to.
    fn targets(&self, kind: &Kind) -> Vec<ImportTarget> {
        let told = |path: String| {
            let label = |field: &Field| field.label.get(self.lang).to_owned();
            let field = self.field_of(kind, &path)?;
            Some(match path.split_once('.').and_then(|(through, _)| kind.field(through)) {
                None => ImportTarget { path, label: label(field), group: String::new() },
                Some(through) => {
                    let group = label(through);
                    let label = format!("{group}: {}", label(field).to_lowercase());
                    ImportTarget { path, label, group }
                }
            })
        };
        mapping::paths(kind, &self.schema).into_iter().filter_map(told).collect()
    }
}

/// What becomes of a column in words, and how that is taken.
fn result(field: Option<&Field>, keep: Keep, read: &ColumnRead, words: &Words) -> (String, &'static str) {
    let wide = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
    let open = read.values.iter().filter(|seen| needs_look(seen)).count();
    let silent = read.values.iter().find(|seen| matches!(seen.terms.as_slice(), [only] if only.is_non_answer()));
    let silent_means = silent.zip(field).and_then(|(seen, field)| Some(words.value(seen.terms.first()?, field, &[])));
    let args = Args::new()
        .count("count", wide(read.filled))
        .text("filled", number::count(wide(read.filled)))
        .text("read", number::count(wide(read.filled.saturating_sub(read.unread))))
        .text("unread", number::count(wide(read.unread)))
        .count("open", wide(open))
        .text("shown", number::count(wide(open)))
        .count("values", wide(read.values.len()))
        .text("all", number::count(wide(read.values.len())))
        .text("said", silent.map(|seen| seen.value.clone()).unwrap_or_default())
        .text("means", silent_means.unwrap_or_default());
    let (id, state) = match (field, keep) {
        (_, _) if read.filled == 0 => ("column-empty", "blank"),
        (_, Keep::LeaveOut) => ("column-left-out", "blank"),
        (None, _) => ("column-as-written", "blank"),
        (Some(_), _) if open > 0 => ("column-open", "care"),
        (Some(_), _) if read.unread > 0 => ("column-unread", "care"),
        (Some(field), _) if is_identity(field) => ("column-covered", "met"),
        (Some(_), _) if silent.is_some() => ("column-silent", "met"),
        (Some(_), _) if !read.values.is_empty() => ("column-values", "met"),
        (Some(field), _) if field.kind == FieldType::Number => ("column-numbers", "met"),
        (Some(field), _) if field.kind == FieldType::LongText => ("column-texts", "met"),
        (Some(_), _) => ("column-read", "met"),
    };
    (words.say(id, &args), state)
}

fn preview(below: bool, row: &[SheetCell], columns: &[ImportColumn]) -> Vec<String> {
    let covered = |at: usize| below && columns.get(at).is_some_and(|column| column.veiled);
    let cells = row.iter().enumerate().take(PREVIEW_COLUMNS);
    let shown = cells.map(|(at, cell)| match covered(at) && !cell.is_blank() {
        true => COVERED.to_owned(),
        false => short(&cell.text),
    });
    shown.collect()
}

fn short(cell: &str) -> String {
    let mut letters = cell.chars();
    let shown: String = letters.by_ref().take(PREVIEW_LETTERS).collect();
    if letters.next().is_some() { format!("{shown}…") } else { shown }
}

/// Values as a person reads them; identities stay covered.
pub(super) fn in_words(values: &[Value], field: Option<&Field>, words: &Words) -> String {
    match (values, field) {
        ([], _) => words.plain("import-nothing"),
        (_, Some(field)) if is_identity(field) => COVERED.to_owned(),
        (values, Some(field)) => {
            let told: Vec<String> = values.iter().map(|value| words.value(value, field, &[])).collect();
            told.join("; ")
        }
        (values, None) => values.iter().flat_map(Value::words).collect::<Vec<_>>().join("; "),
    }
}
