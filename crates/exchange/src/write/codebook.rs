//! The codebook: what each column means, its unit and terms, and how what is missing is written.

use resguardo_domain::catalogue::Lang;
use resguardo_domain::schema::{Field, FieldType};

use super::{Column, List, cell, word};

/// One line of a codebook.
pub(super) struct Entry {
    pub(super) column: String,
    pub(super) field: String,
    pub(super) meaning: String,
    pub(super) kind: String,
    pub(super) terms: Vec<(String, String)>,
    pub(super) missing: String,
}

/// The headings of a codebook.
pub(super) const fn headings(lang: Lang) -> [&'static str; 6] {
    match lang {
        Lang::Es => ["Columna", "Campo", "Qué significa", "Tipo y unidad", "Términos", "Lo que falta"],
        Lang::En => ["Column", "Field", "Meaning", "Type and unit", "Terms", "What is missing"],
    }
}

impl Entry {
    /// The line as cells; terms as `id = label`.
    pub(super) fn cells(&self) -> [String; 6] {
        let terms = self.terms.iter().map(|(id, label)| format!("{id} = {label}")).collect::<Vec<_>>().join("\n");
        let (column, field, meaning) = (self.column.clone(), self.field.clone(), self.meaning.clone());
        [column, field, meaning, self.kind.clone(), terms, self.missing.clone()]
    }
}

/// The codebook of a list's columns.
pub(super) fn entries(list: &List<'_>, columns: &[Column<'_>]) -> Vec<Entry> {
    let lang = list.lang;
    let [unknown, not_asked, withheld] = cell::non_answers(lang);
    let missing = match lang {
        Lang::Es => {
            format!("vacío: sin registro; «{unknown}», «{not_asked}», «{withheld}»; otra palabra: sin clasificar")
        }
        Lang::En => {
            format!("empty: not recorded; “{unknown}”, “{not_asked}”, “{withheld}”; another word: not classified")
        }
    };
    let own = Entry {
        column: list.id_heading().to_owned(),
        field: "id".to_owned(),
        meaning: word(
            lang,
            "El registro; en una divulgación sin identidades, una clave que solo vale en este archivo",
            "The record; without identities a code that holds in this file only",
        )
        .to_owned(),
        kind: word(lang, "texto", "text").to_owned(),
        terms: Vec::new(),
        missing: String::new(),
    };
    let of = |column: &Column<'_>| Entry {
        column: column.heading.clone(),
        field: column.field.id.clone(),
        meaning: column.field.help.as_ref().map(|help| help.get(lang).to_owned()).unwrap_or_default(),
        kind: type_words(column.field, lang),
        terms: terms(list, column),
        missing: missing.clone(),
    };
    std::iter::once(own).chain(columns.iter().map(of)).collect()
}

/// The terms that stand in the column, so that a list of two hundred countries does not bury the two that matter.
fn terms(list: &List<'_>, column: &Column<'_>) -> Vec<(String, String)> {
    let Some(catalogue) = column.field.catalogue.as_deref().and_then(|id| list.catalogues.get(id)) else {
        return Vec::new();
    };
    let cells = list.rows.get().iter().flat_map(|row| row.cells.get(&column.field.id).into_iter().flatten());
    let used: std::collections::BTreeSet<&str> = cells.filter_map(|cell| term_of(&cell.value)).collect();
    let known = catalogue.terms().iter().filter(|term| used.contains(term.id.as_str()));
    known.map(|term| (term.id.clone(), term.label.get(list.lang).to_owned())).collect()
}

fn term_of(value: &resguardo_domain::value::Value) -> Option<&str> {
    use resguardo_domain::value::Value;
    match value {
        Value::Choice(id) => Some(id),
        Value::Act(act) => term_of(&act.aggression),
        _ => None,
    }
}

fn type_words(field: &Field, lang: Lang) -> String {
    let (es, en) = match field.kind {
        FieldType::Text => ("texto", "text"),
        FieldType::LongText => ("texto largo", "long text"),
        FieldType::Choice => ("término de una lista", "term of a list"),
        FieldType::Date => (
            "fecha, EDTF: 2014, 2014-05, 2014-05-03; ~ hacia, ? dudosa, / intervalo",
            "date, EDTF: 2014, 2014-05, 2014-05-03; ~ about, ? uncertain, / interval",
        ),
        FieldType::Number => ("número; ~ hacia, >= al menos, <= a lo más", "number; ~ about, >= at least, <= at most"),
        FieldType::Duration => (
            "duración: min, h, d (naturales), wd (hábiles), mo (meses)",
            "length of time: min, h, d (calendar), wd (working), mo (months)",
        ),
        FieldType::Money => ("dinero, con su moneda ISO 4217", "money, with its ISO 4217 currency"),
        FieldType::Place => ("lugar", "place"),
        FieldType::Reference => ("otro registro", "another record"),
        FieldType::Attachment => ("archivo", "file"),
        FieldType::Answer => ("sí, no, en parte", "yes, no, partly"),
        FieldType::Act => {
            ("acto: tipo (víctimas; presuntos responsables)", "act: type (victims; alleged perpetrators)")
        }
        FieldType::Step => ("paso con fecha", "dated step"),
    };
    let several =
        if field.several { word(lang, "; varios separados por «;»", "; several parted by “;”") } else { "" };
    format!("{}{several}", word(lang, es, en))
}
