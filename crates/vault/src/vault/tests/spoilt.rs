//! A05: however the projection's files are spoilt, every record is there at the next unlock.

use std::fs;
use std::path::PathBuf;

use super::desk::{Desk, Hand, Told, files, flip, told, write_records};
use crate::vault::ProjectionState;

/// A vault of two pages, closed, with what it tells.
fn filled() -> (Desk, Told) {
    let (desk, vault) = Desk::new();
    write_records(&mut Hand::new(1), &vault, 3);
    let mut hand = Hand::new(2);
    let parts = (0..300).map(|number| hand.record(1, &format!("Hecho {number}")).1).collect();
    vault.commit(parts, 1).unwrap();
    let told = told(&vault);
    vault.close();
    (desk, told)
}

/// Spoils a copy and opens it three times: everything is there each time, and at the third nothing has to be made anew.
/// (The second may: sled opens some spoilt files and only fails on what it left of them.)
fn survives(desk: &Desk, told_before: &Told, what: &str, spoil: impl FnOnce(&Desk)) -> ProjectionState {
    let copy = desk.copy();
    spoil(&copy);
    let vault = copy.open().unwrap_or_else(|error| panic!("{what}: {error}"));
    assert!(told(&vault) == *told_before, "{what}: other records");
    let state = vault.state().projection;
    vault.close();
    for turn in 2..=3 {
        let again = copy.open().unwrap_or_else(|error| panic!("{what}, {turn}: {error}"));
        assert!(turn == 2 || again.state().projection == ProjectionState::Opened, "{what}, {turn}");
        assert!(told(&again) == *told_before, "{what}, {turn}: other records");
    }
    state
}

fn projection_files(desk: &Desk) -> Vec<PathBuf> {
    files(&desk.projection()).into_iter().filter(|file| fs::metadata(file).unwrap().len() > 0).collect()
}

#[test]
fn a05_a_flipped_byte_anywhere_in_the_projection_loses_no_record() {
    let (desk, before) = filled();
    let mut rebuilt = 0;
    for (number, file) in projection_files(&desk).into_iter().enumerate() {
        let bytes = fs::read(&file).unwrap();
        let written: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at] != 0).collect();
        let places: Vec<usize> = written.iter().copied().step_by((written.len() / 24).max(1)).collect();
        for (turn, at) in places.into_iter().enumerate() {
            let name = file.strip_prefix(&desk.root).unwrap();
            let bit = u8::try_from((turn + number) % 8).unwrap();
            let what = format!("{} byte {at} bit {bit}", name.display());
            let state = survives(&desk, &before, &what, |copy| flip(&copy.root.join(name), at, bit));
            rebuilt += usize::from(state == ProjectionState::Rebuilt);
        }
    }
    assert!(rebuilt > 20, "only {rebuilt} flips were noticed");
}

#[test]
fn a05_a_projection_cut_zeroed_or_strewn_with_leftovers_loses_no_record() {
    let (desk, before) = filled();
    for file in projection_files(&desk) {
        let name = file.strip_prefix(&desk.root).unwrap().to_owned();
        let whole = fs::read(&file).unwrap();
        for percent in [0, 30, 70, 99] {
            let what = format!("{} cut to {percent} %", name.display());
            survives(&desk, &before, &what, |copy| {
                fs::write(copy.root.join(&name), &whole[..whole.len() * percent / 100]).unwrap();
            });
        }
        for from in [0, 4_096, whole.len().saturating_sub(100 * 1024)] {
            let what = format!("{} zeroed from {from}", name.display());
            survives(&desk, &before, &what, |copy| {
                let mut bytes = whole.clone();
                bytes.iter_mut().skip(from).take(100 * 1024).for_each(|byte| *byte = 0);
                fs::write(copy.root.join(&name), bytes).unwrap();
            });
        }
        let what = format!("{} gone", name.display());
        survives(&desk, &before, &what, |copy| fs::remove_file(copy.root.join(&name)).unwrap());
    }
    for (name, content) in [
        ("snap.0000000000000001", &b""[..]),
        ("snap.ffffffffffffffff", b""),
        ("snap.0000000000FFFFFF", b"x"),
        ("conf", b""),
        ("conf", b"segment_size: 7\nversion: 0.34\n"),
        ("conf", &[0xff; 64]),
        ("db", b""),
        ("blobs", b"not a folder"),
    ] {
        let what = format!("{name} = {content:?}");
        survives(&desk, &before, &what, |copy| {
            let path = copy.projection().join(name);
            drop(fs::remove_dir_all(&path));
            fs::write(path, content).unwrap();
        });
    }
    survives(&desk, &before, "a file in the folder's place", |copy| {
        fs::remove_dir_all(copy.projection()).unwrap();
        fs::write(copy.projection(), b"x").unwrap();
    });
}

#[test]
fn a05_after_an_opening_that_was_cut_short_the_projection_is_made_anew() {
    let (desk, before) = filled();
    let state = survives(&desk, &before, "marker", |copy| fs::write(copy.root.join("proj.opening"), b"").unwrap());
    assert_eq!(state, ProjectionState::Rebuilt);
    assert_eq!(survives(&desk, &before, "untouched", |_| {}), ProjectionState::Opened);
}
