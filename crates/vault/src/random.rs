//! Random bytes of the operating system, and no others.

use crate::error::VaultError;

/// `N` random bytes.
///
/// # Errors
/// `NoRandomness`: the operation that needed them must be given up.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], VaultError> {
    let mut bytes = [0; N];
    fill(&mut bytes)?;
    Ok(bytes)
}

/// Fills `bytes` with random bytes.
///
/// # Errors
/// `NoRandomness`.
pub(crate) fn fill(bytes: &mut [u8]) -> Result<(), VaultError> {
    match getrandom::fill(bytes) {
        Ok(()) => Ok(()),
        Err(_) => Err(VaultError::NoRandomness),
    }
}
