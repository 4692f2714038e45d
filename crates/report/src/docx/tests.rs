//! What a DOCX file holds.

use std::io::Read as _;

use resguardo_domain::schema::DisclosureLevel;
use resguardo_language::{Language, Words};
use zip::ZipArchive;

use super::*;
use crate::incidents;
use crate::incidents::tests::report;

fn made(level: DisclosureLevel, names: [&str; 2], summary: &str, language: Language) -> Vec<u8> {
    docx(&incidents(report(level, 3, names, summary), &Words::new(language)), Paper::Letter).unwrap()
}

fn part(file: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(file)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn all(file: &[u8]) -> String {
    let mut archive = ZipArchive::new(Cursor::new(file)).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    let mut text = names.join("\n");
    for name in names {
        archive.by_name(&name).unwrap().read_to_string(&mut text).unwrap();
    }
    text
}

#[test]
fn a_docx_has_its_parts_headings_head_rows_page_numbers_language_and_title() {
    let file = made(DisclosureLevel::Full, ["Ana Ruiz", "Policía Municipal"], "Resumen.", Language::Es);
    for name in ["[Content_Types].xml", "_rels/.rels", "word/styles.xml", "word/_rels/document.xml.rels"] {
        assert!(!part(&file, name).is_empty(), "{name}");
    }
    let document = part(&file, "word/document.xml");
    assert_eq!(document.matches("<w:tblHeader />").count(), 4);
    for style in ["Title", "Heading1", "Heading2", "Caption"] {
        assert!(document.contains(&format!(r#"<w:pStyle w:val="{style}" />"#)), "{style}");
    }
    assert!(document.contains("Ana Ruiz"));
    assert!(part(&file, "word/styles.xml").contains(r#"<w:lang w:val="es-MX" />"#));
    let foot = part(&file, "word/footer1.xml");
    assert!(foot.contains("PAGE") && foot.contains("NUMPAGES") && foot.contains("Página "));
    assert!(part(&file, "word/header1.xml").contains("Completo: contiene identidades"));
    let core = part(&file, "docProps/core.xml");
    assert!(core.contains("<dc:title>Incidentes contra") && core.contains("<dc:language>es-MX</dc:language>"));
}

#[test]
fn a_docx_below_full_holds_no_name_and_no_day() {
    let file = made(DisclosureLevel::NoIdentities, ["R0002", "R0003"], "Resumen.", Language::En);
    let text = all(&file);
    assert!(text.contains("R0002") && text.contains("No identities"));
    for told in ["Ana Ruiz", "Policía Municipal", "2014-05-03", "3 May 2014"] {
        assert!(!text.contains(told), "{told}");
    }
}

#[test]
fn u19_a_day_typed_is_the_same_day_on_the_page() {
    let file = made(DisclosureLevel::Full, ["Ana", "x"], "Resumen.", Language::Es);
    assert_eq!(part(&file, "word/document.xml").matches("3 de mayo de 2014").count(), 3);
}

#[test]
fn text_of_a_record_never_becomes_markup_of_a_docx() {
    let hostile = "</w:t><w:cantSplit /> & \"x\" ]]> \u{1b}\u{0}\u{202e}";
    let file = made(DisclosureLevel::Full, [hostile, "x"], hostile, Language::Es);
    let document = part(&file, "word/document.xml");
    assert!(document.contains("&lt;/w:t&gt;&lt;w:cantSplit /&gt; &amp; "));
    assert_eq!(document.matches("<w:tblHeader />").count(), 4);
    assert!(!document.contains(['\u{1b}', '\u{0}', '\u{202e}']));
}

#[test]
fn the_same_document_gives_the_same_docx() {
    let make = || made(DisclosureLevel::Full, ["Ana", "x"], "Resumen.", Language::Es);
    assert_eq!(make(), make());
}
