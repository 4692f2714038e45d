use super::{Slot, SlotKind, SlotSeed, UnlockSecret, associated_data, slot_key};
use crate::cipher;
use crate::error::VaultError;
use crate::kdf::{KdfCost, argon2id};
use crate::secret::{Keyfile, Passphrase, VaultRootKey};
use crate::testing::hex;
use resguardo_wire::id::{SlotId, VaultId};

const VAULT: VaultId = VaultId::new([0x11; 32]);
const TYPED: &str = "murciélago azúcar canción árbol lápiz sueño";

fn seed() -> SlotSeed {
    SlotSeed { id: SlotId::new([0x22; 16]), salt: [0x33; 32], nonce: [0x55; 24] }
}

fn cost() -> KdfCost {
    KdfCost::with_memory(65_536).unwrap()
}

fn root() -> VaultRootKey {
    VaultRootKey::new([0x44; 32])
}

fn passphrase(typed: &str) -> UnlockSecret {
    UnlockSecret::Passphrase(Passphrase::new(typed).unwrap())
}

fn opens(slot: &Slot, vault: &VaultId, secret: &UnlockSecret) -> bool {
    slot.open(vault, secret).unwrap().is_some()
}

#[test]
fn b03_b01_the_slot_is_the_vector_however_the_passphrase_is_typed() {
    let secret = passphrase(TYPED);
    assert_eq!(secret.password().len(), 55);
    let ad = associated_data(&VAULT, &seed().id, SlotKind::Passphrase);
    let ikm = argon2id(secret.password().as_bytes(), &[0x33; 32], cost(), &[], &ad).unwrap();
    assert_eq!(hex(ikm.expose()), "7f8214c796c793a3a7641710361175faa9930377807f2083ad062d0bc7a94da4");
    let key = slot_key(&VAULT, &seed().id, &ikm);
    assert_eq!(hex(key.expose()), "97613094133e9154f651bcec1c91a6ffe7bad50d35a2bde0ecb53b2925453481");

    let slot = Slot::seal(&VAULT, &root(), &secret, cost(), seed()).unwrap();
    assert_eq!(hex(&slot.commitment), "f0ead3b01a24af63072332d51b94d1ba94eb3eae34353e0611cd5d7f8d249721");
    let wrapped = "d5178e44d5e66291778bf45dbb27319ed942809a99f0e54bb72c32407e1f535ad2279f3958c177173ca351ae0831e725";
    assert_eq!(hex(&slot.wrapped), wrapped);

    let decomposed = "murcie\u{301}lago azu\u{301}car cancio\u{301}n a\u{301}rbol la\u{301}piz suen\u{303}o";
    let opened = slot.open(&VAULT, &passphrase(decomposed)).unwrap().unwrap();
    assert_eq!(opened.expose(), root().expose());
}

#[test]
fn a09_salts_ids_and_types_cannot_change_slots() {
    let secret = passphrase(TYPED);
    let slot = Slot::seal(&VAULT, &root(), &secret, cost(), seed()).unwrap();
    let mut other_salt = slot.clone();
    other_salt.salt = [0x34; 32];
    let mut other_id = slot.clone();
    other_id.id = SlotId::new([0x23; 16]);
    let mut other_type = slot.clone();
    other_type.kind = SlotKind::RecoveryWords;
    for changed in [other_salt, other_id, other_type] {
        assert!(!opens(&changed, &VAULT, &secret));
    }
    assert!(!opens(&slot, &VaultId::new([0x12; 32]), &secret), "a11: another vault's slot");
}

#[test]
fn a07_a08_a_slot_outside_the_bounds_is_refused_before_anything_is_derived() {
    let mut slot = Slot::seal(&VAULT, &root(), &passphrase(TYPED), cost(), seed()).unwrap();
    let started = std::time::Instant::now();
    for (m_kib, passes, lanes) in [(8, 1, 1), (64 * 1024 * 1024, 3, 4), (65_536, 255, 4), (u32::MAX, 255, 255)] {
        (slot.m_kib, slot.passes, slot.lanes) = (m_kib, passes, lanes);
        assert!(matches!(slot.open(&VAULT, &passphrase(TYPED)), Err(VaultError::HeaderParameters)));
    }
    assert!(started.elapsed().as_millis() < 50);
}

#[test]
fn b06_a_ciphertext_that_opens_under_a_second_secret_is_stopped_by_the_commitment() {
    let slot = Slot::seal(&VAULT, &root(), &passphrase(TYPED), cost(), seed()).unwrap();
    // The attacker's best case: the wrapped key truly opens under the victim's guess, the commitment is another's.
    let guess = passphrase("otra frase que no es");
    let ad = associated_data(&VAULT, &slot.id, slot.kind);
    let ikm = argon2id(guess.password().as_bytes(), &slot.salt, cost(), &[], &ad).unwrap();
    let wrapped =
        cipher::seal(slot_key(&VAULT, &slot.id, &ikm).expose(), slot.nonce, &ad, root().expose().to_vec()).unwrap();
    let crafted = Slot { wrapped: wrapped.try_into().unwrap(), ..slot };
    assert!(!opens(&crafted, &VAULT, &guess));
}

#[test]
fn b11_a_keyfile_changed_by_one_byte_or_missing_is_refused() {
    let with =
        |content: &[u8]| UnlockSecret::PassphraseAndKeyfile(Passphrase::new(TYPED).unwrap(), Keyfile::new(content));
    let slot = Slot::seal(&VAULT, &root(), &with(b"abc"), cost(), seed()).unwrap();
    assert!(opens(&slot, &VAULT, &with(b"abc")));
    assert!(!opens(&slot, &VAULT, &with(b"abd")));
    assert!(!opens(&slot, &VAULT, &with(b"")));
    assert!(!opens(&slot, &VAULT, &passphrase(TYPED)));
}

#[test]
fn a_slot_reads_back_and_nothing_may_be_missing_or_added() {
    let slot = Slot {
        kind: SlotKind::RecoveryWords,
        id: SlotId::new([1; 16]),
        m_kib: 65_536,
        passes: 3,
        lanes: 4,
        salt: [2; 32],
        nonce: [3; 24],
        wrapped: [4; 48],
        commitment: [5; 32],
    };
    assert_eq!(Slot::from_cbor(slot.to_cbor()).unwrap(), slot);
    let resguardo_wire::gate::Cbor::Map(mut entries) = slot.to_cbor() else { unreachable!() };
    entries.insert(9, resguardo_wire::gate::Cbor::Uint(0));
    assert!(Slot::from_cbor(resguardo_wire::gate::Cbor::Map(entries.clone())).is_err());
    entries.remove(&9);
    entries.remove(&4);
    assert!(Slot::from_cbor(resguardo_wire::gate::Cbor::Map(entries)).is_err());
}
