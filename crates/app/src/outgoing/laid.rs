//! What was laid out last, so that turning its pages costs only their drawing.

use std::sync::{Arc, Mutex, PoisonError};

use resguardo_report::Pages;
use resguardo_vault::Snapshot;
use serde::Serialize;

use super::{PaperSize, ReportOut};
use crate::calls::CallsOut;
use crate::error::AppError;
use crate::handover::HandoverOut;
use crate::pictures::Picture;
use crate::session::Session;

/// One page of a document.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ReportPage {
    /// Where the page's picture is shown from, once.
    pub address: String,
    /// Which page it is, from 1.
    pub page: usize,
    /// How many there are.
    pub pages: usize,
}

/// A document somebody looks at before it leaves.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct PaperPreview {
    /// What it is of.
    pub of: String,
    /// What it counts, each with its unit.
    pub counts: Vec<String>,
    /// What to know before it leaves.
    pub warnings: Vec<String>,
}

/// Which document was asked for.
#[derive(PartialEq, Eq)]
pub(crate) enum Paper {
    Report(ReportOut),
    Handover(HandoverOut),
    Calls(CallsOut),
}

/// The document laid out last.
#[derive(Clone, Default)]
pub(crate) struct LaidOut(Arc<Mutex<Option<Kept>>>);

struct Kept {
    of: Paper,
    snapshot: Arc<Snapshot>,
    pages: Arc<Pages>,
}

impl Session {
    /// A page of a document as wide as asked, ready to be shown; it is laid out anew only where it is another or something
    /// was written.
    pub(crate) fn page_of(
        &self,
        of: Paper,
        lay: impl FnOnce() -> Result<Pages, AppError>,
        (page, width): (usize, u32),
    ) -> Result<ReportPage, AppError> {
        let pages = self.laid(of, lay)?;
        let bytes = pages.picture(page, width).ok_or(AppError::NotShown)?;
        let token = self.tray.lay(Picture { kind: "image/png", bytes }).ok_or(AppError::NotShown)?;
        Ok(ReportPage { address: format!("adjunto://localhost/{token}"), page, pages: pages.count() })
    }

    fn laid(&self, of: Paper, lay: impl FnOnce() -> Result<Pages, AppError>) -> Result<Arc<Pages>, AppError> {
        let snapshot = self.snapshot();
        let mut kept = self.laid_out.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(kept) = kept.as_ref().filter(|kept| kept.of == of && Arc::ptr_eq(&kept.snapshot, &snapshot)) {
            return Ok(Arc::clone(&kept.pages));
        }
        let pages = Arc::new(lay()?);
        *kept = Some(Kept { of, snapshot, pages: Arc::clone(&pages) });
        Ok(pages)
    }
}

impl PaperSize {
    /// The paper for the room that lays out.
    pub(crate) const fn paper(self) -> resguardo_report::Paper {
        match self {
            Self::Letter => resguardo_report::Paper::Letter,
            Self::A4 => resguardo_report::Paper::A4,
        }
    }
}
