//! `H`: SHA-256, the only hash of the protocol.

use sha2::{Digest, Sha256};

/// H(part₀ ‖ part₁ ‖ …). Parts must be of fixed length or carry their own; nothing is put between them.
#[must_use]
pub fn hash(parts: &[&[u8]]) -> [u8; 32] {
    let mut state = Sha256::new();
    for part in parts {
        state.update(part);
    }
    state.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::hash;

    #[test]
    fn parts_hash_as_their_concatenation() {
        assert_eq!(hash(&[b"ab", b"", b"c"]), hash(&[b"abc"]));
        let abc = hash(&[b"abc"]);
        assert_eq!(abc[..4], [0xba, 0x78, 0x16, 0xbf], "FIPS 180-4, first example");
    }
}
