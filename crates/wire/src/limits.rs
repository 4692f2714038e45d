//! Sizes and depths, all of them, before which nothing is allocated (protocol.md §2.3, §2.6, §2.6a).

/// Deepest nesting of any structure; the outermost array or map is level 1.
pub const DEPTH_MAX: usize = 8;
/// A vault header or an envelope header, in bytes.
pub const HEADER_MAX_BYTES: usize = 2 * 1024;
/// A membership operation, in bytes.
pub const MEMBERSHIP_OPERATION_MAX_BYTES: usize = 512 * 1024;
/// A keyring's plaintext, in bytes.
pub const KEYRING_MAX_BYTES: usize = 4 * 1024 * 1024;
/// An envelope, in bytes.
pub const ENVELOPE_MAX_BYTES: usize = 4 * 1024 * 1024;
/// A frame's ciphertext, in bytes.
pub const FRAME_MAX_BYTES: usize = 4 * 1024 * 1024 + 4 * 1024;
/// An envelope's body before padding, in bytes: what still fits an envelope after Padmé.
pub const BODY_MAX_BYTES: usize = 4_128_767;
/// Where a writer closes a payload of operations, in bytes. Readers accept what fits the envelope.
pub const PAYLOAD_CLOSE_BYTES: usize = 1024 * 1024;
/// One value of one operation, in bytes.
pub const VALUE_MAX_BYTES: usize = 256 * 1024;
/// Where the keys of extensions begin; below, an unknown key is refused.
pub const EXTENSION_KEY_MIN: u64 = 64;
