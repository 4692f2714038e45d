//! The four effects on which *saved* depends, behind a seam: tests put a disk there that fails.

use std::fs::File;
use std::io::{self, Seek, SeekFrom, Write};

/// A disk as the ledger sees it.
pub(super) trait Disk {
    /// Writes all bytes at an offset.
    fn write_at(&mut self, file: &File, offset: u64, bytes: &[u8]) -> io::Result<()>;

    /// Makes what was written durable. A failure is final for the file: the system may have dropped the pages.
    fn sync(&mut self, file: &File) -> io::Result<()>;

    /// Cuts a file to a length.
    fn cut(&mut self, file: &File, len: u64) -> io::Result<()>;
}

/// The disk there is.
pub(super) struct RealDisk;

impl Disk for RealDisk {
    fn write_at(&mut self, mut file: &File, offset: u64, bytes: &[u8]) -> io::Result<()> {
        file.seek(SeekFrom::Start(offset))?;
        file.write_all(bytes)
    }

    fn sync(&mut self, file: &File) -> io::Result<()> {
        file.sync_data()
    }

    fn cut(&mut self, file: &File, len: u64) -> io::Result<()> {
        file.set_len(len)
    }
}
