//! What would leave this laptop, record by record: what stays beside what leaves, and the file or document itself.

use std::path::Path;

use resguardo_domain::catalogue::Lang;
use resguardo_domain::disclosure::{Disclosed, Naming, Row, disclose, gather};
use resguardo_domain::field;
use resguardo_domain::id::RecordId;
use resguardo_domain::schema::{DisclosureLevel, FieldType, Kind};
use resguardo_exchange::write::{List, csv, json, xlsx};
use resguardo_language::{Args, Language, Words, number};
use resguardo_vault::Snapshot;
use serde::{Deserialize, Serialize};

use crate::browse::ListQuery;
use crate::cells::{Cell, Manner};
use crate::error::AppError;
use crate::folio;
use crate::import::{sheet_error, today, write_out};
use crate::reports::ReportRequest as Made;
use crate::session::Session;

/// How much a file or document tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub enum Level {
    /// Everything.
    #[serde(rename = "full")]
    Full,
    /// Nobody's identity.
    #[serde(rename = "no-identities")]
    NoIdentities,
    /// Counts alone.
    #[serde(rename = "statistics")]
    Statistics,
}

/// The form of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum ListForm {
    /// A workbook.
    Xlsx,
    /// Tables of text.
    Csv,
    /// For programs.
    Json,
}

/// A list that is to leave.
#[derive(Debug, Clone, Deserialize, specta::Type)]
pub struct ListOut {
    /// Which records, in which order.
    pub query: ListQuery,
    /// Of these only those chosen.
    pub ids: Option<Vec<String>>,
    /// How much it tells.
    pub level: Level,
    /// Its form.
    pub form: ListForm,
    /// Its language.
    pub language: crate::settings::WindowLanguage,
}

/// The form of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum DocumentForm {
    /// To print and send.
    Pdf,
    /// To go on writing.
    Docx,
}

/// A report that is to leave.
#[derive(Debug, Clone, Deserialize, specta::Type)]
pub struct ReportOut {
    /// First day of the period, as typed; empty: from the first record.
    pub from: String,
    /// Last day of the period, as typed; empty: to the last.
    pub until: String,
    /// How much it tells.
    pub level: Level,
    /// Its language.
    pub language: crate::settings::WindowLanguage,
    /// Its form.
    pub form: DocumentForm,
}

/// One field of a record: what stays, and what leaves of it.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct PreviewRow {
    /// The field in words.
    pub label: String,
    /// What stays.
    pub stays: Vec<Cell>,
    /// What leaves; none: it does not leave.
    pub leaves: Option<Vec<Cell>>,
}

/// One record of a preview.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct PreviewRecord {
    /// Its folio here.
    pub folio: String,
    /// What it is called here.
    pub title: String,
    /// Its code in the file.
    pub code: String,
    /// Its fields.
    pub rows: Vec<PreviewRow>,
}

/// What would leave.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ExportPreview {
    /// How many records.
    pub total: usize,
    /// Some of them.
    pub records: Vec<PreviewRecord>,
    /// How many fields of those shown leave.
    pub fields_out: usize,
    /// How many stay.
    pub fields_kept: usize,
    /// What to know before.
    pub warnings: Vec<String>,
}

/// A file that was written.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Left {
    /// Its name.
    pub file: String,
    /// How many records it holds.
    pub rows: usize,
}

/// What a report would say.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ReportPreview {
    /// What it counts, each with its unit.
    pub counts: Vec<String>,
    /// What is left out and why.
    pub excluded: Vec<String>,
    /// Its records.
    pub preview: ExportPreview,
}

impl Level {
    const fn level(self) -> DisclosureLevel {
        match self {
            Self::Full => DisclosureLevel::Full,
            Self::NoIdentities => DisclosureLevel::NoIdentities,
            Self::Statistics => DisclosureLevel::Statistics,
        }
    }
}

impl Session {
    /// What would leave with a list.
    ///
    /// # Errors
    /// A condition that cannot be read.
    pub fn export_preview(&self, out: &ListOut, first: usize, count: usize) -> Result<ExportPreview, AppError> {
        let kind = self.kind(&out.query.kind)?;
        let snapshot = self.snapshot();
        let ids = self.leaving(out)?;
        let shown: Vec<RecordId> = ids.iter().copied().skip(first).take(count.min(100)).collect();
        let mut preview = self.preview(kind, &snapshot, &shown, out.level.level());
        preview.total = ids.len();
        Ok(preview)
    }

    /// The records of a list that leave, in its order.
    fn leaving(&self, out: &ListOut) -> Result<Vec<RecordId>, AppError> {
        let (_, ids) = self.passing(&out.query, &self.snapshot())?;
        let Some(chosen) = &out.ids else { return Ok(ids.to_vec()) };
        let chosen: std::collections::BTreeSet<RecordId> = chosen.iter().filter_map(|id| id.parse().ok()).collect();
        Ok(ids.iter().copied().filter(|id| chosen.contains(id)).collect())
    }

    fn preview(
        &self,
        kind: &'static Kind,
        snapshot: &Snapshot,
        ids: &[RecordId],
        level: DisclosureLevel,
    ) -> ExportPreview {
        let cells = self.cells(snapshot);
        let titles = self.titles(snapshot);
        let title = |id: RecordId| titles.by_id(snapshot.read_as(id));
        let mut naming = Naming::new(level, &title);
        let words = Words::new(self.language());
        let mut preview = ExportPreview {
            total: ids.len(),
            records: Vec::new(),
            fields_out: 0,
            fields_kept: 0,
            warnings: Vec::new(),
        };
        for row in ids.iter().filter_map(|id| snapshot.row(*id)) {
            let mut summary = row.summary();
            let types = self.values_of(snapshot, &row, field::PERPETRATOR_TYPE);
            if !types.is_empty() {
                summary.values.insert(field::PERPETRATOR_TYPE.to_owned(), types);
            }
            let disclosed = disclose(self.schema, &summary, &mut naming);
            let mut rows = Vec::new();
            for field in kind.fields() {
                let values = summary.values.get(&field.id).map(Vec::as_slice).unwrap_or_default();
                if values.is_empty() {
                    continue;
                }
                let out = disclosed.get().cells.get(&field.id).filter(|_| level != DisclosureLevel::Statistics);
                let leaves = out.map(|out| {
                    let one = |cell: &resguardo_domain::disclosure::Cell| {
                        let long = field.kind == FieldType::LongText;
                        let text = words.value(&cell.value, field, &cell.links);
                        Cell { text, manner: if long { Manner::Said } else { Manner::Plain }, ..Cell::empty() }
                    };
                    out.iter().map(one).collect::<Vec<Cell>>()
                });
                match &leaves {
                    Some(_) => preview.fields_out += 1,
                    None => preview.fields_kept += 1,
                }
                let label = field.label.get(self.lang).to_owned();
                rows.push(PreviewRow { label, stays: cells.each(row.id(), field, values), leaves });
            }
            preview.records.push(PreviewRecord {
                folio: folio::of(self.schema, &row),
                title: cells.title(&row),
                code: disclosed.get().code.clone(),
                rows,
            });
        }
        preview.warnings = warnings(level, &words);
        preview
    }

    /// Writes a list where the person says.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn export_save(&self, out: &ListOut, file: &Path) -> Result<Left, AppError> {
        let mut session = self.clone();
        session.lang = out.language.lang();
        let kind = session.kind(&out.query.kind)?;
        let ids = session.leaving(out)?;
        let (rows, counts) = session.disclosed_rows(kind, &ids, out);
        let list = List { kind, catalogues: session.catalogues, lang: session.lang, rows: &rows, counts: &counts };
        match out.form {
            ListForm::Xlsx => write_out(file, &xlsx(&list).map_err(sheet_error)?)?,
            ListForm::Json => write_out(file, &json(&list).map_err(sheet_error)?)?,
            ListForm::Csv => {
                let tables = csv(&list).map_err(sheet_error)?;
                write_out(file, &tables.data)?;
                write_out(&crate::export::beside(file, "codebook"), &tables.codebook)?;
                write_out(&crate::export::beside(file, "counts"), &tables.counts)?;
            }
        }
        Ok(Left { file: name(file), rows: rows.get().len() })
    }

    fn disclosed_rows(
        &self,
        kind: &'static Kind,
        ids: &[RecordId],
        out: &ListOut,
    ) -> (Disclosed<Vec<Row>>, Vec<(String, String)>) {
        let snapshot = self.snapshot();
        let titles = self.titles(&snapshot);
        let title = |id: RecordId| titles.by_id(snapshot.read_as(id));
        let level = out.level.level();
        let mut naming = Naming::new(level, &title);
        let each = ids.iter().filter_map(|id| snapshot.row(*id)).map(|row| {
            let mut summary = row.summary();
            let types = self.values_of(&snapshot, &row, field::PERPETRATOR_TYPE);
            if !types.is_empty() {
                summary.values.insert(field::PERPETRATOR_TYPE.to_owned(), types);
            }
            disclose(self.schema, &summary, &mut naming)
        });
        let rows: Vec<Disclosed<Row>> = if level == DisclosureLevel::Statistics { Vec::new() } else { each.collect() };
        let words = Words::new(self.language());
        let page = self.list_page(&out.query, 0, 0);
        let why = page.map(|page| page.sentence).unwrap_or_default();
        let counts = vec![
            (words.plain("counts-kind"), kind.plural.get(self.lang).to_owned()),
            (words.plain("counts-made-on"), today()),
            (words.plain("counts-disclosure"), level.id().to_owned()),
            (words.plain("counts-filter"), why),
            (words.plain("counts-rows"), ids.len().to_string()),
        ];
        (gather(rows, |rows| rows), counts)
    }

    /// What a report of incidents would say, and which records it would list.
    ///
    /// # Errors
    /// A date of the period that is none.
    pub fn report_preview(&self, out: &ReportOut, first: usize, count: usize) -> Result<ReportPreview, AppError> {
        let request = self.made(out, Path::new("x.pdf"))?;
        let (ids, undated) = self.incidents_of(&request)?;
        let kind = self.kind("incident")?;
        let snapshot = self.snapshot();
        let shown: Vec<RecordId> = ids.iter().copied().skip(first).take(count.min(100)).collect();
        let mut preview = self.preview(kind, &snapshot, &shown, out.level.level());
        preview.total = ids.len();
        let words = Words::new(self.language());
        let wide = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
        let told = |id: &str, count: usize| {
            words.say(id, &Args::new().count("count", wide(count)).text("shown", number::count(wide(count))))
        };
        let (acts, victims) = self.acts_and_victims(&snapshot, &ids);
        let excluded = if undated > 0 { vec![told("report-undated", undated)] } else { Vec::new() };
        let counts = vec![told("report-events", ids.len()), told("foot-acts", acts), told("foot-victims", victims)];
        Ok(ReportPreview { counts, excluded, preview })
    }

    /// Writes a report of incidents where the person says.
    ///
    /// # Errors
    /// A date of the period that is none; the file cannot be written.
    pub fn report_save(&self, out: &ReportOut, file: &Path) -> Result<Left, AppError> {
        let made = self.report(&self.made(out, file)?)?;
        Ok(Left { file: name(file), rows: made.incidents })
    }

    fn made(&self, out: &ReportOut, file: &Path) -> Result<Made, AppError> {
        let date = |typed: &str| -> Result<Option<String>, AppError> {
            if typed.trim().is_empty() {
                return Ok(None);
            }
            let understood = self.date_understood(typed).edtf;
            understood.map(Some).ok_or_else(|| AppError::NotADate { date: typed.to_owned() })
        };
        Ok(Made {
            template: "incidents".to_owned(),
            from: date(&out.from)?,
            to: date(&out.until)?,
            lang: out.language.lang(),
            disclosure: out.level.level().id().to_owned(),
            out: file.to_owned(),
        })
    }
}

/// What to know before a file leaves.
fn warnings(level: DisclosureLevel, words: &Words) -> Vec<String> {
    let mut told = vec![words.plain("out-no-return")];
    match level {
        DisclosureLevel::Full => told.insert(0, words.plain("out-full")),
        DisclosureLevel::NoIdentities => told.insert(0, words.plain("out-rare")),
        DisclosureLevel::Statistics => told.insert(0, words.plain("out-small-counts")),
    }
    told
}

fn name(file: &Path) -> String {
    file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The two languages, as the core names them.
impl crate::settings::WindowLanguage {
    /// The language for the core.
    #[must_use]
    pub const fn lang(self) -> Lang {
        match self {
            Self::Es => Lang::Es,
            Self::En => Lang::En,
        }
    }

    /// The language for words.
    #[must_use]
    pub const fn language(self) -> Language {
        match self {
            Self::Es => Language::Es,
            Self::En => Language::En,
        }
    }
}
