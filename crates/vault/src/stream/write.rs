//! Sealing, chunk by chunk.

use super::{CHUNK_BYTES, SALT_LEN, fixed_part, nonce, stream_key};
use crate::secret::FileKey;
use chacha20poly1305::ChaCha20Poly1305;
use chacha20poly1305::aead::{AeadInOut, KeyInit};
use std::io::{self, Write};
use zeroize::Zeroizing;

/// Takes a plaintext and writes the blob. Ends with [`StreamWriter::finish`]; without it the blob is not whole and no
/// reader takes it for one.
pub(crate) struct StreamWriter<W> {
    sink: W,
    cipher: ChaCha20Poly1305,
    /// The chunk being filled; sealed only when it is known whether another follows.
    chunk: Zeroizing<Vec<u8>>,
    number: u64,
}

impl<W: Write> StreamWriter<W> {
    /// Writes the beginning.
    pub(crate) fn new(mut sink: W, file_key: &FileKey, salt: &[u8; SALT_LEN]) -> io::Result<Self> {
        sink.write_all(&fixed_part())?;
        sink.write_all(salt)?;
        let cipher = ChaCha20Poly1305::new(stream_key(file_key, salt).expose().into());
        Ok(Self { sink, cipher, chunk: Zeroizing::new(Vec::with_capacity(CHUNK_BYTES + 16)), number: 0 })
    }

    /// Takes more plaintext.
    pub(crate) fn take(&mut self, mut plain: &[u8]) -> io::Result<()> {
        while !plain.is_empty() {
            if self.chunk.len() == CHUNK_BYTES {
                self.seal(false)?;
            }
            let room = (CHUNK_BYTES - self.chunk.len()).min(plain.len());
            let (now, later) = plain.split_at_checked(room).unwrap_or((plain, &[]));
            self.chunk.extend_from_slice(now);
            plain = later;
        }
        Ok(())
    }

    /// Seals the last chunk and gives the sink back.
    pub(crate) fn finish(mut self) -> io::Result<W> {
        self.seal(true)?;
        Ok(self.sink)
    }

    fn seal(&mut self, last: bool) -> io::Result<()> {
        let mut sealed = std::mem::take(&mut *self.chunk);
        if self.cipher.encrypt_in_place(&nonce(self.number, last), &[], &mut sealed).is_err() {
            return Err(io::Error::other("a chunk fits one message"));
        }
        self.sink.write_all(&sealed)?;
        sealed.clear();
        *self.chunk = sealed;
        self.number += 1;
        Ok(())
    }
}
