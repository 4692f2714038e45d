//! One way into a vault: the root key, wrapped under what one secret derives to (protocol.md §2.4).
//!
//! ```text
//! slot    = { 0: type, 1: slot_id, 2: m_kib, 3: t, 4: p, 5: salt, 6: nonce, 7: wrapped bstr48, 8: commit }
//! ad      = L("slot") ‖ vault_id ‖ slot_id ‖ u8 type
//! ikm     = Argon2id(pw, salt, m, t, p, secret, ad)
//! commit  = HK(vault_id, ikm, L("kek-commit") ‖ slot_id)
//! KEK     = HK(vault_id, ikm, L("kek") ‖ slot_id)
//! wrapped = XChaCha20-Poly1305(KEK, nonce, VRK, aad = ad)
//! ```
//! The commitment is compared before anything is opened: a ciphertext made to open under many keys gains nothing.

use crate::cipher::{self, NONCE_LEN, TAG_LEN};
use crate::error::VaultError;
use crate::kdf::{KdfCost, argon2id};
use crate::random::random;
use crate::secret::{DerivedSecret, Keyfile, Passphrase, SlotKey, VaultRootKey};
use crate::words::RecoveryWords;
use resguardo_wire::gate::Cbor;
use resguardo_wire::id::{SlotId, VaultId};
use resguardo_wire::{WireError, label};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

const WRAPPED_LEN: usize = 32 + TAG_LEN;

/// What a slot asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlotKind {
    /// A passphrase.
    Passphrase,
    /// Twelve recovery words.
    RecoveryWords,
    /// A passphrase and a keyfile, both.
    PassphraseAndKeyfile,
}

impl SlotKind {
    const fn code(self) -> u8 {
        match self {
            Self::Passphrase => 1,
            Self::RecoveryWords => 2,
            Self::PassphraseAndKeyfile => 3,
        }
    }

    fn from_code(code: u8) -> Result<Self, WireError> {
        match code {
            1 => Ok(Self::Passphrase),
            2 => Ok(Self::RecoveryWords),
            3 => Ok(Self::PassphraseAndKeyfile),
            _ => Err(WireError::Unexpected { expected: "a slot of type 1, 2 or 3" }),
        }
    }
}

/// What a person unlocks with.
#[derive(Clone, Debug)]
pub enum UnlockSecret {
    /// A passphrase alone.
    Passphrase(Passphrase),
    /// The twelve words of the recovery sheet.
    RecoveryWords(RecoveryWords),
    /// A passphrase together with a keyfile.
    PassphraseAndKeyfile(Passphrase, Keyfile),
}

impl UnlockSecret {
    /// The slots this can open.
    #[must_use]
    pub const fn kind(&self) -> SlotKind {
        match self {
            Self::Passphrase(_) => SlotKind::Passphrase,
            Self::RecoveryWords(_) => SlotKind::RecoveryWords,
            Self::PassphraseAndKeyfile(..) => SlotKind::PassphraseAndKeyfile,
        }
    }

    fn password(&self) -> &str {
        match self {
            Self::Passphrase(passphrase) | Self::PassphraseAndKeyfile(passphrase, _) => passphrase.expose(),
            Self::RecoveryWords(words) => words.expose(),
        }
    }

    fn keyfile(&self) -> &[u8] {
        match self {
            Self::PassphraseAndKeyfile(_, keyfile) => keyfile.expose(),
            Self::Passphrase(_) | Self::RecoveryWords(_) => &[],
        }
    }
}

/// The random parts of a new slot.
pub(crate) struct SlotSeed {
    pub(crate) id: SlotId,
    pub(crate) salt: [u8; 32],
    pub(crate) nonce: [u8; NONCE_LEN],
}

impl SlotSeed {
    /// # Errors
    /// `NoRandomness`.
    pub(crate) fn random() -> Result<Self, VaultError> {
        Ok(Self { id: SlotId::new(random()?), salt: random()?, nonce: random()? })
    }
}

/// One slot as the header holds it. Nothing in it is secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    pub(crate) kind: SlotKind,
    pub(crate) id: SlotId,
    pub(crate) m_kib: u32,
    pub(crate) passes: u8,
    pub(crate) lanes: u8,
    pub(crate) salt: [u8; 32],
    pub(crate) nonce: [u8; NONCE_LEN],
    pub(crate) wrapped: [u8; WRAPPED_LEN],
    pub(crate) commitment: [u8; 32],
}

impl Slot {
    /// Wraps the root key under a secret, with random parts drawn by the caller.
    ///
    /// # Errors
    /// `NotEnoughMemory`.
    pub(crate) fn seal(
        vault: &VaultId,
        root: &VaultRootKey,
        secret: &UnlockSecret,
        cost: KdfCost,
        seed: SlotSeed,
    ) -> Result<Self, VaultError> {
        let kind = secret.kind();
        let ad = associated_data(vault, &seed.id, kind);
        let ikm = argon2id(secret.password().as_bytes(), &seed.salt, cost, secret.keyfile(), &ad)?;
        let key = slot_key(vault, &seed.id, &ikm);
        let sealed = cipher::seal(key.expose(), seed.nonce, &ad, root.expose().to_vec())?;
        let Ok(wrapped) = <[u8; WRAPPED_LEN]>::try_from(sealed.as_slice()) else {
            return Err(VaultError::Bug { what: "a wrapped key has 48 bytes" });
        };
        Ok(Self {
            kind,
            id: seed.id,
            m_kib: cost.m_kib(),
            passes: cost.passes(),
            lanes: cost.lanes(),
            salt: seed.salt,
            nonce: seed.nonce,
            wrapped,
            commitment: commitment(vault, &seed.id, &ikm),
        })
    }

    /// Opens the slot, or gives nothing if this is not its secret.
    ///
    /// # Errors
    /// `HeaderParameters` if it names parameters outside the bounds (nothing is derived then), `NotEnoughMemory`.
    pub(crate) fn open(&self, vault: &VaultId, secret: &UnlockSecret) -> Result<Option<VaultRootKey>, VaultError> {
        if secret.kind() != self.kind {
            return Ok(None);
        }
        let cost = self.cost().ok_or(VaultError::HeaderParameters)?;
        let ad = associated_data(vault, &self.id, self.kind);
        let ikm = argon2id(secret.password().as_bytes(), &self.salt, cost, secret.keyfile(), &ad)?;
        if !bool::from(commitment(vault, &self.id, &ikm).ct_eq(&self.commitment)) {
            return Ok(None);
        }
        let key = slot_key(vault, &self.id, &ikm);
        let Some(opened) = cipher::open(key.expose(), self.nonce, &ad, &self.wrapped).map(Zeroizing::new) else {
            return Ok(None);
        };
        Ok(<[u8; 32]>::try_from(opened.as_slice()).ok().map(VaultRootKey::new))
    }

    /// What a guess at this slot costs, if the header names it inside the bounds.
    #[must_use]
    pub(crate) fn cost(&self) -> Option<KdfCost> {
        KdfCost::checked(self.m_kib, self.passes, self.lanes)
    }

    pub(crate) fn to_cbor(&self) -> Cbor {
        Cbor::map([
            (0, Cbor::Uint(u64::from(self.kind.code()))),
            (1, Cbor::bytes(self.id.as_bytes())),
            (2, Cbor::Uint(u64::from(self.m_kib))),
            (3, Cbor::Uint(u64::from(self.passes))),
            (4, Cbor::Uint(u64::from(self.lanes))),
            (5, Cbor::bytes(&self.salt)),
            (6, Cbor::bytes(&self.nonce)),
            (7, Cbor::bytes(&self.wrapped)),
            (8, Cbor::bytes(&self.commitment)),
        ])
    }

    pub(crate) fn from_cbor(cbor: Cbor) -> Result<Self, WireError> {
        let mut fields = cbor.into_fields()?;
        let slot = Self {
            kind: SlotKind::from_code(fields.take(0)?.into_small()?)?,
            id: SlotId::new(fields.take(1)?.into_array_of()?),
            m_kib: fields.take(2)?.into_small()?,
            passes: fields.take(3)?.into_small()?,
            lanes: fields.take(4)?.into_small()?,
            salt: fields.take(5)?.into_array_of()?,
            nonce: fields.take(6)?.into_array_of()?,
            wrapped: fields.take(7)?.into_array_of()?,
            commitment: fields.take(8)?.into_array_of()?,
        };
        fields.finish()?;
        Ok(slot)
    }
}

fn associated_data(vault: &VaultId, slot: &SlotId, kind: SlotKind) -> Vec<u8> {
    [label::SLOT, vault.as_bytes(), slot.as_bytes(), &[kind.code()]].concat()
}

fn commitment(vault: &VaultId, slot: &SlotId, ikm: &DerivedSecret) -> [u8; 32] {
    cipher::derive(vault.as_bytes(), ikm.expose(), &[label::SLOT_COMMITMENT, slot.as_bytes()])
}

fn slot_key(vault: &VaultId, slot: &SlotId, ikm: &DerivedSecret) -> SlotKey {
    SlotKey::new(cipher::derive(vault.as_bytes(), ikm.expose(), &[label::SLOT_KEY, slot.as_bytes()]))
}

#[cfg(test)]
mod tests;
