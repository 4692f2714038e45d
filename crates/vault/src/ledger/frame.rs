//! One sealed entry.
//!
//! ```text
//! frame = "RGF1" ‖ u32 len (bytes of ct) ‖ nonce(24) ‖ ct
//! aad   = L("frame") ‖ vault_id ‖ scope_blind ‖ u32 segment_no ‖ u64 frame_seq
//! plain = CBOR {0: kind, 1: bytes, 2: minute}, padded, min 512
//! ```
//! The associated data is the *position*, not the running hash: one rotten sector must not make everything after it
//! unreadable. Order, deletion and replacement are caught by the chain.

use super::{LedgerPlace, Position};
use crate::cipher::{self, NONCE_LEN, TAG_LEN};
use crate::error::VaultError;
use crate::format::FRAME_MAGIC;
use crate::padding::{pad, unpad};
use crate::random::random;
use crate::secret::SegmentKey;
use resguardo_wire::envelope::{SealedEnvelope, envelope_hash, hash_of_accepted};
use resguardo_wire::gate::{Cbor, Limits};
use resguardo_wire::hash::hash;
use resguardo_wire::id::FrameHash;
use resguardo_wire::{WireError, label, limits};

const PADDED_MIN_BYTES: usize = 512;
/// Bytes before the ciphertext.
pub(super) const PREFIX_LEN: usize = FRAME_MAGIC.len() + 4 + NONCE_LEN;
/// Length of the shortest frame.
pub(super) const FRAME_MIN_BYTES: usize = PREFIX_LEN + PADDED_MIN_BYTES + TAG_LEN;

/// What a frame holds. Kinds this version does not know are kept opaque.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FrameKind(pub u64);

impl FrameKind {
    /// An envelope of this device in the private scope.
    pub const OWN_PRIVATE: Self = Self(1);
    /// An envelope of this device in a space.
    pub const OWN_SHARED: Self = Self(2);
    /// An envelope received.
    pub const RECEIVED: Self = Self(3);
    /// A membership operation with its seals.
    pub const LOG_OPERATION: Self = Self(4);
    /// A receipt or checkpoint of a server.
    pub const RECEIPT: Self = Self(5);
    /// Something to be sent that is not sealed yet.
    pub const OUTBOX: Self = Self(6);
    /// What is left of an envelope whose content was destroyed.
    pub const ERASED: Self = Self(7);
    /// Which local attachment stands for which shared one.
    pub const BLOB_PAIR: Self = Self(8);

    const fn is_envelope(self) -> bool {
        matches!(self, Self::OWN_PRIVATE | Self::OWN_SHARED | Self::RECEIVED)
    }
}

/// A frame to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameDraft {
    /// What `bytes` are.
    pub kind: FrameKind,
    /// The content.
    pub bytes: Vec<u8>,
    /// The laptop's clock in minutes since 1970-01-01T00:00Z.
    pub minute: u64,
}

/// A frame read back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// Where it lies.
    pub position: Position,
    /// What `bytes` are.
    pub kind: FrameKind,
    /// The content.
    pub bytes: Vec<u8>,
    /// The writing laptop's clock in minutes since 1970-01-01T00:00Z.
    pub minute: u64,
}

impl FrameDraft {
    /// The plaintext, and the draft's link `c` in the chain.
    ///
    /// # Errors
    /// `TooLarge`; `Malformed` if an envelope's bytes are none.
    pub(super) fn encode(&self) -> Result<(Vec<u8>, [u8; 32]), VaultError> {
        if self.kind.is_envelope() {
            SealedEnvelope::decode(&self.bytes)?;
        }
        let link = link(self.kind, &self.bytes)?;
        let plain =
            Cbor::map([(0, Cbor::Uint(self.kind.0)), (1, Cbor::bytes(&self.bytes)), (2, Cbor::Uint(self.minute))])
                .encode();
        let padded = pad(plain, PADDED_MIN_BYTES);
        if padded.len() + TAG_LEN > limits::FRAME_MAX_BYTES {
            return Err(VaultError::TooLarge { size_bytes: self.bytes.len() });
        }
        Ok((padded, link))
    }
}

/// Length of the frame that seals a padded plaintext.
pub(super) const fn sealed_len(padded: &[u8]) -> usize {
    PREFIX_LEN + padded.len() + TAG_LEN
}

/// Seals a padded plaintext as the frame at a position.
pub(super) fn seal(
    place: &LedgerPlace,
    key: &SegmentKey,
    position: Position,
    padded: Vec<u8>,
) -> Result<Vec<u8>, VaultError> {
    let nonce: [u8; NONCE_LEN] = random()?;
    let ciphertext = cipher::seal(key.expose(), nonce, &associated_data(place, position), padded)?;
    let Ok(len) = u32::try_from(ciphertext.len()) else {
        return Err(VaultError::Bug { what: "a frame has less than 4 GiB" });
    };
    Ok([FRAME_MAGIC.as_slice(), &len.to_be_bytes(), &nonce, &ciphertext].concat())
}

/// Bytes that have the outer form of a frame.
#[derive(Clone, Copy)]
pub(super) struct RawFrame<'a> {
    nonce: [u8; NONCE_LEN],
    pub(super) ciphertext: &'a [u8],
}

impl<'a> RawFrame<'a> {
    /// What stands at the beginning of these bytes, if it has the form of a frame.
    pub(super) fn at(bytes: &'a [u8]) -> Option<Self> {
        let (nonce, len) = read_prefix(bytes.first_chunk()?)?;
        let ciphertext = bytes.get(PREFIX_LEN..PREFIX_LEN.checked_add(len)?)?;
        Some(Self { nonce, ciphertext })
    }

    /// Length of the whole frame.
    pub(super) const fn len(&self) -> usize {
        PREFIX_LEN + self.ciphertext.len()
    }

    /// Opens it as the frame at a position, with any of the segment's keys.
    pub(super) fn open(&self, place: &LedgerPlace, keys: &[SegmentKey], position: Position) -> Option<Frame> {
        let aad = associated_data(place, position);
        let padded = keys.iter().find_map(|key| cipher::open(key.expose(), self.nonce, &aad, self.ciphertext))?;
        read_plain(&unpad(padded, PADDED_MIN_BYTES)?, position).ok()
    }
}

/// Nonce and ciphertext length from a frame's first bytes, if they have the form of a frame.
pub(super) fn read_prefix(prefix: &[u8; PREFIX_LEN]) -> Option<([u8; NONCE_LEN], usize)> {
    let (magic, rest) = prefix.split_first_chunk::<4>()?;
    let (len, nonce) = rest.split_first_chunk::<4>()?;
    let len = usize::try_from(u32::from_be_bytes(*len)).ok()?;
    let fits = (PADDED_MIN_BYTES + TAG_LEN..=limits::FRAME_MAX_BYTES).contains(&len);
    (magic == FRAME_MAGIC && fits).then_some((*nonce.first_chunk()?, len))
}

fn read_plain(plain: &[u8], position: Position) -> Result<Frame, WireError> {
    let mut fields = Cbor::decode(plain, Limits::bytes(limits::FRAME_MAX_BYTES))?.into_fields()?;
    let kind = FrameKind(fields.take(0)?.into_uint()?);
    let bytes = fields.take(1)?.into_bytes()?;
    let minute = fields.take(2)?.into_uint()?;
    fields.finish()?;
    Ok(Frame { position, kind, bytes, minute })
}

/// frame_hash_i = H(L("frame-chain") ‖ frame_hash_{i-1} ‖ u64 frame_seq ‖ c_i).
pub(super) fn step(previous: &FrameHash, frame_seq: u64, link: &[u8; 32]) -> FrameHash {
    FrameHash::new(hash(&[label::FRAME_CHAIN, previous.as_bytes(), &frame_seq.to_be_bytes(), link]))
}

/// c: EH for envelopes, and for what is left of one; `H(bytes)` otherwise. So a frame can lose its content and keep its
/// place in the chain.
///
/// # Errors
/// `WireError` if the bytes are not what the kind says.
pub(super) fn link(kind: FrameKind, bytes: &[u8]) -> Result<[u8; 32], WireError> {
    if kind.is_envelope() {
        return Ok(*hash_of_accepted(bytes)?.as_bytes());
    }
    if kind != FrameKind::ERASED {
        return Ok(hash(&[bytes]));
    }
    let stub = Cbor::decode(bytes, Limits::bytes(limits::HEADER_MAX_BYTES + 256))?;
    let [old_kind, header, ciphertext_hash, signature] = stub.into_tuple()?;
    old_kind.into_uint()?;
    signature.into_array_of::<64>()?;
    Ok(*envelope_hash(&header.into_bytes()?, &ciphertext_hash.into_array_of()?).as_bytes())
}

fn associated_data(place: &LedgerPlace, position: Position) -> Vec<u8> {
    let segment = position.segment.to_be_bytes();
    let frame_seq = position.frame_seq.to_be_bytes();
    [label::FRAME, place.vault.as_bytes(), place.blind.as_bytes(), &segment, &frame_seq].concat()
}
