//! Timestamps.

use std::fmt;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Time in whole seconds since 1970-01-01 00:00:00 UTC.
///
/// It prints as RFC 3339. With the feature `serde`, it serializes as its number of seconds, as in a
/// response.
///
/// ```
/// use ucloud_umem::Timestamp;
///
/// let taken = Timestamp::from_unix_seconds(1_577_836_800);
/// assert_eq!(taken.to_string(), "2020-01-01T00:00:00Z");
/// assert_eq!(Timestamp::from(taken.to_system_time().unwrap()), taken);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(i64);

impl Timestamp {
    /// Makes the time this many seconds after 1970, or before 1970 if negative.
    pub const fn from_unix_seconds(seconds: i64) -> Self {
        Self(seconds)
    }

    /// Returns the seconds since 1970.
    pub const fn unix_seconds(self) -> i64 {
        self.0
    }

    /// Converts to the type of the standard library; `None` if it is out of range.
    pub fn to_system_time(self) -> Option<SystemTime> {
        let distance = Duration::from_secs(self.0.unsigned_abs());
        if self.0 < 0 { UNIX_EPOCH.checked_sub(distance) } else { UNIX_EPOCH.checked_add(distance) }
    }
}

impl From<SystemTime> for Timestamp {
    /// Drops parts of a second, towards the past.
    fn from(time: SystemTime) -> Self {
        let seconds = |distance: Duration| i64::try_from(distance.as_secs()).unwrap_or(i64::MAX);
        match time.duration_since(UNIX_EPOCH) {
            Ok(after) => Self(seconds(after)),
            Err(before) => {
                let before = before.duration();
                Self(-seconds(before) - i64::from(before.subsec_nanos() > 0))
            }
        }
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Timestamp {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(self.0)
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Timestamp {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        i64::deserialize(deserializer).map(Self)
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const YEAR_10000: i64 = 253_402_300_800;
        match self.to_system_time() {
            Some(time) if (0..YEAR_10000).contains(&self.0) => {
                write!(f, "{}", humantime::format_rfc3339_seconds(time))
            }
            // Before 1970 or after 9999, where RFC 3339 ends.
            _ => write!(f, "{} s since 1970", self.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_of_seconds_can_be_printed() {
        for (seconds, text) in [
            (0, "1970-01-01T00:00:00Z"),
            (253_402_300_799, "9999-12-31T23:59:59Z"),
            (253_402_300_800, "253402300800 s since 1970"),
            (-1, "-1 s since 1970"),
            (i64::MIN, "-9223372036854775808 s since 1970"),
        ] {
            assert_eq!(Timestamp::from_unix_seconds(seconds).to_string(), text);
        }
    }

    #[test]
    fn half_a_second_before_1970_is_the_second_before() {
        let time = UNIX_EPOCH - Duration::from_millis(500);
        assert_eq!(Timestamp::from(time).unix_seconds(), -1);
    }
}
