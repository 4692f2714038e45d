//! The saved projection holds no word, and whatever becomes of it the ledger's truth is what is told.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use super::desk::{Desk, Hand, copy_folder, edit, files, list, set, told, write_records};
use crate::vault::ProjectionState;

/// Words that no random byte spells, as people type them.
const TYPED: &[&str] = &[
    "Regina Martínez",
    "Xalapa",
    "Ayutla de los Libres",
    "golpearon",
    "periodista",
    "desaparición forzada",
    "Fiscalía Especial",
    "camioneta blanca",
    "Ostula",
    "testimonio",
    "incident",
    "facts",
    "summary",
];

/// The ways bytes may show a word: as UTF-8, UTF-16 of both orders, hexadecimal of both cases, base64 of each phase.
fn spellings(word: &str) -> Vec<Vec<u8>> {
    let utf8 = word.as_bytes();
    let utf16: Vec<u16> = word.encode_utf16().collect();
    let mut all = vec![
        utf8.to_vec(),
        word.to_lowercase().into_bytes(),
        utf16.iter().flat_map(|unit| unit.to_le_bytes()).collect(),
        utf16.iter().flat_map(|unit| unit.to_be_bytes()).collect(),
        crate::testing::hex(utf8).into_bytes(),
        crate::testing::hex(utf8).to_uppercase().into_bytes(),
    ];
    all.extend((0..3).map(|phase| base64_inside(utf8, phase)));
    all
}

/// The letters of base64 that only this word decides when `phase` unknown bytes stand before it.
fn base64_inside(word: &[u8], phase: usize) -> Vec<u8> {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let skipped = (3 - phase) % 3;
    word[skipped..]
        .chunks_exact(3)
        .flat_map(|three| {
            let all = u32::from(three[0]) << 16 | u32::from(three[1]) << 8 | u32::from(three[2]);
            [18, 12, 6, 0].map(|shift| LETTERS[(all >> shift & 63) as usize])
        })
        .collect()
}

/// The spellings found in some bytes; one pass, by their first four bytes.
fn found(bytes: &[u8], spellings: &[Vec<u8>]) -> BTreeSet<Vec<u8>> {
    let mut by_start: BTreeMap<[u8; 4], Vec<&Vec<u8>>> = BTreeMap::new();
    for spelling in spellings.iter().filter(|spelling| spelling.len() >= 4) {
        by_start.entry(*spelling.first_chunk().unwrap()).or_default().push(spelling);
    }
    let firsts: BTreeSet<u8> = by_start.keys().map(|start| start[0]).collect();
    let firsts: [bool; 256] = std::array::from_fn(|byte| firsts.contains(&u8::try_from(byte).unwrap()));
    let mut hits = BTreeSet::new();
    for (at, window) in bytes.windows(4).enumerate() {
        if !firsts[usize::from(window[0])] {
            continue;
        }
        for spelling in by_start.get(window.first_chunk().unwrap()).into_iter().flatten() {
            if bytes[at..].starts_with(spelling) {
                hits.insert((*spelling).clone());
            }
        }
    }
    hits
}

#[test]
fn a02_five_thousand_records_leave_no_typed_word_and_constant_names() {
    let (desk, vault) = Desk::new();
    let mut hand = Hand::new(1);
    for act in 0..20_usize {
        let parts = (0..250_usize).map(|part| {
            let word = |at: usize| TYPED[(act * 250 + part + at) % 10];
            let (id, mut operations) = hand.record(1, &format!("{} {} {part}", word(0), word(3)));
            let summary = format!("{}, {}", word(5), word(7));
            operations.push(hand.pen(1, |pen| pen.write(id, set("summary", &summary), Vec::new())));
            operations
        });
        vault.commit(parts.collect(), 1).unwrap();
    }
    vault.close();
    let spelt: Vec<Vec<u8>> = TYPED.iter().flat_map(|word| spellings(word)).collect();
    let plain = "… Regina Martínez, UmVnaW5hIE1hcnTDrW5leg==".as_bytes();
    assert_eq!(found(plain, &spelt).len(), 2, "what looks for words finds them");
    let mut looked_at = 0;
    for file in files(&desk.root) {
        let bytes = fs::read(&file).unwrap();
        looked_at += bytes.len();
        assert!(found(&bytes, &spelt).is_empty(), "{}", file.display());
        let name = file.strip_prefix(&desk.root).unwrap().display().to_string();
        assert!(TYPED.iter().all(|word| !name.contains(word)), "{name}");
    }
    assert!(looked_at > 2_000_000);
    let database = sled::open(desk.projection()).unwrap();
    let names: BTreeSet<Vec<u8>> = database.tree_names().into_iter().map(|name| name.to_vec()).collect();
    assert_eq!(names, BTreeSet::from([b"r".to_vec(), b"__sled__default".to_vec()]));
    let tree = database.open_tree("r").unwrap();
    assert_eq!(tree.len(), 5_000_usize.div_ceil(64) + 1);
    assert!(tree.iter().keys().all(|key| key.unwrap().len() == 16), "blinded keys of one length");
    assert!(tree.iter().values().all(|value| value.unwrap().len() % 256 == 24 + 16), "values in steps of 256 bytes");
    drop((tree, database));
    assert_eq!(list(&desk.open().unwrap()).len(), 5_000);
}

#[test]
fn a03_without_its_projection_a_vault_tells_the_same() {
    let (desk, vault) = Desk::new();
    let mut hand = Hand::new(2);
    let ids = write_records(&mut hand, &vault, 300);
    for id in ids.iter().step_by(7) {
        let edited = edit(&mut hand, &vault, *id, "corregido");
        vault.commit(vec![vec![edited]], 2).unwrap();
    }
    let before = told(&vault);
    vault.close();
    fs::remove_dir_all(desk.projection()).unwrap();
    let rebuilt = desk.open().unwrap();
    assert_eq!(rebuilt.state().projection, ProjectionState::Rebuilt);
    assert_eq!(told(&rebuilt), before);
    rebuilt.close();
    let opened = desk.open().unwrap();
    assert_eq!(opened.state().projection, ProjectionState::Opened);
    assert_eq!(told(&opened), before);
    assert_eq!(opened.rebuild().unwrap(), 300);
    assert_eq!(told(&opened), before);
}

#[test]
fn a04_an_older_projection_is_brought_to_the_head_and_shows_nothing_old() {
    let (desk, vault) = Desk::new();
    let mut hand = Hand::new(3);
    let ids = write_records(&mut hand, &vault, 5);
    vault.close();
    let old = super::desk::scratch();
    copy_folder(&desk.projection(), &old.path().join("proj"));
    for (round, id) in ids.iter().take(3).enumerate() {
        let vault = desk.open().unwrap();
        let edited = edit(&mut hand, &vault, *id, &format!("corregido {round}"));
        vault.commit(vec![vec![edited]], 2).unwrap();
        write_records(&mut hand, &vault, 1);
        let before = told(&vault);
        vault.close();
        let copy = desk.copy();
        fs::remove_dir_all(copy.projection()).unwrap();
        copy_folder(&old.path().join("proj"), &copy.projection());
        for _ in 0..2 {
            let vault = copy.open().unwrap();
            assert_eq!(vault.state().projection, ProjectionState::Opened, "brought to the head, not made anew");
            assert_eq!(told(&vault), before);
        }
    }
}

#[test]
fn a04_a_projection_newer_than_its_ledger_or_of_another_vault_is_made_anew() {
    let (desk, vault) = Desk::new();
    let mut hand = Hand::new(4);
    write_records(&mut hand, &vault, 3);
    let before = told(&vault);
    vault.close();
    let yesterday = desk.copy();
    let vault = desk.open().unwrap();
    write_records(&mut hand, &vault, 2);
    vault.close();
    let (other, vault) = Desk::new();
    write_records(&mut Hand::new(5), &vault, 3);
    vault.close();
    for foreign in [&desk, &other] {
        fs::remove_dir_all(yesterday.projection()).unwrap();
        copy_folder(&foreign.projection(), &yesterday.projection());
        let vault = yesterday.open().unwrap();
        assert_eq!(vault.state().projection, ProjectionState::Rebuilt);
        assert_eq!(told(&vault), before);
    }
}
