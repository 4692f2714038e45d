//! A segment's first bytes.
//!
//! ```text
//! "RGSEG1\0\0" ‖ vault_id ‖ scope_blind(16) ‖ u32 segment_no ‖ frame_hash of the previous segment's last frame
//! ```

use super::LedgerPlace;
use crate::format::SEGMENT_MAGIC;
use resguardo_wire::id::FrameHash;

/// Where the first frame of a segment starts.
pub(super) const HEADER_LEN: usize = SEGMENT_MAGIC.len() + 32 + 16 + 4 + 32;
/// The same, as an offset.
pub(super) const FIRST_OFFSET: u64 = HEADER_LEN as u64;

/// A segment's header.
pub(super) fn header(place: &LedgerPlace, number: u32, before: &FrameHash) -> Vec<u8> {
    [fixed_part(place, number).as_slice(), before.as_bytes()].concat()
}

/// The hash a segment's header says it follows; nothing if it is no header of this segment in this scope of this vault.
pub(super) fn read_header(place: &LedgerPlace, number: u32, bytes: &[u8]) -> Option<FrameHash> {
    let before = bytes.get(..HEADER_LEN)?.strip_prefix(fixed_part(place, number).as_slice())?;
    FrameHash::try_from(before).ok()
}

fn fixed_part(place: &LedgerPlace, number: u32) -> Vec<u8> {
    [SEGMENT_MAGIC.as_slice(), place.vault.as_bytes(), place.blind.as_bytes(), &number.to_be_bytes()].concat()
}
