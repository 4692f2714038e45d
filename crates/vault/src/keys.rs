//! Keys under the root key: `HK(vault_id, VRK, L(label) …)` (protocol.md §2.4).

use crate::cipher::derive;
use crate::secret::{HeadKey, HeaderKey, IndexKey, IndexValueKey, KeyringKey, VaultRootKey};
use resguardo_wire::id::{BlobBlind, BlobId, ScopeBlind, ScopeId, VaultId};
use resguardo_wire::label;
use zeroize::Zeroizing;

/// The root key together with the vault it belongs to: gives every key and blinded name that hangs from it.
#[derive(Clone)]
pub struct RootKeys {
    vault: VaultId,
    root: VaultRootKey,
}

impl RootKeys {
    /// Joins a vault's id and its root key.
    #[must_use]
    pub fn new(vault: VaultId, root: VaultRootKey) -> Self {
        Self { vault, root }
    }

    /// The vault's id.
    #[must_use]
    pub const fn vault(&self) -> &VaultId {
        &self.vault
    }

    pub(crate) const fn root(&self) -> &VaultRootKey {
        &self.root
    }

    /// K_hdr: key of the header's MAC.
    #[must_use]
    pub fn header(&self) -> HeaderKey {
        HeaderKey::new(self.under(&[label::HEADER_MAC]))
    }

    /// K_keyring, under the keyring salt of the header.
    #[must_use]
    pub fn keyring(&self, keyring_salt: &[u8; 32]) -> KeyringKey {
        KeyringKey::new(self.under(&[label::KEYRING, keyring_salt]))
    }

    /// Key of the heads' MAC.
    #[must_use]
    pub fn head(&self) -> HeadKey {
        HeadKey::new(self.under(&[label::LEDGER_HEAD]))
    }

    /// Key that blinds the projection's keys.
    #[must_use]
    pub fn index_key(&self) -> IndexKey {
        IndexKey::new(self.under(&[label::INDEX_KEY]))
    }

    /// Key that seals the projection's values.
    #[must_use]
    pub fn index_value(&self) -> IndexValueKey {
        IndexValueKey::new(self.under(&[label::INDEX_VALUE]))
    }

    /// Key of what was being written when the vault was locked.
    pub(crate) fn desk(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.under(&[label::DESK]))
    }

    /// A scope's folder name on disk.
    #[must_use]
    pub fn scope_blind(&self, scope: &ScopeId) -> ScopeBlind {
        ScopeBlind::new(first_half(self.under(&[label::SCOPE_NAME, scope.as_bytes()])))
    }

    /// An attachment's file name on disk.
    #[must_use]
    pub fn blob_blind(&self, blob: &BlobId) -> BlobBlind {
        BlobBlind::new(first_half(self.under(&[label::BLOB_NAME, blob.as_bytes()])))
    }

    fn under(&self, info: &[&[u8]]) -> [u8; 32] {
        derive(self.vault.as_bytes(), self.root.expose(), info)
    }
}

fn first_half(bytes: [u8; 32]) -> [u8; 16] {
    let [half, _] = bytes.as_chunks::<16>().0 else { return [0; 16] };
    *half
}

#[cfg(test)]
mod tests {
    use super::RootKeys;
    use crate::secret::VaultRootKey;
    use crate::testing::hex;
    use resguardo_wire::id::{BlobId, ScopeId, VaultId};

    #[test]
    fn b03_keys_under_the_root_key_are_the_vectors() {
        let keys = RootKeys::new(VaultId::new([0x11; 32]), VaultRootKey::new([0x44; 32]));
        let check = |found: &[u8], expected: &str| assert_eq!(hex(found), expected);
        check(keys.header().expose(), "81b9d742565f093762d75765fdfcec9013991ac31865b35f94a434a4952bdd92");
        let keyring = keys.keyring(&[0x66; 32]);
        check(keyring.expose(), "915ac0642cf076fb90b41089debbf94f3811b2cad8bff7d9248114acafa75edf");
        check(keys.head().expose(), "d6605efa31c2a56dfc7d19fbb88322c860f67cc674e310f59bca390706225ab6");
        check(keys.index_key().expose(), "f4b0940ea6b03dfdeabe269be2ca190d39e5d7752d778a36ef9e3950600830e1");
        check(keys.index_value().expose(), "6c9d0b8c00a419527b768711b733e444c38abe222051febd6cc37caadf19461c");
        let scope = keys.scope_blind(&ScopeId::new([0xa1; 32]));
        check(scope.as_bytes(), "452fcf6b1b9ecd8892a6da7ef7f0402d");
        let blob = keys.blob_blind(&BlobId::new([0x01; 32]));
        check(blob.as_bytes(), "4f1367b84beee99ed5151f68c9045b9c");
    }
}
