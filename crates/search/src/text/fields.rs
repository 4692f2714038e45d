//! The fields of a document of the index and how their words are cut.

use resguardo_domain::id::RecordId;
use tantivy::schema::document::Value as _;
use tantivy::schema::{
    BytesOptions, FAST, Field, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions,
};
use tantivy::tokenizer::{Token, TokenStream, Tokenizer, TokenizerManager};
use tantivy::{TantivyDocument, Term};

use super::Entry;
use super::gather::halves;
use crate::stem::{Stems, unmarked};
use crate::word::Words;

const WORDS: &str = "words";
const STEMS: &str = "stems";
/// The columns that hold the id in two numbers.
pub(super) const ID_HIGH: &str = "id_high";
/// Its second half.
pub(super) const ID_LOW: &str = "id_low";

/// The fields of a document.
#[derive(Clone, Copy)]
pub(super) struct Fields {
    id: Field,
    id_halves: (Field, Field),
    /// The record's kind.
    pub(super) kind: Field,
    /// The words of the title.
    pub(super) title: Field,
    /// All words, the title's too.
    pub(super) body: Field,
    /// The stems of all words but those that are their own.
    pub(super) stem: Field,
}

impl Fields {
    /// The fields and the schema they belong to.
    pub(super) fn new() -> (Schema, Self) {
        let words = |tokenizer: &str, option: IndexRecordOption| {
            let indexing = TextFieldIndexing::default().set_tokenizer(tokenizer).set_index_option(option);
            TextOptions::default().set_indexing_options(indexing)
        };
        let mut schema = Schema::builder();
        let fields = Self {
            id: schema.add_bytes_field("id", BytesOptions::default().set_indexed().set_stored()),
            id_halves: (schema.add_u64_field(ID_HIGH, FAST), schema.add_u64_field(ID_LOW, FAST)),
            kind: schema.add_text_field("kind", STRING | STORED),
            title: schema.add_text_field("title", words(WORDS, IndexRecordOption::WithFreqsAndPositions)),
            body: schema.add_text_field("body", words(WORDS, IndexRecordOption::WithFreqsAndPositions)),
            stem: schema.add_text_field("stem", words(STEMS, IndexRecordOption::WithFreqs)),
        };
        (schema.build(), fields)
    }

    /// Teaches an index how words are cut.
    pub(super) fn register(tokenizers: &TokenizerManager) {
        tokenizers.register(WORDS, WordTokenizer);
        tokenizers.register(STEMS, StemTokenizer(Stems::new()));
    }

    /// The document of an entry.
    pub(super) fn document(&self, entry: &Entry) -> TantivyDocument {
        let mut document = TantivyDocument::new();
        document.add_bytes(self.id, entry.id.bytes());
        let (high, low) = halves(entry.id);
        document.add_u64(self.id_halves.0, high);
        document.add_u64(self.id_halves.1, low);
        document.add_text(self.kind, &entry.kind);
        document.add_text(self.title, &entry.title);
        for text in std::iter::once(&entry.title).chain(&entry.texts) {
            document.add_text(self.body, text);
            document.add_text(self.stem, text);
        }
        document
    }

    /// The record a document stands for and its kind.
    pub(super) fn record(&self, document: &TantivyDocument) -> (RecordId, String) {
        let id = document.get_first(self.id).and_then(|value| value.as_bytes()).and_then(|id| id.try_into().ok());
        let kind = document.get_first(self.kind).and_then(|value| value.as_str());
        (RecordId::new(id.unwrap_or_default()), kind.unwrap_or_default().to_owned())
    }

    /// What a record's document is found by.
    pub(super) fn id_term(&self, id: RecordId) -> Term {
        Term::from_field_bytes(self.id, id.bytes())
    }
}

#[derive(Clone)]
struct WordTokenizer;

struct WordStream<'a> {
    words: Words<'a>,
    token: Token,
}

impl Tokenizer for WordTokenizer {
    type TokenStream<'a> = WordStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> WordStream<'a> {
        WordStream { words: Words::of(text), token: Token::default() }
    }
}

impl TokenStream for WordStream<'_> {
    fn advance(&mut self) -> bool {
        let Some(range) = self.words.next_into(&mut self.token.text) else { return false };
        self.token.position = self.token.position.wrapping_add(1);
        (self.token.offset_from, self.token.offset_to) = (range.start, range.end);
        true
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}

#[derive(Clone)]
struct StemTokenizer(Stems);

/// Each word gives its Spanish and its English stem as tokens, where they differ from the word itself.
struct StemStream<'a> {
    words: Words<'a>,
    stems: &'a mut Stems,
    word: String,
    /// The English stem while it is still to come.
    english: String,
    token: Token,
}

impl Tokenizer for StemTokenizer {
    type TokenStream<'a> = StemStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> StemStream<'a> {
        let words = Words::of(text);
        StemStream { words, stems: &mut self.0, word: String::new(), english: String::new(), token: Token::default() }
    }
}

impl TokenStream for StemStream<'_> {
    fn advance(&mut self) -> bool {
        self.token.text.clear();
        std::mem::swap(&mut self.token.text, &mut self.english);
        while self.token.text.is_empty() && self.words.next_into(&mut self.word).is_some() {
            let Some([spanish, english]) = self.stems.of(&self.word) else { continue };
            if unmarked(english) != self.word {
                self.english.push_str(english);
            }
            if unmarked(spanish) != self.word {
                self.token.text.push_str(spanish);
            } else {
                std::mem::swap(&mut self.token.text, &mut self.english);
            }
        }
        self.token.position = self.token.position.wrapping_add(1);
        !self.token.text.is_empty()
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}
