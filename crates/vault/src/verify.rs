//! The whole check: every frame along its chain, every envelope with its signature, every attachment to its last byte.

use std::collections::BTreeMap;

use resguardo_domain::value::{Attachment, Value};
use resguardo_wire::chain::ChainTip;

use crate::blob::{BlobKey, BlobStore};
use crate::envelope::Signature;
use crate::error::VaultError;
use crate::ledger::{FrameKind, Position};
use crate::snapshot::Snapshot;
use crate::writer::Writer;

/// What a check found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verified {
    /// Envelopes that hold.
    pub entries: usize,
    /// Frames that hold.
    pub frames: usize,
    /// Attachments that hold.
    pub attachments: usize,
    /// What does not hold.
    pub problems: Vec<Problem>,
}

/// One thing that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// A part of the ledger cannot be read.
    Ledger {
        /// The segment.
        segment: u32,
        /// Where it begins, in bytes.
        from: u64,
        /// Where it ends.
        to: u64,
        /// How many frames are lost in it.
        frames_lost: u64,
    },
    /// A frame opens and its envelope does not hold.
    Envelope {
        /// Where it lies.
        position: Position,
    },
    /// An attachment's file is missing.
    AttachmentMissing {
        /// The attachment's SHA-256.
        sha256: [u8; 32],
    },
    /// An attachment's file is damaged.
    AttachmentDamaged {
        /// The attachment's SHA-256.
        sha256: [u8; 32],
    },
    /// No copy of the header is as it was written.
    HeaderAltered,
}

/// Checks what only the writer reads: header and ledger. `each` is called for each frame and may stop it.
pub(crate) fn verify_ledger(
    writer: &mut Writer,
    each: &mut dyn FnMut() -> Result<(), VaultError>,
) -> Result<Verified, VaultError> {
    let mut verified = Verified::default();
    if writer.opened.report().header_altered {
        verified.problems.push(Problem::HeaderAltered);
    }
    ledger(writer, &mut verified, each)?;
    Ok(verified)
}

/// Checks every attachment a record holds; `each` is called for each and may stop it.
pub(crate) fn verify_attachments(
    snapshot: &Snapshot,
    blobs: &BlobStore,
    verified: &mut Verified,
    each: &mut dyn FnMut() -> Result<(), VaultError>,
) -> Result<(), VaultError> {
    for file in attachments(snapshot).into_values() {
        each()?;
        let key = BlobKey::from(&file);
        match blobs.verify(&key) {
            Ok(()) => verified.attachments += 1,
            Err(VaultError::BlobMissing) => {
                verified.problems.push(Problem::AttachmentMissing { sha256: file.sha256 });
            }
            Err(VaultError::Disk { source }) => return Err(VaultError::Disk { source }),
            Err(_) => verified.problems.push(Problem::AttachmentDamaged { sha256: file.sha256 }),
        }
    }
    Ok(())
}

fn ledger(
    writer: &mut Writer,
    verified: &mut Verified,
    each: &mut dyn FnMut() -> Result<(), VaultError>,
) -> Result<(), VaultError> {
    let frames = std::sync::Arc::clone(&writer.frames);
    let scope = writer.opened.scope();
    let mut tip: ChainTip = scope.chain_start();
    let mut problems = Vec::new();
    let replay = writer.opened.ledger_mut().replay(None, &mut |frame| {
        each()?;
        verified.frames += 1;
        if frame.kind != FrameKind::OWN_PRIVATE {
            return Ok(());
        }
        let holds = frames.operations_of(&frame, Signature::Verified).ok().and_then(|read| read.tip);
        match holds {
            // The chain is taken up again after a gap, which the ledger's own chain reports.
            Some(next) if next.seq > tip.seq => {
                verified.entries += 1;
                tip = next;
            }
            _ => problems.push(Problem::Envelope { position: frame.position }),
        }
        Ok(())
    })?;
    verified.problems.extend(replay.damaged.into_iter().map(|range| Problem::Ledger {
        segment: range.segment,
        from: range.from,
        to: range.to,
        frames_lost: range.frames_lost,
    }));
    verified.problems.extend(problems);
    Ok(())
}

/// Every attachment a record holds now, each file once.
pub(crate) fn attachments(snapshot: &Snapshot) -> BTreeMap<[u8; 32], Attachment> {
    let mut files = BTreeMap::new();
    for row in snapshot.rows() {
        for value in row.values("attachments") {
            if let Value::Attachment(file) = value {
                files.insert(file.blob, *file);
            }
        }
    }
    files
}
