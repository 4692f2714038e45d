//! A document as PDF: tagged, with its title and language, by the page layout of `assets/templates/document.typ`.

pub(crate) mod data;

use resguardo_domain::disclosure::Disclosed;
use typst::foundations::{Dict, Smart};
use typst_as_lib::TypstEngine;
use typst_as_lib::typst_kit_options::TypstKitFontOptions;
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;

use crate::document::Document;
use crate::error::ReportError;
use crate::paper::Paper;

/// The page layout. Everything it prints comes to it as data.
const LAYOUT: &str = include_str!("../../../assets/templates/document.typ");

/// The type of labels, figures and tables; the rest is in the type that ships with the layout engine.
const FONTS: [&[u8]; 2] = [
    include_bytes!("../fonts/AtkinsonHyperlegibleNext-Regular.ttf"),
    include_bytes!("../fonts/AtkinsonHyperlegibleNext-Bold.ttf"),
];

/// A document as a PDF file. The same document gives the same bytes: fonts of the system are not looked at, and no
/// date, author or program is written into it.
///
/// # Errors
/// [`ReportError::NotLaidOut`] when the page layout refuses the document.
pub fn pdf(document: &Disclosed<Document>, paper: Paper) -> Result<Vec<u8>, ReportError> {
    set(LAYOUT, data::of(document.get(), paper))
}

/// A document on its pages.
pub(crate) fn lay_out(document: &Disclosed<Document>, paper: Paper) -> Result<PagedDocument, ReportError> {
    laid_out(LAYOUT, data::of(document.get(), paper))
}

/// Sets a page layout with its data.
pub(crate) fn set(layout: &'static str, content: Dict) -> Result<Vec<u8>, ReportError> {
    let laid_out = laid_out(layout, content)?;
    let options = PdfOptions { creator: Smart::Custom(None), ..PdfOptions::default() };
    typst_pdf::pdf(&laid_out, &options).or(Err(ReportError::NotLaidOut))
}

/// A page layout with its data, on its pages.
pub(crate) fn laid_out(layout: &'static str, content: Dict) -> Result<PagedDocument, ReportError> {
    let fonts = TypstKitFontOptions::new().include_system_fonts(false).include_embedded_fonts(true);
    let engine = TypstEngine::builder()
        .main_file(layout)
        .fonts(FONTS)
        .search_fonts_with(fonts)
        .comemo_evict_max_age(Some(0))
        .build();
    engine.compile_with_input(content).output.or(Err(ReportError::NotLaidOut))
}

#[cfg(test)]
mod tests;
