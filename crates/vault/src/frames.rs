//! Records out of frames: the operations of one envelope, and all operations of one record.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use resguardo_domain::id::RecordId;
use resguardo_domain::operation::Operation;
use resguardo_domain::record::Record;
use resguardo_wire::chain::ChainTip;

use crate::envelope::{BodyType, Opened, ScopeWriter, Signature};
use crate::error::VaultError;
use crate::ledger::{Frame, FrameKind, LedgerReader, Position};
use crate::operations;

/// Envelopes kept decoded: a person who edits imported records stays within a few, and what is written since is small.
const MOST_KEPT: usize = 64;
/// So many operations may be kept in all; one envelope of an import holds a few thousand.
const MOST_OPERATIONS: usize = 40_000;

/// Reads operations of the private scope by the position of their frame.
pub(crate) struct Frames {
    reader: Arc<LedgerReader>,
    scope: Arc<ScopeWriter>,
    /// The one read last at the end.
    kept: Mutex<Vec<(Position, Arc<Vec<Operation>>)>>,
}

/// What a frame holds for the private scope.
pub(crate) struct Read {
    pub(crate) operations: Vec<Operation>,
    pub(crate) tip: Option<ChainTip>,
}

impl Frames {
    pub(crate) fn new(reader: Arc<LedgerReader>, scope: Arc<ScopeWriter>) -> Self {
        Self { reader, scope, kept: Mutex::new(Vec::new()) }
    }

    /// The operations of a frame, and where this device's chain stands with it. Frames that hold no operations of the
    /// private scope, and bodies of a newer program, give none.
    pub(crate) fn operations_of(&self, frame: &Frame, signature: Signature) -> Result<Read, VaultError> {
        if frame.kind != FrameKind::OWN_PRIVATE {
            return Ok(Read { operations: Vec::new(), tip: None });
        }
        let Opened { header, hash, body } = self.scope.open(&frame.bytes, signature)?;
        let tip = Some(ChainTip { seq: header.seq, hash });
        if body.kind != BodyType::OPERATIONS {
            return Ok(Read { operations: Vec::new(), tip });
        }
        Ok(Read { operations: operations::decode(&body.payload)?, tip })
    }

    /// The operations of the frame at a position.
    pub(crate) fn at(&self, position: Position) -> Result<Arc<Vec<Operation>>, VaultError> {
        {
            let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(place) = kept.iter().position(|(at, _)| *at == position) {
                let found = kept.remove(place);
                let operations = Arc::clone(&found.1);
                kept.push(found);
                return Ok(operations);
            }
        }
        let frame = self.reader.read_at(position)?;
        let operations = Arc::new(self.operations_of(&frame, Signature::Remembered)?.operations);
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.push((position, Arc::clone(&operations)));
        let held = |kept: &[(Position, Arc<Vec<Operation>>)]| kept.iter().map(|(_, one)| one.len()).sum::<usize>();
        while kept.len() > 1 && (kept.len() > MOST_KEPT || held(&kept) > MOST_OPERATIONS) {
            kept.remove(0);
        }
        Ok(operations)
    }

    /// One record, from the frames that hold its operations.
    pub(crate) fn record(&self, id: RecordId, positions: &[Position]) -> Result<Record, VaultError> {
        let mut record = Record::new(id);
        for position in positions {
            for operation in self.at(*position)?.iter().filter(|operation| operation.record == id) {
                record.add(operation.clone());
            }
        }
        Ok(record)
    }

    /// Many records at once: each frame is opened once.
    pub(crate) fn records(&self, wanted: &[(RecordId, Vec<Position>)]) -> Result<Vec<Record>, VaultError> {
        let positions: BTreeSet<Position> =
            wanted.iter().flat_map(|(_, positions)| positions.iter().copied()).collect();
        let mut records: BTreeMap<RecordId, Record> = wanted.iter().map(|(id, _)| (*id, Record::new(*id))).collect();
        for position in positions {
            for operation in self.at(position)?.iter() {
                if let Some(record) = records.get_mut(&operation.record) {
                    record.add(operation.clone());
                }
            }
        }
        Ok(wanted.iter().filter_map(|(id, _)| records.remove(id)).collect())
    }
}
