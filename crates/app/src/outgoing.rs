//! What would leave this laptop, record by record: what stays beside what leaves, and the file or document itself.

mod laid;
mod preview;
mod report;

use std::collections::BTreeSet;
use std::path::Path;

use resguardo_domain::catalogue::Lang;
use resguardo_domain::disclosure::{Disclosed, Naming, Row, disclose, gather};
use resguardo_domain::id::RecordId;
use resguardo_domain::schema::{DisclosureLevel, Kind};
use resguardo_exchange::write::{List, csv, json, xlsx};
use resguardo_language::Language;
use serde::{Deserialize, Serialize};

use crate::browse::ListQuery;
use crate::cells::{Cell, is_identity};
use crate::departures::Departure;
use crate::error::AppError;
use crate::import::{sheet_error, today, write_out};
use crate::session::Session;

pub(crate) use laid::{LaidOut, Paper};
pub use laid::{PaperPreview, ReportPage};
pub use report::ReportPreview;

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

/// The paper of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum PaperSize {
    /// The paper of Mexico.
    Letter,
    /// ISO 216.
    A4,
}

/// A report that is to leave.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
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
    /// The paper it is laid out for.
    pub paper: PaperSize,
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

impl Level {
    /// The level for the core.
    pub(crate) const fn level(self) -> DisclosureLevel {
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
        Ok(self.preview(kind, &snapshot, (&ids, first, count), out.level.level()))
    }

    /// The records of a list that leave, in its order.
    fn leaving(&self, out: &ListOut) -> Result<Vec<RecordId>, AppError> {
        let snapshot = self.snapshot();
        let ids = self.passing(&out.query, &snapshot)?.ids(&snapshot);
        let Some(chosen) = &out.ids else { return Ok(ids) };
        let chosen: BTreeSet<RecordId> = chosen.iter().filter_map(|id| id.parse().ok()).collect();
        Ok(ids.into_iter().filter(|id| chosen.contains(id)).collect())
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
        let list = List { kind, catalogues: &session.catalogues, lang: session.lang, rows: &rows, counts: &counts };
        let (format, bytes) = match out.form {
            ListForm::Xlsx => ("xlsx", xlsx(&list).map_err(sheet_error)?),
            ListForm::Json => ("json", json(&list).map_err(sheet_error)?),
            ListForm::Csv => {
                let tables = csv(&list).map_err(sheet_error)?;
                write_out(&crate::export::beside(file, "codebook"), &tables.codebook)?;
                write_out(&crate::export::beside(file, "counts"), &tables.counts)?;
                ("csv", tables.data)
            }
        };
        write_out(file, &bytes)?;
        session.note_departure(&Departure {
            event: "export",
            file,
            bytes: &bytes,
            kind: &kind.id,
            format,
            level: out.level.level(),
            query: out.query.told(),
            records: ids.len(),
        })?;
        Ok(Left { file: name(file), rows: rows.get().len() })
    }

    fn disclosed_rows(
        &self,
        kind: &Kind,
        ids: &[RecordId],
        out: &ListOut,
    ) -> (Disclosed<Vec<Row>>, Vec<(String, String)>) {
        let snapshot = self.snapshot();
        let titles = self.titles(&snapshot);
        let title = |id: RecordId| titles.by_id(snapshot.read_as(id));
        let level = out.level.level();
        let mut naming = Naming::new(level, &title);
        let each = ids.iter().filter_map(|id| snapshot.row(*id)).map(|row| {
            let summary = self.leaving_summary(&snapshot, &row);
            disclose(&self.schema, &summary, &mut naming)
        });
        let rows: Vec<Disclosed<Row>> = if level == DisclosureLevel::Statistics { Vec::new() } else { each.collect() };
        let words = self.words();
        // What was looked for may name somebody: below full it stays here.
        let identities = kind.fields().iter().filter(|field| is_identity(field)).map(|field| field.id.as_str());
        let identities: BTreeSet<&str> = identities.collect();
        let names = out.query.filters.iter().any(|part| identities.contains(part.field.as_str()));
        let kept_here = level != DisclosureLevel::Full && (names || !out.query.text.trim().is_empty());
        let page = self.list_page(&out.query, 0, 0);
        let why = if kept_here {
            words.plain("counts-kept-here")
        } else {
            page.map(|page| page.sentence).unwrap_or_default()
        };
        let counts = vec![
            (words.plain("counts-kind"), kind.plural.get(self.lang).to_owned()),
            (words.plain("counts-made-on"), today()),
            (words.plain("counts-disclosure"), level.id().to_owned()),
            (words.plain("counts-filter"), why),
            (words.plain("counts-rows"), ids.len().to_string()),
        ];
        (gather(rows, |rows| rows), counts)
    }
}

/// The last part of a path: what is said of where something was written.
pub(crate) fn name(file: &Path) -> String {
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

#[cfg(test)]
mod tests;
