//! A report of incidents before it leaves: what it counts, what it leaves out, its pages as pictures, the file.

use std::path::Path;

use resguardo_language::{Args, number};
use resguardo_report::{Pages, docx, pdf};
use resguardo_vault::Snapshot;
use serde::Serialize;

use super::laid::{Paper, ReportPage};
use super::{DocumentForm, ExportPreview, Left, ReportOut, name};
use crate::error::AppError;
use crate::import::write_out;
use crate::reports::{Chosen, ReportRequest};
use crate::session::Session;

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

impl Session {
    /// What a report of incidents would say, and which records it would list.
    ///
    /// # Errors
    /// A date of the period that is none.
    pub fn report_preview(&self, out: &ReportOut, first: usize, count: usize) -> Result<ReportPreview, AppError> {
        let Chosen { ids, undated, outside } = self.incidents_of(&self.request(out, Path::new(""))?)?;
        let kind = self.kind("incident")?;
        let snapshot = self.snapshot();
        let words = self.words();
        let told = |id: &str, count: usize| {
            let count = u64::try_from(count).unwrap_or(u64::MAX);
            words.say(id, &Args::new().count("count", count).text("shown", number::count(count)))
        };
        // The report counts a victim once per incident; what is told here are its figures.
        let places = ids.iter().filter_map(|id| snapshot.place(*id));
        let (acts, victims) = self.acts_and_victims_each(&snapshot, places);
        let binned = self.binned(&snapshot);
        let excluded = [("report-undated", undated), ("report-outside", outside), ("report-binned", binned)];
        let excluded = excluded.into_iter().filter(|(_, count)| *count > 0);
        Ok(ReportPreview {
            counts: vec![told("report-events", ids.len()), told("foot-acts", acts), told("foot-victims", victims)],
            excluded: excluded.map(|(id, count)| told(id, count)).collect(),
            preview: self.preview(kind, &snapshot, (&ids, first, count), out.level.level()),
        })
    }

    fn binned(&self, snapshot: &Snapshot) -> usize {
        let rows = snapshot.rows_of("incident").filter(|row| row.merged_into().is_none());
        rows.filter(|row| row.status() == resguardo_domain::operation::Status::Binned).count()
    }

    /// Draws a page of a report as wide as asked; gives the address it is shown from.
    ///
    /// # Errors
    /// A date of the period that is none; there is no such page.
    pub fn report_page(&self, out: &ReportOut, page: usize, width: u32) -> Result<ReportPage, AppError> {
        let lay = || {
            let (document, _) = self.document(&self.request(out, Path::new(""))?)?;
            Pages::of(&document, out.paper.paper()).map_err(|source| AppError::Document { source })
        };
        self.page_of(Paper::Report(out.clone()), lay, (page, width))
    }

    /// Writes a report of incidents where the person says.
    ///
    /// # Errors
    /// A date of the period that is none; the file cannot be written.
    pub fn report_save(&self, out: &ReportOut, file: &Path) -> Result<Left, AppError> {
        let request = self.request(out, file)?;
        let (document, made) = self.document(&request)?;
        let (format, bytes) = match out.form {
            DocumentForm::Pdf => ("pdf", pdf(&document, out.paper.paper())),
            DocumentForm::Docx => ("docx", docx(&document, out.paper.paper())),
        };
        let bytes = bytes.map_err(|source| AppError::Document { source })?;
        write_out(file, &bytes)?;
        self.note_report(&request, (format, &bytes), made.incidents)?;
        Ok(Left { file: name(file), rows: made.incidents })
    }

    fn request(&self, out: &ReportOut, file: &Path) -> Result<ReportRequest, AppError> {
        let date = |typed: &str| -> Result<Option<String>, AppError> {
            if typed.trim().is_empty() {
                return Ok(None);
            }
            let understood = self.date_understood(typed).edtf;
            understood.map(Some).ok_or_else(|| AppError::NotADate { date: typed.to_owned() })
        };
        Ok(ReportRequest {
            template: "incidents".to_owned(),
            from: date(&out.from)?,
            to: date(&out.until)?,
            lang: out.language.lang(),
            disclosure: out.level.level().id().to_owned(),
            out: file.to_owned(),
        })
    }
}
