//! Conventions and points of contact, entity by entity.

use std::collections::BTreeMap;

use chrono::{Months, NaiveDate};
use resguardo_domain::summary::Summary;
use resguardo_domain::value::{Answer, PartialDate};
use resguardo_language::{Args, Words};
use resguardo_mechanism::convention::{ConventionCount, entities};
use resguardo_vault::Snapshot;

use super::{Counted, StateCell, Told};
use crate::session::Session;

/// What is known of one entity's convention.
#[derive(Clone)]
struct Convention {
    status: String,
    signed_on: Option<PartialDate>,
    /// A record of its own says so; otherwise it follows from a published count.
    recorded: bool,
}

/// The latest published count of conventions, in words.
struct Count {
    record: Summary,
    said_on: String,
    holder: String,
}

impl Session {
    pub(super) fn conventions_told(&self, of: (&Snapshot, &Counted), day: NaiveDate, words: &Words) -> Told {
        let count = self.latest_count(of, day, words);
        let mut known = conventions(of, day);
        let counted_by = count.as_ref().and_then(|count| ConventionCount::read(&count.record));
        for entity in entities() {
            if let Some(signed) = counted_by.as_ref().and_then(|count| count.says_signed(&entity.id)) {
                let status = if signed { "signed" } else { "none" };
                let derived = Convention { status: status.to_owned(), signed_on: None, recorded: false };
                known.entry(entity.id.clone()).or_insert(derived);
            }
        }
        let contacts = contacts(of, day);
        let mut states = BTreeMap::new();
        for code in entities().map(|entity| entity.id.clone()) {
            let convention = known.get(&code);
            let mut cells = self.convention_cells(convention, words);
            cells.push(contact_cell(contacts.get(&code), words));
            let records = usize::from(convention.is_some_and(|one| one.recorded));
            states.insert(code, (convention.map_or("blank", |one| fill(&one.status)), cells, records));
        }
        let signed = known.values().filter(|one| fill(&one.status) == "q2").count();
        let positive = |number: i64| u64::try_from(number).unwrap_or_default();
        let sentence = match (&count, &counted_by) {
            (Some(count), Some(of)) => {
                let args = Args::new().count("signed", positive(of.signed)).count("total", positive(of.total));
                words.say("states-conventions-said", &args.text("holder", &count.holder).text("date", &count.said_on))
            }
            _ => {
                let signed = u64::try_from(signed).unwrap_or_default();
                words.say("states-conventions-own", &Args::new().count("signed", signed).count("total", entity_count()))
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
        let rows = snapshot.rows_of("convention_count").filter(|row| counted.has(row));
        let dated = rows.map(|row| row.summary()).filter_map(|record| {
            let as_of = ConventionCount::read(&record)?.as_of.clone();
            (as_of.first() <= day).then_some((as_of, record))
        });
        let (as_of, record) = dated.max_by_key(|(as_of, _)| as_of.last())?;
        let row = snapshot.row(record.id)?;
        Some(Count {
            said_on: words.date(&as_of, None),
            holder: self.cells(snapshot).text(&row, "claim_holder"),
            record,
        })
    }
}

/// The points of contact, entity by entity.
pub(super) fn contacts_told(of: (&Snapshot, &Counted), day: NaiveDate, words: &Words) -> Told {
    let contacts = contacts(of, day);
    let mut states = BTreeMap::new();
    for code in entities().map(|entity| entity.id.clone()) {
        let known = contacts.get(&code);
        let fill = known.map_or("blank", |one| if one.works { "q3" } else { "care" });
        states.insert(code, (fill, vec![contact_cell(known, words)], usize::from(known.is_some_and(|one| one.works))));
    }
    let working = u64::try_from(contacts.values().filter(|one| one.works).count()).unwrap_or_default();
    Told {
        sentence: words
            .say("states-contacts-said", &Args::new().count("count", working).count("total", entity_count())),
        caveat: words.plain("states-contacts-caveat"),
        official: false,
        columns: vec![words.plain("states-contacts-column")],
        states,
        legend: [("q3", "working"), ("care", "stale"), ("blank", "blank")]
            .map(|(fill, id)| (fill, words.plain(&format!("states-step-{id}"))))
            .to_vec(),
    }
}

fn entity_count() -> u64 {
    u64::try_from(entities().count()).unwrap_or_default()
}

fn fill(status: &str) -> &'static str {
    match status {
        "signed" | "in_operation" | "not_operating" => "q2",
        "negotiating" => "care",
        "none" | "expired" => "none",
        _ => "blank",
    }
}

/// The conventions by entity, the latest that was known by the day.
fn conventions((snapshot, counted): (&Snapshot, &Counted), day: NaiveDate) -> BTreeMap<String, Convention> {
    let mut found: BTreeMap<String, (Option<NaiveDate>, Convention)> = BTreeMap::new();
    for record in snapshot.rows_of("convention").filter(|row| counted.has(row)).map(|row| row.summary()) {
        let signed_on = record.date("signed_on").cloned();
        let as_of = record.date("as_of").cloned().or_else(|| signed_on.clone());
        let (Some(state), Some(status)) = (record.term("state"), record.term("status")) else { continue };
        if as_of.as_ref().is_some_and(|date| date.first() > day) {
            continue;
        }
        let when = as_of.map(|date| date.last());
        if found.get(state).is_none_or(|(known, _)| *known <= when) {
            let convention = Convention { status: status.to_owned(), signed_on, recorded: true };
            found.insert(state.to_owned(), (when, convention));
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
fn contacts((snapshot, counted): (&Snapshot, &Counted), day: NaiveDate) -> BTreeMap<String, Contact> {
    let before = day.checked_sub_months(Months::new(6)).unwrap_or(day);
    let mut found: BTreeMap<String, Contact> = BTreeMap::new();
    for record in snapshot.rows_of("contact_point").filter(|row| counted.has(row)).map(|row| row.summary()) {
        let verified = record.date("verified_on").filter(|date| date.first() <= day).cloned();
        let (Some(state), Some(verified_on)) = (record.term("state"), verified) else { continue };
        let active = record.answer("active") == Some(Answer::Yes);
        let works = active && verified_on.last() > before;
        if found.get(state).is_none_or(|known| works || !known.works && known.verified_on.last() <= verified_on.last())
        {
            found.insert(state.to_owned(), Contact { verified_on, works });
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
