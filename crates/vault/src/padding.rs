//! Padding: 0x80, then zeros, to `max(minimum, Padmé(len + 1))`.
//!
//! Padmé (Nikitin et al., PETS 2019) leaks O(log log len) bits of a length and adds at most 12 %. A padded body has
//! one form only: another bucket or a byte that is not zero is refused (C09).

/// Padmé: the least length ≥ `len` whose lower bits are zero.
#[must_use]
pub fn padme(len: u64) -> u64 {
    if len < 2 {
        return len;
    }
    let exponent = u64::from(len.ilog2());
    let significant = u64::from(exponent.max(1).ilog2()) + 1;
    let mask = (1_u64 << exponent.saturating_sub(significant)) - 1;
    len.saturating_add(mask) & !mask
}

/// Length of `len` bytes after padding; never below `minimum`.
#[must_use]
pub(crate) fn padded_len(len: usize, minimum: usize) -> usize {
    let padded = usize::try_from(padme(len as u64 + 1)).unwrap_or(usize::MAX);
    padded.max(minimum)
}

/// Pads in place.
#[must_use]
pub(crate) fn pad(body: Vec<u8>, minimum: usize) -> Vec<u8> {
    let target = padded_len(body.len(), minimum);
    let mut padded = body;
    padded.push(0x80);
    padded.resize(target, 0);
    padded
}

/// Takes the padding off, or gives nothing if it is not the one padding of what it leaves.
#[must_use]
pub(crate) fn unpad(padded: Vec<u8>, minimum: usize) -> Option<Vec<u8>> {
    let end = padded.iter().rposition(|byte| *byte != 0)?;
    if padded.get(end) != Some(&0x80) || padded_len(end, minimum) != padded.len() {
        return None;
    }
    let mut body = padded;
    body.truncate(end);
    Some(body)
}

#[cfg(test)]
mod tests {
    use super::{pad, padme, unpad};
    use proptest::prelude::*;

    #[test]
    fn b03_padme_gives_the_vectors() {
        let check = |len, expected| assert_eq!(padme(len), expected, "padme({len})");
        check(0, 0);
        check(1, 1);
        check(4, 4);
        check(100, 104);
        check(1000, 1024);
        check(1025, 1088);
        check(5000, 5120);
        check(104_857_601, 106_954_752);
    }

    #[test]
    fn a_body_of_1024_bytes_pads_to_1088() {
        assert_eq!(pad(vec![7; 1024], 1024).len(), 1088);
        assert_eq!(pad(vec![7; 1023], 1024).len(), 1024);
        assert_eq!(pad(vec![], 1024).len(), 1024);
    }

    #[test]
    fn c09_padding_of_any_other_form_is_refused() {
        let check = |padded: Vec<u8>| assert_eq!(unpad(padded, 1024), None);
        let good = pad(b"body".to_vec(), 1024);
        check(vec![]);
        check(vec![0; 1024]);
        let mut not_zero = good.clone();
        not_zero[1000] = 1;
        check(not_zero);
        let mut no_mark = good.clone();
        no_mark[4] = 0;
        check(no_mark);
        let mut longer = good.clone();
        longer.extend([0; 64]);
        check(longer);
        let mut shorter = good;
        shorter.truncate(1023);
        check(shorter);
    }

    proptest! {
        #[test]
        fn padding_comes_off_and_hides_the_length(body in proptest::collection::vec(any::<u8>(), 0..6000)) {
            let padded = pad(body.clone(), 512);
            prop_assert!(padded.len() > body.len() && padded.len() >= 512);
            prop_assert!(padded.len() <= 512.max((body.len() + 1) * 113 / 100 + 1));
            prop_assert_eq!(unpad(padded, 512), Some(body));
        }

        #[test]
        fn padme_is_monotone_and_settled(len in 0_u64..1 << 50) {
            prop_assert!(padme(len) >= len && padme(len + 1) >= padme(len));
            prop_assert_eq!(padme(padme(len)), padme(len));
        }
    }
}
