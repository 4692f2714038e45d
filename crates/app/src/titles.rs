//! What a record is called: the values of the fields its kind names for the title, in the reader's language.

use resguardo_domain::catalogue::{Catalogues, Lang};
use resguardo_domain::id::RecordId;
use resguardo_domain::schema::{Field, Schema};
use resguardo_domain::value::Value;
use resguardo_language::{Language, Words};
use resguardo_vault::{Row, Snapshot};

use crate::error::AppError;
use crate::session::Session;

/// Names records of one snapshot.
pub(crate) struct Titles<'a> {
    pub(crate) schema: &'a Schema,
    pub(crate) catalogues: &'a Catalogues,
    pub(crate) snapshot: &'a Snapshot,
    pub(crate) lang: Lang,
}

/// A title that points to a record that points back would never end.
const MOST_STEPS: u8 = 2;

impl Titles<'_> {
    /// The title of a record; its kind's label when nothing of the title is recorded.
    pub(crate) fn of(&self, row: Row<'_>) -> String {
        self.title(row, MOST_STEPS)
    }

    /// What a term is called where there is little room: *Veracruz*.
    pub(crate) fn short(&self, field: &Field, term: &str) -> Option<String> {
        let term = self.catalogues.get(field.catalogue.as_deref()?)?.term(term)?;
        let own = term.text(&format!("short_{}", self.lang.id()));
        let same = || term.text("short_es").filter(|_| term.label.es == term.label.en);
        own.or_else(same).map(str::to_owned)
    }

    /// The title of the record with this id.
    pub(crate) fn by_id(&self, id: RecordId) -> Option<String> {
        self.snapshot.row(id).map(|row| self.of(row))
    }

    fn title(&self, row: Row<'_>, steps: u8) -> String {
        let Some(kind) = self.schema.kind(row.kind()) else { return String::new() };
        let mut parts = Vec::new();
        for field in kind.title.iter().filter_map(|id| kind.field(id)) {
            let values = self.in_language(row, field);
            let words: Vec<String> =
                values.iter().filter_map(|value| self.words(field, value, steps)).take(3).collect();
            if !words.is_empty() {
                parts.push(words.join(", "));
            }
        }
        if parts.is_empty() { kind.label.get(self.lang).to_owned() } else { parts.join(" · ") }
    }

    /// The values of a field; where the record has it in the reader's language too (`title` and `title_en`), those.
    pub(crate) fn in_language(&self, row: Row<'_>, field: &Field) -> Vec<Value> {
        let own = row.values(&format!("{}_{}", field.id, self.lang.id()));
        if own.is_empty() { row.values(&field.id) } else { own }
    }

    fn said(&self) -> Words {
        Words::new(Language::from(self.lang))
    }

    fn words(&self, field: &Field, value: &Value, steps: u8) -> Option<String> {
        let term = |term: &str| match &field.catalogue {
            Some(catalogue) => {
                self.short(field, term).unwrap_or_else(|| self.catalogues.label(catalogue, term, self.lang).to_owned())
            }
            None => term.to_owned(),
        };
        match value {
            Value::Text(text) | Value::AsWritten(text) => Some(text.clone()),
            Value::LongText(text) => Some(text.chars().take(80).collect()),
            Value::Choice(id) => Some(term(id)),
            Value::Date(date, _) => Some(self.said().date(date, None)),
            Value::Number(number) => Some(self.said().number(number)),
            Value::Money(money) => Some(self.said().money(money)),
            Value::Reference(reference) if steps > 0 => {
                self.snapshot.row(reference.record).map(|row| self.title(row, steps - 1))
            }
            _ => None,
        }
    }
}

impl Session {
    /// What a kind is called.
    #[must_use]
    pub fn kind_label(&self, kind: &str) -> String {
        self.schema.kind(kind).map_or_else(|| kind.to_owned(), |kind| kind.label.get(self.lang).to_owned())
    }

    /// What a field is called.
    #[must_use]
    pub fn field_label(&self, kind: &str, field: &str) -> String {
        let known = self.schema.kind(kind).and_then(|kind| kind.field(field));
        known.map_or_else(|| field.to_owned(), |field| field.label.get(self.lang).to_owned())
    }

    /// A record's fields in words, one line each, in the order of the form.
    ///
    /// # Errors
    /// The record is not there.
    pub fn lines(&self, id: &str) -> Result<Vec<String>, AppError> {
        let words = self.words();
        let snapshot = self.snapshot();
        let row = snapshot.row(snapshot.read_as(self.find(id)?)).ok_or(AppError::NoSuchRecord)?;
        let kind = self.kind(row.kind())?;
        let titles = self.titles(&snapshot);
        let named = |value: &Value| -> Vec<String> {
            let references = value.references().into_iter();
            references.map(|reference| titles.by_id(snapshot.read_as(reference.record)).unwrap_or_default()).collect()
        };
        let mut lines = Vec::new();
        for field in kind.fields() {
            let values = self.values_of(&snapshot, &row, &field.id);
            let told: Vec<String> = values.iter().map(|value| words.value(value, field, &named(value))).collect();
            if !told.is_empty() {
                lines.push(format!("{}: {}", field.label.get(self.lang), told.join("; ")));
            }
        }
        Ok(lines)
    }

    /// What a record is called in the window, where a name may be covered.
    pub(crate) fn called_here(&self, id: RecordId) -> String {
        let snapshot = self.snapshot();
        let row = snapshot.row(snapshot.read_as(id));
        row.map_or_else(String::new, |row| {
            let (folio, title) = (crate::folio::of(&self.schema, &row), self.cells(&snapshot).title(&row));
            if folio == title { folio } else { format!("{folio} · {title}") }
        })
    }

    pub(crate) fn titles<'a>(&'a self, snapshot: &'a Snapshot) -> Titles<'a> {
        Titles { schema: &self.schema, catalogues: &self.catalogues, snapshot, lang: self.lang }
    }
}
