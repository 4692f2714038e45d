//! Moments as text: ISO 8601, in UTC where they are stored, in the laptop's own time where they are read.

/// `2014-05-03T16:00:00Z` of milliseconds since 1970; empty when no calendar holds the moment.
pub(crate) fn time_text(at_ms: u64) -> String {
    let moment = i64::try_from(at_ms).ok().and_then(chrono::DateTime::from_timestamp_millis);
    moment.map_or_else(String::new, |moment| moment.format("%Y-%m-%dT%H:%M:%S%.3fZ").to_string())
}

/// `2014-05-03` of milliseconds since 1970, in UTC.
pub(crate) fn day_text(at_ms: u64) -> String {
    time_text(at_ms).chars().take(10).collect()
}

/// `2014-05-03T10:00` of milliseconds since 1970, as the laptop's clock shows it; empty when no calendar holds the moment.
pub(crate) fn clock_text(at_ms: u64) -> String {
    let moment = i64::try_from(at_ms).ok().and_then(chrono::DateTime::from_timestamp_millis);
    moment.map_or_else(String::new, |moment| moment.with_timezone(&chrono::Local).format("%Y-%m-%dT%H:%M").to_string())
}

/// The day of milliseconds since 1970, as the laptop's calendar shows it.
pub(crate) fn calendar_text(at_ms: u64) -> String {
    clock_text(at_ms).chars().take(10).collect()
}
