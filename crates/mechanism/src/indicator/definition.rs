//! What each indicator means: `assets/indicators/indicators.json`.

use std::sync::OnceLock;

use resguardo_domain::catalogue::Lang;
use serde::Deserialize;

const BUILTIN: &str = include_str!("../../../../assets/indicators/indicators.json");

/// The definition of one indicator.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Definition {
    /// Its id, `I01` to `I50`.
    pub id: String,
    /// Its name for programs.
    pub key: String,
    /// What it is about: access, time, measures, staff, organs, money, coordination, justice, aggression, dissemination,
    /// prevention.
    pub family: String,
    /// What the value counts: percent (a fraction of one), count, days, ratio, `per_100_months`.
    pub unit: String,
    /// Its name in Spanish.
    pub es: String,
    /// Its name in English.
    pub en: String,
    /// How it is computed.
    pub formula: String,
    /// What it is computed from.
    pub needs: String,
    /// A share of fewer is not computed.
    pub min_denominator: Option<i64>,
    /// What it may be taken apart by.
    pub disaggregations: String,
    /// What its reader must know.
    pub caveat: Option<String>,
    /// A sentence of the source page that it supports.
    pub statement: Option<String>,
    /// How published figures answer it.
    pub official: Option<Official>,
}

impl Definition {
    /// Its name.
    #[must_use]
    pub fn label(&self, lang: Lang) -> &str {
        match lang {
            Lang::Es => &self.es,
            Lang::En => &self.en,
        }
    }
}

/// How published figures answer an indicator; each name is a `metric` of published figures.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Official {
    /// The first against the second.
    Share(String, String),
    /// The first less the second.
    Difference(String, String),
    /// One less the first against the second.
    Impunity(String, String),
    /// The figure against the whole it names itself.
    Of(String),
    /// The figure for each month of its period.
    PerMonth(String),
    /// A length of time against the legal limit it names itself.
    TimesLimit(String),
    /// The figures themselves.
    Value(Vec<String>),
}

/// Every definition.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Definitions(Vec<Definition>);

impl Definitions {
    /// Those that ship with the program; empty where the file does not read, which a test forbids.
    #[must_use]
    pub fn builtin() -> &'static Self {
        static READ: OnceLock<Definitions> = OnceLock::new();
        READ.get_or_init(|| Self::read(BUILTIN).unwrap_or(Self(Vec::new())))
    }

    /// Reads definitions.
    ///
    /// # Errors
    /// No JSON, or not of this form.
    pub fn read(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }

    /// One of them.
    #[must_use]
    pub fn of(&self, id: &str) -> Option<&Definition> {
        self.0.iter().find(|definition| definition.id == id)
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Definition> {
        self.0.iter()
    }
}
