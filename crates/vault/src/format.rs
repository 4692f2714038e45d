//! First bytes and fixed sizes of every file of a vault: what tells one version of a format from the next.

/// First bytes of a header file.
pub const HEADER_MAGIC: &[u8; 8] = b"RESGRDV1";
/// Size of a header file in bytes.
pub const HEADER_FILE_BYTES: usize = 16 * 1024;
/// First bytes of a keyring file.
pub const KEYRING_MAGIC: &[u8; 8] = b"RGKEYS1\0";
/// Version of the keyring's plaintext.
pub const KEYRING_VERSION: u64 = 1;
/// First bytes of a ledger segment.
pub const SEGMENT_MAGIC: &[u8; 8] = b"RGSEG1\0\0";
/// First bytes of a frame.
pub const FRAME_MAGIC: &[u8; 4] = b"RGF1";
/// First bytes of a head half.
pub const HEAD_MAGIC: &[u8; 4] = b"RGH1";
/// Size of one head half in bytes.
pub const HEAD_HALF_BYTES: usize = 4096;
/// First bytes of an attachment.
pub const BLOB_MAGIC: &[u8; 4] = b"RGB1";
