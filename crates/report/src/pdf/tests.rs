//! What a PDF file holds.

use resguardo_domain::schema::DisclosureLevel;
use resguardo_language::{Language, Words};

use super::*;
use crate::incidents::tests::report;
use crate::{Text, incidents};

const NAMES: [&str; 2] = ["Ana Ruiz", "Policía Municipal"];

fn holds(file: &[u8], text: &str) -> bool {
    file.windows(text.len()).any(|window| window == text.as_bytes())
}

fn made(names: [&str; 2], summary: &str, language: Language) -> Vec<u8> {
    pdf(&incidents(report(DisclosureLevel::Full, 3, names, summary), &Words::new(language)), Paper::Letter).unwrap()
}

#[test]
fn a_pdf_is_tagged_and_says_its_language_and_title() {
    let spanish = made(NAMES, "Resumen.", Language::Es);
    for part in ["/StructTreeRoot", "/MarkInfo", "/Lang(es-MX)", "/Title", "/Outlines"] {
        assert!(holds(&spanish, part), "{part}");
    }
    assert!(holds(&made(NAMES, "Summary.", Language::En), "/Lang(en)"));
}

#[test]
fn the_same_document_gives_the_same_pdf_and_tells_no_date_author_or_program() {
    let file = made(NAMES, "Resumen.", Language::Es);
    assert_eq!(file, made(NAMES, "Resumen.", Language::Es));
    for told in ["/Author", "/CreationDate", "/ModDate", "/Creator", "Typst"] {
        assert!(!holds(&file, told), "{told}");
    }
}

#[test]
fn a_word_without_end_and_hostile_text_are_laid_out_as_text() {
    let endless = "a".repeat(3_000);
    let hostile = "#read(\"/etc/passwd\") $x$ *bold* _it_ `raw` <label> @ref \\ // /* \u{202e}\u{1b} مرحبا 👩‍👧";
    assert!(made([&endless, hostile], hostile, Language::Es).starts_with(b"%PDF-"));
}

#[test]
fn text_reaches_the_layout_as_values_and_never_as_markup() {
    let hostile = "#read(\"/etc/passwd\") $x$ *bold*";
    let report = report(DisclosureLevel::Full, 1, [hostile, "x"], hostile);
    let told = format!("{:?}", data::of(incidents(report, &Words::new(Language::Es)).get(), Paper::A4));
    assert!(told.matches("#read(\\\"/etc/passwd\\\") $x$ *bold*").count() >= 2, "{told}");
    for forbidden in ["eval(", "mode:", "include ", "import \""] {
        assert!(!LAYOUT.contains(forbidden), "the layout must not hold {forbidden}");
    }
}

#[test]
fn every_block_a_document_can_have_is_laid_out() {
    let document =
        incidents(report(DisclosureLevel::Full, 1, NAMES, ""), &Words::new(Language::Es)).map(|mut document| {
            document.title = Text::from("");
            document.blocks.clear();
            document
        });
    assert!(pdf(&document, Paper::A4).is_ok());
}
