//! Handing over: everything that is open, of one case or of the whole desk, as one document for whoever goes on.

mod gathered;
mod scope;
mod window;

use std::path::{Path, PathBuf};

use resguardo_domain::catalogue::Lang;
use resguardo_domain::disclosure::Disclosed;
use resguardo_domain::handover::Handover;
use resguardo_domain::schema::DisclosureLevel;
use resguardo_report::{Document, docx, handover, pdf};
use serde::Serialize;

use crate::departures::Departure;
use crate::error::AppError;
use crate::import::write_out;
use crate::indicators::day_or_today;
use crate::outgoing::{DocumentForm, PaperSize};
use crate::reports::{FORMS, level};
use crate::session::Session;

pub use window::HandoverOut;

/// What to hand over.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HandoverRequest {
    /// The case, by its id or the beginning of it; none: the whole desk.
    pub of: Option<String>,
    /// The day it is read by, `2014-02-28`; none: today.
    pub as_of: Option<String>,
    /// How much it tells: `full` or `no-identities`.
    pub disclosure: String,
    /// Who goes on.
    pub receives: Option<String>,
    /// Who leaves it; none: at full, who writes.
    pub hands_over: Option<String>,
}

/// What was handed over.
#[derive(Debug, Clone, Serialize)]
pub struct HandedOver {
    /// Where the document is; none where none was asked for.
    pub file: Option<String>,
    /// How many matters it lists.
    pub matters: usize,
    /// What it says.
    #[serde(flatten)]
    pub handover: Handover,
}

impl Session {
    /// Everything that is open, and the document that says so where a place for it is named.
    ///
    /// # Errors
    /// A level that is none, or that tells figures alone; a day that is none; no such case; no such form; the file cannot
    /// be written.
    pub fn hand_over(
        &self,
        request: &HandoverRequest,
        lang: Lang,
        paper: PaperSize,
        out: Option<PathBuf>,
    ) -> Result<HandedOver, AppError> {
        let mut session = self.clone();
        session.lang = lang;
        let told = session.handover(request)?;
        let matters = told.get().parts.iter().map(|part| part.matters.len()).sum();
        let answer = HandedOver {
            file: out.as_ref().map(|file| file.display().to_string()),
            matters,
            handover: told.get().clone(),
        };
        if let Some(file) = out {
            let form = file.extension().map(|form| form.to_string_lossy().into_owned()).unwrap_or_default();
            let form = match form.as_str() {
                "pdf" => DocumentForm::Pdf,
                "docx" => DocumentForm::Docx,
                _ => return Err(AppError::NoSuchForm { form, forms: FORMS.to_owned() }),
            };
            session.write_handover(&told, request, (form, paper), &file)?;
        }
        Ok(answer)
    }
}

impl Session {
    /// Everything that is open, as a reader of the level sees it.
    ///
    /// # Errors
    /// As [`Session::hand_over`].
    pub(crate) fn handover(&self, request: &HandoverRequest) -> Result<Disclosed<Handover>, AppError> {
        let disclosure = level(&request.disclosure)?;
        if disclosure == DisclosureLevel::Statistics {
            return Err(AppError::FiguresSayNothing);
        }
        let as_of = day_or_today(request.as_of.as_deref())?;
        let of = request.of.as_deref().map(|id| self.find(id)).transpose()?;
        Ok(self.gathered(request, disclosure, (of, as_of)).disclosed(&self.schema))
    }

    /// The document that says so.
    pub(crate) fn handover_document(&self, told: &Disclosed<Handover>) -> Disclosed<Document> {
        handover(told.clone(), self.language())
    }

    /// Writes the document where the person says, and that it left.
    pub(crate) fn write_handover(
        &self,
        told: &Disclosed<Handover>,
        request: &HandoverRequest,
        (form, paper): (DocumentForm, PaperSize),
        file: &Path,
    ) -> Result<(), AppError> {
        let document = self.handover_document(told);
        let (format, bytes) = match form {
            DocumentForm::Pdf => ("pdf", pdf(&document, paper.paper())),
            DocumentForm::Docx => ("docx", docx(&document, paper.paper())),
        };
        let bytes = bytes.map_err(|source| AppError::Document { source })?;
        write_out(file, &bytes)?;
        let asked = [("of=", &request.of), ("as-of=", &request.as_of)];
        let asked = asked.into_iter().filter_map(|(key, value)| Some(format!("{key}{}", value.as_ref()?)));
        self.note_departure(&Departure {
            event: "report",
            file,
            bytes: &bytes,
            kind: "handover",
            format,
            level: told.get().disclosure,
            query: asked.collect(),
            records: told.get().parts.iter().map(|part| part.matters.len()).sum(),
        })
    }
}

#[cfg(test)]
mod tests;
