//! A document as DOCX: real headings, table heads repeated on every page, page numbers, and its language and title.
//!
//! The crate that writes the parts knows neither the head row of a table, nor the language of a text, nor the title of
//! a document; those three are put into its finished parts here.

mod blocks;
mod parts;
mod styles;

use std::io::Cursor;

use docx_rs::{Docx, Footer, Header, NumPages, PageMargin, PageNum, Paragraph, Run, Tab, TabValueType};
use resguardo_domain::disclosure::Disclosed;

use crate::document::Document;
use crate::error::ReportError;
use crate::paper::Paper;
use crate::text::Text;

/// Left and right margin in twentieths of a point.
const MARGIN: u16 = 1361;

/// A document as a DOCX file. The same document gives the same bytes: no date and no person is written into it.
///
/// # Errors
/// [`ReportError::NotPacked`] when its parts cannot be packed into one file.
pub fn docx(document: &Disclosed<Document>, paper: Paper) -> Result<Vec<u8>, ReportError> {
    let document = document.get();
    let (width, height) = paper.twips();
    let measure = usize::try_from(width - 2 * u32::from(MARGIN)).or(Err(ReportError::NotPacked))?;
    let margin = i32::from(MARGIN);
    let margins = PageMargin::new().top(1750).bottom(1500).left(margin).right(margin).header(850).footer(700).gutter(0);
    let mut file = styles::add(Docx::new())
        .page_size(width, height)
        .page_margin(margins)
        .header(Header::new().add_paragraph(header(document, measure)))
        .footer(Footer::new().add_paragraph(footer(document, measure)))
        .add_paragraph(styled("Title", &document.title))
        .add_paragraph(styled("Subtitle", &document.subtitle));
    for block in &document.blocks {
        file = blocks::add(file, block, measure);
    }
    let mut packed = Cursor::new(Vec::new());
    parts::complete(file.build(), document).pack(&mut packed).or(Err(ReportError::NotPacked))?;
    Ok(packed.into_inner())
}

/// Who made it on the left, who may read it on the right.
fn header(document: &Document, measure: usize) -> Paragraph {
    Paragraph::new()
        .style("Header")
        .add_tab(Tab::new().val(TabValueType::Right).pos(measure))
        .add_run(run(document.maker.as_str()).add_tab())
        .add_run(run(document.marking.as_str()).bold())
}

/// When it was made on the left, the page on the right.
fn footer(document: &Document, measure: usize) -> Paragraph {
    let [before, between, after] = &document.page;
    Paragraph::new()
        .style("Footer")
        .add_tab(Tab::new().val(TabValueType::Right).pos(measure))
        .add_run(run(document.made.as_str()).add_tab())
        .add_run(run(before.as_str()))
        .add_page_num(PageNum::new())
        .add_run(run(between.as_str()))
        .add_num_pages(NumPages::new())
        .add_run(run(after.as_str()))
}

fn styled(style: &str, words: &Text) -> Paragraph {
    Paragraph::new().style(style).add_run(run(words.as_str()))
}

/// A run of text; a line break within it is a line break.
fn run(words: &str) -> Run {
    let mut lines = words.split('\n');
    let first = Run::new().add_text(lines.next().unwrap_or_default());
    lines.fold(first, |run, line| run.add_break(docx_rs::BreakType::TextWrapping).add_text(line))
}

#[cfg(test)]
mod tests;
