//! Behaviour of a server for each fault of the table, by the text of its row.

use std::time::Duration;

use crate::support::{Answer, REQUEST_ID};

const SUCCESS: &str = "HTTP/1.1 200 OK\r\nContent-Length: 13\r\n\r\n{\"RetCode\":0}";

/// Behaviour of a server.
#[derive(Clone, Debug)]
pub(crate) enum Fault {
    /// Nobody listens.
    Closed,
    /// The connection ends before the request is read.
    HangUp,
    Answer(Answer),
    /// A redirect of this status to another server.
    Elsewhere(u16),
}

impl Fault {
    /// Parses the text of a row.
    ///
    /// `` 503 `text` `` is this status with this body, `RetCode 171` a response with this RetCode.
    pub(crate) fn named(words: &str) -> Self {
        if let Some((status, body)) = words.split_once(' ') {
            if let (Ok(status), Some(body)) = (status.parse(), body.strip_prefix('`')) {
                return Self::Answer(Answer::status(status, body.trim_end_matches('`')));
            }
            if let (Ok(status), "to another host") = (status.parse(), body) {
                return Self::Elsewhere(status);
            }
            if let ("RetCode", Ok(number)) = (status, body.parse()) {
                return Self::Answer(Answer::ret_code(number));
            }
        }
        match words {
            "the port is closed" => Self::Closed,
            "closed before the request is read" => Self::HangUp,
            _ => Self::Answer(answer(words)),
        }
    }

    /// Returns status and RetCode of a complete, readable response.
    pub(crate) fn response_codes(&self) -> Option<(u16, Option<i64>)> {
        let Self::Answer(Answer::Response { status, body, .. }) = self else {
            return None;
        };
        let body: serde_json::Value = serde_json::from_slice(body).unwrap_or_default();
        let code = &body["RetCode"];
        let quoted = code.as_str().and_then(|code| code.parse().ok());
        Some((*status, code.as_i64().or(quoted)))
    }

    /// Returns `true` if the head of its response has a request id.
    pub(crate) fn has_id(&self) -> bool {
        match self {
            Self::Closed | Self::HangUp => false,
            Self::Elsewhere(_) => true,
            Self::Answer(answer) => match answer {
                Answer::Response { .. } => true,
                Answer::Raw(text) | Answer::RawOpen(text) | Answer::Reset(text) => {
                    let text = String::from_utf8_lossy(text);
                    text.contains(REQUEST_ID) && text.contains("\r\n\r\n")
                }
                Answer::Endless { head, .. } => head.contains(REQUEST_ID),
                Answer::Late(..) | Answer::Silence => false,
            },
        }
    }
}

/// Returns a response with this head and a request id.
fn raw(head: &str, body: &str) -> Answer {
    Answer::raw(with_id(head) + body)
}

fn with_id(head: &str) -> String {
    format!("HTTP/1.1 200 OK\r\nX-UCLOUD-REQUEST-UUID: {REQUEST_ID}\r\n{head}\r\n\r\n")
}

fn brackets() -> String {
    format!("{}{}", "[".repeat(100_000), "]".repeat(100_000))
}

fn utf_16(bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    r#"{"RetCode":0}"#.encode_utf16().flat_map(bytes).collect()
}

fn endless(head: &'static str, piece: Vec<u8>, pause: Duration) -> Answer {
    Answer::Endless { head, piece, pause }
}

/// `{"RetCode":0}`, compressed.
const GZIP: &[u8] = &[
    31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 171, 86, 10, 74, 45, 113, 206, 79, 73, 85, 178, 50, 168, 5, 0,
    56, 137, 126, 214, 13, 0, 0, 0,
];

fn answer(words: &str) -> Answer {
    const JSON: &str = "{\"RetCode\":0}";
    const CHUNKED: &str = "Transfer-Encoding: chunked";
    const TICK: Duration = Duration::from_millis(20);
    let length = |length: &str| raw(&format!("Content-Length: {length}"), JSON);
    // A head that is refused names nothing.
    let refused = |length: &str| {
        let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {length}");
        Answer::raw(format!("{head}\r\n\r\n{JSON}"))
    };
    let endless_body = |head| {
        let spaces = format!("1000\r\n{}\r\n", " ".repeat(0x1000)).into_bytes();
        endless(head, spaces, Duration::ZERO)
    };
    let status = |line: &str| Answer::RawOpen(with_id("").replace("200 OK", line).into());
    match words {
        "reset before the response" => Answer::Reset(Vec::new()),
        "end before the status line" => Answer::raw(""),
        "end within the status line" => Answer::raw("HTTP/1.1 20"),
        "end within the head" => Answer::raw("HTTP/1.1 200 OK\r\nContent-"),
        "end after the head" => raw("Content-Length: 13", ""),
        "end within the body" => raw("Content-Length: 13", "{\"RetCode\""),
        "reset within the body" => {
            Answer::Reset((with_id("Content-Length: 13") + "{\"Ret").into_bytes())
        }
        "end within a chunk" => raw(CHUNKED, "64\r\n{\"RetCode\":0}"),
        "end before the last chunk" => raw(CHUNKED, "d\r\n{\"RetCode\":0}\r\n"),
        "a length beyond the body" => length("100"),
        "a length short of the body" => length("3"),
        "two lengths" => refused("13\r\nContent-Length: 3"),
        "a list of lengths" => refused("13, 3"),
        "a negative length" => refused("-1"),
        "a length that is not a number" => refused("13x"),
        "a length beyond 2^64" => refused("99999999999999999999"),
        "a length and chunks" => {
            let head = format!("Content-Length: 3\r\n{CHUNKED}");
            raw(&head, "d\r\n{\"RetCode\":0}\r\n0\r\n\r\n")
        }
        "a bad chunk" => raw(CHUNKED, "zz\r\n{\"RetCode\":0}\r\n0\r\n\r\n"),
        "endless headers" => endless(
            "HTTP/1.1 200 OK\r\n",
            "X-Filler: aaaaaaaaaaaaaaaa\r\n".repeat(64).into_bytes(),
            Duration::ZERO,
        ),
        "an endless body without a length" => endless_body("HTTP/1.1 200 OK\r\n\r\n{"),
        "an endless body in chunks" => {
            endless_body("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        }
        "an endless body of a length" => {
            endless_body("HTTP/1.1 200 OK\r\nContent-Length: 1000000000000\r\n\r\n")
        }
        "a compressed body" => Answer::json(GZIP).with_header("Content-Encoding", "gzip"),
        "a coding that is not applied" => Answer::ok().with_header("Content-Encoding", "gzip"),
        "a coding that is none" => Answer::ok().with_header("Content-Encoding", "identity"),
        "silence" => Answer::Silence,
        "a head a byte at a time" => endless("HTTP/1.1 200 OK\r\nX-Filler: ", b"x".to_vec(), TICK),
        "a body a byte at a time" => {
            endless("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n", b" ".to_vec(), TICK)
        }
        "a late response" => Answer::Late(Duration::from_secs(10), JSON.into()),
        "100 and 103 before the response" => {
            let early = "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n";
            Answer::raw(format!("HTTP/1.1 100 Continue\r\n\r\n{early}{SUCCESS}"))
        }
        "HTTP/1.0" => Answer::raw(SUCCESS.replace("HTTP/1.1", "HTTP/1.0")),
        "a body that ends with the connection" => raw("Connection: close", JSON),
        "no HTTP" => Answer::raw("SSH-2.0-OpenSSH_9.9\r\n"),
        "429 and Retry-After: 0" => Answer::status(429, "").with_header("Retry-After", "0"),
        "204 without a body" => status("204 No Content"),
        "304 without a body" => status("304 Not Modified"),
        "10^5 brackets in an unknown member" => {
            Answer::json(format!(r#"{{"RetCode":0,"New":{}}}"#, brackets()))
        }
        "10^5 brackets in a list" => {
            Answer::json(format!(r#"{{"RetCode":0,"DataSet":{}}}"#, brackets()))
        }
        "10^5 brackets in RetCode" => Answer::json(format!(r#"{{"RetCode":{}}}"#, brackets())),
        "10^5 brackets" => Answer::json(brackets()),
        "a byte order mark" => Answer::json(format!("\u{feff}{JSON}")),
        "UTF-16, little end first" => Answer::json(utf_16(u16::to_le_bytes)),
        "UTF-16, big end first" => Answer::json(utf_16(u16::to_be_bytes)),
        "bad UTF-8" => Answer::json(&b"{\"RetCode\":0,\"Message\":\"\xff\"}"[..]),
        "NUL after the response" => Answer::json(format!("{JSON}\0")),
        "NUL in a text" => Answer::json(r#"{"RetCode":0,"Message":"\u0000"}"#),
        _ => panic!("what is {words:?}?"),
    }
}
