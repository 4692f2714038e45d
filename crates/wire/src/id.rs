//! Names made of bytes: identifiers and hashes, one type each, so that none can stand for another.

use crate::error::WireError;
use std::fmt;

macro_rules! byte_names {
    ($($(#[$doc:meta])* $name:ident[$len:literal];)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; $len]);

        impl $name {
            /// Length in bytes.
            pub const LEN: usize = $len;

            /// Takes the bytes as they are.
            #[must_use]
            pub const fn new(bytes: [u8; $len]) -> Self {
                Self(bytes)
            }

            /// Its bytes.
            #[must_use]
            pub const fn as_bytes(&self) -> &[u8; $len] {
                &self.0
            }
        }

        impl TryFrom<&[u8]> for $name {
            type Error = WireError;

            fn try_from(bytes: &[u8]) -> Result<Self, WireError> {
                match <[u8; $len]>::try_from(bytes) {
                    Ok(array) => Ok(Self(array)),
                    Err(_) => Err(WireError::Unexpected { expected: concat!(stringify!($len), " bytes") }),
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{self}")
            }
        }
    )*};
}

byte_names! {
    /// A vault's identity: 32 random bytes made at its creation.
    VaultId[32];
    /// A scope's identity: the vault's own for the private scope, the space's otherwise.
    ScopeId[32];
    /// An author's Ed25519 public key in one scope.
    AuthorKey[32];
    /// EH: `H(L("env-hash") ‖ H(header) ‖ H(ct))`.
    EnvelopeHash[32];
    /// Running hash of a ledger's frames (protocol.md §2.5).
    FrameHash[32];
    /// Running hash of a membership log; 32 zero bytes at its start.
    LogHash[32];
    /// pc: `H(L("pt") ‖ r ‖ H(body without key 0))`.
    PlaintextCommitment[32];
    /// Hash of a whole sealed attachment.
    BlobId[32];
    /// A slot's identity: 16 random bytes.
    SlotId[16];
    /// A scope's folder name on disk, blinded.
    ScopeBlind[16];
    /// An attachment's file name on disk, blinded.
    BlobBlind[16];
}

impl From<VaultId> for ScopeId {
    /// The private vault is itself a scope, named by the vault's id (protocol.md §2.2).
    fn from(vault: VaultId) -> Self {
        Self(vault.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{ScopeId, SlotId, VaultId};

    #[test]
    fn a_name_prints_as_lower_case_hex() {
        assert_eq!(SlotId::new([0xA1; 16]).to_string(), "a1".repeat(16));
        assert_eq!(format!("{:?}", SlotId::new([0x0f; 16])), "0f".repeat(16));
    }

    #[test]
    fn a_name_of_another_length_is_refused() {
        assert!(SlotId::try_from([0_u8; 15].as_slice()).is_err());
        assert!(SlotId::try_from([0_u8; 16].as_slice()).is_ok());
    }

    #[test]
    fn the_private_scope_carries_the_vaults_name() {
        assert_eq!(ScopeId::from(VaultId::new([7; 32])).as_bytes(), &[7; 32]);
    }
}
