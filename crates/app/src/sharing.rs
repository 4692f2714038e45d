//! Beside the page of a case: who sees what today, and what to look at before anything of it leaves.
//!
//! Only what is so is told: who writes on this laptop, what each level of disclosure would show, what each person agreed to.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use resguardo_domain::disclosure::{Naming, disclose};
use resguardo_domain::field;
use resguardo_domain::id::RecordId;
use resguardo_domain::schema::{DisclosureLevel, Kind};
use resguardo_domain::value::{Reference, Value};
use resguardo_language::Args;
use resguardo_vault::{Row, Snapshot};

use crate::cells::{Cell, Cells, Manner};
use crate::pages::Fact;
use crate::session::{Session, now_ms};
use crate::written::calendar_text;

/// How many persons are told.
const MOST: usize = 12;
/// After an aggression as recent as this a consent is asked for again.
const RECENT_DAYS: i64 = 30;

impl Session {
    /// Who sees what, and what to look at before sharing; nothing for a kind that holds no other records.
    pub(crate) fn sharing(&self, cells: &Cells<'_>, row: &Row<'_>, kind: &Kind) -> Vec<Fact> {
        if kind.gathers.is_empty() {
            return Vec::new();
        }
        let sees = self.sees(cells, row).into_iter().map(|cell| (cells.words.plain("sharing-sees"), cell));
        let before = self.before(cells, row, kind).into_iter().map(|cell| (cells.words.plain("sharing-before"), cell));
        sees.chain(before).map(|(label, cell)| Fact { label, cell, line: false }).collect()
    }

    fn sees(&self, cells: &Cells<'_>, row: &Row<'_>) -> Vec<Cell> {
        let say = |id: &str, what: String| plain(cells.words.say(id, &Args::new().text("what", what)), None);
        let writers: Vec<String> =
            self.writers().into_iter().filter(|writer| !writer.retired).map(|writer| writer.name).collect();
        let here = if writers.is_empty() {
            plain(cells.words.plain("sharing-here-nobody"), None)
        } else {
            say("sharing-here", cells.words.list(&writers))
        };
        let snapshot = cells.titles.snapshot;
        let title = |id: RecordId| cells.titles.by_id(snapshot.read_as(id));
        let mut naming = Naming::new(DisclosureLevel::NoIdentities, &title);
        let shown = disclose(&self.schema, &row.summary(), &mut naming);
        let fields = self.schema.kind(row.kind()).map(Kind::fields).unwrap_or_default();
        let leaving = fields.iter().filter(|field| shown.get().cells.get(&field.id).is_some_and(|out| !out.is_empty()));
        let labels: Vec<String> = leaving.map(|field| field.label.get(self.lang).to_lowercase()).collect();
        let without = if labels.is_empty() {
            plain(cells.words.plain("sharing-no-identities-nothing"), None)
        } else {
            say("sharing-no-identities", cells.words.list(&labels))
        };
        vec![
            here,
            plain(cells.words.plain("sharing-full"), None),
            without,
            plain(cells.words.plain("sharing-statistics"), None),
        ]
    }

    fn before(&self, cells: &Cells<'_>, row: &Row<'_>, kind: &Kind) -> Vec<Cell> {
        let snapshot = cells.titles.snapshot;
        let touching: Vec<RecordId> = self.touching(snapshot, row.id()).into_keys().collect();
        let is_held =
            |id: &&RecordId| snapshot.row(**id).is_some_and(|held| kind.gathers.iter().any(|kind| kind == held.kind()));
        let held: Vec<RecordId> = touching.iter().filter(is_held).copied().collect();
        let mut people: BTreeSet<RecordId> = touching.into_iter().collect();
        for held in held.iter().filter_map(|id| snapshot.row(*id)) {
            let own = [field::VICTIMS, field::WITNESSES].map(|field| held.values(field)).concat();
            people.extend(own.iter().flat_map(Value::references).map(|to| snapshot.read_as(to.record)));
        }
        people.retain(|id| snapshot.row(*id).is_some_and(|row| self.may_consent(row.kind())));
        let mut told: Vec<Cell> = self.recent(cells, snapshot, &held).into_iter().collect();
        told.extend(people.into_iter().take(MOST).map(|person| self.agreed_cell(cells, person, row.id())));
        told
    }

    /// An aggression so recent that what was agreed to before it may no longer hold.
    fn recent(&self, cells: &Cells<'_>, snapshot: &Snapshot, held: &[RecordId]) -> Option<Cell> {
        let today: NaiveDate = calendar_text(now_ms()).parse().ok()?;
        let latest = held.iter().filter_map(|id| self.date_of(snapshot, *id)).map(|date| date.last()).max()?;
        let days = (today - latest).num_days();
        if !(0..=RECENT_DAYS).contains(&days) {
            return None;
        }
        let args = Args::new().count("count", days.unsigned_abs());
        Some(plain(cells.words.say("sharing-recent", &args), Some("care")))
    }

    /// What one person agreed to, of this record.
    fn agreed_cell(&self, cells: &Cells<'_>, person: RecordId, of: RecordId) -> Cell {
        let agreed = self.agreed(cells.titles.snapshot, person, Some(of));
        let (level, mark) = match &agreed.level {
            Some(Value::Choice(term)) => (self.level_said(cells, term), if term == "c0" { "late" } else { "met" }),
            Some(Value::NotAsked) => (cells.words.plain("value-not-asked"), "not_asked"),
            Some(_) => (cells.words.plain("value-unknown"), "unknown"),
            None => (cells.words.plain("sharing-nothing-recorded"), "not_asked"),
        };
        let id = if agreed.ran_out { "sharing-ran-out" } else { "sharing-person" };
        let who = cells.called(&Reference::to(person));
        let text = cells.words.say(id, &Args::new().text("who", who).text("level", level));
        plain(text, Some(if agreed.ran_out { "soon" } else { mark }))
    }

    fn level_said(&self, cells: &Cells<'_>, term: &str) -> String {
        let incident = self.schema.kind("incident").and_then(|kind| kind.field(field::PEOPLE_CONSENT));
        incident
            .and_then(|field| cells.titles.short(field, term))
            .unwrap_or_else(|| cells.words.term("consent_level", term))
    }
}

fn plain(text: String, mark: Option<&'static str>) -> Cell {
    Cell { text, manner: Manner::Plain, mark, ..Cell::empty() }
}

#[cfg(test)]
mod tests {
    use resguardo_domain::catalogue::Lang;
    use resguardo_vault::kdf::KdfCost;
    use resguardo_vault::open::WayIn;

    use crate::records::Assignment;
    use crate::session::Session;

    #[test]
    fn a_case_tells_who_sees_what_and_what_each_person_agreed_to() {
        let folder = tempfile::tempdir().unwrap();
        let passphrase = crate::choose_passphrase("murciélago azúcar canción árbol").unwrap();
        let cost = KdfCost::with_memory(64 * 1024).unwrap();
        let way_in = WayIn { passphrase, keyfile: None };
        let session = Session::create(&folder.path().join("v"), &way_in, cost, Lang::Es).unwrap().0;
        session.add_writer("Inés").unwrap();
        let text = |field: &str, text: &str| Assignment::Text { field: field.to_owned(), text: text.to_owned() };
        let refs = |field: &str, id: &str| Assignment::Json {
            field: field.to_owned(),
            json: serde_json::json!([{ "ref": id }]),
        };
        let make = |kind: &str, fields: &[Assignment]| session.create_record(kind, fields).unwrap().id;
        let ana = make("person", &[text("name", "Ana Pérez"), text("consent", "c2"), text("code", "P-1")]);
        let beto = make("person", &[text("name", "Beto Ruiz"), text("code", "P-2")]);
        let today = crate::import::today();
        let incident = make("incident", &[text("date", &today), text("aggression", "threat"), refs("victims", &beto)]);
        let case = make("case", &[text("title", "La Milpa"), refs("people", &ana), refs("incidents", &incident)]);
        let facts = session.record_page(&case).unwrap().facts;
        let of = |label: &str| -> Vec<(String, Option<&str>)> {
            let own = facts.iter().filter(|fact| fact.label == label);
            own.map(|fact| (fact.cell.text.clone(), fact.cell.mark)).collect()
        };
        assert_eq!(of("Quién ve qué")[0].0, "En esta laptop escribe: Inés");
        assert_eq!(of("Quién ve qué").len(), 4);
        let before = of("Antes de compartir");
        assert_eq!(before[0].1, Some("care"), "{before:?}");
        let told = |text: &str, mark| before.contains(&(text.to_owned(), Some(mark)));
        assert!(told("P-1: Espacio, sin nombre", "met") && told("P-2: nada registrado", "not_asked"), "{before:?}");
        assert!(!before.iter().any(|(text, _)| text.contains("Ana") || text.contains("Beto")), "{before:?}");
        assert!(session.record_page(&incident).unwrap().facts.iter().all(|fact| fact.label != "Quién ve qué"));
    }
}
