use super::{Copies, Epoch, Keyring, KeyringPlace, KeyringStore, ScopeKeys, place};
use crate::dir::VaultDir;
use crate::error::VaultError;
use crate::secret::{EpochSecret, KeyringKey, LogSecret, SealingSeed, SegmentKey};
use resguardo_wire::gate::Cbor;
use resguardo_wire::id::{ScopeId, VaultId};
use std::collections::BTreeMap;

fn here() -> KeyringPlace {
    place(VaultId::new([0x11; 32]), KeyringKey::new([0x66; 32]))
}

fn full() -> Keyring {
    let mut private = ScopeKeys::new_private().unwrap();
    private.segments.insert(1, vec![SegmentKey::new([7; 32])]);
    private.segments.insert(300, vec![SegmentKey::new([8; 32]), SegmentKey::new([9; 32])]);
    let mut space = ScopeKeys::new_private().unwrap();
    space.sealing = Some(SealingSeed::new([3; 32]));
    let log_secret = Some(LogSecret::new([5; 32]));
    space.epochs.insert(4, Epoch { secret: EpochSecret::new([4; 32]), log_secret });
    Keyring {
        generation: 3,
        scopes: BTreeMap::from([(ScopeId::new([1; 32]), private), (ScopeId::new([2; 32]), space)]),
        extensions: BTreeMap::from([(64, Cbor::Text("of a later version".into()))]),
    }
}

fn vault_dir() -> (tempfile::TempDir, VaultDir) {
    let temp = tempfile::tempdir().unwrap();
    let dir = VaultDir::create(&temp.path().join("vault")).unwrap();
    (temp, dir)
}

#[test]
fn a_keyring_reads_back_with_keys_of_later_versions_kept() {
    let file = full().to_file(&here(), 9).unwrap();
    let (counter, read) = Keyring::from_file(&here(), &file).unwrap();
    assert_eq!(counter, 9);
    let reread = Keyring { ..read };
    let again = reread.to_cbor();
    assert_eq!(again, Keyring::from_file(&here(), &file).unwrap().1.to_cbor());
    assert_eq!(reread.extensions.len(), 1);
    assert_eq!(reread.scopes.len(), 2);
    assert_eq!(reread.generation, 3);
    assert_eq!(file.len(), 8 + 8 + 24 + 1024 + 16, "padded");
}

#[test]
fn a11_a_keyring_of_another_vault_key_or_counter_does_not_open() {
    let file = full().to_file(&here(), 9).unwrap();
    assert!(Keyring::from_file(&place(VaultId::new([0x12; 32]), here().key), &file).is_none());
    assert!(Keyring::from_file(&place(here().vault, KeyringKey::new([0x67; 32])), &file).is_none());
    for at in 0..file.len() {
        let mut bad = file.clone();
        bad[at] ^= 1;
        assert!(Keyring::from_file(&here(), &bad).is_none(), "byte {at}");
    }
}

#[test]
fn entries_out_of_order_or_twice_are_refused() {
    let Cbor::Map(mut entries) = full().to_cbor() else { unreachable!() };
    let Some(Cbor::Array(scopes)) = entries.get_mut(&2) else { unreachable!() };
    scopes.reverse();
    assert!(Keyring::from_bytes(&Cbor::Map(entries.clone()).encode()).is_err());
    let Some(Cbor::Array(scopes)) = entries.get_mut(&2) else { unreachable!() };
    scopes[1] = scopes[0].clone();
    assert!(Keyring::from_bytes(&Cbor::Map(entries).encode()).is_err());
}

#[test]
fn both_copies_stand_at_the_same_counter_after_every_change() {
    let (_temp, dir) = vault_dir();
    let store = KeyringStore::create(dir.clone(), here(), full()).unwrap();
    store.change(|keyring| keyring.generation = 8).unwrap();
    let [one, two] = dir.keyrings().map(|path| std::fs::read(path).unwrap());
    assert_eq!(one, two);
    let (reopened, copies) = KeyringStore::open(dir, here()).unwrap();
    assert_eq!((reopened.generation(), copies), (8, Copies::Whole));
}

#[test]
fn one_damaged_or_older_copy_costs_nothing_and_is_repaired() {
    let (_temp, dir) = vault_dir();
    let store = KeyringStore::create(dir.clone(), here(), full()).unwrap();
    let older = std::fs::read(&dir.keyrings()[0]).unwrap();
    store.change(|keyring| keyring.generation = 8).unwrap();
    for spoilt in [older.clone(), older[..50].to_vec(), Vec::new()] {
        for path in dir.keyrings() {
            std::fs::write(&path, &spoilt).unwrap();
            let (reopened, copies) = KeyringStore::open(dir.clone(), here()).unwrap();
            assert_eq!((reopened.generation(), copies), (8, Copies::OneRepaired));
            reopened.repair().unwrap();
            assert_eq!(KeyringStore::open(dir.clone(), here()).unwrap().1, Copies::Whole);
        }
    }
    for path in dir.keyrings() {
        std::fs::write(path, b"RGKEYS1\0").unwrap();
    }
    assert!(matches!(KeyringStore::open(dir, here()), Err(VaultError::KeyringDamaged)));
}
