//! Damage of the ledger as a whole vault tells it: named, the rest readable, nothing wrong shown, nothing written.

use std::fs;

use resguardo_domain::id::RecordId;

use super::desk::{Desk, Hand, flip, list, set, told, write_records};
use crate::error::{Kind, ReadOnly, VaultError};
use crate::vault::Vault;

/// Where each frame of a segment begins and ends.
fn frames(segment: &[u8]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 92;
    while segment.get(at..at + 4) == Some(b"RGF1") {
        let len = u32::from_be_bytes(*segment[at + 4..].first_chunk().unwrap());
        let end = at + 4 + 4 + 24 + usize::try_from(len).unwrap();
        found.push((at, end));
        at = end;
    }
    assert_eq!(at, segment.len());
    found
}

fn filled(count: usize) -> (Desk, Vec<RecordId>) {
    let (desk, vault) = Desk::new();
    let ids = write_records(&mut Hand::new(1), &vault, count);
    vault.close();
    (desk, ids)
}

fn write_refused(vault: &Vault) {
    let (_, operations) = Hand::new(99).record(1, "más");
    let refused = vault.commit(vec![operations], 1).unwrap_err();
    assert!(matches!(refused, VaultError::LedgerReadOnly { reason: ReadOnly::Damage }), "{refused:?}");
}

#[test]
fn a12_one_flipped_bit_in_the_middle_costs_the_records_of_that_frame_and_is_named() {
    let (desk, ids) = filled(9);
    let before = told(&desk.open().unwrap());
    let spans = frames(&fs::read(desk.segment()).unwrap());
    for (lost, (from, to)) in spans.iter().enumerate() {
        let copy = desk.copy();
        fs::remove_dir_all(copy.projection()).unwrap();
        flip(&copy.segment(), (from + to) / 2, 3);
        for _ in 0..2 {
            let vault = copy.open().unwrap();
            let [damaged] = vault.state().damaged[..] else { panic!("{:?}", vault.state().damaged) };
            assert_eq!((damaged.segment, damaged.first_lost, damaged.frames_lost), (1, lost as u64 + 1, 1));
            assert!(damaged.from <= *from as u64 && damaged.to >= *to as u64);
            let mut rows = before.rows.clone();
            assert_eq!(rows.remove(lost).id, ids[lost]);
            assert_eq!(list(&vault), rows, "all others, and only they");
            assert!(rows.iter().all(|row| vault.record(row.id).unwrap() == before.records[&row.id]));
            assert!(
                vault
                    .verify()
                    .unwrap()
                    .problems
                    .iter()
                    .any(|problem| matches!(problem, crate::verify::Problem::Ledger { frames_lost: 1, .. }))
            );
            assert_eq!(vault.rebuild().unwrap_err().kind(), Kind::Damaged);
            assert_eq!(list(&vault), rows, "a rebuild that cannot be whole changes nothing");
            write_refused(&vault);
        }
    }
}

#[test]
fn a12_with_its_projection_a_damaged_frame_is_listed_and_reading_it_is_an_error() {
    let (desk, ids) = filled(5);
    let before = told(&desk.open().unwrap());
    let (from, to) = frames(&fs::read(desk.segment()).unwrap())[2];
    flip(&desk.segment(), (from + to) / 2, 0);
    let vault = desk.open().unwrap();
    assert_eq!(list(&vault), before.rows);
    let refused = vault.record(ids[2]).unwrap_err();
    assert_eq!(refused.kind(), Kind::Damaged, "{refused:?}");
    assert_eq!(vault.records(&ids).unwrap_err().kind(), Kind::Damaged);
    for id in ids.iter().filter(|id| **id != ids[2]) {
        assert_eq!(vault.record(*id).unwrap(), before.records[id]);
    }
    assert!(!vault.verify().unwrap().problems.is_empty());
    // A record that cannot be read whole is not written over either: nothing is guessed.
    let (_, other) = Hand::new(7).record(1, "otro");
    let onto = Hand::new(8).pen(1, |pen| pen.write(ids[2], set("facts", "encima"), Vec::new()));
    drop(vault.commit(vec![other, vec![onto]], 1));
    drop(vault);
    let vault = desk.open().unwrap();
    assert!(vault.record(ids[2]).is_err());
}

#[test]
fn a12_frames_that_changed_places_are_named_and_not_read() {
    let (desk, ids) = filled(6);
    let before = told(&desk.open().unwrap());
    let mut bytes = fs::read(desk.segment()).unwrap();
    let spans = frames(&bytes);
    let (one, other) = (spans[1], spans[3]);
    assert_eq!(one.1 - one.0, other.1 - other.0);
    let held = bytes[one.0..one.1].to_vec();
    bytes.copy_within(other.0..other.1, one.0);
    bytes[other.0..other.1].copy_from_slice(&held);
    fs::write(desk.segment(), bytes).unwrap();
    let with_projection = desk.copy();
    fs::remove_dir_all(desk.projection()).unwrap();
    let vault = desk.open().unwrap();
    assert!(!vault.state().damaged.is_empty());
    let listed: Vec<_> = list(&vault).into_iter().map(|row| row.id).collect();
    assert_eq!(listed, [ids[0], ids[2], ids[4], ids[5]]);
    assert!(listed.iter().all(|id| vault.record(*id).unwrap() == before.records[id]));
    let vault = with_projection.open().unwrap();
    for id in &ids {
        match vault.record(*id) {
            Ok(record) => assert_eq!(record, before.records[id]),
            Err(error) => assert_eq!(error.kind(), Kind::Damaged),
        }
    }
    assert!(vault.record(ids[1]).is_err() && vault.record(ids[3]).is_err());
}

#[test]
fn a13_what_a_crash_left_after_the_head_is_put_aside_and_told_once() {
    let (desk, _) = filled(3);
    let before = told(&desk.open().unwrap());
    let mut bytes = fs::read(desk.segment()).unwrap();
    let whole = bytes.len();
    let (from, to) = frames(&bytes)[0];
    bytes.extend_from_within(from..to - 10);
    fs::write(desk.segment(), &bytes).unwrap();
    let vault = desk.open().unwrap();
    let torn = vault.state().torn_tail.clone().unwrap();
    assert_eq!((torn.offset, torn.size_bytes), (whole as u64, (to - 10 - from) as u64));
    assert!(vault.state().damaged.is_empty());
    assert_eq!(told(&vault), before);
    write_records(&mut Hand::new(50), &vault, 1);
    vault.close();
    let vault = desk.open().unwrap();
    assert_eq!((vault.state().torn_tail.as_ref(), list(&vault).len()), (None, 4));
    assert_eq!(fs::read_dir(desk.root.join("aside")).unwrap().count(), 1);
}

#[test]
fn a14_a_segment_cut_before_the_head_is_named_read_only_and_never_cut_further() {
    let (desk, ids) = filled(6);
    let before = told(&desk.open().unwrap());
    let bytes = fs::read(desk.segment()).unwrap();
    let spans = frames(&bytes);
    for (kept, (from, _)) in spans.iter().enumerate() {
        for (cut, projection) in [(*from, true), (from + 100, true), (*from, false), (from + 100, false)] {
            let copy = desk.copy();
            if !projection {
                fs::remove_dir_all(copy.projection()).unwrap();
            }
            fs::write(copy.segment(), &bytes[..cut]).unwrap();
            for _ in 0..2 {
                let vault = copy.open().unwrap();
                assert!(!vault.state().damaged.is_empty(), "{kept} kept, cut at {cut}, projection {projection}");
                write_refused(&vault);
                for (at, id) in ids.iter().enumerate() {
                    match vault.record(*id) {
                        Ok(record) if at < kept => assert_eq!(record, before.records[id]),
                        Ok(record) => assert!(record.operations().next().is_none(), "record {at} of {kept}"),
                        Err(error) => assert!(at >= kept && error.kind() == Kind::Damaged),
                    }
                }
                vault.close();
                assert_eq!(fs::read(copy.segment()).unwrap().len(), cut, "never truncated");
            }
        }
    }
}
