//! What a crash, a rotten sector or a hand may leave, and what is made of it.

use super::*;
use crate::error::Kind;
use proptest::prelude::*;

#[test]
fn a13_a_torn_tail_is_cut_off_and_kept_aside() {
    for cut in [1, 10, 500, 559] {
        let desk = Desk::new();
        let (mut ledger, _) = desk.filled(4);
        let head_before = fs::read(desk.head()).unwrap();
        ledger.append(&[draft(4)]).unwrap();
        drop(ledger);
        // As a crash between the frame and the head leaves it.
        fs::write(desk.head(), head_before).unwrap();
        let whole = fs::read(desk.segment(1)).unwrap();
        let torn = &whole[..whole.len() - cut];
        fs::write(desk.segment(1), torn).unwrap();

        let (mut ledger, report) = desk.open();
        let tail = report.torn_tail.unwrap();
        assert_eq!((tail.segment, tail.offset, tail.size_bytes), (1, 92 + 4 * 560, 560 - cut as u64));
        assert_eq!(fs::read(desk.dir.aside().join(tail.aside)).unwrap(), torn[92 + 4 * 560..]);
        assert_eq!(contents(&mut ledger), [0, 1, 2, 3]);
        ledger.append(&[draft(9)]).unwrap();
        let (mut ledger, report) = desk.open();
        assert_eq!(report.torn_tail, None);
        assert_eq!(contents(&mut ledger), [0, 1, 2, 3, 9]);
    }
}

#[test]
fn a13_cutting_the_newest_segment_below_the_head_is_damage_not_a_torn_tail() {
    let desk = Desk::new();
    drop(desk.filled(4));
    let whole = fs::read(desk.segment(1)).unwrap();
    fs::write(desk.segment(1), &whole[..whole.len() - 10]).unwrap();
    let (mut ledger, report) = desk.open();
    assert_eq!((report.torn_tail, report.damaged.len()), (None, 1));
    assert_eq!(report.damaged[0].to, whole.len() as u64);
    let refused = ledger.append(&[draft(9)]).unwrap_err();
    assert!(matches!(refused, VaultError::LedgerReadOnly { reason: ReadOnly::Damage }));
    assert_eq!(refused.kind(), Kind::Damaged);
    let (replay, frames) = replay(&mut ledger, None);
    assert_eq!(frames.len(), 3);
    assert_eq!((replay.damaged[0].first_lost, replay.damaged[0].frames_lost), (4, 1));
    assert_eq!(fs::read(desk.segment(1)).unwrap().len(), whole.len() - 10, "nothing was cut");
}

#[test]
fn a_frame_after_the_head_that_verifies_is_kept() {
    let desk = Desk::new();
    let (mut ledger, _) = desk.filled(6);
    let head_before = fs::read(desk.head()).unwrap();
    for n in 6..17 {
        ledger.append(&[draft(n)]).unwrap();
    }
    drop(ledger);
    // The head is several groups and two segments behind.
    fs::write(desk.head(), head_before).unwrap();
    let (mut ledger, report) = desk.open();
    assert_eq!((report.torn_tail, report.damaged.len(), report.head.frame_seq), (None, 0, 17));
    assert_eq!(contents(&mut ledger), (0..17).collect::<Vec<_>>());
}

#[test]
fn every_flipped_byte_of_the_head_file_loses_nothing() {
    let desk = Desk::new();
    drop(desk.filled(6));
    let good = fs::read(desk.head()).unwrap();
    for at in (0..92).chain(4096..4188).chain([200, 8000]) {
        let mut bad = good.clone();
        bad[at] ^= 0x04;
        fs::write(desk.head(), &bad).unwrap();
        let (mut ledger, report) = desk.open();
        assert!(report.damaged.is_empty(), "byte {at}");
        assert_eq!(contents(&mut ledger), [0, 1, 2, 3, 4, 5], "byte {at}");
        assert!(ledger.append(&[]).is_ok());
    }
}

#[test]
fn without_any_head_everything_that_verifies_is_read_and_nothing_written() {
    let desk = Desk::new();
    drop(desk.filled(8));
    for spoilt in [vec![0; 8192], vec![]] {
        fs::write(desk.head(), spoilt).unwrap();
        let (mut ledger, report) = desk.open();
        assert_eq!(report.damaged.len(), 1);
        assert_eq!(ledger.read_only(), Some(ReadOnly::Damage));
        assert_eq!(contents(&mut ledger), (0..8).collect::<Vec<_>>());
    }
}

#[test]
fn a14_a_segment_cut_or_gone_before_the_head_is_named_and_the_rest_is_saved() {
    let desk = Desk::new();
    drop(desk.filled(18));
    let second = fs::read(desk.segment(2)).unwrap();
    let check = |content: Option<&[u8]>, lost: std::ops::Range<u8>| {
        match content {
            Some(content) => fs::write(desk.segment(2), content).unwrap(),
            None => fs::remove_file(desk.segment(2)).unwrap(),
        }
        let (mut ledger, _) = desk.open();
        let (replay, frames) = replay(&mut ledger, None);
        let expected: Vec<u8> = (0..18).filter(|n| !lost.contains(n)).collect();
        assert_eq!(frames.iter().map(|frame| frame.bytes[0]).collect::<Vec<_>>(), expected);
        assert_eq!(replay.damaged.iter().map(|range| range.frames_lost).sum::<u64>(), lost.len() as u64);
        assert_eq!(replay.damaged[0].first_lost, u64::from(lost.start) + 1);
        assert!(replay.damaged.iter().all(|range| range.segment <= 3));
        assert_eq!(ledger.read_only(), Some(ReadOnly::Damage));
        fs::write(desk.segment(2), &second).unwrap();
        let (mut ledger, _) = desk.open();
        assert_eq!(contents(&mut ledger).len(), 18);
    };
    // Segments of four frames: groups of two, at most five.
    check(Some(&second[..second.len() - 10]), 7..8);
    check(Some(&second[..92 + 560]), 5..8);
    check(Some(&second[..92]), 4..8);
    check(Some(&[]), 4..8);
    check(None, 4..8);
}

#[test]
fn a12_one_flipped_byte_costs_one_frame_at_most_and_is_named() {
    let desk = Desk::new();
    let (ledger, positions) = desk.filled(8);
    let head = *ledger.head();
    drop(ledger);
    for number in [1, 2] {
        let good = fs::read(desk.segment(number)).unwrap();
        for at in (0..good.len()).step_by(11) {
            let mut bad = good.clone();
            bad[at] ^= 0x20;
            fs::write(desk.segment(number), &bad).unwrap();
            let (mut ledger, report) = desk.open();
            assert_eq!((report.damaged.len(), report.head), (0, head), "byte {at}");
            let (replay, frames) = replay(&mut ledger, None);
            let hit = positions.iter().rposition(|p| p.segment == number && p.offset <= at as u64);
            let expected: Vec<u8> = (0..8).filter(|n| Some(usize::from(*n)) != hit).collect();
            assert_eq!(frames.iter().map(|f| f.bytes[0]).collect::<Vec<_>>(), expected, "segment {number} byte {at}");
            assert_eq!(replay.damaged.len(), 1, "segment {number} byte {at}: {:?}", replay.damaged);
            let range = replay.damaged[0];
            assert!(range.segment == number && (range.from..range.to).contains(&(at as u64)), "{at}: {range:?}");
            assert_eq!(range.frames_lost, u64::from(hit.is_some()));
            assert_eq!(ledger.read_only(), Some(ReadOnly::Damage));
            if let Some(hit) = hit {
                let refused = ledger.reader().read_at(positions[hit]).unwrap_err();
                assert!(matches!(refused, VaultError::LedgerDamaged { segment, .. } if segment == number));
            }
        }
        fs::write(desk.segment(number), &good).unwrap();
    }
}

#[test]
fn a12_frames_that_changed_places_do_not_open_there() {
    let desk = Desk::new();
    drop(desk.filled(4));
    let good = fs::read(desk.segment(1)).unwrap();
    let mut swapped = good.clone();
    swapped[92..92 + 560].copy_from_slice(&good[92 + 560..92 + 2 * 560]);
    swapped[92 + 560..92 + 2 * 560].copy_from_slice(&good[92..92 + 560]);
    fs::write(desk.segment(1), swapped).unwrap();
    let (mut ledger, _) = desk.open();
    let (replay, frames) = replay(&mut ledger, None);
    assert!(!replay.leads_to_head);
    assert_eq!(
        frames.iter().map(|frame| frame.bytes[0]).collect::<Vec<_>>(),
        [2, 3],
        "those that lie where they belong"
    );
    assert_eq!(replay.damaged.iter().map(|range| range.frames_lost).sum::<u64>(), 2);
}

#[test]
fn a12_segments_that_changed_places_open_nothing_of_each_other() {
    let desk = Desk::new();
    drop(desk.filled(12));
    let (one, two) = (fs::read(desk.segment(1)).unwrap(), fs::read(desk.segment(2)).unwrap());
    fs::write(desk.segment(1), two).unwrap();
    fs::write(desk.segment(2), one).unwrap();
    let (mut ledger, _) = desk.open();
    assert_eq!(contents(&mut ledger), [8, 9, 10, 11]);
    assert_eq!(ledger.read_only(), Some(ReadOnly::Damage));
}

#[test]
fn a12_a_frame_or_a_ledger_of_another_scope_opens_nothing() {
    let desk = Desk::new();
    drop(desk.filled(2));
    let mut other = Ledger::create(desk.place(OTHER_SCOPE), 1).unwrap();
    other.append(&[draft(7), draft(8)]).unwrap();
    drop(other);
    let foreign = fs::read(desk.place(OTHER_SCOPE).segment_path(1)).unwrap();
    let mut mixed = fs::read(desk.segment(1)).unwrap();
    mixed[92..92 + 560].copy_from_slice(&foreign[92..92 + 560]);
    fs::write(desk.segment(1), &mixed).unwrap();
    assert_eq!(contents(&mut desk.open().0), [1]);
    fs::copy(desk.place(OTHER_SCOPE).head_path(), desk.head()).unwrap();
    fs::write(desk.segment(1), foreign).unwrap();
    let (mut ledger, report) = desk.open();
    assert!(!report.damaged.is_empty(), "the head is bound to its scope too");
    assert!(contents(&mut ledger).is_empty());
}

#[test]
fn a_frame_taken_out_whole_is_noticed() {
    let desk = Desk::new();
    drop(desk.filled(8));
    let mut bytes = fs::read(desk.segment(1)).unwrap();
    bytes.drain(92 + 560..92 + 2 * 560);
    fs::write(desk.segment(1), bytes).unwrap();
    let (mut ledger, _) = desk.open();
    let (replay, frames) = replay(&mut ledger, None);
    assert_eq!(frames.iter().map(|frame| frame.bytes[0]).collect::<Vec<_>>(), [0, 2, 3, 4, 5, 6, 7]);
    assert_eq!((replay.damaged.len(), replay.damaged[0].first_lost, replay.damaged[0].frames_lost), (1, 2, 1));
}

#[test]
fn a_segment_that_was_being_made_is_put_aside() {
    for left in [&b""[..], b"RGSEG1\0\0", &[0; 92]] {
        let desk = Desk::new();
        drop(desk.filled(4));
        fs::write(desk.segment(2), left).unwrap();
        let (mut ledger, report) = desk.open();
        assert_eq!(report.damaged.len(), 0);
        assert_eq!(report.torn_tail.unwrap().segment, 2);
        assert!(!desk.segment(2).exists());
        ledger.segment_max_bytes = 92 + 4 * 560;
        ledger.append(&[draft(4)]).unwrap();
        assert_eq!(contents(&mut desk.open().0), [0, 1, 2, 3, 4]);
    }
}

#[test]
fn a_segment_begun_and_still_empty_is_gone_on_with() {
    let desk = Desk::new();
    let (mut ledger, _) = desk.filled(4);
    let head_before = fs::read(desk.head()).unwrap();
    ledger.append(&[draft(4)]).unwrap();
    drop(ledger);
    fs::write(desk.head(), head_before).unwrap();
    let bytes = fs::read(desk.segment(2)).unwrap_or_default();
    if bytes.is_empty() {
        return;
    }
    fs::write(desk.segment(2), &bytes[..92]).unwrap();
    let (mut ledger, report) = desk.open();
    assert_eq!((report.torn_tail, report.damaged.len()), (None, 0));
    assert_eq!(ledger.append(&[draft(4)]).unwrap()[0], Position { frame_seq: 5, segment: 2, offset: 92 });
    assert_eq!(contents(&mut desk.open().0), [0, 1, 2, 3, 4]);
}

#[test]
fn many_segments_lost_cost_the_frames_in_them_and_no_others() {
    let desk = Desk::new();
    drop(desk.filled(100));
    for number in 3..=20 {
        fs::write(desk.segment(number), b"").unwrap();
    }
    let (mut ledger, _) = desk.open();
    let (replay, frames) = replay(&mut ledger, None);
    let expected: Vec<u8> = (0..8).chain(80..100).collect();
    assert_eq!(frames.iter().map(|frame| frame.bytes[0]).collect::<Vec<_>>(), expected);
    assert_eq!(replay.damaged.iter().map(|range| range.frames_lost).sum::<u64>(), 72);
}

/// One thing done to one file: a byte changed, a cut, bytes put in.
#[derive(Clone, Debug)]
enum Harm {
    Flip(prop::sample::Index, u8),
    Cut(prop::sample::Index),
    Insert(prop::sample::Index, Vec<u8>),
    Take(prop::sample::Index, usize),
}

fn any_harm() -> impl Strategy<Value = (usize, Harm)> {
    let at = any::<prop::sample::Index>;
    let harm = prop_oneof![
        4 => (at(), 1_u8..).prop_map(|(at, mask)| Harm::Flip(at, mask)),
        1 => at().prop_map(Harm::Cut),
        1 => (at(), proptest::collection::vec(any::<u8>(), 1..700)).prop_map(|(at, bytes)| Harm::Insert(at, bytes)),
        1 => (at(), 1_usize..1200).prop_map(|(at, len)| Harm::Take(at, len)),
    ];
    (0_usize..4, harm)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_to_the_files_no_frame_comes_back_that_was_not_written(
        harms in proptest::collection::vec(any_harm(), 1..5),
    ) {
        let desk = Desk::new();
        let (ledger, positions) = desk.filled(11);
        let head = *ledger.head();
        drop(ledger);
        let files = [desk.segment(1), desk.segment(2), desk.segment(3), desk.head()];
        for (file, harm) in &harms {
            let mut bytes = fs::read(&files[*file]).unwrap();
            if bytes.is_empty() {
                continue;
            }
            match harm {
                Harm::Flip(at, mask) => { let at = at.index(bytes.len()); bytes[at] ^= mask; }
                Harm::Cut(at) => bytes.truncate(at.index(bytes.len())),
                Harm::Insert(at, inserted) => {
                    let at = at.index(bytes.len());
                    bytes.splice(at..at, inserted.iter().copied());
                }
                Harm::Take(at, len) => {
                    let at = at.index(bytes.len());
                    bytes.drain(at..bytes.len().min(at + len));
                }
            }
            fs::write(&files[*file], bytes).unwrap();
        }
        let (mut ledger, report) = desk.open();
        let (replay, frames) = replay(&mut ledger, None);
        for frame in &frames {
            let n = u8::try_from(frame.position.frame_seq - 1).unwrap();
            prop_assert_eq!(&frame.bytes, &vec![n; 40]);
            prop_assert_eq!(&ledger.reader().read_at(frame.position).unwrap(), frame);
        }
        prop_assert!(frames.is_sorted_by(|a, b| a.position.frame_seq < b.position.frame_seq));
        // Nothing missing goes unsaid; a tail can be cut unseen only where the head was cut back with it.
        let whole = frames.len() == positions.len();
        let said = !report.damaged.is_empty() || !replay.damaged.is_empty() || report.torn_tail.is_some();
        prop_assert!(whole || said, "{} frames, {:?}, {:?}, head {:?}", frames.len(), report, replay, head);
    }
}
