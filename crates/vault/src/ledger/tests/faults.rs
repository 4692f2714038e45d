//! Disks that fail.

use super::super::disk::{Disk, RealDisk};
use super::*;
use std::fs::File;
use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Which effect fails, the how-many-th of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    Sync(usize),
    /// The disk fills up after some bytes of a write.
    Full(usize),
    Write(usize),
}

struct FailingDisk {
    fault: Fault,
    writes: Arc<AtomicUsize>,
    syncs: Arc<AtomicUsize>,
}

impl FailingDisk {
    fn new(fault: Fault) -> Self {
        Self { fault, writes: Arc::default(), syncs: Arc::default() }
    }
}

impl Disk for FailingDisk {
    fn write_at(&mut self, file: &File, offset: u64, bytes: &[u8]) -> io::Result<()> {
        let number = self.writes.fetch_add(1, Ordering::Relaxed);
        let half = &bytes[..bytes.len() / 2];
        match self.fault {
            Fault::Full(at) if at == number => {
                RealDisk.write_at(file, offset, half)?;
                Err(io::ErrorKind::StorageFull.into())
            }
            Fault::Write(at) if at == number => {
                RealDisk.write_at(file, offset, half)?;
                Err(io::Error::from_raw_os_error(5))
            }
            _ => RealDisk.write_at(file, offset, bytes),
        }
    }

    fn sync(&mut self, file: &File) -> io::Result<()> {
        let number = self.syncs.fetch_add(1, Ordering::Relaxed);
        if self.fault == Fault::Sync(number) { Err(io::Error::from_raw_os_error(5)) } else { RealDisk.sync(file) }
    }

    fn cut(&mut self, file: &File, len: u64) -> io::Result<()> {
        RealDisk.cut(file, len)
    }
}

#[test]
fn a16_one_failed_sync_is_final_for_the_ledger() {
    for fault in [Fault::Sync(0), Fault::Sync(1)] {
        let desk = Desk::new();
        let (mut ledger, _) = desk.filled(4);
        ledger.segment_max_bytes = u64::MAX;
        ledger.disk = Box::new(FailingDisk::new(fault));
        assert!(matches!(ledger.append(&[draft(4)]), Err(VaultError::Disk { .. })), "{fault:?}");
        for _ in 0..3 {
            let refused = ledger.append(&[draft(5)]);
            assert!(matches!(refused, Err(VaultError::LedgerReadOnly { reason: ReadOnly::WriteFailed })));
        }
        // What was acknowledged is there; the unconfirmed one may be.
        let (mut ledger, report) = desk.open();
        assert!(report.damaged.is_empty());
        assert_eq!(contents(&mut ledger)[..4], [0, 1, 2, 3]);
        assert!(ledger.append(&[draft(6)]).is_ok());
    }
}

#[test]
fn a17_a_full_disk_is_a_clean_error_and_no_half_frame_is_taken_later() {
    let desk = Desk::new();
    let (mut ledger, _) = desk.filled(4);
    ledger.segment_max_bytes = u64::MAX;
    let before = fs::read(desk.segment(1)).unwrap();
    ledger.disk = Box::new(FailingDisk::new(Fault::Full(0)));
    assert!(matches!(ledger.append(&[draft(4), draft(5)]), Err(VaultError::DiskFull)));
    assert_eq!(fs::read(desk.segment(1)).unwrap(), before);
    assert_eq!(ledger.read_only(), None);
    assert_eq!(contents(&mut ledger), [0, 1, 2, 3]);
    // Room again.
    ledger.append(&[draft(6)]).unwrap();
    let (mut ledger, report) = desk.open();
    assert_eq!((report.torn_tail, report.damaged.len()), (None, 0));
    assert_eq!(contents(&mut ledger), [0, 1, 2, 3, 6]);
}

#[test]
fn a17_a_disk_full_while_a_segment_is_begun_leaves_no_segment() {
    let desk = Desk::new();
    let (mut ledger, _) = desk.filled(4);
    ledger.disk = Box::new(FailingDisk::new(Fault::Full(0)));
    assert!(matches!(ledger.append(&[draft(4), draft(5)]), Err(VaultError::DiskFull)));
    assert!(!desk.segment(2).exists());
    ledger.append(&[draft(6), draft(7)]).unwrap();
    assert!(desk.segment(2).exists());
    assert_eq!(contents(&mut desk.open().0), [0, 1, 2, 3, 6, 7]);
}

#[test]
fn any_single_failure_loses_nothing_acknowledged() {
    let faults = (0..6).flat_map(|n| [Fault::Sync(n), Fault::Full(n), Fault::Write(n)]);
    for fault in faults {
        let desk = Desk::new();
        let (mut ledger, _) = desk.filled(4);
        ledger.disk = Box::new(FailingDisk::new(fault));
        let mut acknowledged = vec![0, 1, 2, 3];
        for n in 4..12 {
            if ledger.append(&[draft(n)]).is_ok() {
                acknowledged.push(n);
            }
        }
        let (mut ledger, report) = desk.open();
        assert!(report.damaged.is_empty(), "{fault:?}");
        let found = contents(&mut ledger);
        assert!(acknowledged.iter().all(|n| found.contains(n)), "{fault:?}: {acknowledged:?} {found:?}");
        assert!(found.len() <= acknowledged.len() + 1, "{fault:?}");
    }
}
