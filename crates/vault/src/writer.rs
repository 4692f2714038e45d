//! The one thread that writes: it owns the ledger and the projection, and publishes a new snapshot after each group.
//!
//! Acts that wait while one is being written go to disk together: one sync of the segment and one of the head for all.

use std::collections::BTreeSet;
use std::sync::mpsc::{Receiver, Sender};
use std::sync::{Arc, PoisonError, RwLock};

use resguardo_domain::operation::Operation;
use resguardo_wire::chain::ChainTip;
use resguardo_wire::gate::Cbor;
use resguardo_wire::limits;

use crate::envelope::{Body, ScopeWriter};
use crate::error::{ReadOnly, VaultError};
use crate::frames::Frames;
use crate::ledger::{FrameDraft, FrameKind, Position};
use crate::open::OpenedVault;
use crate::operations;
use crate::projection::{Mark, Projection};
use crate::random::random;
use crate::replayed;
use crate::snapshot::Snapshot;

/// Key of the extension that joins the envelopes of one act.
const ACT_EXTENSION: u64 = 67;
/// What the acts that waited for a failed write are told.
const NOT_WRITTEN: VaultError = VaultError::LedgerReadOnly { reason: ReadOnly::WriteFailed };
/// Pages that may wait before they are saved in the middle of a session.
const MOST_WAITING_PAGES: usize = 64;

/// Something for the writer to do.
pub(crate) enum Job {
    /// Write these parts as one act; no part is split over two envelopes.
    Commit { parts: Vec<Vec<Operation>>, at_ms: u64, answer: Sender<Result<(), VaultError>> },
    /// Do something with the vault while nothing is written.
    WithWriter { work: Box<dyn FnOnce(&mut Writer) + Send> },
}

/// What the writing thread owns.
pub(crate) struct Writer {
    pub(crate) opened: OpenedVault,
    pub(crate) frames: Arc<Frames>,
    pub(crate) published: Arc<RwLock<Arc<Snapshot>>>,
    pub(crate) projection: Option<Projection>,
    pub(crate) waiting: BTreeSet<u32>,
    pub(crate) tip: ChainTip,
    /// Whether the projection on disk stands for the ledger's head.
    pub(crate) saved: bool,
}

impl Writer {
    /// Works until every sender is gone, then saves what waits.
    pub(crate) fn run(mut self, jobs: &Receiver<Job>) {
        self.projection.iter_mut().for_each(Projection::rest);
        while let Ok(first) = jobs.recv() {
            let mut next = Some(first);
            while let Some(job) = next.take() {
                let mut group = Vec::new();
                match job {
                    Job::WithWriter { work } => work(&mut self),
                    commit @ Job::Commit { .. } => {
                        group.push(commit);
                        while let Ok(job) = jobs.try_recv() {
                            match job {
                                commit @ Job::Commit { .. } => group.push(commit),
                                other => {
                                    next = Some(other);
                                    break;
                                }
                            }
                        }
                        self.commit(group);
                    }
                }
            }
            if self.waiting.len() >= MOST_WAITING_PAGES {
                self.save();
            }
        }
        self.save();
    }

    fn commit(&mut self, group: Vec<Job>) {
        let scope = self.opened.scope();
        let mut tip = self.tip;
        let mut drafts: Vec<FrameDraft> = Vec::new();
        let mut payloads: Vec<Vec<Operation>> = Vec::new();
        let mut answers = Vec::new();
        for job in group {
            let Job::Commit { parts, at_ms, answer } = job else { continue };
            match seal(&scope, tip, parts, at_ms / 60_000) {
                Ok(sealed) => {
                    tip = sealed.tip;
                    drafts.extend(sealed.drafts);
                    payloads.extend(sealed.payloads);
                    answers.push(answer);
                }
                Err(error) => reply(&answer, Err(error)),
            }
        }
        let written =
            self.opened.ledger_mut().append(&drafts).map(|positions| positions.into_iter().zip(payloads).collect());
        let outcome = written.and_then(|written: Vec<(Position, Vec<Operation>)>| {
            self.tip = tip;
            self.publish(&written)
        });
        match outcome {
            Ok(()) => answers.iter().for_each(|answer| reply(answer, Ok(()))),
            Err(error) => {
                let full = matches!(error, VaultError::DiskFull);
                let others = || if full { VaultError::DiskFull } else { NOT_WRITTEN };
                let mut answers = answers.into_iter();
                if let Some(first) = answers.next() {
                    reply(&first, Err(error));
                }
                answers.for_each(|answer| reply(&answer, Err(others())));
            }
        }
    }

    /// Shows readers what is on disk now.
    fn publish(&mut self, written: &[(Position, Vec<Operation>)]) -> Result<(), VaultError> {
        let before = Arc::clone(&self.published.read().unwrap_or_else(PoisonError::into_inner));
        let (next, changed) = replayed::after(&before, &self.frames, written)?;
        self.waiting.extend(changed);
        self.saved = false;
        *self.published.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(next);
        Ok(())
    }

    /// Saves the pages that wait. A projection that fails is dropped: the next unlock rebuilds it.
    pub(crate) fn save(&mut self) {
        if self.saved && self.waiting.is_empty() {
            return;
        }
        let snapshot = Arc::clone(&self.published.read().unwrap_or_else(PoisonError::into_inner));
        let changed: Vec<u32> = std::mem::take(&mut self.waiting).into_iter().collect();
        let mark = Mark { ledger: *self.opened.ledger().head(), tip: self.tip };
        let kept = self.projection.as_mut().map(|projection| projection.save(&snapshot, &changed, mark));
        self.projection.iter_mut().for_each(Projection::rest);
        match kept {
            Some(Ok(())) => self.saved = true,
            Some(Err(_)) => self.projection = None,
            None => {}
        }
    }
}

/// An act ready to be appended.
struct SealedAct {
    drafts: Vec<FrameDraft>,
    payloads: Vec<Vec<Operation>>,
    tip: ChainTip,
}

/// Puts parts into as few envelopes as their size allows. An act of several envelopes says so in each of them, so that
/// one that was interrupted can be told: extension 67 = [act, part, whether it is the last].
fn seal(scope: &ScopeWriter, tip: ChainTip, parts: Vec<Vec<Operation>>, minute: u64) -> Result<SealedAct, VaultError> {
    let payloads = gathered(parts);
    let mut sealed = SealedAct { drafts: Vec::new(), payloads: Vec::new(), tip };
    let act: Option<[u8; 16]> = if payloads.len() > 1 { Some(random()?) } else { None };
    let last = payloads.len().saturating_sub(1);
    for (number, operations) in payloads.into_iter().enumerate() {
        let mut body = Body::operations(minute, operations::encode(&operations));
        if let Some(act) = act {
            let part = Cbor::Uint(u64::try_from(number).unwrap_or(u64::MAX));
            let told = vec![Cbor::bytes(&act), part, Cbor::Uint(u64::from(number == last))];
            body.extensions.insert(ACT_EXTENSION, Cbor::Array(told));
        }
        let envelope = scope.seal(&sealed.tip, &body)?;
        sealed.tip = envelope.tip;
        sealed.drafts.push(FrameDraft { kind: FrameKind::OWN_PRIVATE, bytes: envelope.bytes, minute });
        sealed.payloads.push(operations);
    }
    Ok(sealed)
}

/// Parts side by side in payloads that close before they pass their size; a part is never divided.
fn gathered(parts: Vec<Vec<Operation>>) -> Vec<Vec<Operation>> {
    let mut payloads = Vec::new();
    let mut waiting: Vec<Operation> = Vec::new();
    let mut waiting_bytes = 0;
    for part in parts {
        let part_bytes: usize = part.iter().map(operations::encoded_len).sum();
        if !waiting.is_empty() && waiting_bytes + part_bytes > limits::PAYLOAD_CLOSE_BYTES {
            payloads.push(std::mem::take(&mut waiting));
            waiting_bytes = 0;
        }
        waiting.extend(part);
        waiting_bytes += part_bytes;
    }
    if !waiting.is_empty() {
        payloads.push(waiting);
    }
    payloads
}

/// Whoever asked may be gone; what was written stays written.
fn reply(answer: &Sender<Result<(), VaultError>>, outcome: Result<(), VaultError>) {
    drop(answer.send(outcome));
}

#[cfg(test)]
mod tests;
