//! Acts: from several threads, over several envelopes, of records that merge and values that conflict, at any time.

use std::collections::BTreeSet;

use resguardo_domain::operation::Action;

use super::desk::{Desk, Hand, edit, list, set, told, write_records};
use crate::vault::ProjectionState;

/// Closes a vault and compares what it tells when opened from its projection and from its ledger alone.
fn tells_the_same_again(desk: &Desk, vault: crate::Vault) {
    let before = told(&vault);
    vault.close();
    let opened = desk.open().unwrap();
    assert_eq!(opened.state().projection, ProjectionState::Opened);
    assert_eq!(told(&opened), before);
    opened.close();
    std::fs::remove_dir_all(desk.projection()).unwrap();
    let rebuilt = desk.open().unwrap();
    assert_eq!(rebuilt.state().projection, ProjectionState::Rebuilt);
    assert_eq!(told(&rebuilt), before);
}

#[test]
fn acts_from_four_threads_are_all_there() {
    let (desk, vault) = Desk::new();
    let (records, acts) = (5, 40);
    let ids: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..4)
            .map(|thread| {
                let vault = &vault;
                scope.spawn(move || {
                    let mut hand = Hand::new(100 + thread);
                    let mut ids = Vec::new();
                    for act in 0..acts {
                        let facts = |record: usize| format!("hilo {thread} acto {act} hecho {record}");
                        let made: Vec<_> = (0..records).map(|record| hand.record(1, &facts(record))).collect();
                        let (names, parts): (Vec<_>, Vec<_>) = made.into_iter().unzip();
                        vault.commit(parts, 1).unwrap();
                        // What was acknowledged can be read at once, whoever else writes.
                        let snapshot = vault.snapshot();
                        assert!(names.iter().all(|id| snapshot.row(*id).is_some()));
                        ids.extend(names);
                    }
                    ids
                })
            })
            .collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), 4 * records * acts);
    let listed: BTreeSet<_> = list(&vault).into_iter().map(|row| row.id).collect();
    assert_eq!(listed, ids.iter().copied().collect());
    let verified = vault.verify().unwrap();
    assert_eq!((verified.entries, verified.problems.len()), (4 * acts, 0));
    tells_the_same_again(&desk, vault);
}

#[test]
fn two_records_merged_are_one_over_a_reopening_and_two_again_after() {
    let (desk, vault) = Desk::new();
    let mut hand = Hand::new(1);
    let ids = write_records(&mut hand, &vault, 3);
    let apart = list(&vault);
    let merge = hand.pen(5, |pen| pen.write(ids[2], Action::MergeInto(ids[0]), Vec::new()));
    let merge_id = merge.id;
    vault.commit(vec![vec![merge]], 5).unwrap();
    let check = |vault: &crate::Vault| {
        let snapshot = vault.snapshot();
        assert_eq!(snapshot.read_as(ids[2]), ids[0]);
        assert_eq!(snapshot.group(ids[2]), [ids[0], ids[2]]);
        assert_eq!(snapshot.row(ids[2]).unwrap().merged_into(), Some(ids[0]));
        // Both sentences stand: nobody chose yet.
        assert!(snapshot.row(ids[0]).unwrap().summary().in_conflict);
        assert_eq!(vault.record(ids[0]).unwrap().operations().count(), 2, "its own operations are its own");
    };
    check(&vault);
    vault.close();
    check(&desk.open().unwrap());
    std::fs::remove_dir_all(desk.projection()).unwrap();
    let vault = desk.open().unwrap();
    check(&vault);
    tells_the_same_again(&desk, vault);

    let vault = desk.open().unwrap();
    // What is written to a merged record goes on under its own name and shows in the group.
    let later = edit(&mut hand, &vault, ids[2], "corregido después de unir");
    vault.commit(vec![vec![later]], 6).unwrap();
    tells_the_same_again(&desk, vault);

    let vault = desk.open().unwrap();
    let unmerge = hand.pen(7, |pen| pen.write(ids[2], Action::Unmerge, vec![merge_id]));
    vault.commit(vec![vec![unmerge]], 7).unwrap();
    let snapshot = vault.snapshot();
    assert_eq!((snapshot.read_as(ids[2]), snapshot.group(ids[0])), (ids[2], vec![ids[0]]));
    let now = list(&vault);
    assert_eq!(now[..2], apart[..2], "the records nobody changed are as before the merge");
    assert_eq!(now[2].merged_into, None);
    tells_the_same_again(&desk, vault);
}

#[test]
fn two_edits_that_did_not_see_each_other_both_stand_until_somebody_chooses() {
    let (desk, vault) = Desk::new();
    let mut hand = Hand::new(2);
    let id = write_records(&mut hand, &vault, 1)[0];
    let one = edit(&mut hand, &vault, id, "Tres hombres");
    let other = edit(&mut Hand::new(3), &vault, id, "Dos hombres");
    vault.commit(vec![vec![one]], 2).unwrap();
    assert!(!list(&vault)[0].in_conflict);
    vault.commit(vec![vec![other]], 2).unwrap();
    assert!(list(&vault)[0].in_conflict);
    tells_the_same_again(&desk, vault);

    let vault = desk.open().unwrap();
    let versions = vault.record(id).unwrap().current().fields["facts"].register.clone();
    assert_eq!(versions.len(), 2);
    let choice = edit(&mut hand, &vault, id, "Tres hombres");
    assert_eq!(choice.replaces.len(), 2);
    vault.commit(vec![vec![choice]], 3).unwrap();
    assert!(!list(&vault)[0].in_conflict);
    tells_the_same_again(&desk, vault);
}

#[test]
fn b12_a_clock_of_1970_and_one_of_2099_write_and_read_alike() {
    let (desk, vault) = Desk::new();
    let mut hand = Hand::new(4);
    let clocks = [4_070_908_800_000, 0, 59_999, u64::MAX];
    for at_ms in clocks {
        let (_, operations) = hand.record(at_ms, "sin reloj");
        vault.commit(vec![operations], at_ms).unwrap();
    }
    let shown: Vec<u64> = list(&vault).iter().map(|row| row.created_ms).collect();
    assert_eq!(shown, clocks, "in the order they were written, whatever the clock said");
    let verified = vault.verify().unwrap();
    assert_eq!((verified.entries, verified.problems.len()), (clocks.len(), 0));
    tells_the_same_again(&desk, vault);
}

#[test]
fn an_act_too_large_for_one_envelope_is_there_whole_or_not_at_all() {
    let (desk, vault) = Desk::new();
    let mut hand = Hand::new(5);
    let long = "palabra ".repeat(25_000);
    let made: Vec<_> = (0..7).map(|number| hand.record(1, &format!("{number} {long}"))).collect();
    vault.commit(made.into_iter().map(|(_, operations)| operations).collect(), 1).unwrap();
    assert_eq!(list(&vault).len(), 7);
    assert!(vault.verify().unwrap().entries >= 2, "1.4 MB in payloads of 1 MiB");
    tells_the_same_again(&desk, vault);

    let vault = desk.open().unwrap();
    let before = list(&vault);
    let (_, small) = hand.record(1, "cabe");
    let record = small[0].record;
    let over = hand.pen(1, |pen| pen.write(record, set("facts", &"x".repeat(4_500_000)), Vec::new()));
    assert!(vault.commit(vec![small, vec![over]], 1).is_err());
    assert_eq!(list(&vault), before, "nothing of a refused act is kept");
    let again = write_records(&mut hand, &vault, 1);
    assert!(vault.snapshot().row(again[0]).is_some(), "and the vault goes on writing");
    vault.close();
    assert_eq!(list(&desk.open().unwrap()).len(), 8);
}
