//! A call over HTTP, as logs and the page show it.

use std::fmt;
use std::time::{Duration, SystemTime};

use http::StatusCode;

/// Call of the gateway, with a response or with a connection that a fault closed.
///
/// It prints as one line: `2026-11-01T08:00:00.000Z DescribeUMem form RetCode=0 HTTP=200 0.4ms
/// id=00000000-...`. No parameter of the call is in it but its action.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ServedCall {
    /// Time of the response.
    pub at: SystemTime,
    /// The action, whether UMem has it or not; `None` where the call has nothing that looks like
    /// the name of one: a capital letter, then letters and digits, at most 64 of them.
    pub action: Option<String>,
    /// Form in which it came.
    pub form: RequestForm,
    /// The response's RetCode; `None` where there was no response, or no such thing in it.
    pub ret_code: Option<i64>,
    /// The response's HTTP status; `None` where the connection was closed in place of a response.
    pub status: Option<StatusCode>,
    /// From the whole request to the whole response.
    pub took: Duration,
    /// The request id that the response named.
    pub request_id: Option<String>,
    /// The parameters in the order of their names, at most 100. Secrets are `***`, and long values
    /// end with `...`.
    pub parameters: Vec<(String, String)>,
    /// Ids of resources in the call and in the response, at most 20.
    pub resource_ids: Vec<String>,
}

impl fmt::Display for ServedCall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = humantime::format_rfc3339_millis(self.at);
        write!(f, "{at} {} {}", self.action.as_deref().unwrap_or("(unknown action)"), self.form)?;
        if let Some(ret_code) = self.ret_code {
            write!(f, " RetCode={ret_code}")?;
        }
        match self.status {
            Some(status) => write!(f, " HTTP={}", status.as_u16())?,
            None => f.write_str(" connection closed")?,
        }
        write!(f, " {:.1}ms", self.took.as_secs_f64() * 1000.0)?;
        match &self.request_id {
            Some(id) => write!(f, " id={id}"),
            None => Ok(()),
        }
    }
}

/// Form of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RequestForm {
    /// A `GET`, whose query has the parameters.
    Query,
    /// A `POST` of a form.
    Form,
    /// A `POST` of a JSON object.
    Json,
}

impl fmt::Display for RequestForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Query => "query",
            Self::Form => "form",
            Self::Json => "json",
        })
    }
}
