//! What is said to be wrong with the Mechanism and still stands, beside the figures.

use chrono::NaiveDate;
use resguardo_domain::operation::Status;
use resguardo_domain::value::Value;
use resguardo_language::Args;
use resguardo_mechanism::indicator::earliest;
use resguardo_vault::{Row, Snapshot};
use serde::Serialize;

use super::gathered::Counted;
use crate::session::Session;

/// How many are told in full.
const MOST: usize = 5;

/// One concern.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct OneConcern {
    /// Its record.
    pub id: String,
    /// What it is about.
    pub topic: String,
    /// Who holds it.
    pub holder: String,
    /// In whose words; its own text where nobody is quoted.
    pub quote: String,
    /// The indicators it bears on.
    pub under: String,
}

/// The concerns that still stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct Concerns {
    /// How many stand, of how many: «32 de 33».
    pub count: String,
    /// The first of them.
    pub items: Vec<OneConcern>,
    /// How many more there are, in words; empty where none.
    pub more: String,
}

impl Session {
    /// The concerns that were raised by a day and are not resolved.
    pub(super) fn concerns(&self, snapshot: &Snapshot, counted: &Counted, day: NaiveDate) -> Concerns {
        let words = self.words();
        let cells = self.cells(snapshot);
        let raised = |row: &Row<'_>| match row.values("as_of").first() {
            Some(Value::Date(date, _)) => earliest(date) <= day,
            _ => true,
        };
        let is_open = |row: &&Row<'_>| text(row, "status") != "resolved";
        let all: Vec<Row<'_>> = snapshot
            .rows_of("concern")
            .filter(|row| row.status() == Status::InUse && counted.has(row) && raised(row))
            .collect();
        let mut open: Vec<&Row<'_>> = all.iter().filter(is_open).collect();
        open.sort_by_key(|row| (text(row, "indicators").is_empty(), row.id()));
        let one = |row: &&Row<'_>| {
            let shown = |field: &str| cells.text(row, field);
            let holder = [shown("holder"), shown("holder_text"), shown("stance")];
            let quote = text(row, "quote");
            OneConcern {
                id: row.id().to_string(),
                topic: shown("topic"),
                holder: holder.into_iter().find(|name| !name.is_empty()).unwrap_or_default(),
                quote: if quote.is_empty() { shown("text") } else { quote },
                under: shown("indicators"),
            }
        };
        let more = u64::try_from(open.len().saturating_sub(MOST)).unwrap_or_default();
        let (over, under) = (open.len().to_string(), all.len().to_string());
        Concerns {
            count: words.say("indicators-of", &Args::new().text("over", over).text("under", under)),
            items: open.iter().take(MOST).map(one).collect(),
            more: if more == 0 {
                String::new()
            } else {
                words.say("indicators-more", &Args::new().count("count", more))
            },
        }
    }
}

fn text(row: &Row<'_>, field: &str) -> String {
    row.values(field).iter().flat_map(Value::words).next().unwrap_or_default().to_owned()
}
