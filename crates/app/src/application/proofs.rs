//! What proves each date: a document with the digest of its file, or that somebody only said so; who wrote it, and when. A
//! last day is told with its count.

use std::collections::BTreeSet;

use resguardo_domain::id::RecordId;
use resguardo_domain::record::Current;
use resguardo_domain::value::{PartialDate, Step, Value, json};
use resguardo_language::Args;
use resguardo_mechanism::clock::{Clock, State};
use serde::Serialize;

use super::Telling;
use crate::attachments;
use crate::cells::{Cells, is_identity};
use crate::clocks::{count_id, date_said, due_said, limit_said};
use crate::error::AppError;

/// How many digits of a digest are told.
const DIGITS: usize = 8;

/// A date and what proves it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct Proof {
    /// The date and what happened: «17 sep 2013, ingreso de la solicitud».
    pub date: String,
    /// What happened, or what is due.
    pub event: String,
    /// The documents that prove it.
    pub documents: Vec<Document>,
    /// What is said where no document does; how a last day was counted.
    pub said: Option<String>,
    /// Who wrote it, and when.
    pub written: Option<String>,
    /// The count behind a last day, for [`crate::Session::clock_count`].
    pub count: Option<String>,
}

/// A document that proves a date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct Document {
    /// The record.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Its file, where one is kept.
    pub file: Option<String>,
    /// The first digits of the file's SHA-256.
    pub digest: Option<String>,
}

impl Telling<'_> {
    /// Every date of the application on the day, each with its proof; then the last days.
    pub(super) fn proofs(&self) -> Result<Vec<Proof>, AppError> {
        let current = self.session.current(self.one.record.id)?;
        let cells = self.session.cells(self.snapshot);
        let mut dated: Vec<(PartialDate, Proof)> = Vec::new();
        for value in current.values("received") {
            let Value::Date(at, _) = value else { continue };
            let documents = self.documents(&cells, self.one.record.references("documents").collect());
            dated.push((
                at.clone(),
                self.proof(&current, ("received", value), (at, "application_submitted"), documents),
            ));
        }
        for value in current.values("steps") {
            let Value::Step(step) = value else { continue };
            let Step { event, at, proof } = &**step;
            let documents = self.documents(&cells, proof.iter().map(|proof| proof.record).collect());
            dated.push((at.clone(), self.proof(&current, ("steps", value), (at, event), documents)));
        }
        dated.retain(|(at, _)| self.is_past(at));
        dated.extend(self.last_days());
        dated.sort_by_key(|(at, _)| at.first());
        Ok(dated.into_iter().map(|(_, proof)| proof).collect())
    }

    fn proof(
        &self,
        current: &Current,
        (field, value): (&str, &Value),
        (at, event): (&PartialDate, &str),
        documents: Vec<Document>,
    ) -> Proof {
        let versions = current.fields.get(field).into_iter().flat_map(|content| {
            content.register.iter().chain(content.items.iter().flat_map(|item| item.versions.iter()))
        });
        let written = versions.into_iter().find(|version| version.value == *value).map(|version| {
            let titles = self.session.titles(self.snapshot);
            let by = version.by.and_then(|by| titles.by_id(by));
            let by = by.unwrap_or_else(|| self.words.plain("proof-nobody"));
            self.words.say("proof-written", &Args::new().text("by", by).text("at", self.session.when(version.at_ms)))
        });
        Proof {
            date: date_said(at, self.words),
            event: self.words.term("procedure_event", event),
            said: documents.is_empty().then(|| self.words.plain("proof-only-said")),
            documents,
            written,
            count: None,
        }
    }

    fn documents(&self, cells: &Cells<'_>, ids: Vec<RecordId>) -> Vec<Document> {
        let ids: BTreeSet<RecordId> = ids.into_iter().map(|id| self.snapshot.read_as(id)).collect();
        let rows = ids.into_iter().filter_map(|id| self.snapshot.row(id));
        let document = |row: resguardo_vault::Row<'_>| {
            let files = row.values(attachments::FIELD);
            let file =
                files.iter().find_map(|value| if let Value::Attachment(file) = value { Some(&**file) } else { None });
            let kind = self.session.schema.kind(row.kind());
            let names = kind.and_then(|kind| kind.field(attachments::FIELD)).is_some_and(is_identity);
            let shown = file.filter(|_| !names || self.session.revealed.holds(row.id()));
            Document {
                id: row.id().to_string(),
                title: cells.title(&row),
                file: shown.map(|file| file.name.clone()),
                digest: file.map(|file| json::hex(&file.sha256).chars().take(DIGITS).collect()),
            }
        };
        rows.map(document).collect()
    }

    /// The last days on the way, with how each was counted.
    fn last_days(&self) -> Vec<(PartialDate, Proof)> {
        let steps = self.course.map(|course| course.steps.as_slice()).unwrap_or_default();
        let stages = steps.iter().flat_map(|step| &step.stages);
        let clocks = stages.flat_map(|stage| self.of_stage(Some(stage)));
        let counted = clocks.filter(|clock| clock.due.is_some() && !matches!(clock.state, State::NotApplicable(_)));
        let mut told: Vec<(PartialDate, Proof)> = Vec::new();
        for clock in counted {
            let Some((at, proof)) = self.last_day(clock) else { continue };
            if told.iter().all(|(_, known)| (&known.date, &known.event) != (&proof.date, &proof.event)) {
                told.push((at, proof));
            }
        }
        told
    }

    fn last_day(&self, clock: &Clock<'_>) -> Option<(PartialDate, Proof)> {
        let due = clock.due.as_ref()?;
        let start = self.law.event_type(clock.started?.event)?;
        let start = if self.session.lang.id() == "en" { &start.en } else { &start.es };
        let reading = clock.way.id.as_ref().map(|id| format!(" ({id})")).unwrap_or_default();
        let label = clock.stage.label.get(self.session.lang);
        let args = Args::new()
            .text("start", start.split(" (").next().unwrap_or(start))
            .text("limit", limit_said(&clock.stage.limit, self.words));
        let proof = Proof {
            date: due_said(due, self.words),
            event: self.words.say("proof-due", &Args::new().text("label", format!("{label}{reading}"))),
            documents: Vec::new(),
            said: Some(self.words.say("proof-counted", &args)),
            written: None,
            count: Some(count_id(clock)),
        };
        Some((due.text().parse().ok()?, proof))
    }
}
