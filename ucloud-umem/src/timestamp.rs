//! Timestamps.

use std::fmt;
use std::ops::{Add, AddAssign, Sub, SubAssign};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Time in whole seconds since 1970-01-01 00:00:00 UTC.
///
/// It prints as RFC 3339. With the feature `serde`, it serializes as its number of seconds, as in a
/// response.
///
/// ```
/// use std::time::{Duration, SystemTime};
/// use ucloud_umem::Timestamp;
///
/// let taken = Timestamp::from_unix_seconds(1_577_836_800);
/// assert_eq!(taken.to_string(), "2020-01-01T00:00:00Z");
///
/// let day = Duration::from_secs(24 * 60 * 60);
/// assert_eq!((taken + day).to_string(), "2020-01-02T00:00:00Z");
/// assert_eq!((taken + day).duration_since(taken), Some(day));
/// assert!(taken < Timestamp::now() - day);
///
/// let time = SystemTime::try_from(taken)?;
/// assert_eq!(Timestamp::from(time), taken);
/// # Ok::<(), ucloud_umem::TimestampRangeError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(i64);

/// Error of a [`Timestamp`] outside the range of [`SystemTime`] on this platform.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimestampRangeError(());

impl Timestamp {
    /// Returns the current time of the system's clock, without parts of a second.
    pub fn now() -> Self {
        SystemTime::now().into()
    }

    /// Makes the time this many seconds after 1970, or before 1970 if negative.
    pub const fn from_unix_seconds(seconds: i64) -> Self {
        Self(seconds)
    }

    /// Returns the seconds since 1970.
    pub const fn unix_seconds(self) -> i64 {
        self.0
    }

    /// Returns the time from `earlier` to this one; `None` if `earlier` is later.
    pub fn duration_since(self, earlier: Self) -> Option<Duration> {
        (self >= earlier).then(|| Duration::from_secs(self.0.abs_diff(earlier.0)))
    }
}

impl Add<Duration> for Timestamp {
    type Output = Self;

    /// Adds the whole seconds of a duration, up to the latest time.
    fn add(self, duration: Duration) -> Self {
        Self(self.0.saturating_add_unsigned(duration.as_secs()))
    }
}

impl AddAssign<Duration> for Timestamp {
    fn add_assign(&mut self, duration: Duration) {
        *self = *self + duration;
    }
}

impl Sub<Duration> for Timestamp {
    type Output = Self;

    /// Subtracts the whole seconds of a duration, down to the earliest time.
    fn sub(self, duration: Duration) -> Self {
        Self(self.0.saturating_sub_unsigned(duration.as_secs()))
    }
}

impl SubAssign<Duration> for Timestamp {
    fn sub_assign(&mut self, duration: Duration) {
        *self = *self - duration;
    }
}

impl TryFrom<Timestamp> for SystemTime {
    type Error = TimestampRangeError;

    fn try_from(time: Timestamp) -> Result<Self, TimestampRangeError> {
        let distance = Duration::from_secs(time.0.unsigned_abs());
        let found = if time.0 < 0 {
            UNIX_EPOCH.checked_sub(distance)
        } else {
            UNIX_EPOCH.checked_add(distance)
        };
        found.ok_or(TimestampRangeError(()))
    }
}

impl fmt::Display for TimestampRangeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("timestamp out of range: expected a time that the system can represent")
    }
}

impl std::error::Error for TimestampRangeError {}

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

crate::response::serialize_as!(Timestamp, i64, timestamp => timestamp.0, Self);

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const YEAR_10000: i64 = 253_402_300_800;
        match SystemTime::try_from(*self) {
            Ok(time) if (0..YEAR_10000).contains(&self.0) => {
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
    fn arithmetic_stays_in_range() {
        let [least, zero, most] = [i64::MIN, 0, i64::MAX].map(Timestamp::from_unix_seconds);
        let second = Duration::from_secs(1);
        assert_eq!((zero + second).unix_seconds(), 1);
        assert_eq!((zero - second).unix_seconds(), -1);
        assert_eq!(zero + Duration::from_millis(1_999), zero + second);
        for duration in [second, Duration::MAX] {
            assert_eq!((most + duration, least - duration), (most, least));
        }
        let mut time = zero;
        time += second;
        time -= 3 * second;
        assert_eq!(time, zero - 2 * second);
        assert_eq!(most.duration_since(least), Some(Duration::from_secs(u64::MAX)));
        assert_eq!(zero.duration_since(zero), Some(Duration::ZERO));
        assert_eq!(least.duration_since(most), None);
    }

    #[test]
    fn conversion_to_the_standard_library_and_back_keeps_the_time() {
        for seconds in [-1, 0, 1_577_836_800] {
            let time = Timestamp::from_unix_seconds(seconds);
            assert_eq!(SystemTime::try_from(time).map(Timestamp::from), Ok(time));
        }
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
        let since = Timestamp::now().duration_since(Timestamp(now.try_into().unwrap()));
        assert!(since.is_some_and(|since| since < Duration::from_secs(60)), "{since:?}");
    }

    #[test]
    fn half_a_second_before_1970_is_the_second_before() {
        let time = UNIX_EPOCH - Duration::from_millis(500);
        assert_eq!(Timestamp::from(time).unix_seconds(), -1);
    }
}
