//! Key derivation on a machine without the memory for it. In a process of its own: the limit is the process's.
#![cfg(target_os = "linux")]

use resguardo_vault::kdf::KdfCost;
use resguardo_vault::open::{LockedVault, OpenedVault, WayIn};
use resguardo_vault::passphrase::choose;
use resguardo_vault::{Kind, VaultError};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

const TYPED: &str = "murciélago azúcar canción árbol";

#[test]
fn k08_without_the_memory_an_unlock_is_an_error_and_nothing_weaker_is_tried() {
    let temp = tempfile::tempdir().unwrap();
    let root = temp.path().join("boveda");
    let way_in = WayIn { passphrase: choose(TYPED).unwrap(), keyfile: None };
    drop(OpenedVault::create(&root, &way_in, KdfCost::with_memory(64 * 1024).unwrap()).unwrap());

    let before = getrlimit(Resource::As);
    // What is used now and 32 MiB more; an Argon2 run takes 64.
    let used = std::fs::read_to_string("/proc/self/statm").unwrap();
    let pages: u64 = used.split(' ').next().unwrap().parse().unwrap();
    let current = Some(pages * 4096 + (32 << 20));
    setrlimit(Resource::As, Rlimit { current, ..before }).unwrap();
    let refused = LockedVault::at(&root).unwrap().unlock(&way_in.secret()).err().unwrap();
    let calibrated = KdfCost::calibrate();
    setrlimit(Resource::As, before).unwrap();

    assert!(matches!(refused, VaultError::NotEnoughMemory { m_kib: 65_536 }), "{refused:?}");
    assert_eq!(refused.kind(), Kind::NotNow);
    assert!(matches!(calibrated, Err(VaultError::NotEnoughMemory { .. })));
    assert!(LockedVault::at(&root).unwrap().unlock(&way_in.secret()).is_ok());
}
