//! Opening, chunk by chunk. Nothing is released before the tag of its chunk is good.

use super::{PREFIX_LEN, SALT_LEN, SEALED_CHUNK_BYTES, fixed_part, nonce, stream_key};
use crate::cipher::TAG_LEN;
use crate::error::VaultError;
use crate::secret::FileKey;
use chacha20poly1305::ChaCha20Poly1305;
use chacha20poly1305::aead::{AeadInOut, KeyInit};
use std::io::Read;
use zeroize::Zeroizing;

/// Gives a blob's plaintext out in chunks.
pub(crate) struct StreamReader<R> {
    source: R,
    cipher: ChaCha20Poly1305,
    number: u64,
    /// The sealed chunk read ahead; it is the last one if nothing follows.
    ahead: Vec<u8>,
    ended: bool,
}

impl<R: Read> StreamReader<R> {
    /// Reads the beginning.
    ///
    /// # Errors
    /// `BlobDamaged` if it is not one of a blob, `Disk`.
    pub(crate) fn new(mut source: R, file_key: &FileKey) -> Result<Self, VaultError> {
        let prefix = read_up_to(&mut source, PREFIX_LEN)?;
        let salt = prefix.strip_prefix(fixed_part().as_slice()).and_then(|salt| salt.first_chunk::<SALT_LEN>());
        let salt = salt.ok_or(VaultError::BlobDamaged { chunk: 0 })?;
        let cipher = ChaCha20Poly1305::new(stream_key(file_key, salt).expose().into());
        let ahead = read_up_to(&mut source, SEALED_CHUNK_BYTES)?;
        Ok(Self { source, cipher, number: 0, ahead, ended: false })
    }

    /// The next chunk's plaintext, its tag checked; nothing after the last.
    ///
    /// # Errors
    /// `BlobDamaged` names the chunk, `Disk`. Nothing may be read after an error.
    pub(crate) fn next_chunk(&mut self) -> Result<Option<Zeroizing<Vec<u8>>>, VaultError> {
        if self.ended {
            return Ok(None);
        }
        let damaged = VaultError::BlobDamaged { chunk: self.number };
        let next = read_up_to(&mut self.source, SEALED_CHUNK_BYTES)?;
        let last = next.is_empty();
        let mut chunk = Zeroizing::new(std::mem::replace(&mut self.ahead, next));
        let whole = if last { chunk.len() >= TAG_LEN } else { chunk.len() == SEALED_CHUNK_BYTES };
        let empty_after_others = last && self.number > 0 && chunk.len() == TAG_LEN;
        if !whole || empty_after_others {
            return Err(damaged);
        }
        if self.cipher.decrypt_in_place(&nonce(self.number, last), &[], &mut *chunk).is_err() {
            return Err(damaged);
        }
        self.number += 1;
        self.ended = last;
        Ok(Some(chunk))
    }

    /// How many chunks were given out.
    pub(crate) const fn chunks(&self) -> u64 {
        self.number
    }
}

/// Reads until `wanted` bytes are there or the source ends.
fn read_up_to(source: &mut impl Read, wanted: usize) -> Result<Vec<u8>, VaultError> {
    let mut bytes = Vec::with_capacity(wanted);
    source.by_ref().take(wanted as u64).read_to_end(&mut bytes)?;
    Ok(bytes)
}
