//! Responses of the scripted server.

use std::time::Duration;

/// The request id that [`Answer::json`] and [`Answer::status`] name.
pub(crate) const REQUEST_ID: &str = "6d7f-wire";

/// One answer to one request.
#[derive(Clone, Debug)]
pub(crate) enum Answer {
    /// A whole response; the connection stays open.
    Response { status: u16, headers: Vec<(&'static str, String)>, body: Vec<u8> },
    /// A whole response, after a while.
    Late(Duration, Vec<u8>),
    /// These bytes as they are, and the end of the connection.
    Raw(Vec<u8>),
    /// These bytes as they are, and a reset of the connection.
    Reset(Vec<u8>),
    /// These bytes as they are; the connection stays open.
    RawOpen(Vec<u8>),
    /// `head`, then `piece` again and again until the client leaves.
    Endless { head: &'static str, piece: Vec<u8>, pause: Duration },
    /// Nothing, on a connection that stays open.
    Silence,
}

impl Answer {
    /// Makes a success with this body and a request id.
    pub(crate) fn json(body: impl Into<Vec<u8>>) -> Self {
        Self::status(200, body)
    }

    /// Makes the shortest success.
    pub(crate) fn ok() -> Self {
        Self::json(r#"{"RetCode":0}"#)
    }

    /// Makes a refusal with this RetCode.
    pub(crate) fn ret_code(number: i64) -> Self {
        Self::json(format!(r#"{{"RetCode":{number},"Message":"as scripted"}}"#))
    }

    /// Makes a response with any status and a request id.
    pub(crate) fn status(status: u16, body: impl Into<Vec<u8>>) -> Self {
        let headers = vec![("X-UCLOUD-REQUEST-UUID", REQUEST_ID.to_owned())];
        Self::Response { status, headers, body: body.into() }
    }

    /// Adds a header.
    pub(crate) fn with_header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        if let Self::Response { headers, .. } = &mut self {
            headers.push((name, value.into()));
        }
        self
    }

    /// Closes the connection without a response.
    pub(crate) fn cut() -> Self {
        Self::Raw(Vec::new())
    }

    /// Makes a raw response, after which the connection ends.
    pub(crate) fn raw(text: impl Into<Vec<u8>>) -> Self {
        Self::Raw(text.into())
    }
}

/// Makes a response from bytes, of any length.
pub(crate) fn written(status: u16, headers: &[(&'static str, String)], body: &[u8]) -> Vec<u8> {
    let mut head = vec![format!("HTTP/1.1 {status} As Scripted")];
    head.extend(headers.iter().map(|(name, value)| format!("{name}: {value}")));
    head.push(format!("Content-Length: {}\r\n\r\n", body.len()));
    [head.join("\r\n").as_bytes(), body].concat()
}
