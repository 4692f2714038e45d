//! Secrets: keys, passphrases, keyfiles. They wipe themselves and print as `[oculto]`.

use crate::error::VaultError;
use resguardo_wire::hash::hash;
use resguardo_wire::label;
use std::fmt;
use std::io::Read;
use unicode_normalization::UnicodeNormalization;
use zeroize::{Zeroize, Zeroizing};

/// What every secret prints as.
pub const HIDDEN: &str = "[oculto]";
/// Longest passphrase, in bytes after NFKD.
pub const PASSPHRASE_MAX_BYTES: usize = 1024;

macro_rules! hidden {
    ($name:ident) => {
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(HIDDEN)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(HIDDEN)
            }
        }
    };
}

macro_rules! keys {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone)]
        pub struct $name(Box<[u8; 32]>);

        impl $name {
            /// Takes the key's bytes.
            #[must_use]
            pub fn new(bytes: [u8; 32]) -> Self {
                Self(Box::new(bytes))
            }

            /// The key's bytes, for the primitive that needs them.
            #[must_use]
            pub(crate) fn expose(&self) -> &[u8; 32] {
                &self.0
            }
        }

        impl Drop for $name {
            fn drop(&mut self) {
                self.0.zeroize();
            }
        }

        hidden!($name);
    )*};
}

keys! {
    /// VRK: everything in a vault hangs from it; it exists only wrapped in slots.
    VaultRootKey;
    /// What Argon2id gives for one slot.
    DerivedSecret;
    /// KEK: wraps the root key in one slot.
    SlotKey;
    /// Key of the header's MAC.
    HeaderKey;
    /// Seals the keyring.
    KeyringKey;
    /// Key of the heads' MAC.
    HeadKey;
    /// Blinds the keys of the projection.
    IndexKey;
    /// Seals the values of the projection.
    IndexValueKey;
    /// Seals the frames of one segment.
    SegmentKey;
    /// ES: seals the envelopes of one epoch of one scope.
    EpochSecret;
    /// LS: seals the membership log of one epoch of one space.
    LogSecret;
    /// Seals one envelope.
    EnvelopeKey;
    /// Seed of the device's signing key in one scope.
    DeviceSeed;
    /// Seed of the device's sealing key in one space.
    SealingSeed;
    /// FK: one attachment's file key.
    FileKey;
    /// PK: one attachment's stream key.
    StreamKey;
}

/// A passphrase as typed. Two ways of typing the same letters are the same passphrase: it is used in NFKD.
#[derive(Clone)]
pub struct Passphrase {
    normal: Zeroizing<String>,
}

hidden!(Passphrase);

impl Passphrase {
    /// Takes a passphrase as typed; nothing is trimmed.
    ///
    /// # Errors
    /// `PassphraseForm`: empty, over 1,024 bytes after NFKD, or with a NUL inside.
    pub fn new(typed: &str) -> Result<Self, VaultError> {
        // Refused before normalising: NFKD never makes a text of this length short enough.
        if typed.len() > PASSPHRASE_MAX_BYTES {
            return Err(VaultError::PassphraseForm);
        }
        let mut normal = Zeroizing::new(String::with_capacity(PASSPHRASE_MAX_BYTES * 2));
        normal.extend(typed.nfkd());
        if normal.is_empty() || normal.len() > PASSPHRASE_MAX_BYTES || normal.contains('\0') {
            return Err(VaultError::PassphraseForm);
        }
        Ok(Self { normal })
    }

    /// Takes a passphrase from bytes, as a file gives them.
    ///
    /// # Errors
    /// `PassphraseForm`, also if the bytes are no UTF-8.
    pub fn from_utf8(bytes: &[u8]) -> Result<Self, VaultError> {
        match std::str::from_utf8(bytes) {
            Ok(text) => Self::new(text),
            Err(_) => Err(VaultError::PassphraseForm),
        }
    }

    /// Its NFKD form, which key derivation takes.
    pub(crate) fn expose(&self) -> &str {
        &self.normal
    }
}

/// A keyfile, reduced to `H(L("keyfile") ‖ file bytes)`. Its path is kept nowhere.
#[derive(Clone)]
pub struct Keyfile(Zeroizing<[u8; 32]>);

hidden!(Keyfile);

impl Keyfile {
    /// Takes a keyfile's whole content.
    #[must_use]
    pub fn new(content: &[u8]) -> Self {
        Self(Zeroizing::new(hash(&[label::KEYFILE, content])))
    }

    /// Reads a keyfile to its end.
    ///
    /// # Errors
    /// `Outside` if it cannot be read.
    pub fn read(source: &mut dyn Read) -> Result<Self, VaultError> {
        let mut content = Zeroizing::new(Vec::new());
        source.read_to_end(&mut content).map_err(|source| VaultError::Outside { source })?;
        Ok(Self::new(&content))
    }

    pub(crate) fn expose(&self) -> &[u8; 32] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::{HIDDEN, Keyfile, Passphrase, VaultRootKey};

    #[test]
    fn b10_every_secret_prints_as_hidden() {
        let key = VaultRootKey::new([0x41; 32]);
        let passphrase = Passphrase::new("murciélago azúcar").unwrap();
        let keyfile = Keyfile::new(b"abc");
        for printed in [
            format!("{key:?}"),
            format!("{key}"),
            format!("{passphrase:?}"),
            format!("{passphrase}"),
            format!("{keyfile:?}"),
            format!("{keyfile}"),
        ] {
            assert_eq!(printed, HIDDEN);
        }
    }

    #[test]
    fn b01_composed_and_decomposed_typing_is_one_passphrase() {
        let composed = Passphrase::new("contrase\u{f1}a \u{e1}rbol").unwrap();
        let decomposed = Passphrase::new("contrasen\u{303}a a\u{301}rbol").unwrap();
        assert_eq!(composed.expose(), decomposed.expose());
    }

    #[test]
    fn b02_what_is_no_passphrase_is_refused() {
        assert!(Passphrase::new("").is_err());
        assert!(Passphrase::new("a\0b").is_err());
        assert!(Passphrase::new(&"a".repeat(1025)).is_err());
        assert!(Passphrase::new(&"á".repeat(400)).is_err(), "1,200 bytes after NFKD");
        assert!(Passphrase::new(&"a".repeat(1024)).is_ok());
        assert!(Passphrase::from_utf8(&[0xed, 0xa0, 0x80]).is_err(), "a lone surrogate");
        assert!(Passphrase::new(" ").is_ok(), "nothing is trimmed");
    }

    #[test]
    fn b03_the_keyfile_hash_is_the_vector() {
        let hex: String = Keyfile::new(b"abc").expose().iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hex, "2b307c4085a1a086edbd904b4bcaad22be81b642fa00f71bc788510e87599032");
    }
}
