//! Numbers and sizes. Mexico and English write them alike: comma for thousands, point for decimals.

use resguardo_domain::value::Number;

/// A count, `1,782`.
#[must_use]
pub fn count(count: u64) -> String {
    group(&count.to_string())
}

/// A decimal number without its hedge, `-1,234.50`.
#[must_use]
pub fn decimal(number: &Number) -> String {
    group(&number.to_string())
}

/// The size of a file in the decimal units of the SI: `812 bytes`, `2.4 MB`.
#[must_use]
pub fn size(bytes: u64) -> String {
    const UNITS: [(u64, &str); 4] =
        [(1_000_000_000_000, "TB"), (1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB")];
    let Some((unit, name)) = UNITS.into_iter().find(|(unit, _)| bytes >= *unit) else {
        return format!("{bytes} bytes");
    };
    let (whole, tenth) = (bytes / unit, bytes % unit / (unit / 10));
    if whole < 10 { format!("{whole}.{tenth} {name}") } else { format!("{} {name}", count(whole)) }
}

/// Plain decimal digits with a comma before every three of the whole part.
fn group(plain: &str) -> String {
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
    let mut grouped = String::from(sign);
    for (position, digit) in whole.chars().enumerate() {
        if position > 0 && (whole.len() - position).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if let Some(fraction) = fraction {
        grouped.push('.');
        grouped.push_str(fraction);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_parted_by_commas_and_decimals_by_a_point() {
        for (number, expected) in [("0", "0"), ("999", "999"), ("1782", "1,782"), ("-1234567.50", "-1,234,567.50")] {
            assert_eq!(decimal(&Number::parse(number).unwrap()), expected);
        }
        assert_eq!(count(u64::MAX), "18,446,744,073,709,551,615");
    }

    #[test]
    fn a_size_has_the_unit_a_person_would_use() {
        for (bytes, expected) in [
            (0, "0 bytes"),
            (999, "999 bytes"),
            (1_000, "1.0 kB"),
            (2_480_000, "2.4 MB"),
            (104_857_600, "104 MB"),
            (5_000_000_000_000_000, "5,000 TB"),
        ] {
            assert_eq!(size(bytes), expected);
        }
    }
}
