//! Many records at once, and the way back: what is undone is written anew, never taken out of the ledger.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use resguardo_domain::acts;
use resguardo_domain::draft::{Draft, change, set_status};
use resguardo_domain::field;
use resguardo_domain::id::RecordId;
use resguardo_domain::operation::{Operation, Status};
use resguardo_domain::value::Value;
use resguardo_language::Args;
use serde::Serialize;

use crate::error::AppError;
use crate::pages::FieldInput;
use crate::session::Session;

/// The most ways back a session remembers.
const MOST_UNDONE: usize = 50;

/// Something done that can be undone.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Undoable {
    /// Its name, for [`Session::undo`]; empty when nothing changed.
    pub token: String,
    /// How many records it touched.
    pub count: usize,
    /// What was done, in words.
    pub sentence: String,
}

/// The ways back of a session, latest last.
#[derive(Clone, Default)]
pub(crate) struct WaysBack(Arc<Mutex<Vec<(String, WayBack)>>>);

/// What undoes an act.
pub(crate) enum WayBack {
    /// What became of each record before.
    Status(Vec<(RecordId, Status)>),
    /// What each record's fields held before.
    Values(Vec<(RecordId, Draft)>),
    /// A record that was merged.
    Merge(RecordId),
    /// A record that was made.
    Made(RecordId),
    /// Several, in this order.
    Together(Vec<WayBack>),
}

impl Session {
    pub(crate) fn undoable(&self, way: WayBack, count: usize, sentence: String) -> Result<Undoable, AppError> {
        if count == 0 {
            return Ok(Undoable { token: String::new(), count, sentence });
        }
        let mut bytes = [0; 8];
        getrandom::fill(&mut bytes).map_err(|_error| AppError::Vault(resguardo_vault::VaultError::NoRandomness))?;
        let token = resguardo_domain::value::json::hex(&bytes);
        let mut ways = self.ways_back.0.lock().unwrap_or_else(PoisonError::into_inner);
        ways.push((token.clone(), way));
        if ways.len() > MOST_UNDONE {
            ways.remove(0);
        }
        Ok(Undoable { token, count, sentence })
    }

    /// Archives, bins or restores records as one act.
    ///
    /// # Errors
    /// One of them is not there; the vault cannot be written.
    pub fn bulk_status(&self, ids: &[String], status: Status) -> Result<Undoable, AppError> {
        let before = self.write_status(ids, |_| status)?;
        let count = before.len();
        self.undoable(WayBack::Status(before), count, self.status_told(status, count))
    }

    /// The records of these ids.
    fn found(&self, ids: &[String]) -> Result<Vec<RecordId>, AppError> {
        ids.iter().map(|id| self.find(id)).collect()
    }

    fn write_status(
        &self,
        ids: &[String],
        status: impl Fn(RecordId) -> Status,
    ) -> Result<Vec<(RecordId, Status)>, AppError> {
        let mut currents = self.currents(&self.found(ids)?)?;
        currents.retain(|current| current.status != status(current.id));
        self.write_parts(|pen| {
            let each =
                currents.iter().map(|current| set_status(current, status(current.id), pen).into_iter().collect());
            Ok(((), each.collect()))
        })?;
        Ok(currents.into_iter().map(|current| (current.id, current.status)).collect())
    }

    /// Writes the same into many records, as one act.
    ///
    /// # Errors
    /// A value that cannot stand, in the first record that refuses it; then nothing is written.
    pub fn bulk_edit(&self, ids: &[String], inputs: &[FieldInput]) -> Result<Undoable, AppError> {
        self.write_into(ids, inputs, |_, given| given)
    }

    /// Adds to what many records hold, as one act: tags, for one.
    ///
    /// # Errors
    /// As [`Session::bulk_edit`].
    pub fn bulk_add(&self, ids: &[String], inputs: &[FieldInput]) -> Result<Undoable, AppError> {
        self.write_into(ids, inputs, |mut held, given| {
            for value in given {
                if !held.contains(&value) {
                    held.push(value);
                }
            }
            held
        })
    }

    /// Writes into each record what comes of the values it holds and those given.
    fn write_into(
        &self,
        ids: &[String],
        inputs: &[FieldInput],
        together: impl Fn(Vec<Value>, Vec<Value>) -> Vec<Value>,
    ) -> Result<Undoable, AppError> {
        let mut parts = Vec::new();
        let mut before = Vec::new();
        for current in self.currents(&self.found(ids)?)? {
            let kind = self.kind(&current.kind)?;
            let mut draft = self.draft(kind, &self.assignments(&kind.id, inputs.to_vec())?)?;
            let stored: Vec<Value> = current.values(field::ACTS).cloned().collect();
            self.settle_acts(kind, &mut draft, &acts::acts(&stored))?;
            let held = |field: &String| (field.clone(), current.values(field).cloned().collect());
            for (field, given) in &mut draft.values {
                *given = together(current.values(field).cloned().collect(), std::mem::take(given));
            }
            self.check(kind, &draft, &BTreeMap::new())?;
            before.push((current.id, Draft { values: draft.values.keys().map(held).collect() }));
            parts.push((kind, current, draft));
        }
        let count = self.write_changes(&parts)?;
        let words = self.words();
        let told = words.say("bulk-written", &Args::new().count("count", u64::try_from(count).unwrap_or(u64::MAX)));
        self.undoable(WayBack::Values(before), count, told)
    }

    fn write_changes(
        &self,
        parts: &[(&resguardo_domain::schema::Kind, resguardo_domain::record::Current, Draft)],
    ) -> Result<usize, AppError> {
        self.write_parts(|pen| {
            let each: Vec<Vec<Operation>> =
                parts.iter().map(|(kind, current, draft)| change(kind, current, draft, pen)).collect();
            Ok((each.iter().filter(|part| !part.is_empty()).count(), each))
        })
    }

    /// Undoes what was done under this name.
    ///
    /// # Errors
    /// [`AppError::NothingToUndo`]; the vault cannot be written.
    pub fn undo(&self, token: &str) -> Result<Undoable, AppError> {
        let way = {
            let mut ways = self.ways_back.0.lock().unwrap_or_else(PoisonError::into_inner);
            let place = ways.iter().position(|(known, _)| known == token).ok_or(AppError::NothingToUndo)?;
            ways.remove(place).1
        };
        let count = self.go_back(way)?;
        let words = self.words();
        let sentence = words.say("undone", &Args::new().count("count", u64::try_from(count).unwrap_or(u64::MAX)));
        Ok(Undoable { token: String::new(), count, sentence })
    }

    /// Takes one way back; gives how many records it touched.
    fn go_back(&self, way: WayBack) -> Result<usize, AppError> {
        Ok(match way {
            WayBack::Status(before) => {
                let ids: Vec<String> = before.iter().map(|(id, _)| id.to_string()).collect();
                let by_id: BTreeMap<RecordId, Status> = before.into_iter().collect();
                self.write_status(&ids, |id| by_id.get(&id).copied().unwrap_or_default())?.len()
            }
            WayBack::Values(before) => {
                let mut parts = Vec::new();
                let ids: Vec<RecordId> = before.iter().map(|(id, _)| *id).collect();
                for (current, (_, draft)) in self.currents(&ids)?.into_iter().zip(before) {
                    parts.push((self.kind(&current.kind)?, current, draft));
                }
                self.write_changes(&parts)?
            }
            WayBack::Merge(from) => {
                self.unmerge(&from.to_string())?;
                1
            }
            WayBack::Made(id) => self.write_status(&[id.to_string()], |_| Status::Binned)?.len(),
            WayBack::Together(ways) => {
                let counts: Vec<usize> = ways.into_iter().map(|way| self.go_back(way)).collect::<Result<_, _>>()?;
                counts.into_iter().max().unwrap_or_default()
            }
        })
    }
}
