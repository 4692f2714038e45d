//! A document laid out on its pages: counted, drawn, written.

use resguardo_domain::calls::CallSheet;
use resguardo_domain::disclosure::Disclosed;
use resguardo_language::Language;
use typst::utils::Scalar;
use typst_layout::PagedDocument;
use typst_render::RenderOptions;

use crate::calls;
use crate::document::Document;
use crate::error::ReportError;
use crate::paper::Paper;
use crate::pdf;

/// The widest a page is drawn, in pixels.
const WIDEST: u32 = 2400;

/// The pages of a document.
pub struct Pages(PagedDocument);

impl Pages {
    /// Lays a document out.
    ///
    /// # Errors
    /// [`ReportError::NotLaidOut`] when the page layout refuses the document.
    pub fn of(document: &Disclosed<Document>, paper: Paper) -> Result<Self, ReportError> {
        pdf::lay_out(document, paper).map(Self)
    }

    /// Lays a sheet of agreed calls out.
    ///
    /// # Errors
    /// [`ReportError::NotLaidOut`] when the page layout refuses it.
    pub fn of_calls(sheet: &Disclosed<CallSheet>, paper: Paper, language: Language) -> Result<Self, ReportError> {
        calls::lay_out(sheet, paper, language).map(Self)
    }

    /// How many pages there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.pages().len()
    }

    /// A page, counted from 1, as a PNG picture of this width; none where there is no such page.
    #[must_use]
    pub fn picture(&self, page: usize, width: u32) -> Option<Vec<u8>> {
        let page = self.0.pages().get(page.checked_sub(1)?)?;
        let points = page.frame.size().x.to_pt();
        let scale = f64::from(width.clamp(1, WIDEST)) / points;
        let options = RenderOptions { pixel_per_pt: Scalar::new(scale), render_bleed: false };
        typst_render::render(page, &options).encode_png().ok()
    }
}

#[cfg(test)]
mod tests {
    use resguardo_domain::schema::DisclosureLevel;
    use resguardo_language::Words;

    use super::*;
    use crate::incidents;
    use crate::incidents::tests::report;

    fn is_shared<T: Send + Sync>() {}

    #[test]
    fn each_page_of_a_document_is_a_picture_as_wide_as_asked() {
        is_shared::<Pages>();
        let names = ["Ana Ruiz", "Policía Municipal"];
        let document = incidents(report(DisclosureLevel::Full, 30, names, "Resumen."), &Words::new(Language::Es));
        let pages = Pages::of(&document, Paper::A4).unwrap();
        assert!(pages.count() > 1, "{}", pages.count());
        let picture = pages.picture(1, 400).unwrap();
        assert_eq!(picture.get(..8).unwrap(), b"\x89PNG\r\n\x1a\n");
        assert_eq!(picture.get(16..24).unwrap(), [0, 0, 1, 144, 0, 0, 2, 54], "400 × 566 pixels");
        assert!(pages.picture(0, 400).is_none() && pages.picture(pages.count() + 1, 400).is_none());
    }
}
