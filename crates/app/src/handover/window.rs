//! A handover before it leaves: what it is of, its pages as pictures, the file.

use std::path::Path;

use resguardo_language::Args;
use resguardo_report::Pages;
use serde::Deserialize;

use super::HandoverRequest;
use crate::error::AppError;
use crate::indicators::day_typed;
use crate::outgoing::{DocumentForm, Left, Level, Paper, PaperPreview, PaperSize, ReportPage, name};
use crate::session::Session;
use crate::settings::WindowLanguage;

/// A handover that is to leave.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct HandoverOut {
    /// The record it is of; empty: the whole desk.
    pub of: String,
    /// The day it is read by, as typed; empty: today.
    pub day: String,
    /// Who goes on; empty: a line to write on.
    pub receives: String,
    /// Who leaves it; empty: at full, who writes.
    pub hands_over: String,
    /// How much it tells.
    pub level: Level,
    /// Its language.
    pub language: WindowLanguage,
    /// Its form.
    pub form: DocumentForm,
    /// The paper it is laid out for.
    pub paper: PaperSize,
}

impl Session {
    /// What a handover would say.
    ///
    /// # Errors
    /// As [`Session::hand_over`].
    pub fn handover_preview(&self, out: &HandoverOut) -> Result<PaperPreview, AppError> {
        let told = self.handover(&out.request()?)?;
        let handover = told.get();
        let words = self.words();
        let of = match &handover.of {
            None => words.plain("handover-whole"),
            Some(of) => self.find(&out.of).ok().map_or_else(|| of.code.clone(), |id| self.called_here(id)),
        };
        let counts = handover.parts.iter().map(|part| {
            let args = Args::new().text("part", words.plain(&format!("handover-part-{}", part.id)));
            words.say("handover-heading", &args.count("count", u64::try_from(part.count).unwrap_or(u64::MAX)))
        });
        let level = if out.level == Level::Full { "handover-out-full" } else { "handover-out-dates" };
        let warnings = [level, "out-no-return"].map(|id| words.plain(id)).to_vec();
        Ok(PaperPreview { of, counts: counts.collect(), warnings })
    }

    /// Draws a page of a handover as wide as asked; gives the address it is shown from.
    ///
    /// # Errors
    /// As [`Session::hand_over`]; there is no such page.
    pub fn handover_page(&self, out: &HandoverOut, page: usize, width: u32) -> Result<ReportPage, AppError> {
        let lay = || {
            let session = self.in_language(out.language);
            let document = session.handover_document(&session.handover(&out.request()?)?);
            Pages::of(&document, out.paper.paper()).map_err(|source| AppError::Document { source })
        };
        self.page_of(Paper::Handover(out.clone()), lay, (page, width))
    }

    /// Writes a handover where the person says.
    ///
    /// # Errors
    /// As [`Session::hand_over`].
    pub fn handover_save(&self, out: &HandoverOut, file: &Path) -> Result<Left, AppError> {
        let request = out.request()?;
        let session = self.in_language(out.language);
        let told = session.handover(&request)?;
        session.write_handover(&told, &request, (out.form, out.paper), file)?;
        Ok(Left { file: name(file), rows: told.get().parts.iter().map(|part| part.matters.len()).sum() })
    }
}

impl HandoverOut {
    fn request(&self) -> Result<HandoverRequest, AppError> {
        let told = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        Ok(HandoverRequest {
            of: told(&self.of),
            as_of: Some(day_typed(&self.day)?.to_string()),
            disclosure: self.level.level().id().to_owned(),
            receives: told(&self.receives),
            hands_over: told(&self.hands_over),
        })
    }
}
