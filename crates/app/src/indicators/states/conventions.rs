//! Conventions and points of contact, entity by entity.

use std::collections::BTreeMap;

use chrono::{Months, NaiveDate};
use resguardo_domain::value::{Answer, PartialDate, Value};
use resguardo_language::{Args, Words};
use resguardo_vault::{Row, Snapshot};

use super::{Counted, StateCell, Told};
use crate::session::Session;

const ENTITIES: u64 = 32;

/// What is known of one entity's convention.
#[derive(Clone)]
struct Convention {
    status: String,
    signed_on: Option<PartialDate>,
    /// A record of its own says so; otherwise it follows from a published count.
    recorded: bool,
}

/// The latest published count of conventions.
struct Count {
    signed: u64,
    total: u64,
    missing: Vec<String>,
    said_on: String,
    holder: String,
}

impl Session {
    pub(super) fn conventions_told(&self, day: NaiveDate, words: &Words) -> Told {
        let snapshot = self.snapshot();
        let counted = self.counted(&snapshot);
        let count = self.latest_count((&snapshot, &counted), day, words);
        let mut known = conventions(&snapshot, &counted, day);
        // A count that names all who lack a convention says that the others have one.
        if let Some(count) = count.as_ref().filter(|count| count.total == ENTITIES && complete(count)) {
            for code in codes() {
                let status = if count.missing.contains(&code) { "none" } else { "signed" };
                let derived = Convention { status: status.to_owned(), signed_on: None, recorded: false };
                known.entry(code).or_insert(derived);
            }
        }
        let contacts = contacts(&snapshot, &counted, day);
        let mut states = BTreeMap::new();
        for code in codes() {
            let convention = known.get(&code);
            let mut cells = self.convention_cells(convention, words);
            cells.push(contact_cell(contacts.get(&code), words));
            let records = usize::from(convention.is_some_and(|one| one.recorded));
            states.insert(code, (convention.map_or("blank", |one| fill(&one.status)), cells, records));
        }
        let signed = known.values().filter(|one| fill(&one.status) == "q2").count();
        let sentence = match &count {
            Some(count) => {
                let args = Args::new().count("signed", count.signed).count("total", count.total);
                words.say("states-conventions-said", &args.text("holder", &count.holder).text("date", &count.said_on))
            }
            None => {
                let signed = u64::try_from(signed).unwrap_or_default();
                words.say("states-conventions-own", &Args::new().count("signed", signed).count("total", ENTITIES))
            }
        };
        Told {
            sentence,
            caveat: words.plain("states-conventions-caveat"),
            official: count.is_some(),
            columns: ["conventions-column", "signed-column", "contacts-column"]
                .map(|id| words.plain(&format!("states-{id}")))
                .to_vec(),
            states,
            legend: [("q2", "signed"), ("care", "review"), ("none", "without"), ("blank", "blank")]
                .map(|(fill, id)| (fill, words.plain(&format!("states-step-{id}"))))
                .to_vec(),
        }
    }

    pub(super) fn contacts_told(&self, day: NaiveDate, words: &Words) -> Told {
        let snapshot = self.snapshot();
        let counted = self.counted(&snapshot);
        let contacts = contacts(&snapshot, &counted, day);
        let mut states = BTreeMap::new();
        for code in codes() {
            let known = contacts.get(&code);
            let fill = known.map_or("blank", |one| if one.works { "q3" } else { "care" });
            states.insert(
                code,
                (fill, vec![contact_cell(known, words)], usize::from(known.is_some_and(|one| one.works))),
            );
        }
        let working = u64::try_from(contacts.values().filter(|one| one.works).count()).unwrap_or_default();
        Told {
            sentence: words.say("states-contacts-said", &Args::new().count("count", working).count("total", ENTITIES)),
            caveat: words.plain("states-contacts-caveat"),
            official: false,
            columns: vec![words.plain("states-contacts-column")],
            states,
            legend: [("q3", "working"), ("care", "stale"), ("blank", "blank")]
                .map(|(fill, id)| (fill, words.plain(&format!("states-step-{id}"))))
                .to_vec(),
        }
    }

    fn convention_cells(&self, convention: Option<&Convention>, words: &Words) -> Vec<StateCell> {
        let cell = |text: String, state: &'static str| StateCell { text, state };
        let Some(one) = convention else {
            let blank = || cell(words.plain("states-blank"), "not_asked");
            return vec![blank(), blank()];
        };
        let is_signed = fill(&one.status) == "q2";
        let status = self.catalogues.label("convention_status", &one.status, self.lang).to_owned();
        let drawn = if fill(&one.status) == "care" { "soon" } else { "told" };
        let signature = match &one.signed_on {
            Some(date) => cell(words.date_short(date), "told"),
            None if is_signed => cell(words.plain("states-unknown"), "unknown"),
            None => cell(words.plain("states-not-applicable"), "none"),
        };
        vec![cell(status, drawn), signature]
    }

    fn latest_count(&self, (snapshot, counted): (&Snapshot, &Counted), day: NaiveDate, words: &Words) -> Option<Count> {
        let dated = |row: Row<'_>| Some((date(&row, "as_of").filter(|date| date.first() <= day)?, row.id()));
        let (as_of, id) = snapshot
            .rows_of("convention_count")
            .filter(|row| counted.has(row))
            .filter_map(dated)
            .max_by_key(|(date, _)| date.last())?;
        let row = snapshot.row(id)?;
        let whole = |field: &str| {
            row.values(field).into_iter().find_map(|value| match value {
                Value::Number(number) => number.to_string().parse::<u64>().ok(),
                _ => None,
            })
        };
        Some(Count {
            signed: whole("signed")?,
            total: whole("total")?,
            missing: row.values("states_missing").into_iter().filter_map(term).collect(),
            said_on: words.date(&as_of, None),
            holder: self.cells(snapshot).text(&row, "claim_holder"),
        })
    }
}

fn complete(count: &Count) -> bool {
    u64::try_from(count.missing.len()).is_ok_and(|missing| count.signed + missing == count.total)
}

fn fill(status: &str) -> &'static str {
    match status {
        "signed" | "in_operation" | "not_operating" => "q2",
        "negotiating" => "care",
        "none" | "expired" => "none",
        _ => "blank",
    }
}

fn codes() -> impl Iterator<Item = String> {
    (1..=ENTITIES).map(|code| format!("{code:02}"))
}

fn term(value: Value) -> Option<String> {
    if let Value::Choice(term) = value { Some(term) } else { None }
}

fn first_term(row: &Row<'_>, field: &str) -> Option<String> {
    row.values(field).into_iter().find_map(term)
}

fn date(row: &Row<'_>, field: &str) -> Option<PartialDate> {
    row.values(field).into_iter().find_map(|value| if let Value::Date(date, _) = value { Some(date) } else { None })
}

/// The conventions by entity, the latest that was known by the day.
fn conventions(snapshot: &Snapshot, counted: &Counted, day: NaiveDate) -> BTreeMap<String, Convention> {
    let mut found: BTreeMap<String, (Option<NaiveDate>, Convention)> = BTreeMap::new();
    for row in snapshot.rows_of("convention").filter(|row| counted.has(row)) {
        let signed_on = date(&row, "signed_on");
        let as_of = date(&row, "as_of").or_else(|| signed_on.clone());
        let (Some(state), Some(status)) = (first_term(&row, "state"), first_term(&row, "status")) else { continue };
        if as_of.as_ref().is_some_and(|date| date.first() > day) {
            continue;
        }
        let when = as_of.map(|date| date.last());
        if found.get(&state).is_none_or(|(known, _)| *known <= when) {
            found.insert(state, (when, Convention { status, signed_on, recorded: true }));
        }
    }
    found.into_iter().map(|(state, (_, convention))| (state, convention)).collect()
}

/// What is known of one entity's point of contact.
struct Contact {
    verified_on: PartialDate,
    works: bool,
}

/// The points of contact by entity that were verified by the day; one works that was verified in the last six months.
fn contacts(snapshot: &Snapshot, counted: &Counted, day: NaiveDate) -> BTreeMap<String, Contact> {
    let before = day.checked_sub_months(Months::new(6)).unwrap_or(day);
    let mut found: BTreeMap<String, Contact> = BTreeMap::new();
    for row in snapshot.rows_of("contact_point").filter(|row| counted.has(row)) {
        let verified = date(&row, "verified_on").filter(|date| date.first() <= day);
        let (Some(state), Some(verified_on)) = (first_term(&row, "state"), verified) else { continue };
        let active = row.values("active").into_iter().any(|value| matches!(value, Value::Answer(Answer::Yes)));
        let works = active && verified_on.last() > before;
        if found.get(&state).is_none_or(|known| works || !known.works && known.verified_on.last() <= verified_on.last())
        {
            found.insert(state, Contact { verified_on, works });
        }
    }
    found
}

fn contact_cell(contact: Option<&Contact>, words: &Words) -> StateCell {
    contact.map_or_else(
        || StateCell { text: words.plain("states-blank"), state: "not_asked" },
        |one| StateCell { text: words.date_short(&one.verified_on), state: if one.works { "told" } else { "soon" } },
    )
}
