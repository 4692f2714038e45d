mod damage;
mod faults;

use super::{Checkpoint, Frame, FrameDraft, FrameKind, Ledger, LedgerPlace, OpenReport, Position, Replay};
use crate::dir::VaultDir;
use crate::envelope::{Body, ScopeWriter};
use crate::error::{ReadOnly, VaultError};
use crate::keyring::{Keyring, KeyringStore, ScopeKeys, place};
use crate::keys::RootKeys;
use crate::secret::{DeviceSeed, EpochSecret, VaultRootKey};
use resguardo_wire::gate::Cbor;
use resguardo_wire::hash::hash;
use resguardo_wire::id::{ScopeId, VaultId};
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

const SCOPE: ScopeId = ScopeId::new([0xa1; 32]);
const OTHER_SCOPE: ScopeId = ScopeId::new([0xa2; 32]);

/// A folder in which ledgers are made and opened again and again with the same keys.
struct Desk {
    _temp: tempfile::TempDir,
    dir: VaultDir,
    keys: RootKeys,
    keyring: Arc<KeyringStore>,
}

impl Desk {
    fn new() -> Self {
        let temp = tempfile::tempdir().unwrap();
        let dir = VaultDir::create(&temp.path().join("boveda")).unwrap();
        let keys = RootKeys::new(VaultId::new([0x11; 32]), VaultRootKey::new([0x44; 32]));
        let scopes = [SCOPE, OTHER_SCOPE].map(|scope| (scope, ScopeKeys::new_private().unwrap()));
        let keyring = Keyring { generation: 1, scopes: BTreeMap::from(scopes), extensions: BTreeMap::new() };
        let keyring_place = place(*keys.vault(), keys.keyring(&[0x66; 32]));
        let keyring = Arc::new(KeyringStore::create(dir.clone(), keyring_place, keyring).unwrap());
        Self { _temp: temp, dir, keys, keyring }
    }

    fn place(&self, scope: ScopeId) -> LedgerPlace {
        LedgerPlace::new(self.dir.clone(), &self.keys, scope, Arc::clone(&self.keyring))
    }

    fn create(&self) -> Ledger {
        Ledger::create(self.place(SCOPE), 1).unwrap()
    }

    fn open(&self) -> (Ledger, OpenReport) {
        Ledger::open(self.place(SCOPE)).unwrap()
    }

    fn segment(&self, number: u32) -> PathBuf {
        self.place(SCOPE).segment_path(number)
    }

    fn head(&self) -> PathBuf {
        self.place(SCOPE).head_path()
    }

    /// A ledger of `frames` frames, two a group, in segments of at most five frames.
    fn filled(&self, frames: u8) -> (Ledger, Vec<Position>) {
        let mut ledger = self.create();
        ledger.segment_max_bytes = 92 + 5 * 560;
        let mut positions = Vec::new();
        for n in (0..frames).step_by(2) {
            let group: Vec<FrameDraft> = (n..frames.min(n + 2)).map(draft).collect();
            positions.extend(ledger.append(&group).unwrap());
        }
        (ledger, positions)
    }
}

fn draft(n: u8) -> FrameDraft {
    FrameDraft { kind: FrameKind::OUTBOX, bytes: vec![n; 40], minute: u64::from(n) }
}

fn replay(ledger: &mut Ledger, after: Option<&Checkpoint>) -> (Replay, Vec<Frame>) {
    let mut frames = Vec::new();
    let replay = ledger
        .replay(after, &mut |frame| {
            frames.push(frame);
            Ok(())
        })
        .unwrap();
    (replay, frames)
}

/// The numbers of the drafts that come back, in order.
fn contents(ledger: &mut Ledger) -> Vec<u8> {
    replay(ledger, None).1.iter().map(|frame| frame.bytes[0]).collect()
}

#[test]
fn what_was_appended_comes_back_in_order_over_several_segments() {
    let desk = Desk::new();
    let (ledger, positions) = desk.filled(23);
    assert_eq!(positions.iter().map(|position| position.frame_seq).collect::<Vec<_>>(), (1..=23).collect::<Vec<_>>());
    assert!(ledger.head().segment >= 5);
    drop(ledger);
    let (mut ledger, report) = desk.open();
    assert_eq!((report.torn_tail, report.damaged.len(), report.generation), (None, 0, 1));
    let (replay, frames) = replay(&mut ledger, None);
    assert!(replay.leads_to_head && replay.damaged.is_empty());
    assert_eq!(replay.frames, 23);
    for ((frame, position), n) in frames.iter().zip(&positions).zip(0..) {
        assert_eq!(frame.position, *position);
        assert_eq!((frame.kind, &frame.bytes, frame.minute), (FrameKind::OUTBOX, &vec![n; 40], u64::from(n)));
        assert_eq!(ledger.reader().read_at(*position).unwrap(), *frame);
    }
    assert_eq!(ledger.append(&[draft(99)]).unwrap()[0].frame_seq, 24);
}

#[test]
fn the_ledgers_bytes_are_as_the_format_says() {
    let desk = Desk::new();
    let mut ledger = desk.create();
    let place = desk.place(SCOPE);
    let chain_0 = hash(&[b"resguardo/v1/frame-chain-0\0", &[0x11; 32], place.blind.as_bytes()]);
    let [position] = ledger.append(&[draft(7)]).unwrap()[..] else { panic!("one") };
    assert_eq!(position, Position { frame_seq: 1, segment: 1, offset: 92 });
    let segment = fs::read(desk.segment(1)).unwrap();
    assert_eq!(segment.len(), 92 + 4 + 4 + 24 + 512 + 16);
    assert_eq!(&segment[..8], b"RGSEG1\0\0");
    assert_eq!(&segment[8..40], &[0x11; 32]);
    assert_eq!(&segment[40..56], place.blind.as_bytes());
    assert_eq!(&segment[56..60], &[0, 0, 0, 1]);
    assert_eq!(&segment[60..92], &chain_0);
    assert_eq!(&segment[92..100], b"RGF1\0\0\x02\x10");
    let chain_1 = hash(&[b"resguardo/v1/frame-chain\0", &chain_0, &1_u64.to_be_bytes(), &hash(&[&[7; 40]])]);
    assert_eq!(ledger.head().frame_hash.as_bytes(), &chain_1);
    let head = fs::read(desk.head()).unwrap();
    assert_eq!(head.len(), 8192);
    let newest = [&head[..4096], &head[4096..]].into_iter().find(|half| half[15] == 1).unwrap();
    assert_eq!(&newest[..28], b"RGH1\0\0\0\x01\0\0\0\0\0\0\0\x01\0\0\0\x01\0\0\0\0\0\0\x02\x8c");
    assert_eq!(&newest[28..60], &chain_1);
    assert!(newest[92..].iter().all(|byte| *byte == 0));
}

#[test]
fn an_envelopes_link_is_its_hash_and_stays_when_its_content_is_destroyed() {
    let desk = Desk::new();
    let writer = ScopeWriter::private(SCOPE, &DeviceSeed::new([1; 32]), EpochSecret::new([2; 32]));
    let sealed = writer.seal(&writer.chain_start(), &Body::operations(1, vec![3; 9])).unwrap();
    let clear = resguardo_wire::envelope::SealedEnvelope::decode(&sealed.bytes).unwrap();
    let link = super::frame::link(FrameKind::OWN_PRIVATE, &sealed.bytes).unwrap();
    assert_eq!(&link, sealed.tip.hash.as_bytes());
    let stub = Cbor::Array(vec![
        Cbor::Uint(1),
        Cbor::bytes(&clear.header_bytes),
        Cbor::bytes(&hash(&[&clear.ciphertext])),
        Cbor::bytes(&clear.signature),
    ]);
    assert_eq!(super::frame::link(FrameKind::ERASED, &stub.encode()).unwrap(), link);

    let mut ledger = desk.create();
    let bytes = sealed.bytes.clone();
    ledger.append(&[FrameDraft { kind: FrameKind::OWN_PRIVATE, bytes, minute: 1 }]).unwrap();
    let not_one = FrameDraft { kind: FrameKind::OWN_PRIVATE, ..draft(1) };
    assert!(matches!(ledger.append(&[not_one]), Err(VaultError::Malformed { .. })));
    assert_eq!(replay(&mut ledger, None).1[0].bytes, sealed.bytes);
}

#[test]
fn a_frame_kind_of_a_later_version_is_kept() {
    let desk = Desk::new();
    let mut ledger = desk.create();
    ledger.append(&[FrameDraft { kind: FrameKind(900), ..draft(1) }]).unwrap();
    assert_eq!(replay(&mut desk_reopen(ledger, &desk), None).1[0].kind, FrameKind(900));
}

fn desk_reopen(ledger: Ledger, desk: &Desk) -> Ledger {
    drop(ledger);
    desk.open().0
}

#[test]
fn from_a_checkpoint_only_what_follows_is_read() {
    let desk = Desk::new();
    let (mut ledger, _) = desk.filled(12);
    let checkpoint = *ledger.head();
    for n in 12..20 {
        ledger.append(&[draft(n)]).unwrap();
    }
    // Frames before the checkpoint are neither read nor opened: spoiling them changes nothing here.
    fs::write(desk.segment(1), b"spoilt").unwrap();
    let (tail, frames) = replay(&mut ledger, Some(&checkpoint));
    assert!(tail.leads_to_head);
    assert_eq!(frames.iter().map(|frame| frame.bytes[0]).collect::<Vec<_>>(), (12..20).collect::<Vec<_>>());
    let at_head = *ledger.head();
    let (tail, frames) = replay(&mut ledger, Some(&at_head));
    assert!(tail.leads_to_head && frames.is_empty());
}

#[test]
fn a_checkpoint_that_does_not_lead_to_the_head_is_noticed() {
    let desk = Desk::new();
    let (mut ledger, _) = desk.filled(4);
    let good = *ledger.head();
    ledger.append(&[draft(4), draft(5)]).unwrap();
    assert!(replay(&mut ledger, Some(&good)).0.leads_to_head);
    let at_head = *ledger.head();
    let false_ones = [
        Checkpoint { frame_hash: resguardo_wire::id::FrameHash::new([9; 32]), ..good },
        Checkpoint { frame_hash: resguardo_wire::id::FrameHash::new([9; 32]), ..at_head },
        Checkpoint { frame_seq: good.frame_seq + 1, ..good },
        Checkpoint { frame_seq: 99, ..good },
        Checkpoint { offset: good.offset + 1, ..good },
        Checkpoint { offset: 0, ..good },
        Checkpoint { segment: 0, ..good },
        Checkpoint { segment: 9, ..good },
    ];
    for checkpoint in false_ones {
        assert!(!replay(&mut ledger, Some(&checkpoint)).0.leads_to_head, "{checkpoint:?}");
    }
    assert_eq!(ledger.read_only(), None, "a false checkpoint is no damage");
}

#[test]
fn a_callback_that_fails_ends_the_replay() {
    let desk = Desk::new();
    let (mut ledger, _) = desk.filled(4);
    let stopped = ledger.replay(None, &mut |_| Err(VaultError::DiskFull));
    assert!(matches!(stopped, Err(VaultError::DiskFull)));
}

#[test]
fn b04_no_nonce_and_no_segment_key_comes_twice() {
    let desk = Desk::new();
    drop(desk.filled(60));
    let mut nonces = std::collections::BTreeSet::new();
    let mut keys = std::collections::BTreeSet::new();
    let mut frames = 0;
    let mut segments = 0;
    for number in 1.. {
        let Ok(segment) = fs::read(desk.segment(number)) else { break };
        segments += 1;
        for frame in segment[92..].chunks(560) {
            nonces.insert(frame[8..32].to_vec());
            frames += 1;
        }
        keys.insert(*desk.keyring.segment(&SCOPE, number)[0].expose());
    }
    assert_eq!((nonces.len(), keys.len(), frames), (60, segments, 60));
}

#[test]
fn a_group_larger_than_a_segment_goes_over_several() {
    let desk = Desk::new();
    let mut ledger = desk.create();
    ledger.segment_max_bytes = 92 + 3 * 560;
    ledger.append(&[draft(0)]).unwrap();
    let group: Vec<FrameDraft> = (1..9).map(draft).collect();
    assert_eq!(ledger.append(&group).unwrap().len(), 8);
    let mut ledger = desk_reopen(ledger, &desk);
    assert_eq!(contents(&mut ledger), (0..9).collect::<Vec<_>>());
    assert!(ledger.append(&[]).unwrap().is_empty());
}

#[test]
fn a_frame_over_the_limit_is_refused_and_the_largest_is_kept() {
    let desk = Desk::new();
    let mut ledger = desk.create();
    let of = |len: usize| FrameDraft { bytes: vec![1; len], ..draft(1) };
    assert!(matches!(ledger.append(&[of(4 << 20)]), Err(VaultError::TooLarge { .. })));
    ledger.append(&[of((4 << 20) - 64)]).unwrap();
    assert_eq!(replay(&mut desk_reopen(ledger, &desk), None).0.frames, 1);
}
