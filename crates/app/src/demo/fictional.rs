//! An invented set: a hundred and fifty applications to the Mechanism from November 2012 to March 2014, with people,
//! incidents, studies, measures, assessments, appeals and sessions. Nobody in it exists.
//!
//! It shows what clocks and indicators do with delays, with hours, with dates known only to the month, with dates nobody
//! knows and with cases still open. It is the same every time.

mod appeals;
mod dice;
mod files;
mod measures;
mod moment;
mod organs;
mod people;
mod promises;
mod seats;

use serde_json::{Map, Value as Json, json};

use super::Entry;
use dice::Dice;

/// The tag that every invented record carries: whoever counts real ones leaves these out.
pub const FICTIONAL: &str = "ficticio";

/// How many applications there are; of each twenty-five, four more people were attacked and never applied.
pub(super) const APPLICATIONS: u32 = 150;

/// All records of a set of so many applications, received evenly over the same sixteen months.
pub(super) fn entries(applications: u32) -> Vec<Entry> {
    let mut dice = Dice::new(20_121_112);
    let mut all = organs::entries(&mut dice);
    all.extend(seats::entries());
    all.extend(promises::entries());
    for number in 1..=applications {
        files::one((number, applications), &mut dice, &mut all);
    }
    for number in 1..=applications * 4 / 25 {
        people::without_application(number, &mut dice, &mut all);
    }
    all
}

/// A record with its mark; values that are null are left out.
fn made(kind: &str, key: &str, values: Json) -> Entry {
    let mut fields = Map::new();
    if let Json::Object(map) = values {
        fields.extend(map.into_iter().filter(|(_, value)| !value.is_null()));
    }
    fields.insert("code".to_owned(), json!(key));
    fields.insert("tags".to_owned(), json!([FICTIONAL]));
    Entry { key: key.to_owned(), kind: kind.to_owned(), fields }
}

/// A link to the record with this key.
fn link(key: &str) -> Json {
    json!({"ref": format!("@{key}")})
}

/// Links to the records with these keys; null when there are none.
fn links(keys: &[String]) -> Json {
    if keys.is_empty() { Json::Null } else { keys.iter().map(|key| link(key)).collect() }
}

#[cfg(test)]
mod tests;
