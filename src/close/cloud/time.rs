//! Seconds since 1970 → RFC 3339.

use alloc::format;
use alloc::string::String;

/// The time in UTC, `2016-10-03T16:06:11Z`; none beyond the year 9999.
pub(super) fn rfc3339(seconds: u64) -> Option<String> {
    const DAY: u64 = 24 * 60 * 60;
    if seconds > 253_402_300_799 {
        return None;
    }
    let (days, second) = (seconds / DAY, seconds % DAY);
    // Years begin in March here, so that the leap day is the last one; 400 of them have 146,097
    // days. Day 0 is 0000-03-01.
    let day = days + 719_468;
    let (era, day) = (day / 146_097, day % 146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    // Five months have 153 days, whichever five follow each other from March.
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let (month, turn) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    let year = 400 * era + year + turn;
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    Some(format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z"))
}

#[cfg(test)]
mod tests {
    use super::rfc3339;

    #[test]
    fn known_times() {
        // By `date -u -d @N`.
        for (seconds, time) in [
            (0, "1970-01-01T00:00:00Z"),
            (951_782_400, "2000-02-29T00:00:00Z"),
            (1_475_510_771, "2016-10-03T16:06:11Z"),
            (1_709_251_199, "2024-02-29T23:59:59Z"),
            (4_107_542_400, "2100-03-01T00:00:00Z"),
            (253_402_300_799, "9999-12-31T23:59:59Z"),
        ] {
            assert_eq!(rfc3339(seconds).as_deref(), Some(time));
        }
        assert_eq!(rfc3339(253_402_300_800), None);
        assert_eq!(rfc3339(u64::MAX), None);
    }
}
