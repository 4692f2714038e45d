//! How the figures came about, written by the program.

use super::Template;
use crate::document::{Block, Line};

/// The message of a missing row and the one that says what it means.
const MISSING: [(&str, &str); 5] = [
    ("value-unknown", "incidents-means-unknown"),
    ("value-not-asked", "incidents-means-not-asked"),
    ("value-withheld", "incidents-means-withheld"),
    ("value-not-recorded", "incidents-means-not-recorded"),
    ("incidents-missing-unclassified", "incidents-means-unclassified"),
];

impl Template<'_> {
    pub(super) fn method(&self) -> Vec<Block> {
        let meaning = |(label, text): (&str, &str)| Line { label: self.text(label), text: self.text(text) };
        vec![
            Block::Heading(1, self.text("incidents-method")),
            Block::Paragraph(self.text("incidents-method-units")),
            Block::Paragraph(self.text("incidents-method-alleged")),
            Block::Paragraph(self.text("incidents-method-own")),
            Block::Heading(2, self.text("incidents-method-missing")),
            Block::Definitions(MISSING.map(meaning).into()),
        ]
    }
}
