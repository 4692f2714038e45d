//! ikm = Argon2id(pw, salt, m, t, p, secret, ad) (RFC 9106; protocol.md §2.4).
//!
//! The bounds are compiled in and checked before a byte is allocated: a header from outside can neither make
//! guessing cheap nor make the machine run out of memory. There is no weaker mode.

use crate::error::VaultError;
use crate::secret::DerivedSecret;
use argon2::{Config, ThreadMode, Variant, Version};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};
use zeroize::Zeroizing;

/// Least memory, in KiB.
pub const MEMORY_MIN_KIB: u32 = 64 * 1024;
/// Most memory, in KiB.
pub const MEMORY_MAX_KIB: u32 = 2 * 1024 * 1024;
/// Memory of a machine of this kind when nothing was measured, in KiB.
pub const MEMORY_USUAL_KIB: u32 = 256 * 1024;
const MEMORY_CALIBRATED_MIN_KIB: u32 = 128 * 1024;
const MEMORY_CALIBRATED_MAX_KIB: u32 = 1024 * 1024;
const PASSES: u8 = 3;
const LANES: u8 = 4;
const TARGET: Duration = Duration::from_millis(1100);
/// A machine that is busy at the moment measures slow; the usual memory is given up only past this.
const TARGET_USUAL: Duration = Duration::from_millis(2200);
const MACHINE_SMALL_KIB: u64 = 4 * 1024 * 1024;

/// What one guess costs: memory, passes, lanes. Always inside the bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KdfCost {
    m_kib: u32,
    passes: u8,
    lanes: u8,
}

impl KdfCost {
    /// This much memory with three passes over four lanes.
    ///
    /// # Errors
    /// `KdfMemoryOutOfBounds`.
    pub fn with_memory(m_kib: u32) -> Result<Self, VaultError> {
        Self::checked(m_kib, PASSES, LANES).ok_or(VaultError::KdfMemoryOutOfBounds { m_kib })
    }

    /// Parameters as a slot names them, if they are inside the bounds: 65,536 ≤ m ≤ 2,097,152 KiB, 3 ≤ t ≤ 16,
    /// 1 ≤ p ≤ 8.
    #[must_use]
    pub(crate) fn checked(m_kib: u32, passes: u8, lanes: u8) -> Option<Self> {
        let inside = (MEMORY_MIN_KIB..=MEMORY_MAX_KIB).contains(&m_kib)
            && (3..=16).contains(&passes)
            && (1..=8).contains(&lanes);
        inside.then_some(Self { m_kib, passes, lanes })
    }

    /// Measures this machine and chooses memory for about one second: 256 MiB as a rule, a power of two between 128
    /// and 1,024; from 64 MiB and at most an eighth of its memory on a machine with less than 4 GiB.
    ///
    /// # Errors
    /// `NotEnoughMemory` if not even the least can be had.
    pub fn calibrate() -> Result<Self, VaultError> {
        let smallest = Self::with_memory(MEMORY_MIN_KIB)?;
        let mut fastest = Duration::MAX;
        for _ in 0..2 {
            let started = Instant::now();
            argon2id(b"calibration", &[0; 32], smallest, &[], &[])?;
            fastest = fastest.min(started.elapsed());
        }
        Self::with_memory(memory_for(fastest, machine_memory_kib()))
    }

    /// Memory in KiB.
    #[must_use]
    pub const fn m_kib(&self) -> u32 {
        self.m_kib
    }

    /// Passes over the memory.
    #[must_use]
    pub const fn passes(&self) -> u8 {
        self.passes
    }

    /// Lanes, each one thread.
    #[must_use]
    pub const fn lanes(&self) -> u8 {
        self.lanes
    }
}

/// Memory for the target, given the time the least memory took; cost grows with memory.
fn memory_for(least_took: Duration, machine_kib: Option<u64>) -> u32 {
    let small = machine_kib.is_some_and(|kib| kib < MACHINE_SMALL_KIB);
    let floor = if small { MEMORY_MIN_KIB } else { MEMORY_CALIBRATED_MIN_KIB };
    let ceiling = machine_kib.map_or(MEMORY_CALIBRATED_MAX_KIB, |kib| {
        u32::try_from(kib / 8).unwrap_or(u32::MAX).clamp(floor, MEMORY_CALIBRATED_MAX_KIB)
    });
    let mut m_kib = MEMORY_MIN_KIB;
    let mut takes = least_took;
    let fits = |m_kib: u32, takes: Duration| {
        let target = if m_kib <= MEMORY_USUAL_KIB { TARGET_USUAL } else { TARGET };
        takes <= target && m_kib <= ceiling
    };
    while fits(m_kib * 2, takes * 2) {
        m_kib *= 2;
        takes *= 2;
    }
    m_kib.max(floor)
}

/// The machine's memory in KiB where the system tells it (Linux), nothing elsewhere.
fn machine_memory_kib() -> Option<u64> {
    let table = std::fs::read_to_string("/proc/meminfo").ok()?;
    let line = table.lines().find(|line| line.starts_with("MemTotal:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

/// Argon2id v0x13 to 32 bytes.
///
/// # Errors
/// `NotEnoughMemory`: the caller must give up; no smaller memory is tried.
pub(crate) fn argon2id(
    password: &[u8],
    salt: &[u8; 32],
    cost: KdfCost,
    secret: &[u8],
    ad: &[u8],
) -> Result<DerivedSecret, VaultError> {
    let not_enough = VaultError::NotEnoughMemory { m_kib: cost.m_kib };
    // The crate would abort the process when its memory is refused; asking first makes that an error.
    let bytes_needed = usize::try_from(u64::from(cost.m_kib) * 1024 + 16 * 1024 * 1024).unwrap_or(usize::MAX);
    if Vec::<u8>::new().try_reserve_exact(bytes_needed).is_err() {
        return Err(not_enough);
    }
    let config = Config {
        variant: Variant::Argon2id,
        version: Version::Version13,
        mem_cost: cost.m_kib,
        time_cost: u32::from(cost.passes),
        lanes: u32::from(cost.lanes),
        thread_mode: ThreadMode::Parallel,
        secret,
        ad,
        hash_length: 32,
    };
    // A thread that cannot be started panics inside the crate.
    let Ok(hashed) = catch_unwind(AssertUnwindSafe(|| argon2::hash_raw(password, salt, &config))) else {
        return Err(not_enough);
    };
    let Ok(ikm) = hashed.map(Zeroizing::new) else {
        return Err(VaultError::Bug { what: "Argon2 takes parameters inside the bounds" });
    };
    match <[u8; 32]>::try_from(ikm.as_slice()) {
        Ok(ikm) => Ok(DerivedSecret::new(ikm)),
        Err(_) => Err(VaultError::Bug { what: "Argon2 gives the length asked for" }),
    }
}

#[cfg(test)]
mod tests {
    use super::{KdfCost, memory_for};
    use crate::error::VaultError;
    use std::time::Duration;

    #[test]
    fn a07_a08_parameters_outside_the_bounds_are_no_parameters() {
        let check = |m_kib, passes, lanes, inside: bool| {
            assert_eq!(KdfCost::checked(m_kib, passes, lanes).is_some(), inside, "{m_kib} {passes} {lanes}");
        };
        check(65_536, 3, 1, true);
        check(2_097_152, 16, 8, true);
        check(8, 1, 1, false);
        check(65_535, 3, 4, false);
        check(65_536, 2, 4, false);
        check(65_536, 17, 4, false);
        check(65_536, 3, 0, false);
        check(65_536, 3, 9, false);
        check(64 * 1024 * 1024, 3, 4, false);
        check(2_097_153, 3, 4, false);
        assert!(matches!(KdfCost::with_memory(8), Err(VaultError::KdfMemoryOutOfBounds { m_kib: 8 })));
    }

    #[test]
    fn calibration_aims_at_a_second_inside_its_floor_and_ceiling() {
        let gib = |n: u64| Some(n * 1024 * 1024);
        let check = |millis, machine, mib: u32| {
            assert_eq!(memory_for(Duration::from_millis(millis), machine), mib * 1024, "{millis} ms, {machine:?}");
        };
        check(240, gib(8), 256);
        check(240, None, 256);
        check(480, gib(8), 256);
        check(600, gib(8), 128);
        check(2000, gib(8), 128);
        check(10, gib(64), 1024);
        check(10, gib(8), 1024);
        check(10, gib(4), 512);
        check(2000, gib(2), 64);
        check(100, gib(2), 256);
    }
}
