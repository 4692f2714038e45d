//! An attachment's bytes: `RGB1`, age's STREAM layout (protocol.md §2.8).
//!
//! ```text
//! blob    = "RGB1"(4) ‖ u8 16 (log2 chunk) ‖ 3×0 ‖ salt(16) ‖ chunks
//! PK      = HK(salt, FK, L("blob"))
//! chunk_i = ChaCha20-Poly1305(PK, nonce = u88 i ‖ u8 last, 65536 bytes)
//! plain   = file ‖ zero padding to Padmé(len)
//! ```
//! The last chunk is shorter, and empty only if the whole is. Swapped, repeated, cut, added or foreign chunks fail by
//! key, counter or flag.

mod read;
mod write;

pub(crate) use read::StreamReader;
pub(crate) use write::StreamWriter;

use crate::cipher::{TAG_LEN, derive};
use crate::format::BLOB_MAGIC;
use crate::secret::{FileKey, StreamKey};
use chacha20poly1305::Nonce;
use resguardo_wire::label;

/// Bytes of a chunk before sealing.
pub(crate) const CHUNK_BYTES: usize = 64 * 1024;
/// Bytes of a chunk after sealing.
pub(crate) const SEALED_CHUNK_BYTES: usize = CHUNK_BYTES + TAG_LEN;
const SALT_LEN: usize = 16;
const PREFIX_LEN: usize = BLOB_MAGIC.len() + 4 + SALT_LEN;
const LOG2_CHUNK: u8 = 16;

fn fixed_part() -> [u8; PREFIX_LEN - SALT_LEN] {
    let [a, b, c, d] = *BLOB_MAGIC;
    [a, b, c, d, LOG2_CHUNK, 0, 0, 0]
}

fn stream_key(file_key: &FileKey, salt: &[u8; SALT_LEN]) -> StreamKey {
    StreamKey::new(derive(salt, file_key.expose(), &[label::BLOB]))
}

/// u88 i ‖ u8 last, big-endian.
fn nonce(chunk: u64, last: bool) -> Nonce {
    let mut nonce = [0; 12];
    let number = u128::from(chunk) << 8 | u128::from(last);
    let bytes = number.to_be_bytes();
    for (to, from) in nonce.iter_mut().rev().zip(bytes.iter().rev()) {
        *to = *from;
    }
    Nonce::from(nonce)
}

/// Length of the blob whose padded plaintext has this length.
pub(crate) fn sealed_len(padded_len: u64) -> u64 {
    let chunks = padded_len.div_ceil(CHUNK_BYTES as u64).max(1);
    PREFIX_LEN as u64 + padded_len + chunks * TAG_LEN as u64
}

#[cfg(test)]
mod tests;
