//! Interceptors of requests, before they are signed.

use std::error::Error as StdError;
use std::fmt;

use http::HeaderMap;

use crate::encode::WrittenParameters;
use crate::options::RESERVED;

/// Interceptor of requests; see
/// [`ClientBuilder::interceptor`](crate::ClientBuilder::interceptor).
///
/// It runs for each attempt of a call, before the request is signed, and for each preview. It must
/// not block. Downloads have no parameters; they are not intercepted.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> ucloud_umem::Result<()> {
/// use http::HeaderValue;
/// use ucloud_umem::interceptor::{InterceptError, InterceptedRequest, Interceptor};
/// use ucloud_umem::{Client, Credentials, transport};
///
/// /// Sends the name of the team, and refuses to delete anything.
/// struct Policy;
///
/// impl Interceptor for Policy {
///     fn intercept(&self, request: &mut InterceptedRequest<'_>) -> Result<(), InterceptError> {
///         if request.action().starts_with("Delete") {
///             return Err("deleting is not allowed in this program".into());
///         }
///         request.headers_mut().insert("x-team", HeaderValue::from_static("caches"));
///         Ok(())
///     }
/// }
///
/// let client = Client::builder()
///     .credentials(Credentials::new("public", "private"))
///     .transport(transport::from_fn(|request| {
///         assert_eq!(request.headers["x-team"], "caches");
///         r#"{ "RetCode": 0 }"#
///     }))
///     .interceptor(Policy)
///     .build()?;
/// client.action("DescribeX").send().await?;
/// let error = client.action("DeleteX").send().await.unwrap_err();
/// assert!(error.to_string().contains("not allowed"));
/// # Ok(())
/// # }
/// ```
pub trait Interceptor: Send + Sync + 'static {
    /// Inspects a request, and may change it. An error ends the call before the request is sent.
    ///
    /// The text of the error becomes part of the error of the call.
    fn intercept(&self, request: &mut InterceptedRequest<'_>) -> Result<(), InterceptError>;
}

/// Error of an interceptor, which ends the call.
pub type InterceptError = Box<dyn StdError + Send + Sync>;

/// Request that is not signed yet.
///
/// Secret values are shown as `***`. The private key and the signature are not part of it. The
/// bearer token and the channel key of the client are added afterwards, as headers.
pub struct InterceptedRequest<'a> {
    action: &'a str,
    parameters: WrittenParameters,
    headers: &'a mut HeaderMap,
    /// Reserved parameter that the interceptor tried to change.
    reserved: Option<&'static str>,
}

impl<'a> InterceptedRequest<'a> {
    pub(crate) fn new(
        action: &'a str,
        parameters: WrittenParameters,
        headers: &'a mut HeaderMap,
    ) -> Self {
        Self { action, parameters, headers, reserved: None }
    }

    /// Returns the action, such as `DescribeUMemBackup`.
    pub fn action(&self) -> &str {
        self.action
    }

    /// Returns names and values in the order in which they are signed; `***` for a secret.
    pub fn parameters(&self) -> impl Iterator<Item = (&str, &str)> {
        self.parameters.shown()
    }

    /// Returns the value of a parameter, or `***` for a secret; none if it is not sent.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.get(name)
    }

    /// Sets a parameter, in place of one with the same name.
    ///
    /// An entry of a list has a name such as `Ids.0`. The call fails if the parameter is `Action`,
    /// `PublicKey`, `SecurityToken` or `Signature`.
    pub fn set_parameter(&mut self, name: &str, value: impl AsRef<str>) {
        if self.may_change(name) {
            self.parameters.set(name, value.as_ref());
        }
    }

    /// Removes a parameter. Those that [`set_parameter`](Self::set_parameter) must not set cannot
    /// be removed either.
    pub fn remove_parameter(&mut self, name: &str) {
        if self.may_change(name) {
            self.parameters.remove(name);
        }
    }

    /// Returns the headers.
    pub fn headers(&self) -> &HeaderMap {
        self.headers
    }

    /// Returns the headers, to change them. Headers are not signed.
    ///
    /// Mark a secret value with [`HeaderValue::set_sensitive`](http::HeaderValue::set_sensitive).
    pub fn headers_mut(&mut self) -> &mut HeaderMap {
        self.headers
    }

    /// Returns the changed parameters, or the reserved one that the interceptor tried to change.
    pub(crate) fn into_parameters(self) -> Result<WrittenParameters, &'static str> {
        self.reserved.map_or(Ok(self.parameters), Err)
    }

    fn may_change(&mut self, name: &str) -> bool {
        let reserved = RESERVED.into_iter().find(|reserved| *reserved == name);
        self.reserved = self.reserved.or(reserved);
        reserved.is_none()
    }
}

impl fmt::Debug for InterceptedRequest<'_> {
    /// Shows the names of parameters and headers, without values.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.parameters().map(|(name, _)| name).collect();
        let headers: Vec<_> = self.headers.keys().collect();
        f.debug_struct("InterceptedRequest")
            .field("action", &self.action)
            .field("parameters", &names)
            .field("headers", &headers)
            .finish_non_exhaustive()
    }
}
