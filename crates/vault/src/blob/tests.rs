use super::{BlobKey, BlobStore};
use crate::dir::VaultDir;
use crate::error::VaultError;
use crate::keys::RootKeys;
use crate::secret::{FileKey, VaultRootKey};
use resguardo_wire::hash::hash;
use resguardo_wire::id::{BlobId, VaultId};
use std::fs;
use std::io::{self, Read};
use std::path::PathBuf;

struct Desk {
    _temp: tempfile::TempDir,
    dir: VaultDir,
    store: BlobStore,
}

impl Desk {
    fn new() -> Self {
        let temp = tempfile::tempdir().unwrap();
        let dir = VaultDir::create(&temp.path().join("boveda")).unwrap();
        let keys = RootKeys::new(VaultId::new([0x11; 32]), VaultRootKey::new([0x44; 32]));
        Self { store: BlobStore::new(dir.clone(), keys), dir, _temp: temp }
    }

    fn path(&self, key: &BlobKey) -> PathBuf {
        self.dir.blob(&self.store.keys.blob_blind(&key.id))
    }

    fn read(&self, key: &BlobKey) -> Result<Vec<u8>, VaultError> {
        let mut content = Vec::new();
        self.store.read(key, &mut content).map(|()| content)
    }
}

#[test]
fn an_attachment_comes_back_whole_under_a_blinded_name() {
    let desk = Desk::new();
    for len in [0_usize, 4, 1000, 70_000, 300_000] {
        let content: Vec<u8> = (0..len).map(|n| u8::try_from(n % 249).unwrap()).collect();
        let key = desk.store.write(&mut content.as_slice()).unwrap();
        assert_eq!((key.len, key.content_hash), (len as u64, hash(&[&content])));
        assert_eq!(desk.read(&key).unwrap(), content);
        let blob = fs::read(desk.path(&key)).unwrap();
        assert_eq!((blob.len() as u64, BlobId::new(hash(&[&blob]))), (key.sealed_len, key.id));
        let name = desk.path(&key).file_stem().unwrap().to_string_lossy().into_owned();
        assert!(!key.id.to_string().contains(&name), "the name says nothing of the id");
        desk.store.verify(&key).unwrap();
    }
    assert_eq!(fs::read_dir(desk.dir.tmp()).unwrap().count(), 0);
}

#[test]
fn l14_the_same_file_twice_makes_two_blobs_that_share_nothing() {
    let desk = Desk::new();
    let [one, two] = [(); 2].map(|()| desk.store.write(&mut b"una fotografia".as_slice()).unwrap());
    assert_ne!(one.id, two.id);
    assert_ne!(*one.file_key_bytes(), *two.file_key_bytes());
    let [a, b] = [&one, &two].map(|key| fs::read(desk.path(key)).unwrap());
    assert!(a[8..].windows(8).all(|window| !b[8..].windows(8).any(|other| other == window)));
}

#[test]
fn a_damaged_missing_or_exchanged_attachment_is_refused() {
    let desk = Desk::new();
    let content = vec![5; 150_000];
    let key = desk.store.write(&mut content.as_slice()).unwrap();
    let good = fs::read(desk.path(&key)).unwrap();
    for at in (0..good.len()).step_by(9973).chain([0, 4, 7, 8, 23, 24, good.len() - 1]) {
        let mut bad = good.clone();
        bad[at] ^= 1;
        fs::write(desk.path(&key), bad).unwrap();
        assert!(matches!(desk.read(&key), Err(VaultError::BlobDamaged { .. })), "byte {at}");
    }
    let other = desk.store.write(&mut vec![6; 150_000].as_slice()).unwrap();
    fs::copy(desk.path(&other), desk.path(&key)).unwrap();
    assert!(matches!(desk.read(&key), Err(VaultError::BlobDamaged { .. })));
    fs::write(desk.path(&key), &good[..good.len() - 65_552]).unwrap();
    assert!(matches!(desk.read(&key), Err(VaultError::BlobDamaged { .. })));
    fs::remove_file(desk.path(&key)).unwrap();
    assert!(matches!(desk.read(&key), Err(VaultError::BlobMissing)));
}

#[test]
fn a_manifest_that_does_not_fit_its_blob_is_refused() {
    let desk = Desk::new();
    let key = desk.store.write(&mut vec![5; 1000].as_slice()).unwrap();
    let false_ones = [
        BlobKey { len: 999, ..key.clone() },
        BlobKey { len: 1001, ..key.clone() },
        BlobKey { content_hash: [0; 32], ..key.clone() },
        BlobKey { sealed_len: key.sealed_len + 1, ..key.clone() },
        BlobKey { file_key: FileKey::new([0; 32]), ..key.clone() },
    ];
    for false_one in false_ones {
        assert!(matches!(desk.read(&false_one), Err(VaultError::BlobDamaged { .. })), "{false_one:?}");
    }
}

/// A source that fails after some bytes, as a stick that is pulled out.
struct PulledOut(usize);

impl Read for PulledOut {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let len = self.0.min(buffer.len());
        if len == 0 {
            return Err(io::Error::other("gone"));
        }
        self.0 -= len;
        buffer[..len].fill(7);
        Ok(len)
    }
}

#[test]
fn a_source_that_fails_leaves_nothing_behind() {
    let desk = Desk::new();
    assert!(matches!(desk.store.write(&mut PulledOut(200_000)), Err(VaultError::Outside { .. })));
    assert_eq!(fs::read_dir(desk.dir.tmp()).unwrap().count(), 0);
    assert_eq!(fs::read_dir(desk.dir.blobs()).unwrap().count(), 0);
}
