//! An attachment as a value of a record, and as what opens its file: the only place that sees both.

use resguardo_domain::value::Attachment;
use resguardo_wire::id::BlobId;

use crate::blob::BlobKey;
use crate::secret::FileKey;

/// A name for people to read and what the first bytes say, beside what opens the file.
#[must_use]
pub fn attachment(key: &BlobKey, kind: String, name: String) -> Attachment {
    Attachment {
        blob: *key.id.as_bytes(),
        sealed_bytes: key.sealed_len,
        size_bytes: key.len,
        sha256: key.content_hash,
        key: *key.file_key.expose(),
        kind,
        name,
        sanitised: false,
        origin: None,
        thumb: None,
    }
}

impl From<&Attachment> for BlobKey {
    fn from(file: &Attachment) -> Self {
        Self {
            id: BlobId::new(file.blob),
            sealed_len: file.sealed_bytes,
            len: file.size_bytes,
            content_hash: file.sha256,
            file_key: FileKey::new(file.key),
        }
    }
}
