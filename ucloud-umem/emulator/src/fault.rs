//! A fault as text, for command lines and control requests: `CreateUMemSpace:status=503:times=2`.

use std::time::Duration;

use http::StatusCode;

use ucloud_umem::transport::Fault;

use crate::error::{Error, Result};
use crate::generated::action_table::ACTIONS;

/// A fault as it is written.
struct Known {
    name: &'static str,
    /// Value after the name, if it takes one.
    value: Option<Value>,
    make: fn(u64) -> Option<Fault>,
}

impl Known {
    const fn plain(name: &'static str, make: fn(u64) -> Option<Fault>) -> Self {
        Self { name, value: None, make }
    }

    const fn with(name: &'static str, value: Value, make: fn(u64) -> Option<Fault>) -> Self {
        Self { name, value: Some(value), make }
    }
}

const FAULTS: &[Known] = &[
    Known::with("latency", Value::DURATION, |ms| Some(Fault::latency(Duration::from_millis(ms)))),
    Known::plain("refused", |_| Some(Fault::refused())),
    Known::plain("cut", |_| Some(Fault::cut())),
    Known::plain("lost-response", |_| Some(Fault::lost_response())),
    Known::plain("half-body", |_| Some(Fault::half_body())),
    Known::with("status", Value::STATUS, |status| {
        // A final one: an informational one would leave the client waiting.
        let status = u16::try_from(status).ok().filter(|status| *status >= 200)?;
        StatusCode::from_u16(status).ok().map(Fault::status)
    }),
    Known::with("too-many-requests", Value::SECONDS, |seconds| {
        Some(Fault::too_many_requests(Duration::from_secs(seconds)))
    }),
    Known::plain("not-json", |_| Some(Fault::not_json())),
    Known::plain("throttled", |_| Some(Fault::throttled())),
    Known::with("ret-code", Value::NUMBER, |number| {
        // 0 is success, which no fault is.
        i64::try_from(number).ok().filter(|number| *number > 0).map(Fault::ret_code)
    }),
];

/// Names of what limits a fault.
const LIMITS: [&str; 4] = ["times", "after", "chance", "seed"];

/// A value that follows a name.
struct Value {
    what: &'static str,
    sample: &'static str,
    read: fn(&str) -> Option<u64>,
}

impl Value {
    const DURATION: Self =
        Self { what: "a duration such as 300ms or 2s", sample: "300ms", read: milliseconds };
    const STATUS: Self =
        Self { what: "an HTTP status from 200 to 999", sample: "503", read: number };
    const SECONDS: Self = Self { what: "whole seconds", sample: "3", read: number };
    const NUMBER: Self = Self { what: "a RetCode other than 0", sample: "130", read: number };
}

/// Parses `[ACTION:]FAULT[=VALUE][:times=N][:after=N][:chance=P[:seed=N]]`.
///
/// Faults are `latency=300ms`, `refused`, `cut`, `lost-response`, `half-body`, `status=503`,
/// `too-many-requests=3` (with a `Retry-After` of 3 s), `not-json`, `throttled` and `ret-code=130`.
/// They are those of [`Fault`]'s functions, and what follows them are its methods. The default seed
/// is 0. The error says what was expected.
///
/// ```
/// let fault = umem_emulator::parse_fault("CreateUMemSpace:status=503:times=2")?;
/// # Ok::<(), umem_emulator::Error>(())
/// ```
pub fn parse_fault(text: &str) -> Result<Fault> {
    read(text)
        .map_err(|problem| Error::new(format!("invalid fault `{text}`: {}", problem.expected)))
}

/// Problem of a fault as text.
pub(crate) struct Problem {
    /// Part of the text: `kind`, `value`, or the name of a limit.
    pub(crate) part: &'static str,
    /// Says what was expected.
    pub(crate) expected: String,
}

impl Problem {
    fn new(part: &'static str, expected: impl Into<String>) -> Self {
        Self { part, expected: expected.into() }
    }
}

/// Reads a fault, and names the part that is wrong.
pub(crate) fn read(text: &str) -> Result<Fault, Problem> {
    let mut parts = text.split(':').peekable();
    let first = parts.peek().copied().unwrap_or_default();
    let action = ACTIONS.iter().find(|action| action.name == first);
    if action.is_some() {
        parts.next();
    }
    let Some(what) = parts.next() else {
        return Err(Problem::new(
            "kind",
            format!("after {first} one of {} was expected", listed()),
        ));
    };
    let (name, value) = cut(what);
    let Some(known) = FAULTS.iter().find(|known| known.name == name) else {
        let or = if action.is_none() { "an action of UMem, or " } else { "" };
        return Err(Problem::new("kind", format!("`{name}` is not {or}one of {}", listed())));
    };
    let number = match (&known.value, value) {
        (None, None) => Ok(0),
        (None, Some(_)) => {
            return Err(Problem::new("value", format!("`{name}` takes no value")));
        }
        (Some(expected), value) => value.and_then(expected.read).ok_or(expected.what),
    };
    let wants = |what| Problem::new("value", format!("`{name}=` wants {what}"));
    let number = number.map_err(wants)?;
    let what = known.value.as_ref().map_or("", |value| value.what);
    let mut fault = (known.make)(number).ok_or_else(|| wants(what))?;
    if let Some(action) = action {
        fault = fault.for_action(action.name);
    }
    let (mut chance, mut seed) = (None, None);
    let mut said = Vec::new();
    for part in parts {
        let (name, value) = cut(part);
        let Some(name) = LIMITS.into_iter().find(|limit| *limit == name) else {
            let limits = LIMITS.map(|limit| format!("`{limit}=`")).join(", ");
            return Err(Problem::new("value", format!("`{name}` is not one of {limits}")));
        };
        if said.contains(&name) {
            return Err(Problem::new(name, format!("`{name}=` is there twice")));
        }
        said.push(name);
        let value = value.unwrap_or_default();
        let wants = |what| Problem::new(name, format!("`{name}=` wants {what}"));
        let count = || value.parse().map_err(|_| wants("a whole number"));
        match name {
            "times" => fault = fault.times(count()?),
            "after" => fault = fault.after(count()?),
            "seed" => seed = Some(value.parse().map_err(|_| wants("a whole number"))?),
            _ => {
                let read = value.parse().ok().filter(|chance| (0.0..=1.0).contains(chance));
                chance = Some(read.ok_or_else(|| wants("a number from 0 to 1"))?);
            }
        }
    }
    match (chance, seed) {
        (Some(chance), seed) => Ok(fault.by_chance(chance, seed.unwrap_or(0))),
        (None, Some(_)) => Err(Problem::new("seed", "`seed=` is of no use without `chance=`")),
        (None, None) => Ok(fault),
    }
}

/// Returns the names of the faults, each with a sample of the value that follows it, if any.
pub(crate) fn names() -> impl Iterator<Item = (&'static str, Option<&'static str>)> {
    FAULTS.iter().map(|known| (known.name, known.value.as_ref().map(|value| value.sample)))
}

fn cut(part: &str) -> (&str, Option<&str>) {
    part.split_once('=').map_or((part, None), |(name, value)| (name, Some(value)))
}

fn listed() -> String {
    let names = FAULTS.iter().map(|known| match known.value {
        Some(_) => format!("`{}=`", known.name),
        None => format!("`{}`", known.name),
    });
    names.collect::<Vec<_>>().join(", ")
}

fn number(text: &str) -> Option<u64> {
    text.parse().ok()
}

fn milliseconds(text: &str) -> Option<u64> {
    match text.strip_suffix("ms") {
        Some(milliseconds) => number(milliseconds),
        None => number(text.strip_suffix('s')?)?.checked_mul(1000),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_is_written_again() {
        for (text, again) in [
            ("refused", "refused"),
            ("latency=2s", "latency=2000ms"),
            ("latency=300ms:after=1", "latency=300ms:after=1"),
            ("DescribeUMem:cut:times=3", "DescribeUMem:cut:times=3"),
            ("lost-response:chance=0.5", "lost-response:chance=0.5:seed=0"),
            ("half-body:chance=1:seed=7:times=2", "half-body:times=2:chance=1:seed=7"),
            ("CreateUMemSpace:status=503", "CreateUMemSpace:status=503"),
            ("too-many-requests=3", "too-many-requests=3"),
            ("not-json", "not-json"),
            ("throttled", "ret-code=153"),
            ("ret-code=130", "ret-code=130"),
        ] {
            let fault = parse_fault(text).unwrap();
            assert_eq!(fault.to_string(), again);
            assert_eq!(parse_fault(again).unwrap().to_string(), again);
        }
    }

    #[test]
    fn what_is_no_fault_is_told_what_was_expected() {
        for (text, expected) in [
            ("", "an action of UMem, or one of `latency=`, `refused`"),
            ("Refused", "`Refused` is not an action of UMem, or one of"),
            ("DescribeUMem", "after DescribeUMem one of `latency=`"),
            ("DescribeUMem:", "`` is not one of `latency=`"),
            ("DescribeUMem:slow", "`slow` is not one of"),
            ("latency", "a duration such as 300ms"),
            ("latency=5", "a duration such as 300ms"),
            ("latency=99999999999999999s", "a duration such as 300ms"),
            ("latency=-1s", "a duration such as 300ms"),
            ("status=100", "from 200 to 999"),
            ("status=1000", "from 200 to 999"),
            ("status=503x", "from 200 to 999"),
            ("cut=1", "takes no value"),
            ("cut:times", "`times=` wants a whole number"),
            ("cut:times=-1", "`times=` wants a whole number"),
            ("cut:after=x", "`after=` wants a whole number"),
            ("cut:chance=1.5", "from 0 to 1"),
            ("cut:chance=NaN", "from 0 to 1"),
            ("cut:seed=1", "without `chance=`"),
            ("cut:times=1:after=1:times=2", "`times=` is there twice"),
            ("ret-code=0", "a RetCode other than 0"),
            ("ret-code", "a RetCode other than 0"),
            ("cut:often", "`often` is not one of `times=`"),
            ("cut\r\n", "invalid fault `cut\\r\\n`"),
        ] {
            let error = parse_fault(text).unwrap_err().to_string();
            assert!(error.contains(expected), "{text}: {error}");
        }
    }
}
