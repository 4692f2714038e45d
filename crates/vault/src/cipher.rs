//! XChaCha20-Poly1305, HKDF-SHA-256 and HMAC-SHA-256 in the one form the protocol uses.

use crate::error::VaultError;
use chacha20poly1305::aead::{AeadInOut, KeyInit};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::Sha256;

/// Length of a nonce.
pub(crate) const NONCE_LEN: usize = 24;
/// Length of a tag.
pub(crate) const TAG_LEN: usize = 16;

/// XChaCha20-Poly1305 over `plain`, in place; gives ciphertext ‖ tag.
///
/// # Errors
/// `Bug` past 256 GiB, which no caller reaches.
pub(crate) fn seal(key: &[u8; 32], nonce: [u8; NONCE_LEN], aad: &[u8], plain: Vec<u8>) -> Result<Vec<u8>, VaultError> {
    let mut buffer = plain;
    match XChaCha20Poly1305::new(key.into()).encrypt_in_place(&XNonce::from(nonce), aad, &mut buffer) {
        Ok(()) => Ok(buffer),
        Err(_) => Err(VaultError::Bug { what: "a plaintext fits one message" }),
    }
}

/// Opens ciphertext ‖ tag, or gives nothing: which part was wrong is not to be known.
pub(crate) fn open(key: &[u8; 32], nonce: [u8; NONCE_LEN], aad: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
    let mut buffer = Vec::new();
    open_into(&mut buffer, key, nonce, aad, sealed).map(|()| buffer)
}

/// The same into a buffer that is used again and again; after nothing, it holds nothing of use.
pub(crate) fn open_into(
    buffer: &mut Vec<u8>,
    key: &[u8; 32],
    nonce: [u8; NONCE_LEN],
    aad: &[u8],
    sealed: &[u8],
) -> Option<()> {
    buffer.clear();
    buffer.extend_from_slice(sealed);
    XChaCha20Poly1305::new(key.into()).decrypt_in_place(&XNonce::from(nonce), aad, buffer).ok()
}

/// HK(salt, ikm, info₀ ‖ info₁ ‖ …): HKDF-SHA-256 to 32 bytes (RFC 5869).
#[must_use]
pub(crate) fn derive(salt: &[u8], ikm: &[u8], info: &[&[u8]]) -> [u8; 32] {
    let mut key = [0; 32];
    let expanded = Hkdf::<Sha256>::new(Some(salt), ikm).expand_multi_info(info, &mut key);
    debug_assert!(expanded.is_ok(), "32 bytes are one block");
    key
}

/// HMAC-SHA-256(key, part₀ ‖ part₁ ‖ …) (RFC 2104).
#[must_use]
pub(crate) fn authenticate(key: &[u8; 32], parts: &[&[u8]]) -> [u8; 32] {
    mac(key, parts).finalize().into_bytes().into()
}

/// Compares in constant time.
#[must_use]
pub(crate) fn is_authentic(key: &[u8; 32], parts: &[&[u8]], tag: &[u8; 32]) -> bool {
    mac(key, parts).verify_slice(tag).is_ok()
}

fn mac(key: &[u8; 32], parts: &[&[u8]]) -> Hmac<Sha256> {
    #[expect(clippy::expect_used, reason = "HMAC takes keys of any length (RFC 2104 §2)")]
    let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(key).expect("a key of any length is taken");
    for part in parts {
        mac.update(part);
    }
    mac
}
