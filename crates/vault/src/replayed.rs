//! A snapshot made from the ledger alone: what a rebuild does, and the tail after a checkpoint.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use resguardo_domain::id::RecordId;
use resguardo_domain::operation::Operation;
use resguardo_domain::record::{Current, Record};
use resguardo_domain::summary::Summary;
use resguardo_wire::chain::ChainTip;

use crate::envelope::Signature;
use crate::error::VaultError;
use crate::frames::Frames;
use crate::ledger::{Checkpoint, DamagedRange, Frame, Ledger, Position};
use crate::snapshot::{Placed, Snapshot};

/// Where a replay left things.
pub(crate) struct Replayed {
    pub(crate) snapshot: Snapshot,
    pub(crate) tip: ChainTip,
    pub(crate) damaged: Vec<DamagedRange>,
    /// Envelopes that a frame holds but that do not open.
    pub(crate) refused: Vec<Position>,
}

impl Replayed {
    /// Segment and offset of the first part that could not be read.
    pub(crate) fn first_damage(&self) -> Option<(u32, u64)> {
        let damaged = self.damaged.iter().map(|range| (range.segment, range.from));
        damaged.chain(self.refused.iter().map(|at| (at.segment, at.offset))).min()
    }
}

/// Replays the whole ledger, in two passes so that no more than the records still being written are in memory whole.
pub(crate) fn whole(ledger: &mut Ledger, frames: &Frames, start: ChainTip) -> Result<Replayed, VaultError> {
    whole_told(ledger, frames, start, &mut |_| Ok(()))
}

/// The same, telling the bytes of each frame in both passes; what is told may stop it.
pub(crate) fn whole_told(
    ledger: &mut Ledger,
    frames: &Frames,
    start: ChainTip,
    tell: &mut dyn FnMut(u64) -> Result<(), VaultError>,
) -> Result<Replayed, VaultError> {
    let mut places: BTreeMap<RecordId, usize> = BTreeMap::new();
    let mut positions: Vec<Vec<Position>> = Vec::new();
    let mut tip = start;
    let mut refused = Vec::new();
    let replay = ledger.replay(None, &mut |frame| {
        tell(bytes_of(&frame))?;
        let Ok(read) = frames.operations_of(&frame, Signature::Remembered) else {
            refused.push(frame.position);
            return Ok(());
        };
        tip = read.tip.unwrap_or(tip);
        for operation in &read.operations {
            let place = *places.entry(operation.record).or_insert(positions.len());
            match positions.get_mut(place) {
                Some(known) if known.last() == Some(&frame.position) => {}
                Some(known) => known.push(frame.position),
                None => positions.push(vec![frame.position]),
            }
        }
        Ok(())
    })?;
    let snapshot = summarise(ledger, frames, (&places, &positions), tell)?;
    Ok(Replayed { snapshot, tip, damaged: replay.damaged, refused })
}

fn bytes_of(frame: &Frame) -> u64 {
    u64::try_from(frame.bytes.len()).unwrap_or(0)
}

/// The second pass: a record is folded at the last frame that holds any of it.
fn summarise(
    ledger: &mut Ledger,
    frames: &Frames,
    (places, positions): (&BTreeMap<RecordId, usize>, &[Vec<Position>]),
    tell: &mut dyn FnMut(u64) -> Result<(), VaultError>,
) -> Result<Snapshot, VaultError> {
    let mut open: BTreeMap<RecordId, Record> = BTreeMap::new();
    let mut folded: Vec<Option<Summary>> = positions.iter().map(|_| None).collect();
    ledger.replay(None, &mut |frame| {
        tell(bytes_of(&frame))?;
        let Ok(read) = frames.operations_of(&frame, Signature::Remembered) else { return Ok(()) };
        let touched: std::collections::BTreeSet<RecordId> = read.operations.iter().map(|op| op.record).collect();
        for operation in read.operations {
            open.entry(operation.record).or_insert_with(|| Record::new(operation.record)).add(operation);
        }
        for id in touched {
            let Some(place) = places.get(&id) else { continue };
            let last = positions.get(*place).and_then(|positions| positions.last());
            if last == Some(&frame.position)
                && let (Some(record), Some(slot)) = (open.remove(&id), folded.get_mut(*place))
            {
                *slot = Some(Summary::of(&record.current()));
            }
        }
        Ok(())
    })?;
    let pairs = folded.into_iter().zip(positions.iter().cloned());
    let placed: Vec<Placed> = pairs.filter_map(|(summary, at)| summary.map(|summary| (summary, at))).collect();
    let snapshot = Snapshot::default().built(&placed);
    with_groups_joined(snapshot, frames)
}

/// The snapshot after operations whose frames are on disk, and the pages that changed.
pub(crate) fn after(
    snapshot: &Snapshot,
    frames: &Frames,
    written: &[(Position, Vec<Operation>)],
) -> Result<(Snapshot, Vec<u32>), VaultError> {
    let mut touched: BTreeMap<RecordId, (Record, Vec<Position>)> = BTreeMap::new();
    let mut order: Vec<RecordId> = Vec::new();
    for (position, operations) in written {
        for operation in operations {
            let id = operation.record;
            let (record, positions) = match touched.entry(id) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(fresh) => {
                    let known = snapshot.row(id).map(|row| row.positions().to_vec()).unwrap_or_default();
                    order.push(id);
                    fresh.insert((frames.record(id, &known)?, known))
                }
            };
            record.add(operation.clone());
            if positions.last() != Some(position) {
                positions.push(*position);
            }
        }
    }
    let placed: Vec<Placed> = order
        .iter()
        .filter_map(|id| touched.get(id))
        .map(|(record, positions)| (Summary::of(&record.current()), positions.clone()))
        .collect();
    let (next, mut changed) = snapshot.with(&placed);
    // The records that groups are read as now: those of what was written, and those it left.
    let read_now = |id: &RecordId| [next.read_as(*id), next.read_as(snapshot.read_as(*id))];
    let mut heads: Vec<RecordId> = order.iter().flat_map(read_now).collect();
    heads.sort_unstable();
    heads.dedup();
    heads.retain(|id| next.group(*id).len() > 1 || snapshot.group(*id).len() > 1);
    let joined = heads.iter().map(|id| joined(&next, frames, *id)).collect::<Result<Vec<Placed>, _>>()?;
    if joined.is_empty() {
        return Ok((next, changed));
    }
    let (next, more) = next.with(&joined);
    changed.extend(more);
    changed.sort_unstable();
    changed.dedup();
    Ok((next, changed))
}

/// The records a group is read as, each with what all its members say.
fn with_groups_joined(snapshot: Snapshot, frames: &Frames) -> Result<Snapshot, VaultError> {
    let mut heads: Vec<RecordId> = snapshot.merged_into().map(|id| snapshot.read_as(id)).collect();
    heads.sort_unstable();
    heads.dedup();
    let joined = heads.iter().map(|id| joined(&snapshot, frames, *id)).collect::<Result<Vec<Placed>, _>>()?;
    Ok(if joined.is_empty() { snapshot } else { snapshot.with(&joined).0 })
}

fn joined(snapshot: &Snapshot, frames: &Frames, id: RecordId) -> Result<Placed, VaultError> {
    let mut parts: Vec<Current> = Vec::new();
    for member in snapshot.group(id) {
        let positions = snapshot.row(member).map(|row| row.positions().to_vec()).unwrap_or_default();
        parts.push(frames.record(member, &positions)?.current());
    }
    let own = snapshot.row(id).map(|row| row.positions().to_vec()).unwrap_or_default();
    let mut parts = parts.into_iter();
    let first = parts.next().ok_or(VaultError::Bug { what: "a group has its first member" })?;
    Ok((Summary::of(&first.read_with(parts)), own))
}

/// Replays what follows a checkpoint into the snapshot that was saved with it. Nothing when the checkpoint does not lead
/// to the ledger's head, or what follows does not open: then the whole is to be replayed.
pub(crate) fn tail(
    ledger: &mut Ledger,
    frames: &Frames,
    (saved, checkpoint, tip): (&Snapshot, &Checkpoint, ChainTip),
) -> Result<Option<(Snapshot, Vec<u32>, ChainTip)>, VaultError> {
    let mut written = Vec::new();
    let mut tip = tip;
    let mut refused = false;
    let replay = ledger.replay(Some(checkpoint), &mut |frame| {
        match frames.operations_of(&frame, Signature::Remembered) {
            Ok(read) => {
                tip = read.tip.unwrap_or(tip);
                written.push((frame.position, read.operations));
            }
            Err(_) => refused = true,
        }
        Ok(())
    })?;
    if !replay.leads_to_head || refused {
        return Ok(None);
    }
    if written.is_empty() {
        return Ok(Some((saved.clone(), Vec::new(), tip)));
    }
    match after(saved, frames, &written) {
        Ok((snapshot, changed)) => Ok(Some((snapshot, changed, tip))),
        Err(_) => Ok(None),
    }
}
