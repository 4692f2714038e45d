//! What is open, as it is handed to whoever goes on with it.
//!
//! What the law, the schema or the calendar says of a matter names nobody and stands at every level that hands over: its
//! code, its kind, its stage and article, its day. What a person wrote, and who it is about, stands where the level of the
//! document allows: [`Handover::disclosed`] is the only way out.

use chrono::NaiveDate;
use serde::Serialize;

use crate::disclosure::{Disclosed, veiled};
use crate::schema::{DisclosureLevel, Schema};

/// Everything that is open, of one case or of a whole desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Handover {
    /// How much it tells.
    pub disclosure: DisclosureLevel,
    /// The day it is read by.
    pub as_of: NaiveDate,
    /// The day it was made.
    pub made_on: NaiveDate,
    /// Who made it.
    pub organisation: Option<String>,
    /// The record it is of; none: the whole desk.
    pub of: Option<Party>,
    /// Who goes on.
    pub receives: Option<String>,
    /// Who leaves it.
    pub hands_over: Option<String>,
    /// What is open, by what it is.
    pub parts: Vec<Part>,
    /// What it does not hold.
    pub outside: Outside,
}

/// Matters of one sort.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Part {
    /// Its id: `calls`, `clocks`, `steps`, `promises`, `reviews`, `consents`, `incomplete`, `contacts`.
    pub id: &'static str,
    /// How many there are, also those not listed.
    pub count: usize,
    /// Those listed, most pressing first.
    pub matters: Vec<Matter>,
}

/// One thing that is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Matter {
    /// The record it is of.
    pub record: Party,
    /// The id of its kind.
    pub kind: String,
    /// What its kind is called.
    pub kind_label: String,
    /// What is to be done, in the words of the law or of the schema.
    pub what: String,
    /// The article, where a law asks for it.
    pub article: Option<String>,
    /// Who owes it, where a law says so.
    pub owed_by: Option<String>,
    /// Its last day, EDTF.
    pub due: Option<String>,
    /// Where it stands, in words.
    pub standing: String,
    /// Whether its day has passed.
    pub late: bool,
    /// Who and what it is about.
    pub about: Vec<Party>,
    /// What a person wrote of it.
    pub said: Vec<Said>,
}

/// A record somebody must be able to find.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Party {
    /// What finds it in the archive and names nobody.
    pub code: String,
    /// What it is called; none below full.
    pub name: Option<String>,
}

/// What a person wrote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Said {
    /// The field it stands in; none where no field holds it.
    pub field: Option<String>,
    /// What the field is called.
    pub label: String,
    /// What stands in it.
    pub text: String,
}

/// What a handover does not hold, counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Outside {
    /// Open clocks of the institution itself.
    pub institution_clocks: usize,
    /// Open clocks of applications that ended.
    pub ended_clocks: usize,
}

impl Handover {
    /// What a reader of its level sees of it.
    #[must_use]
    pub fn disclosed(mut self, schema: &Schema) -> Disclosed<Self> {
        if self.disclosure == DisclosureLevel::Full {
            return veiled(self);
        }
        let level = self.disclosure;
        let matters = self.parts.iter_mut().flat_map(|part| &mut part.matters);
        for matter in matters {
            let kind = schema.kind(&matter.kind);
            let is_shown = |said: &Said| {
                let field = said.field.as_deref().and_then(|field| kind?.field(field));
                field.is_some_and(|field| field.shown_at(level))
            };
            matter.said.retain(is_shown);
            for party in std::iter::once(&mut matter.record).chain(&mut matter.about) {
                party.name = None;
            }
        }
        if let Some(of) = &mut self.of {
            of.name = None;
        }
        veiled(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn handover(disclosure: DisclosureLevel) -> Handover {
        let party = |code: &str, name: &str| Party { code: code.to_owned(), name: Some(name.to_owned()) };
        let said = |field: Option<&str>, text: &str| Said {
            field: field.map(str::to_owned),
            label: "Paso".to_owned(),
            text: text.to_owned(),
        };
        let day = NaiveDate::from_ymd_opt(2014, 3, 14).unwrap();
        let matter = Matter {
            record: party("C-9f3c71", "Caso de Lucía Sánchez"),
            kind: "case".to_owned(),
            kind_label: "Caso".to_owned(),
            what: "Siguiente paso".to_owned(),
            article: None,
            owed_by: None,
            due: Some("2014-03-15".to_owned()),
            standing: "vence mañana".to_owned(),
            late: false,
            about: vec![party("P-11aa22", "Lucía Sánchez")],
            said: vec![
                said(Some("next_step"), "Llamar a Lucía"),
                said(None, "Medida de Lucía"),
                said(Some("public_summary"), "Resumen público"),
            ],
        };
        Handover {
            disclosure,
            as_of: day,
            made_on: day,
            organisation: Some("Casa Ahuehuete".to_owned()),
            of: Some(party("C-9f3c71", "Caso de Lucía Sánchez")),
            receives: Some("Marcos".to_owned()),
            hands_over: None,
            parts: vec![Part { id: "steps", count: 1, matters: vec![matter] }],
            outside: Outside::default(),
        }
    }

    #[test]
    fn below_full_a_handover_keeps_codes_and_days_and_no_name_and_no_words_but_public_ones() {
        let told = handover(DisclosureLevel::NoIdentities).disclosed(Schema::builtin());
        let json = serde_json::to_string(told.get()).unwrap();
        for kept in ["C-9f3c71", "P-11aa22", "2014-03-15", "Siguiente paso", "Resumen público", "Marcos"] {
            assert!(json.contains(kept), "{kept} in {json}");
        }
        assert!(!json.contains("Luc"), "{json}");
        let full = handover(DisclosureLevel::Full);
        assert_eq!(full.clone().disclosed(Schema::builtin()).get(), &full);
    }
}
