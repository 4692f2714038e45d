//! Attachments on disk: one sealed file each, named by nothing that can be read.
//!
//! A file is written to `tmp/` as ciphertext, then moved to `blobs/ab/<blinded name>.rgb`. A plaintext never touches the
//! disk, and never lies in memory as a whole.

use crate::dir::{self, VaultDir, make_private_folder, sync_folder};
use crate::error::VaultError;
use crate::keys::RootKeys;
use crate::padding::padme;
use crate::random::random;
use crate::secret::FileKey;
use crate::stream::{CHUNK_BYTES, StreamReader, StreamWriter, sealed_len};
use resguardo_wire::id::BlobId;
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::{self, BufReader, Read, Write};
use zeroize::Zeroizing;

/// What is needed to read an attachment: stands in the operation that attaches it.
#[derive(Clone, Debug)]
pub struct BlobKey {
    /// H(whole blob).
    pub id: BlobId,
    /// Length of the blob in bytes.
    pub sealed_len: u64,
    /// Length of the file in bytes.
    pub len: u64,
    /// H(file).
    pub content_hash: [u8; 32],
    /// FK: random, for this blob alone. Never leaves through a list, a history or an export.
    pub file_key: FileKey,
}

impl BlobKey {
    /// FK's bytes, for the one place that keeps them: the sealed operation that attaches the file.
    #[must_use]
    pub fn file_key_bytes(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(*self.file_key.expose())
    }
}

/// The attachments of a vault.
pub struct BlobStore {
    dir: VaultDir,
    keys: RootKeys,
}

impl BlobStore {
    pub(crate) const fn new(dir: VaultDir, keys: RootKeys) -> Self {
        Self { dir, keys }
    }

    /// Seals everything `source` gives, to its end. When this returns `Ok` the blob is on disk; when it fails nothing
    /// stays but, until the next start, ciphertext in `tmp/`.
    ///
    /// # Errors
    /// `Outside` if the source cannot be read; `DiskFull`, `Disk`, `NoRandomness`.
    pub fn write(&self, source: &mut dyn Read) -> Result<BlobKey, VaultError> {
        let file_key = FileKey::new(random()?);
        let (temporary, file) = self.dir.temporary()?;
        let written = seal_all(source, &file_key, &random()?, Hashed::new(&file));
        let placed = written.and_then(|written| {
            file.sync_all()?;
            let path = self.dir.blob(&self.keys.blob_blind(&written.id));
            if let Some(folder) = path.parent() {
                make_private_folder(folder)?;
                sync_folder(&self.dir.blobs())?;
            }
            dir::place(&temporary, &path)?;
            Ok(written)
        });
        match placed {
            Ok(Written { id, sealed_len, len, content_hash }) => {
                Ok(BlobKey { id, sealed_len, len, content_hash, file_key })
            }
            Err(error) => {
                // What is left is ciphertext and goes at the next start.
                drop(fs::remove_file(&temporary));
                Err(error)
            }
        }
    }

    /// Writes an attachment's content to `sink`. Each chunk is released after its tag was checked; the whole is right
    /// only when this returns `Ok`: a sink that keeps what it got must not use it before.
    ///
    /// # Errors
    /// `BlobMissing`; `BlobDamaged`; `Outside` if the sink does not take it; `Disk`.
    pub fn read(&self, key: &BlobKey, sink: &mut dyn Write) -> Result<(), VaultError> {
        let file = match File::open(self.dir.blob(&self.keys.blob_blind(&key.id))) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(VaultError::BlobMissing),
            Err(error) => return Err(error.into()),
        };
        open_all(file, key, sink)
    }

    /// Checks an attachment to its end.
    ///
    /// # Errors
    /// As [`BlobStore::read`].
    pub fn verify(&self, key: &BlobKey) -> Result<(), VaultError> {
        self.read(key, &mut io::sink())
    }
}

struct Written {
    id: BlobId,
    sealed_len: u64,
    len: u64,
    content_hash: [u8; 32],
}

fn seal_all(
    source: &mut dyn Read,
    file_key: &FileKey,
    salt: &[u8; 16],
    sink: Hashed<&File>,
) -> Result<Written, VaultError> {
    let mut stream = StreamWriter::new(sink, file_key, salt)?;
    let mut content = Sha256::new();
    let mut len: u64 = 0;
    let mut buffer = Zeroizing::new(vec![0; CHUNK_BYTES]);
    loop {
        let read = match source.read(&mut buffer) {
            Ok(0) => break,
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(source) => return Err(VaultError::Outside { source }),
        };
        let piece = buffer.get(..read).unwrap_or_default();
        content.update(piece);
        stream.take(piece)?;
        len += read as u64;
    }
    let mut padding = padme(len) - len;
    let zeros = [0; 4096];
    while padding > 0 {
        let piece = zeros.get(..usize::try_from(padding).unwrap_or(zeros.len())).unwrap_or(&zeros);
        stream.take(piece)?;
        padding -= piece.len() as u64;
    }
    let (hash, written) = stream.finish()?.finish();
    Ok(Written { id: BlobId::new(hash), sealed_len: written, len, content_hash: content.finalize().into() })
}

fn open_all(file: File, key: &BlobKey, sink: &mut dyn Write) -> Result<(), VaultError> {
    if file.metadata()?.len() != key.sealed_len || key.sealed_len != sealed_len(padme(key.len)) {
        return Err(VaultError::BlobDamaged { chunk: 0 });
    }
    let mut whole = Hashed::new(BufReader::with_capacity(CHUNK_BYTES, file));
    let mut stream = StreamReader::new(&mut whole, &key.file_key)?;
    let mut content = Sha256::new();
    let mut left = key.len;
    let mut padding_is_zero = true;
    while let Some(chunk) = stream.next_chunk()? {
        let kept = usize::try_from(left).unwrap_or(usize::MAX).min(chunk.len());
        let (file_part, padding) = chunk.split_at_checked(kept).unwrap_or((&chunk, &[]));
        content.update(file_part);
        sink.write_all(file_part).map_err(|source| VaultError::Outside { source })?;
        left -= file_part.len() as u64;
        padding_is_zero &= padding.iter().all(|byte| *byte == 0);
    }
    let chunk = stream.chunks();
    let content_holds = left == 0 && padding_is_zero && <[u8; 32]>::from(content.finalize()) == key.content_hash;
    let (hash, _) = whole.finish();
    if content_holds && hash == *key.id.as_bytes() { Ok(()) } else { Err(VaultError::BlobDamaged { chunk }) }
}

/// Hashes and counts what passes through.
struct Hashed<T> {
    inner: T,
    state: Sha256,
    len: u64,
}

impl<T> Hashed<T> {
    fn new(inner: T) -> Self {
        Self { inner, state: Sha256::new(), len: 0 }
    }

    fn finish(self) -> ([u8; 32], u64) {
        (self.state.finalize().into(), self.len)
    }

    fn pass(&mut self, bytes: &[u8]) {
        self.state.update(bytes);
        self.len += bytes.len() as u64;
    }
}

impl<W: Write> Write for Hashed<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.pass(bytes.get(..written).unwrap_or_default());
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

impl<R: Read> Read for Hashed<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.pass(buffer.get(..read).unwrap_or_default());
        Ok(read)
    }
}

#[cfg(test)]
mod tests;
