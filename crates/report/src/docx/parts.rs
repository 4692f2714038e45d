//! What the crate that writes DOCX leaves out, put into its finished parts.

use docx_rs::XMLDocx;

use crate::document::Document;

/// Marks head rows, names the language of the text, and gives the file its title.
pub(super) fn complete(mut parts: XMLDocx, document: &Document) -> XMLDocx {
    let tag = document.language.tag();
    parts.document = replaced(&parts.document, "<w:cantSplit />", "<w:cantSplit /><w:tblHeader />");
    let language = format!(r#"<w:lang w:val="{tag}" /></w:rPr></w:rPrDefault>"#);
    parts.styles = replaced(&parts.styles, "</w:rPr></w:rPrDefault>", &language);
    parts.doc_props.core = core(document.title.as_str(), tag).into_bytes();
    parts
}

/// ECMA-376 part 2 §11: title and language, and nothing that says who or when.
fn core(title: &str, tag: &str) -> String {
    format!(
        concat!(
            r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
            r#"<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" "#,
            r#"xmlns:dc="http://purl.org/dc/elements/1.1/">"#,
            "<dc:title>{}</dc:title><dc:language>{}</dc:language></cp:coreProperties>",
        ),
        escaped(title),
        tag
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Markup that a text can never hold, replaced everywhere: texts are escaped by then.
fn replaced(part: &[u8], from: &str, to: &str) -> Vec<u8> {
    String::from_utf8_lossy(part).replace(from, to).into_bytes()
}
