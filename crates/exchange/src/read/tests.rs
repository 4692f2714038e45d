use std::io::Write as _;

use zip::write::SimpleFileOptions;

use super::*;

const LIMITS: Limits = Limits::IMPORT;

fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn xlsx(sheet: &str, workbook_properties: &str) -> Vec<u8> {
    let workbook = format!(
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">{workbook_properties}<sheets><sheet name="Hoja1" sheetId="1" r:id="rId1"/></sheets></workbook>"#
    );
    let relations = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
    let styles = r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="mmm-yy"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>"#;
    let sheet = format!(
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{sheet}</sheetData></worksheet>"
    );
    let root = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    package(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.xml", workbook.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"Hoja1\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    package(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content.as_bytes())])
}

fn read(bytes: &[u8]) -> Result<Workbook, Error> {
    spreadsheet(bytes, format::detect(bytes, &LIMITS)?, &LIMITS)
}

fn texts(workbook: &Workbook) -> Vec<Vec<&str>> {
    workbook.sheets[0].rows.iter().map(|row| row.iter().map(|cell| cell.text.as_str()).collect()).collect()
}

#[test]
fn u17_a_table_of_text_is_read_in_every_usual_encoding_and_separator() {
    let table = "Año;Estado\n2014;Michoacán\n2015;Nuevo León\n";
    let latin: Vec<u8> = encoding_rs::WINDOWS_1252.encode(table).0.into_owned();
    let wide: Vec<u8> = table.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = [0xfe, 0xff].into_iter().chain(table.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    let marked: Vec<u8> = [0xef, 0xbb, 0xbf].into_iter().chain(table.bytes()).collect();
    for (bytes, encoding) in [
        (table.as_bytes().to_vec(), "UTF-8"),
        (marked, "UTF-8"),
        (latin, "windows-1252"),
        (wide, "UTF-16LE"),
        (big, "UTF-16BE"),
    ] {
        let table = delimited::read(&bytes, &LIMITS).unwrap();
        assert_eq!((table.encoding, table.separator), (encoding, ';'));
        assert_eq!(table.sheet.rows[1][1].text, "Michoacán", "{encoding}");
    }
    for (text, separator) in [("a,b\n1,2\n", ','), ("a\tb\n1\t2\n", '\t'), ("a|b\n1|2\n", '|'), ("sep=;\na;b\n", ';')] {
        assert_eq!(delimited::read(text.as_bytes(), &LIMITS).unwrap().separator, separator, "{text}");
    }
}

#[test]
fn rows_have_the_numbers_of_a_spreadsheet() {
    for text in ["a,b\n\n\"1\n2\",3\n4,5\n", "a,b\r\n\r\n\"1\r\n2\",3\r\n4,5\r\n", "a,b\r\r\"1\r2\",3\r4,5"] {
        let table = delimited::read(text.as_bytes(), &LIMITS).unwrap();
        assert_eq!(table.sheet.rows.len(), 4, "{text:?}");
        assert_eq!(table.sheet.rows[2][0].text, "1\n2");
        assert_eq!(table.sheet.rows[3][1].text, "5");
    }
}

#[test]
fn g06_what_a_table_of_text_cannot_be_is_an_error_that_names_the_row() {
    let long = format!("a,b\n1,{}\n", "x".repeat(LIMITS.cell_bytes + 1));
    let wide = format!("a,b\n{}1\n", ",".repeat(LIMITS.columns));
    for (bytes, expected) in [
        (b"".to_vec(), Error::Empty),
        (b"\n\n".to_vec(), Error::Empty),
        (long.into_bytes(), Error::CellTooLong { row: 2, column: 2, limit: LIMITS.cell_bytes }),
        (wide.into_bytes(), Error::TooManyColumns { row: 2, limit: LIMITS.columns }),
        (b"a,b\n1,2\n3,\"4\n5,6\n7,8\n".to_vec(), Error::UnclosedQuote { row: 3 }),
        (vec![b'x'; LIMITS.file_bytes + 1], Error::FileTooLarge { limit: LIMITS.file_bytes }),
        ("x\n".repeat(LIMITS.rows + 1).into_bytes(), Error::TooManyRows { limit: LIMITS.rows }),
    ] {
        assert_eq!(delimited::read(&bytes, &LIMITS).unwrap_err(), expected);
    }
    let zero = delimited::read(b"a,b\n1\0,\x1b[2J\n", &LIMITS).unwrap();
    assert_eq!(zero.sheet.rows[1][0].text, "1\u{fffd}");
    assert_eq!(zero.sheet.rows[1][1].text, "\u{fffd}[2J");
}

#[test]
fn a_file_that_is_no_table_is_told_by_its_first_bytes() {
    let compound = [&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1][..], &[0; 64]].concat();
    let protected = [&compound[..], b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"].concat();
    for (bytes, expected) in [
        (compound, Err(Error::OldExcel)),
        (protected, Err(Error::Protected)),
        (b"%PDF-1.7".to_vec(), Err(Error::NotATable)),
        (b"<html>".to_vec(), Err(Error::NotATable)),
        (package(&[("word/document.xml", b"")]), Err(Error::NotATable)),
        (b"PK\x03\x04 cut".to_vec(), Err(Error::Damaged)),
        (xlsx("", ""), Ok(Format::Xlsx)),
        (ods(""), Ok(Format::Ods)),
        (b"a,b".to_vec(), Ok(Format::Text)),
    ] {
        assert_eq!(format::detect(&bytes, &LIMITS), expected);
    }
}

#[test]
fn g07_a_formula_is_the_value_last_computed() {
    let book = xlsx(
        r#"<row r="1"><c r="A1" t="str"><f>HYPERLINK("http://x","y")</f><v>y</v></c><c r="B1"><f>1+1</f><v>2</v></c><c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>"#,
        "",
    );
    let book = read(&book).unwrap();
    assert_eq!(texts(&book), [["y", "2", "#DIV/0!"]]);
    assert_eq!(book.sheets[0].rows[0][2].kind, CellKind::Failed);
}

#[test]
fn u17_dates_of_1900_and_1904_are_the_days_that_were_typed() {
    let cells = |serial: u32| {
        format!(
            r#"<row r="2"><c r="A2" s="1"><v>{serial}</v></c><c r="B2" s="2"><v>{serial}</v></c><c r="C2"><v>12.5</v></c></row>"#
        )
    };
    for (book, expected) in [
        (xlsx(&cells(41762), ""), ["2014-05-03", "2014-05", "12.5"]),
        (xlsx(&cells(40300), r#"<workbookPr date1904="1"/>"#), ["2014-05-03", "2014-05", "12.5"]),
    ] {
        let book = read(&book).unwrap();
        assert_eq!(texts(&book), [vec![], expected.to_vec()]);
    }
}

#[test]
fn g01_a_cell_far_away_takes_no_room() {
    let far =
        xlsx(r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#, "");
    assert_eq!(read(&far).unwrap_err(), Error::TooManyRows { limit: LIMITS.rows });
}

#[test]
fn g01_a_package_that_inflates_without_end_is_refused() {
    let zeros = vec![b' '; 1 << 20];
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("xl/workbook.xml", SimpleFileOptions::default()).unwrap();
    for _ in 0..300 {
        zip.write_all(&zeros).unwrap();
    }
    let bomb = zip.finish().unwrap().into_inner();
    assert!(bomb.len() < 1 << 20);
    let limit = LIMITS.inflated(bomb.len());
    assert_eq!(read(&bomb).unwrap_err(), Error::Inflates { limit });
}

#[test]
fn g01_a_package_in_a_package_or_of_too_many_parts_is_refused() {
    let inner = package(&[("a", b"b")]);
    assert_eq!(
        read(&package(&[("xl/workbook.xml", b"<workbook/>"), ("xl/other", &inner)])).unwrap_err(),
        Error::Nested
    );
    let few = Limits { entries: 2, ..LIMITS };
    assert_eq!(format::detect(&xlsx("", ""), &few).unwrap_err(), Error::TooManyEntries { limit: 2 });
}

#[test]
fn g02_a_document_type_is_refused() {
    let plain = r#"<!DOCTYPE x [<!ENTITY a "b">]><workbook/>"#;
    let wide: Vec<u8> = plain.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for content in [plain.as_bytes(), &wide] {
        assert_eq!(read(&package(&[("xl/workbook.xml", content)])).unwrap_err(), Error::DocumentType);
    }
}

#[test]
fn an_ods_sheet_gives_what_a_person_sees() {
    let book = ods(concat!(
        "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell table:number-columns-repeated=\"1024\"/></table:table-row>",
        "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>Uno<text:s text:c=\"2\"/>&amp; dos</text:p><text:p>tres</text:p><office:annotation><text:p>nota</text:p></office:annotation></table:table-cell>",
        "<table:covered-table-cell/><table:table-cell office:value-type=\"date\" office:date-value=\"2014-05-03\"><text:p>03/05/14</text:p></table:table-cell>",
        "<table:table-cell office:value-type=\"date\" office:date-value=\"2014-05-01\"><text:p>may-14</text:p></table:table-cell>",
        "<table:table-cell office:value-type=\"float\" office:value=\"12\" table:number-columns-repeated=\"2\"><text:p>12.00</text:p></table:table-cell></table:table-row>",
        "<table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>",
    ));
    let book = read(&book).unwrap();
    assert_eq!(texts(&book), [vec![], vec![], vec!["Uno  & dos\ntres", "", "2014-05-03", "2014-05", "12", "12"]]);
}

#[test]
fn g01_an_ods_row_that_says_it_stands_a_million_times_is_refused() {
    let row = "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell office:value-type=\"float\" office:value=\"1\" table:number-columns-repeated=\"16384\"/></table:table-row>";
    assert_eq!(read(&ods(row)).unwrap_err(), Error::TooManyColumns { row: 1, limit: LIMITS.columns });
    let row = row.replace("16384", "1000");
    assert_eq!(read(&ods(&row)).unwrap_err(), Error::TooManyCells { limit: LIMITS.cells });
}

#[test]
fn a_workbook_survives_the_way_from_its_reader() {
    let book = read(&ods(
        "<table:table-row><table:table-cell office:value-type=\"date\" office:date-value=\"2014-05-03\"/></table:table-row>",
    ));
    let book = book.unwrap();
    let bytes = wire::encode(&book).unwrap();
    assert_eq!(wire::decode(&bytes, &LIMITS).unwrap(), book);
    for end in 0..bytes.len() {
        assert_eq!(wire::decode(&bytes[..end], &LIMITS).unwrap_err(), Error::Wire);
    }
    let mut lying = bytes.clone();
    lying[4..8].copy_from_slice(&u32::MAX.to_le_bytes());
    assert_eq!(wire::decode(&lying, &LIMITS).unwrap_err(), Error::Wire);
}
