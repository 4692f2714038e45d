//! An import as the window shows it.

use resguardo_domain::operation::Status;
use resguardo_domain::schema::{FieldType, Kind, Sensitivity};
use resguardo_domain::value::Value;
use resguardo_exchange::draft::{Certainty, RowDraft, ValueSeen};
use resguardo_language::{Args, Words};
use serde::Serialize;

use super::super::{Sorted, Undone};
use super::Wizard;
use crate::cells::{Cell, Manner};
use crate::error::AppError;
use crate::folio;
use crate::session::Session;

/// How many sample cells a column shows.
const SAMPLES: usize = 3;
/// How many rows the file's own preview shows.
const PREVIEW_ROWS: usize = 8;

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

/// A column.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ImportColumn {
    /// Its place, from 0.
    pub index: usize,
    /// Its heading.
    pub heading: String,
    /// A few of its cells; none when it holds identities.
    pub samples: Vec<String>,
    /// Whether its samples are covered.
    pub veiled: bool,
    /// The path of the field it goes to; none: its cells are kept as written.
    pub target: Option<String>,
    /// Whether it holds terms of a list.
    pub has_values: bool,
    /// Cells it holds.
    pub filled: usize,
    /// What becomes of it, in words.
    pub sentence: String,
    /// `met` when all of it was read, `care` when something needs a look, `blank` when it is kept as written.
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
    /// The first rows as they are.
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

/// A value of a column of terms.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ImportValue {
    /// As written.
    pub value: String,
    /// In how many rows.
    pub count: usize,
    /// The terms it goes to.
    pub terms: Vec<String>,
    /// In words.
    pub terms_text: String,
    /// `met`, or `care` when it needs a look.
    pub state: &'static str,
}

/// A cell that needs a look.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ImportProblem {
    /// The row as a spreadsheet shows it.
    pub row: usize,
    /// `C17`.
    pub cell: String,
    /// The heading.
    pub column: String,
    /// The cell as written.
    pub value: String,
    /// What is the matter, in words.
    pub message: String,
    /// Whether it can be put right here.
    pub fixable: bool,
}

/// A change that a corrected sheet proposes.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ImportChange {
    /// The row as a spreadsheet shows it.
    pub row: usize,
    /// The record.
    pub id: String,
    /// Its folio.
    pub folio: String,
    /// The field in words.
    pub field: String,
    /// What is recorded.
    pub old: String,
    /// What the sheet says.
    pub new: String,
}

/// A row as it would come in.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct SampleRow {
    /// The row as a spreadsheet shows it.
    pub row: usize,
    /// Its cells.
    pub cells: Vec<Cell>,
}

/// What would come in.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ImportCheck {
    /// Rows that hold anything.
    pub rows: usize,
    /// Rows that come in.
    pub ready: usize,
    /// Rows that came in before.
    pub duplicates: usize,
    /// Changes a corrected sheet proposes.
    pub changes: Vec<ImportChange>,
    /// How many cells need a look.
    pub problems_total: usize,
    /// Some of them.
    pub problems: Vec<ImportProblem>,
    /// A few rows as they would come in.
    pub sample: Vec<SampleRow>,
    /// The headings of those rows.
    pub sample_columns: Vec<String>,
}

/// What came in.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ImportDone {
    /// The batch, for undoing; empty when nothing came in.
    pub batch: String,
    /// Rows that came in.
    pub imported: usize,
    /// Rows whose records were changed.
    pub changed: usize,
    /// Rows that did not come in.
    pub skipped: usize,
    /// Whether somebody stopped it.
    pub stopped: bool,
    /// Values kept as written.
    pub unmatched: usize,
}

/// An import of before.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ImportBatch {
    /// Its id.
    pub id: String,
    /// The file.
    pub file: String,
    /// What its rows became, in words.
    pub kind: String,
    /// When, in words.
    pub at: String,
    /// How many rows came in.
    pub records: String,
    /// Whether it was taken back.
    pub undone: bool,
}

/// What taking back did.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ImportUndone {
    /// Records put in the bin.
    pub removed: usize,
    /// Records whose earlier values are back.
    pub restored: usize,
    /// Records that stay, because somebody changed them since.
    pub kept: Vec<KeptRecord>,
}

/// A record that stays.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct KeptRecord {
    /// Its id.
    pub id: String,
    /// Its folio.
    pub folio: String,
    /// What it is called; its folio while it is veiled.
    pub title: String,
}

impl Session {
    pub(super) fn import_state(&self, wizard: &Wizard) -> Result<ImportState, AppError> {
        let kind = self.kind(&wizard.kind)?;
        let words = Words::new(self.language());
        let sheet = wizard.workbook.sheet(&wizard.mapping.sheet).map_err(super::sheet_error)?;
        let columns: Vec<ImportColumn> =
            (0..wizard.drafted.headings.len()).map(|index| self.column_told(wizard, kind, index, &words)).collect();
        let shown = |row: &Vec<resguardo_exchange::read::SheetCell>| {
            row.iter().take(20).map(|cell| cell.text.clone()).collect()
        };
        Ok(ImportState {
            file: wizard.file_name.clone(),
            kind: kind.id.clone(),
            sheets: wizard
                .workbook
                .sheets
                .iter()
                .map(|s| SheetRows { name: s.name.clone(), rows: s.rows.len() })
                .collect(),
            sheet: wizard.mapping.sheet.clone(),
            heading_row: wizard.mapping.heading_row,
            preview: sheet.rows.iter().take(PREVIEW_ROWS).map(shown).collect(),
            rows: wizard.drafted.rows.len(),
            recognised: columns.iter().filter(|column| column.target.is_some()).count(),
            columns,
            targets: self.targets(kind),
            saved_mapping: wizard.saved.clone(),
            mappings: self.saved_mappings().into_iter().map(|(_, name, _)| name).collect(),
        })
    }

    fn column_told(&self, wizard: &Wizard, kind: &Kind, index: usize, words: &Words) -> ImportColumn {
        let heading = wizard.drafted.headings.get(index).cloned().unwrap_or_default();
        let target = wizard.mapping.columns.get(&heading).filter(|path| !path.is_empty()).cloned();
        let field = target.as_deref().and_then(|path| self.field_of(kind, path));
        let veiled = field.is_some_and(|field| field.sensitivity >= Sensitivity::Identity);
        let mut samples: Vec<String> = Vec::new();
        let mut filled = 0;
        for cell in
            wizard.drafted.rows.iter().filter_map(|row| row.cells.get(index)).filter(|cell| !cell.trim().is_empty())
        {
            filled += 1;
            if samples.len() < SAMPLES && !samples.contains(cell) {
                samples.push(cell.chars().take(60).collect());
            }
        }
        let own = |seen: &&ValueSeen| seen.column == heading;
        let open = wizard.drafted.values.iter().filter(own).filter(|seen| needs_look(seen)).count();
        let all = wizard.drafted.values.iter().filter(own).count();
        let unread = wizard.drafted.errors.iter().filter(|error| error.column == heading).count();
        let number = |count: usize| resguardo_language::number::count(u64::try_from(count).unwrap_or(u64::MAX));
        let count = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
        let args = Args::new()
            .count("count", count(filled))
            .text("filled", number(filled))
            .count("unread", count(unread))
            .count("open", count(open))
            .text("all", number(all));
        let (id, state) = match (&target, filled, all, open, unread) {
            (_, 0, ..) => ("column-empty", "blank"),
            (None, ..) => ("column-as-written", "blank"),
            (Some(_), _, 1.., 1.., _) => ("column-open", "care"),
            (Some(_), _, 1.., 0, _) => ("column-values", "met"),
            (Some(_), _, _, _, 1..) => ("column-unread", "care"),
            (Some(_), ..) => ("column-read", "met"),
        };
        ImportColumn {
            index,
            heading,
            samples: if veiled { Vec::new() } else { samples },
            veiled,
            target,
            has_values: all > 0,
            filled,
            sentence: words.say(id, &args),
            state,
        }
    }

    fn field_of<'k>(&'k self, kind: &'k Kind, path: &str) -> Option<&'k resguardo_domain::schema::Field> {
        match path.split_once('.') {
            None => kind.field(path),
            Some((through, inner)) => {
                let linked = kind.field(through)?.refers_to.iter().filter_map(|id| self.schema.kind(id));
                linked.into_iter().find_map(|kind| kind.field(inner))
            }
        }
    }

    fn targets(&self, kind: &Kind) -> Vec<ImportTarget> {
        let mut targets = Vec::new();
        let usable = |field: &&resguardo_domain::schema::Field| {
            !matches!(field.kind, FieldType::Attachment | FieldType::Act | FieldType::Step)
        };
        for field in kind.fields().iter().filter(usable) {
            let label = field.label.get(self.lang).to_owned();
            if field.kind != FieldType::Reference {
                targets.push(ImportTarget { path: field.id.clone(), label, group: String::new() });
                continue;
            }
            let Some(linked) = field.refers_to.first().and_then(|id| self.schema.kind(id)) else { continue };
            let inner = linked.fields().iter().filter(usable).filter(|inner| inner.kind != FieldType::Reference);
            targets.extend(inner.map(|inner| ImportTarget {
                path: format!("{}.{}", field.id, inner.id),
                label: format!("{label}: {}", inner.label.get(self.lang).to_lowercase()),
                group: label.clone(),
            }));
        }
        targets
    }

    pub(super) fn values_told(&self, wizard: &Wizard, index: usize) -> Vec<ImportValue> {
        let Some(heading) = wizard.drafted.headings.get(index) else { return Vec::new() };
        let words = Words::new(self.language());
        let path = wizard.mapping.columns.get(heading).map_or("", String::as_str);
        let kind = self.schema.kind(&wizard.kind);
        let field = kind.and_then(|kind| self.field_of(kind, path));
        let mut values: Vec<ImportValue> = wizard
            .drafted
            .values
            .iter()
            .filter(|seen| seen.column == *heading)
            .map(|seen| {
                let told: Vec<String> = field
                    .map(|field| seen.terms.iter().map(|term| words.value(term, field, &[])).collect())
                    .unwrap_or_default();
                let terms = seen.terms.iter().filter_map(|term| match term {
                    Value::Choice(id) => Some(id.clone()),
                    _ => None,
                });
                ImportValue {
                    value: seen.value.clone(),
                    count: seen.count,
                    terms: terms.collect(),
                    terms_text: told.join("; "),
                    state: if needs_look(seen) { "care" } else { "met" },
                }
            })
            .collect();
        values.sort_by(|a, b| a.state.cmp(b.state).then(b.count.cmp(&a.count)).then_with(|| a.value.cmp(&b.value)));
        values
    }

    pub(super) fn check_told(
        &self,
        wizard: &Wizard,
        sorted: &Sorted<'_>,
        (first, count): (usize, usize),
    ) -> ImportCheck {
        let told = self.told(&wizard.drafted, sorted);
        let snapshot = self.snapshot();
        let kind = self.schema.kind(&wizard.kind);
        let label = |path: &str| {
            let field = kind.and_then(|kind| self.field_of(kind, path));
            field.map_or_else(|| path.to_owned(), |field| field.label.get(self.lang).to_owned())
        };
        let changes = told.changes.iter().map(|change| {
            let row = change.id.parse().ok().and_then(|id| snapshot.row(id));
            ImportChange {
                row: change.row,
                id: change.id.clone(),
                folio: row.map(|row| folio::of(self.schema, &row)).unwrap_or_default(),
                field: label(&change.field),
                old: plain(&change.old),
                new: plain(&change.new),
            }
        });
        let problems = told.errors.iter().skip(first).take(count.min(500)).map(|problem| ImportProblem {
            row: problem.row,
            cell: problem.cell.clone(),
            column: problem.column.clone(),
            value: problem.value.clone(),
            message: problem.message.clone(),
            fixable: !problem.field.is_empty(),
        });
        let fields = kind
            .map(|kind| kind.fields().iter().filter(|field| field.list.is_some()).collect::<Vec<_>>())
            .unwrap_or_default();
        let words = Words::new(self.language());
        let sample = sorted.fresh.iter().take(6).map(|row| SampleRow {
            row: row.row,
            cells: fields.iter().map(|field| sample_cell(row, field, &words)).collect(),
        });
        ImportCheck {
            rows: told.rows,
            ready: sorted.fresh.len(),
            duplicates: sorted.duplicates.len(),
            changes: changes.collect(),
            problems_total: told.errors.len(),
            problems: problems.collect(),
            sample: sample.collect(),
            sample_columns: fields.iter().map(|field| field.label.get(self.lang).to_owned()).collect(),
        }
    }

    /// The imports of before, latest first.
    #[must_use]
    pub fn import_batches(&self) -> Vec<ImportBatch> {
        let snapshot = self.snapshot();
        let words = Words::new(self.language());
        let mut batches = Vec::new();
        for row in snapshot.rows().filter(|row| row.kind() == "journal" && row.status() == Status::InUse) {
            let text = |field: &str| -> String {
                row.values(field).iter().flat_map(Value::words).next().unwrap_or_default().to_owned()
            };
            if text("event") != "import" {
                continue;
            }
            let number = row.values("imported").into_iter().find_map(|value| match value {
                Value::Number(number) => Some(words.number(&number)),
                _ => None,
            });
            batches.push((
                row.created_ms(),
                ImportBatch {
                    id: row.id().to_string(),
                    file: text("file_name"),
                    kind: self
                        .schema
                        .kind(&text("for_kind"))
                        .map(|kind| kind.plural.get(self.lang).to_owned())
                        .unwrap_or_default(),
                    at: self.when(row.created_ms()),
                    records: number.unwrap_or_default(),
                    undone: !row.values("undone_on").is_empty(),
                },
            ));
        }
        batches.sort_by_key(|(created, _)| std::cmp::Reverse(*created));
        batches.into_iter().map(|(_, batch)| batch).collect()
    }

    /// Takes an import back.
    ///
    /// # Errors
    /// [`AppError::NoSuchImport`].
    pub fn import_undo(&self, batch: &str) -> Result<ImportUndone, AppError> {
        let Undone { binned, restored, kept, .. } = self.undo_import(batch)?;
        let snapshot = self.snapshot();
        let cells = self.cells(&snapshot);
        let rows = kept.iter().filter_map(|kept| snapshot.row(kept.id.parse().ok()?));
        let kept = rows.map(|row| KeptRecord {
            id: row.id().to_string(),
            folio: folio::of(self.schema, &row),
            title: cells.title(&row),
        });
        Ok(ImportUndone { removed: binned, restored, kept: kept.collect() })
    }
}

fn sample_cell(row: &RowDraft, field: &resguardo_domain::schema::Field, words: &Words) -> Cell {
    let own = row.fields.get(&field.id).map(Vec::as_slice).unwrap_or_default();
    let linked = row.linked.iter().filter(|linked| linked.field == field.id).count();
    if linked > 0 {
        return Cell { manner: Manner::Veiled, ..Cell::empty() };
    }
    if own.is_empty() {
        return Cell::empty();
    }
    let texts: Vec<String> = own.iter().map(|value| words.value(value, field, &[])).collect();
    Cell { text: texts.join("; "), manner: Manner::Plain, ..Cell::empty() }
}

fn needs_look(seen: &ValueSeen) -> bool {
    let open = |value: &Value| matches!(value, Value::AsWritten(_));
    seen.terms.is_empty() || seen.terms.iter().any(open) || seen.certainty == Certainty::Proposed
}

/// JSON values as a person reads them, without quotes.
fn plain(json: &serde_json::Value) -> String {
    match json {
        serde_json::Value::Null => "—".to_owned(),
        serde_json::Value::String(text) => text.clone(),
        serde_json::Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join("; "),
        serde_json::Value::Object(map) => map.values().map(plain).collect::<Vec<_>>().join(" "),
        other => other.to_string(),
    }
}
