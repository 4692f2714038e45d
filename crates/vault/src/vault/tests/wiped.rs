//! B09: once a vault is closed, its keys and its passphrase are nowhere in the memory of the process.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};

use super::desk::{Desk, Hand, PASSPHRASE, content, write_records};
use crate::secret::Passphrase;
use crate::slot::UnlockSecret;
use crate::vault::Vault;

/// What is searched for, kept so that this note of it is not found itself.
struct Needle(Vec<u8>);

const MASK: u8 = 0x5a;

impl Needle {
    fn of(bytes: &[u8]) -> Self {
        Self(bytes.iter().map(|byte| byte ^ MASK).collect())
    }

    fn starts(&self, bytes: &[u8]) -> bool {
        bytes.len() >= self.0.len() && self.0.iter().zip(bytes).all(|(masked, byte)| masked ^ MASK == *byte)
    }
}

/// Where in writable memory the needle lies: the mapping's name and the address.
fn found(needle: &Needle) -> Vec<String> {
    let maps = std::fs::read_to_string("/proc/self/maps").unwrap();
    let mut memory = File::open("/proc/self/mem").unwrap();
    let mut hits = Vec::new();
    let mut page = vec![0_u8; 1 << 20];
    for line in maps.lines().filter(|line| line.split(' ').nth(1).is_some_and(|rights| rights.starts_with("rw"))) {
        let (from, to) = line.split(' ').next().unwrap().split_once('-').unwrap();
        let mut at = u64::from_str_radix(from, 16).unwrap();
        let end = u64::from_str_radix(to, 16).unwrap();
        let name = line.split_whitespace().nth(5).unwrap_or("anonymous");
        let own = page.as_ptr().addr() as u64..page.as_ptr().addr() as u64 + page.len() as u64;
        while at < end {
            let wanted = usize::try_from(end - at).unwrap().min(page.len());
            memory.seek(SeekFrom::Start(at)).unwrap();
            let Ok(read) = memory.read(&mut page[..wanted]) else { break };
            let first = needle.0[0] ^ MASK;
            for (offset, _) in page[..read].iter().enumerate().filter(|(_, byte)| **byte == first) {
                let address = at + offset as u64;
                if needle.starts(&page[offset..read]) && !own.contains(&address) {
                    hits.push(format!("{name} {address:x}"));
                }
            }
            // The next stretch begins a little before the end of this one: nothing is cut in two.
            let overlap = needle.0.len() - 1;
            at += if read > overlap && at + (read as u64) < end { (read - overlap) as u64 } else { read.max(1) as u64 };
        }
    }
    page.fill(0);
    hits
}

#[test]
fn b09_after_closing_no_key_and_no_passphrase_is_left_in_memory() {
    let (desk, vault) = Desk::new();
    let root = Needle::of(desk.key.expose());
    let typed = Needle::of(Passphrase::new(PASSPHRASE).unwrap().expose().as_bytes());
    write_records(&mut Hand::new(1), &vault, 20);
    let photo = vault.blobs().write(&mut &b"una foto"[..]).unwrap();
    content(&vault, &photo).unwrap();
    vault.close();
    let secret = UnlockSecret::Passphrase(Passphrase::new(PASSPHRASE).unwrap());
    let vault = Vault::unlock(&desk.root, &secret).unwrap();
    assert!(!found(&root).is_empty(), "while it is open it is found");
    assert!(!found(&typed).is_empty());
    drop(secret);
    vault.close();
    drop(desk);
    assert_eq!(found(&root), Vec::<String>::new(), "the root key");
    assert_eq!(found(&typed), Vec::<String>::new(), "the passphrase");
}
