//! File on the server: its length, and how to tell it from another one.

use std::time::Duration;

use http::HeaderMap;
use http::header::{CONTENT_LENGTH, CONTENT_RANGE, DATE, ETAG, LAST_MODIFIED};

/// File as a response describes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Entity {
    /// Value of `If-Range`: a strong `ETag`, or else a `Last-Modified` that is strong too. Without
    /// one, the file cannot be told from another one.
    pub(super) validator: Option<String>,
    pub(super) length: Option<u64>,
}

impl Entity {
    /// Reads the headers of a response with the whole file.
    pub(super) fn of_whole(headers: &HeaderMap) -> Self {
        let length = text(headers, &CONTENT_LENGTH).and_then(|length| length.parse().ok());
        Self { validator: validator(headers), length }
    }

    /// Reads the headers of a response with a part of the file, and returns where the part begins.
    pub(super) fn of_part(headers: &HeaderMap) -> Option<(u64, Self)> {
        let range = text(headers, &CONTENT_RANGE)?.strip_prefix("bytes ")?;
        let (range, length) = range.split_once('/')?;
        let start = range.split_once('-')?.0.trim().parse().ok()?;
        let length = length.trim().parse().ok();
        Some((start, Self { validator: validator(headers), length }))
    }

    /// Returns `true` if a part of the other file continues this one.
    ///
    /// A server may leave the validator out of a part: it has compared it. One that sends another
    /// validator has not.
    pub(super) fn continues_with(&self, part: &Self) -> bool {
        let fits = |known: bool, same: bool| !known || same;
        self.validator.is_some()
            && fits(part.validator.is_some(), part.validator == self.validator)
            && fits(part.length.is_some() && self.length.is_some(), part.length == self.length)
    }
}

fn text<'a>(headers: &'a HeaderMap, name: &http::HeaderName) -> Option<&'a str> {
    headers.get(name)?.to_str().ok().map(str::trim)
}

fn validator(headers: &HeaderMap) -> Option<String> {
    let etag = text(headers, &ETAG);
    let date = |name| httpdate::parse_http_date(text(headers, name)?).ok();
    match etag {
        Some(etag) => etag.starts_with('"').then(|| etag.to_owned()),
        None => {
            // A file that has just changed may change again in the same second.
            let age = date(&DATE)?.duration_since(date(&LAST_MODIFIED)?).ok()?;
            let modified = text(headers, &LAST_MODIFIED)?;
            (age >= Duration::from_secs(1)).then(|| modified.to_owned())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        let pairs = pairs.iter().map(|(name, value)| {
            (http::HeaderName::from_static(name), http::HeaderValue::from_static(value))
        });
        pairs.collect()
    }

    #[test]
    fn only_a_strong_validator_is_used() {
        let modified = ("last-modified", "Wed, 25 Nov 2026 07:28:00 GMT");
        for (pairs, validator) in [
            (&[("etag", "\"a\""), modified][..], Some("\"a\"")),
            (&[("etag", "W/\"a\""), modified], None),
            (&[modified, ("date", "Wed, 25 Nov 2026 07:28:01 GMT")], Some(modified.1)),
            (&[modified, ("date", "Wed, 25 Nov 2026 07:28:00 GMT")], None),
            (&[modified], None),
            (&[], None),
        ] {
            let entity = Entity::of_whole(&headers(pairs));
            assert_eq!(entity.validator.as_deref(), validator, "{pairs:?}");
        }
    }

    #[test]
    fn parts_say_where_they_begin() {
        for (range, part) in [
            ("bytes 5-9/10", Some((5, Some(10)))),
            ("bytes 5-9/*", Some((5, None))),
            ("bytes */10", None),
            ("bytes 5-9", None),
            ("bytes -1-9/10", None),
            ("bytes 99999999999999999999-9/10", None),
            ("lines 5-9/10", None),
            ("", None),
        ] {
            let read = Entity::of_part(&headers(&[("content-range", range)]));
            assert_eq!(read.map(|(start, entity)| (start, entity.length)), part, "{range}");
        }
    }
}
