//! What is said to be wrong with the Mechanism and still stands, beside the figures.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::NaiveDate;
use resguardo_domain::operation::Status;
use resguardo_domain::value::Value;
use resguardo_language::Args;
use resguardo_mechanism::indicator::earliest;
use resguardo_vault::{Row, Snapshot};
use serde::Serialize;

use super::gathered::Counted;
use crate::folio;
use crate::session::Session;

/// How many things are told, each in the words of one voice.
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
    /// The indicators it bears on, and how many others say so.
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
        let is_open = |row: &&Row<'_>| !is(row, "status", "resolved");
        let all: Vec<Row<'_>> = snapshot
            .rows_of("concern")
            .filter(|row| row.status() == Status::InUse && counted.has(row) && raised(row))
            .collect();
        let open: Vec<&Row<'_>> = all.iter().filter(is_open).collect();
        let mut topics: BTreeMap<String, Vec<&Row<'_>>> = BTreeMap::new();
        for row in &open {
            topics.entry(cells.text(row, "topic")).or_default().push(row);
        }
        // What more of them say stands first; of one thing, what is quoted.
        let mut topics: Vec<(String, Vec<&Row<'_>>)> = topics.into_iter().collect();
        topics.sort_by_key(|(_, rows)| (!rows.iter().any(|row| is(row, "status", "worse")), Reverse(rows.len())));
        let one = |(topic, mut rows): (String, Vec<&Row<'_>>)| {
            rows.sort_by_key(|row| (text(row, "quote").is_empty(), folio::of(&self.schema, row)));
            let row = rows.first()?;
            let shown = |field: &str| cells.text(row, field);
            let holder = [shown("holder"), shown("holder_text"), shown("stance")];
            let quote = text(row, "quote");
            let others = u64::try_from(rows.len().saturating_sub(1)).ok().filter(|others| *others > 0);
            let others = others.map(|count| words.say("concerns-voices", &Args::new().count("count", count)));
            let under = [Some(shown("indicators")), others].into_iter().flatten().filter(|part| !part.is_empty());
            Some(OneConcern {
                id: row.id().to_string(),
                topic,
                holder: holder.into_iter().find(|name| !name.is_empty()).unwrap_or_default(),
                quote: if quote.is_empty() { shown("text") } else { quote },
                under: under.collect::<Vec<_>>().join(" · "),
            })
        };
        let items: Vec<OneConcern> = topics.into_iter().take(MOST).filter_map(one).collect();
        let more = u64::try_from(open.len().saturating_sub(items.len())).unwrap_or_default();
        let (over, under) = (open.len().to_string(), all.len().to_string());
        Concerns {
            count: words.say("indicators-of", &Args::new().text("over", over).text("under", under)),
            items,
            more: if more == 0 {
                String::new()
            } else {
                words.say("indicators-more", &Args::new().count("count", more))
            },
        }
    }
}

fn is(row: &Row<'_>, field: &str, term: &str) -> bool {
    row.values(field).iter().any(|value| matches!(value, Value::Choice(known) if known == term))
}

fn text(row: &Row<'_>, field: &str) -> String {
    row.values(field).iter().flat_map(Value::words).next().unwrap_or_default().to_owned()
}
