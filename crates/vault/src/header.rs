//! `vault.rgv` and `vault2.rgv`: two copies of one header, which holds the slots (protocol.md §2.4).
//!
//! ```text
//! file   = "RESGRDV1" ‖ u32 len ‖ header ‖ HMAC-SHA256(K_hdr, all before) ‖ random padding to 16,384
//! header = { 0: 1 (suite), 1: vault_id, 2: generation u32, 3: [slot…] (1..=4), 4: ks }
//! ```
//! The MAC can be checked only after a slot gave the root key; until then everything in here is a claim.

use crate::cipher;
use crate::error::VaultError;
use crate::format::{HEADER_FILE_BYTES, HEADER_MAGIC};
use crate::keys::RootKeys;
use crate::random::fill;
use crate::slot::Slot;
use resguardo_wire::envelope::SUITE;
use resguardo_wire::gate::{Cbor, Limits};
use resguardo_wire::id::VaultId;
use resguardo_wire::{WireError, limits};
use std::collections::BTreeSet;

/// Most slots of a header.
pub const SLOTS_MAX: usize = 4;
const MAC_LEN: usize = 32;
const PREFIX_LEN: usize = HEADER_MAGIC.len() + 4;

/// What a header says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// The vault's id.
    pub(crate) vault: VaultId,
    /// Grows by one with every change of the header.
    pub(crate) generation: u32,
    /// One to four ways in.
    pub(crate) slots: Vec<Slot>,
    /// ks: salt of the keyring's key, replaced at every erase.
    pub(crate) keyring_salt: [u8; 32],
}

impl Header {
    /// The bytes of a header file.
    ///
    /// # Errors
    /// `NoRandomness` for the padding.
    pub(crate) fn to_file(&self, keys: &RootKeys) -> Result<Vec<u8>, VaultError> {
        let body = self.to_cbor().encode();
        let Ok(body_len) = u32::try_from(body.len()) else {
            return Err(VaultError::Bug { what: "a header has less than 4 GiB" });
        };
        let mut file = Vec::with_capacity(HEADER_FILE_BYTES);
        file.extend_from_slice(HEADER_MAGIC);
        file.extend_from_slice(&body_len.to_be_bytes());
        file.extend_from_slice(&body);
        let mac = cipher::authenticate(keys.header().expose(), &[&file]);
        file.extend_from_slice(&mac);
        let written = file.len();
        file.resize(HEADER_FILE_BYTES, 0);
        fill(file.get_mut(written..).unwrap_or_default())?;
        Ok(file)
    }

    fn to_cbor(&self) -> Cbor {
        Cbor::map([
            (0, Cbor::Uint(SUITE)),
            (1, Cbor::bytes(self.vault.as_bytes())),
            (2, Cbor::Uint(u64::from(self.generation))),
            (3, Cbor::Array(self.slots.iter().map(Slot::to_cbor).collect())),
            (4, Cbor::bytes(&self.keyring_salt)),
        ])
    }

    fn from_bytes(bytes: &[u8]) -> Result<Self, WireError> {
        let mut fields = Cbor::decode(bytes, Limits::bytes(limits::HEADER_MAX_BYTES))?.into_fields()?;
        let suite = fields.take(0)?.into_uint()?;
        if suite != SUITE {
            return Err(WireError::UnknownSuite { suite });
        }
        let vault = VaultId::new(fields.take(1)?.into_array_of()?);
        let generation = fields.take(2)?.into_small()?;
        let slots: Vec<Slot> =
            fields.take(3)?.into_items()?.into_iter().map(Slot::from_cbor).collect::<Result<_, _>>()?;
        let distinct: BTreeSet<_> = slots.iter().map(|slot| slot.id).collect();
        if slots.is_empty() || slots.len() > SLOTS_MAX || distinct.len() != slots.len() {
            return Err(WireError::Unexpected { expected: "one to four slots with names of their own" });
        }
        let keyring_salt = fields.take(4)?.into_array_of()?;
        fields.finish()?;
        Ok(Self { vault, generation, slots, keyring_salt })
    }
}

/// A header file as read: a claim until its MAC was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct HeaderFile {
    pub(crate) header: Header,
    authenticated: Vec<u8>,
    mac: [u8; MAC_LEN],
}

impl HeaderFile {
    /// Reads a header file's bytes.
    ///
    /// # Errors
    /// `HeaderUnreadable`, `NewerFormat`.
    pub(crate) fn read(file: &[u8]) -> Result<Self, VaultError> {
        if file.len() != HEADER_FILE_BYTES {
            return Err(VaultError::HeaderUnreadable);
        }
        let (prefix, rest) = file.split_at_checked(PREFIX_LEN).ok_or(VaultError::HeaderUnreadable)?;
        let (magic, len) = prefix.split_at_checked(HEADER_MAGIC.len()).ok_or(VaultError::HeaderUnreadable)?;
        if magic != HEADER_MAGIC {
            return Err(VaultError::HeaderUnreadable);
        }
        let body_len = len.try_into().map(u32::from_be_bytes).unwrap_or(u32::MAX);
        let body_len = usize::try_from(body_len).unwrap_or(usize::MAX);
        let (body, rest) = rest.split_at_checked(body_len).ok_or(VaultError::HeaderUnreadable)?;
        let mac = rest.first_chunk::<MAC_LEN>().ok_or(VaultError::HeaderUnreadable)?;
        match Header::from_bytes(body) {
            Ok(header) => Ok(Self { header, authenticated: [prefix, body].concat(), mac: *mac }),
            Err(WireError::UnknownSuite { .. }) => Err(VaultError::NewerFormat),
            Err(_) => Err(VaultError::HeaderUnreadable),
        }
    }

    /// Whether the MAC holds under the root key that a slot gave.
    pub(crate) fn is_authentic(&self, keys: &RootKeys) -> bool {
        cipher::is_authentic(keys.header().expose(), &[&self.authenticated], &self.mac)
    }
}

#[cfg(test)]
mod tests {
    use super::{Header, HeaderFile};
    use crate::error::VaultError;
    use crate::format::HEADER_FILE_BYTES;
    use crate::keys::RootKeys;
    use crate::secret::VaultRootKey;
    use crate::slot::{Slot, SlotKind};
    use resguardo_wire::id::{SlotId, VaultId};

    const VAULT: VaultId = VaultId::new([0x11; 32]);

    fn keys() -> RootKeys {
        RootKeys::new(VAULT, VaultRootKey::new([0x44; 32]))
    }

    fn slot(n: u8) -> Slot {
        Slot {
            kind: SlotKind::Passphrase,
            id: SlotId::new([n; 16]),
            m_kib: 65_536,
            passes: 3,
            lanes: 4,
            salt: [n; 32],
            nonce: [n; 24],
            wrapped: [n; 48],
            commitment: [n; 32],
        }
    }

    fn header(slots: u8) -> Header {
        Header { vault: VAULT, generation: 7, slots: (0..slots).map(slot).collect(), keyring_salt: [0x66; 32] }
    }

    #[test]
    fn a_header_of_one_to_four_slots_reads_back_authentic() {
        for slots in 1..=4 {
            let file = header(slots).to_file(&keys()).unwrap();
            assert_eq!(file.len(), HEADER_FILE_BYTES);
            let read = HeaderFile::read(&file).unwrap();
            assert_eq!(read.header, header(slots));
            assert!(read.is_authentic(&keys()));
            assert!(!read.is_authentic(&RootKeys::new(VAULT, VaultRootKey::new([0x45; 32]))));
        }
        for slots in [0, 5] {
            assert!(HeaderFile::read(&header(slots).to_file(&keys()).unwrap()).is_err());
        }
    }

    #[test]
    fn two_slots_of_one_name_are_refused() {
        let mut twice = header(2);
        twice.slots[1].id = twice.slots[0].id;
        assert!(HeaderFile::read(&twice.to_file(&keys()).unwrap()).is_err());
    }

    #[test]
    fn a06_every_flipped_byte_before_the_padding_is_unreadable_or_not_authentic() {
        let good = header(2).to_file(&keys()).unwrap();
        let used = HeaderFile::read(&good).unwrap().authenticated.len() + 32;
        for at in 0..used {
            let mut bad = good.clone();
            bad[at] ^= 0xff;
            let holds = HeaderFile::read(&bad).is_ok_and(|read| read.is_authentic(&keys()));
            assert!(!holds, "byte {at}");
        }
        for at in (used..HEADER_FILE_BYTES).step_by(997) {
            let mut other_padding = good.clone();
            other_padding[at] ^= 0xff;
            assert!(HeaderFile::read(&other_padding).unwrap().is_authentic(&keys()), "byte {at} is padding");
        }
    }

    #[test]
    fn a_file_of_another_length_or_suite_is_refused() {
        let good = header(1).to_file(&keys()).unwrap();
        assert!(HeaderFile::read(&good[..HEADER_FILE_BYTES - 1]).is_err());
        assert!(HeaderFile::read(&[good.as_slice(), &[0]].concat()).is_err());
        assert!(HeaderFile::read(&[]).is_err());
        let mut newer = good;
        assert_eq!(newer[12..15], [0xa5, 0x00, 0x01]);
        newer[14] = 2;
        assert!(matches!(HeaderFile::read(&newer), Err(VaultError::NewerFormat)));
    }
}
