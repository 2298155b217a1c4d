//! Points in time, as RFC 3339 with an offset.

use std::fmt;
use std::str::FromStr;
use std::string::{String, ToString};
use std::time::SystemTime;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Fault;

/// A point in time, to the microsecond (which is what Close keeps), in the years 0 to 9999.
///
/// It is read from RFC 3339 (with an offset: without one it would be any of 24 hours), from Unix
/// seconds and from the system's clock, and written in UTC.
///
/// # Examples
///
/// ```
/// use wamark::close::Time;
///
/// let time: Time = "2016-10-03T18:06:11.167000+02:00".parse().unwrap();
/// assert_eq!(time.to_string(), "2016-10-03T16:06:11.167Z");
/// assert_eq!(time.unix_seconds(), 1_475_510_771);
/// assert_eq!(
///     "2016-10-03T16:06:11".parse::<Time>().unwrap_err().to_string(),
///     "wanted a date and a time with an offset, `2016-10-03T16:06:11Z`, found \
///      `2016-10-03T16:06:11`"
/// );
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Time(Timestamp);

const WANTED: &str = "a date and a time with an offset, `2016-10-03T16:06:11Z`";

impl Time {
    /// From seconds since 1970, as WhatsApp gives them. `None` outside the years 0 to 9999.
    #[must_use]
    pub fn from_unix_seconds(seconds: i64) -> Option<Self> {
        Self::new(Timestamp::from_second(seconds).ok()?)
    }

    /// The seconds since 1970, without their fraction.
    #[must_use]
    pub fn unix_seconds(self) -> i64 {
        self.0.as_second()
    }

    /// RFC 3339 has years of four digits, and no sign.
    fn new(time: Timestamp) -> Option<Self> {
        const YEAR_0: i64 = -62_167_219_200;
        let time = Timestamp::from_microsecond(time.as_microsecond()).ok()?;
        (time.as_second() >= YEAR_0).then_some(Self(time))
    }
}

impl FromStr for Time {
    type Err = Fault;

    fn from_str(text: &str) -> Result<Self, Fault> {
        text.parse().ok().and_then(Self::new).ok_or_else(|| Fault::form(WANTED, text))
    }
}

impl TryFrom<SystemTime> for Time {
    type Error = Fault;

    fn try_from(time: SystemTime) -> Result<Self, Fault> {
        let read = Timestamp::try_from(time).ok().and_then(Self::new);
        read.ok_or_else(|| Fault::form("a time in the years 0 to 9999", "another"))
    }
}

/// RFC 3339 in UTC.
impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl TryFrom<String> for Time {
    type Error = Fault;

    fn try_from(text: String) -> Result<Self, Fault> {
        text.parse()
    }
}

impl From<Time> for String {
    fn from(time: Time) -> Self {
        time.to_string()
    }
}

/// A point in time, or a day: what the filters of a list compare with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct When(Inner);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Inner {
    Time(Time),
    Day(jiff::civil::Date),
}

impl From<Time> for When {
    fn from(time: Time) -> Self {
        Self(Inner::Time(time))
    }
}

/// A day is `2016-10-03`, anything else a [`Time`].
impl FromStr for When {
    type Err = Fault;

    fn from_str(text: &str) -> Result<Self, Fault> {
        if let Ok(time) = text.parse::<Time>() {
            return Ok(time.into());
        }
        let day = text.parse::<jiff::civil::Date>().ok();
        let day = day.filter(|day| text.len() == 10 && day.to_string() == text);
        let wanted = "a day, `2016-10-03`, or a date and a time with an offset";
        day.map(|day| Self(Inner::Day(day))).ok_or_else(|| Fault::form(wanted, text))
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Inner::Time(time) => time.fmt(f),
            Inner::Day(day) => day.fmt(f),
        }
    }
}
