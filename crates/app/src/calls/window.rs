//! A sheet of calls before it leaves: what it holds, its page as a picture, the file.

use std::path::Path;

use resguardo_language::Args;
use resguardo_report::Pages;
use serde::Deserialize;

use super::{CallSheetRequest, counted};
use crate::error::AppError;
use crate::indicators::day_typed;
use crate::outgoing::{Left, Level, Paper, PaperPreview, PaperSize, ReportPage, name};
use crate::session::Session;
use crate::settings::WindowLanguage;

/// A sheet of calls that is to leave.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct CallsOut {
    /// A call or a person; empty: the calls of a day.
    pub of: String,
    /// The day, as typed; empty: today, or all to come of what is named.
    pub day: String,
    /// How much it tells.
    pub level: Level,
    /// Its language.
    pub language: WindowLanguage,
    /// The paper it is laid out for.
    pub paper: PaperSize,
}

impl Session {
    /// What a sheet of calls would hold.
    ///
    /// # Errors
    /// As [`Session::write_calls`].
    pub fn calls_preview(&self, out: &CallsOut) -> Result<PaperPreview, AppError> {
        let sheet = self.call_sheet(&out.request()?)?;
        let words = self.words();
        let of = match self.find(&out.of) {
            Ok(id) => self.called_here(id),
            Err(_) => words.plain("calls-of-day"),
        };
        let count = u64::try_from(counted(&sheet)).unwrap_or(u64::MAX);
        let level = if out.level == Level::Full { "calls-out-full" } else { "calls-out-blank" };
        let warnings = [level, "calls-warning"].map(|id| words.plain(id)).to_vec();
        Ok(PaperPreview { of, counts: vec![words.say("calls-count", &Args::new().count("count", count))], warnings })
    }

    /// Draws a page of a sheet as wide as asked; gives the address it is shown from.
    ///
    /// # Errors
    /// As [`Session::write_calls`]; there is no such page.
    pub fn calls_page(&self, out: &CallsOut, page: usize, width: u32) -> Result<ReportPage, AppError> {
        let lay = || {
            let session = self.in_language(out.language);
            let sheet = session.call_sheet(&out.request()?)?;
            let pages = Pages::of_calls(&sheet, out.paper.paper(), session.language());
            pages.map_err(|source| AppError::Document { source })
        };
        self.page_of(Paper::Calls(out.clone()), lay, (page, width))
    }

    /// Writes a sheet where the person says.
    ///
    /// # Errors
    /// As [`Session::write_calls`].
    pub fn calls_save(&self, out: &CallsOut, file: &Path) -> Result<Left, AppError> {
        let request = out.request()?;
        let session = self.in_language(out.language);
        let sheet = session.call_sheet(&request)?;
        session.save_calls(&sheet, &request, out.paper, file)?;
        Ok(Left { file: name(file), rows: counted(&sheet) })
    }
}

impl CallsOut {
    fn request(&self) -> Result<CallSheetRequest, AppError> {
        let day = if self.day.trim().is_empty() { None } else { Some(day_typed(&self.day)?.to_string()) };
        let of = Some(self.of.trim().to_owned()).filter(|of| !of.is_empty());
        let disclosure = self.level.level().id().to_owned();
        Ok(CallSheetRequest { of: of.into_iter().collect(), day, disclosure })
    }
}
