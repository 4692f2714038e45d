//! Changing the way in, or the recovery words. Same root key, new slot; the order is vault.rgv → vault2.rgv → keyrings → head, so that an
//! interruption anywhere leaves a vault that opens with the old secret or the new one.

use super::{OpenedVault, WayIn, headers};
use crate::error::VaultError;
use crate::header::Header;
use crate::kdf::KdfCost;
use crate::keyring::Copies;
use crate::slot::{Slot, SlotKind, SlotSeed, UnlockSecret};
use crate::words::RecoveryWords;

impl OpenedVault {
    /// Gives the vault a new passphrase, or passphrase and keyfile, in the place of the ones it has. The recovery words
    /// stay. Copies of the vault made before still open with what they were made with.
    ///
    /// # Errors
    /// `LedgerReadOnly` if damage was found: then nothing is changed; `NotEnoughMemory`, `NoRandomness`, `Disk`,
    /// `DiskFull`.
    pub fn change_way_in(&mut self, way_in: &WayIn, cost: KdfCost) -> Result<(), VaultError> {
        self.replace_slots(&way_in.secret(), cost, |slot| slot.kind != SlotKind::RecoveryWords)
    }

    /// Gives the vault other recovery words; the old ones open nothing any more, passphrase and keyfile stay.
    ///
    /// # Errors
    /// As [`OpenedVault::change_way_in`].
    pub fn change_words(&mut self, words: &RecoveryWords, cost: KdfCost) -> Result<(), VaultError> {
        let secret = UnlockSecret::RecoveryWords(words.clone());
        self.replace_slots(&secret, cost, |slot| slot.kind == SlotKind::RecoveryWords)
    }

    /// Puts one new slot in the place of those that go.
    fn replace_slots(
        &mut self,
        secret: &UnlockSecret,
        cost: KdfCost,
        goes: impl Fn(&Slot) -> bool,
    ) -> Result<(), VaultError> {
        if let Some(reason) = self.ledger.read_only() {
            return Err(VaultError::LedgerReadOnly { reason });
        }
        let vault = self.header.vault;
        let slot = Slot::seal(&vault, self.keys.root(), secret, cost, SlotSeed::random()?)?;
        let mut slots = vec![slot];
        slots.extend(self.header.slots.iter().filter(|slot| !goes(slot)).cloned());
        let generation = self.header.generation.checked_add(1).ok_or(VaultError::Bug { what: "generation < 2^32" })?;
        let header = Header { generation, slots, ..self.header.clone() };
        headers::write(&self.dir, &header, &self.keys)?;
        self.header = header;
        self.follow_generation()
    }

    /// Brings to one state what a crash or a flipped bit left in two.
    pub(super) fn settle(&mut self) -> Result<(), VaultError> {
        if self.report.headers == Copies::OneRepaired {
            headers::write(&self.dir, &self.header, &self.keys)?;
        }
        if self.report.keyrings == Copies::OneRepaired {
            self.keyring.repair()?;
        }
        self.follow_generation()
    }

    /// Names the header's generation in the keyrings and the head.
    fn follow_generation(&mut self) -> Result<(), VaultError> {
        let generation = self.header.generation;
        if self.keyring.generation() != generation {
            self.keyring.change(|keyring| keyring.generation = generation)?;
        }
        if self.ledger.generation() != generation && self.ledger.read_only().is_none() {
            self.ledger.set_generation(generation)?;
        }
        Ok(())
    }
}
