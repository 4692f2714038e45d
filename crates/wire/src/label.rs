//! Labels: `L("x")` = ASCII `resguardo/v1/x` followed by one zero byte. Every label of the protocol stands here and
//! nowhere else, so that no two uses of a primitive can share one by accident.

macro_rules! labels {
    ($($(#[$doc:meta])* $name:ident = $text:literal;)*) => {
        $($(#[$doc])* pub const $name: &[u8] = concat!("resguardo/v1/", $text, "\0").as_bytes();)*

        #[cfg(test)]
        const ALL: &[&[u8]] = &[$($name),*];
    };
}

labels! {
    /// Associated data of a slot: `‖ vault_id ‖ slot_id ‖ u8 type`.
    SLOT = "slot";
    /// Derives the slot key: `‖ slot_id`.
    SLOT_KEY = "kek";
    /// Derives the commitment to the slot key: `‖ slot_id`.
    SLOT_COMMITMENT = "kek-commit";
    /// Prefix of a keyfile's hash: `‖ file bytes`.
    KEYFILE = "keyfile";
    /// Derives the key of the header's MAC.
    HEADER_MAC = "header-mac";
    /// Derives the keyring's key: `‖ ks`.
    KEYRING = "keyring";
    /// Associated data of the keyring: `‖ vault_id ‖ u64 counter`.
    KEYRING_AAD = "keyring-aad";
    /// Derives the key of the heads' MAC.
    LEDGER_HEAD = "ledger-head";
    /// Prefix of what a head's MAC covers: `‖ scope_blind ‖ all before`.
    HEAD = "head";
    /// Derives a scope's folder name: `‖ scope_id`.
    SCOPE_NAME = "scope-name";
    /// Derives an attachment's file name: `‖ blob_id`.
    BLOB_NAME = "blob-name";
    /// Derives the key that blinds keys of the projection.
    INDEX_KEY = "index-key";
    /// Derives the key that seals values of the projection.
    INDEX_VALUE = "index-value";
    /// Associated data of a value of the projection: `‖ tree ‖ key`.
    PROJECTION = "proj";
    /// Derives the key of what was being written at lock, and stands in its associated data: `‖ vault_id`.
    DESK = "desk";
    /// Derives the key that binds a backup to its vault.
    BACKUP_AUTH = "backup-auth";
    /// Associated data of a frame: `‖ vault_id ‖ scope_blind ‖ u32 segment_no ‖ u64 frame_seq`.
    FRAME = "frame";
    /// Start of a ledger's chain: `‖ vault_id ‖ scope_blind`.
    FRAME_CHAIN_START = "frame-chain-0";
    /// Step of a ledger's chain: `‖ previous ‖ u64 frame_seq ‖ c`.
    FRAME_CHAIN = "frame-chain";
    /// Derives an envelope's key: `‖ author ‖ u64 seq`.
    ENVELOPE_KEY = "env";
    /// Associated data of an envelope: `‖ header`.
    ENVELOPE_AAD = "env-aad";
    /// Prefix of the commitment to a body: `‖ r ‖ H(body without key 0)`.
    PLAINTEXT = "pt";
    /// Prefix of what an author signs: `‖ H(header) ‖ H(ct)`.
    ENVELOPE_SIGNATURE = "env-sig";
    /// Prefix of an envelope's hash: `‖ H(header) ‖ H(ct)`.
    ENVELOPE_HASH = "env-hash";
    /// The predecessor of an author's first envelope: `‖ scope ‖ author`.
    CHAIN_START = "chain-0";
    /// Derives an epoch's commitment: `‖ u32 epoch`.
    EPOCH_COMMITMENT = "epoch-commit";
    /// Derives an attachment's stream key.
    BLOB = "blob";
}

#[cfg(test)]
mod tests {
    use super::{ALL, SLOT};
    use std::collections::BTreeSet;

    #[test]
    fn a_label_is_its_text_and_one_zero_byte() {
        assert_eq!(SLOT, b"resguardo/v1/slot\0");
    }

    #[test]
    fn no_label_is_another_or_the_beginning_of_another() {
        assert_eq!(ALL.iter().collect::<BTreeSet<_>>().len(), ALL.len());
        for one in ALL {
            assert_eq!(one.iter().filter(|byte| **byte == 0).count(), 1);
            assert!(ALL.iter().all(|other| one == other || !other.starts_with(one)));
        }
    }
}
