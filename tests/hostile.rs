//! Files from strangers, through the whole program: a clear answer, nothing written, and no more time than a person waits.

use std::io::Write;
use std::time::{Duration, Instant};

use resguardo_tests::Program;
use serde_json::json;
use zip::write::SimpleFileOptions;

const TYPES: &str = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"#;
const ROOT: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const LINKS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

/// A workbook of one sheet with these cells in SpreadsheetML, and more entries beside it.
fn workbook(cells: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let sheet = format!(
        r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{cells}</sheetData></worksheet>"#
    );
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let parts = [
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", ROOT.as_bytes()),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", LINKS.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ];
    for (name, content) in parts.iter().chain(more) {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn text_cell(at: &str, text: &str) -> String {
    format!(r#"<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>"#)
}

/// Imports a file and expects a refusal with this id, soon, and nothing written.
fn refused(name: &str, content: &[u8], id: &str) {
    let program = Program::with_vault();
    std::fs::write(program.folder().join(name), content).unwrap();
    let started = Instant::now();
    let answer = program.run(&["import", name, "--json"]);
    assert_eq!(answer.code, 1, "{name}: {}", answer.err);
    assert_eq!(answer.json()["error"]["id"], json!(id), "{name}");
    assert!(started.elapsed() < Duration::from_secs(30), "{name} took {:?}", started.elapsed());
    assert_eq!(program.json(&["list", "journal"])["all"], json!(0), "{name}: nothing is written");
    assert_eq!(program.json(&["verify"])["ok"], json!(true));
}

#[test]
fn g01_a_small_file_that_becomes_three_hundred_megabytes_is_refused() {
    let row = format!("<row r=\"1\">{}</row>", text_cell("A1", &"a".repeat(300_000_000)));
    refused("bomb.xlsx", &workbook(&row, &[]), "sheet-bomb");
}

#[test]
fn g01_two_cells_at_the_ends_of_a_sheet_take_no_memory() {
    let far = r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#;
    refused("far.xlsx", &workbook(far, &[]), "sheet-too-many-rows");
}

#[test]
fn g01_a_sheet_that_asks_for_more_memory_than_it_may_kills_its_reader_only() {
    let cells: String = (1..=60_000)
        .map(|row| format!("<row r=\"{row}\">{}</row>", text_cell(&format!("A{row}"), &"x".repeat(4_000))))
        .collect();
    let program = Program::with_vault();
    std::fs::write(program.folder().join("wide.xlsx"), workbook(&cells, &[])).unwrap();
    let answer = program.run(&["import", "wide.xlsx", "--dry-run", "--json"]);
    assert_eq!(answer.code, 1, "{}", answer.err);
    assert_eq!(program.json(&["verify"])["ok"], json!(true));
}

#[test]
fn g02_entities_and_document_types_are_refused_and_nothing_is_read_from_outside() {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let evil = r#"<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&a;</t></is></c></row></sheetData></worksheet>"#;
    for (name, content) in [
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", ROOT),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", LINKS),
        ("xl/worksheets/sheet1.xml", evil),
    ] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    refused("dtd.xlsx", &zip.finish().unwrap().into_inner(), "sheet-document-type");
}

#[test]
fn g03_names_that_climb_out_of_a_package_write_nothing() {
    let program = Program::with_vault();
    let rows = format!(
        "<row r=\"1\">{}{}</row><row r=\"2\">{}{}</row>",
        text_cell("A1", "Fecha"),
        text_cell("B1", "Hechos"),
        text_cell("A2", "3 de mayo de 2014"),
        text_cell("B2", "Golpes")
    );
    let evil: &[(&str, &[u8])] = &[("../../../evil.txt", b"x"), ("/tmp/resguardo-evil.txt", b"x")];
    std::fs::write(program.folder().join("slip.xlsx"), workbook(&rows, evil)).unwrap();
    let answer = program.run(&["import", "slip.xlsx", "--json"]);
    assert!(answer.code == 0 || answer.code == 1, "{}", answer.err);
    for path in [program.folder().join("evil.txt"), "/tmp/resguardo-evil.txt".into(), "/evil.txt".into()] {
        assert!(!path.exists(), "{}", path.display());
    }
}

#[test]
fn g04_a_picture_of_sixty_thousand_by_sixty_thousand_is_kept_and_never_decoded() {
    let program = Program::with_vault();
    let id = program.json(&["new", "incident", "--set", "facts=algo"])["id"].as_str().unwrap().to_owned();
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    png.extend_from_slice(&60_000_u32.to_be_bytes());
    png.extend_from_slice(&60_000_u32.to_be_bytes());
    png.extend_from_slice(&[8, 6, 0, 0, 0, 0, 0, 0, 0]);
    std::fs::write(program.folder().join("flood.png"), &png).unwrap();
    let attached = program.json(&["attach", &id, "flood.png"]);
    assert_eq!((&attached["kind"], &attached["pixels"]), (&json!("image/png"), &json!([60_000, 60_000])));
}

#[test]
fn g06_a_line_without_end_and_bytes_that_are_no_table_are_refused() {
    let mut line = b"Fecha,Hechos\n".to_vec();
    line.resize(20_000_000, b'x');
    refused("line.csv", &line, "sheet-cell-too-long");
    refused("photo.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "sheet-not-a-table");
    refused("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "sheet-old-excel");
    refused("empty.csv", b"", "sheet-empty");
}

#[test]
fn an_ods_and_an_xlsx_sheet_come_in_through_the_reader_of_their_own() {
    let program = Program::with_vault();
    let rows = format!(
        "<row r=\"1\">{}{}</row><row r=\"2\">{}{}</row>",
        text_cell("A1", "Fecha"),
        text_cell("B1", "Hechos"),
        text_cell("A2", "3 de mayo de 2014"),
        text_cell("B2", "Golpes")
    );
    std::fs::write(program.folder().join("a.xlsx"), workbook(&rows, &[])).unwrap();
    assert_eq!(program.json(&["import", "a.xlsx"])["imported"], json!(1));
    let content = r#"<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body><office:spreadsheet><table:table table:name="Hoja1"><table:table-row><table:table-cell office:value-type="string"><text:p>Fecha</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Hechos</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell office:value-type="date" office:date-value="2015-06-07"><text:p>07/06/2015</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Amenaza</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#;
    let manifest = r#"<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>"#;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    zip.start_file("mimetype", stored).unwrap();
    zip.write_all(b"application/vnd.oasis.opendocument.spreadsheet").unwrap();
    for (name, text) in [("content.xml", content), ("META-INF/manifest.xml", manifest)] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    std::fs::write(program.folder().join("a.ods"), zip.finish().unwrap().into_inner()).unwrap();
    assert_eq!(program.json(&["import", "a.ods"])["imported"], json!(1));
    let dates = program.json(&["list", "incident", "--sort", "date"]);
    let dates: Vec<&serde_json::Value> =
        dates["items"].as_array().unwrap().iter().map(|item| &item["fields"]["date"]).collect();
    assert_eq!(dates, [&json!("2014-05-03"), &json!("2015-06-07")]);
}

#[test]
fn the_real_list_of_journalists_killed_comes_in_whole() {
    let Some(file) = std::env::var_os("RESGUARDO_CPJ") else {
        println!("not run: RESGUARDO_CPJ names no file");
        return;
    };
    let program = Program::with_vault();
    let told = program.json(&["import", &file.to_string_lossy()]);
    assert_eq!((&told["rows"], &told["imported"]), (&json!(1782), &json!(1782)));
    assert_eq!(program.json(&["list", "incident", "--where", "country=MX"])["total"], json!(89));
    let again = program.json(&["import", &file.to_string_lossy()]);
    assert_eq!((&again["imported"], again["duplicates"].as_array().map(Vec::len)), (&json!(0), Some(1782)));
    assert!(program.json(&["search", "regina martinez"])["total"].as_u64() >= Some(1));
}
