//! Preview of a call: the signed form, without sending it.

mod shell;

use std::fmt;

use http::{HeaderMap, HeaderValue, Uri};

use crate::encode::SignedForm;
use crate::secret::HIDDEN;

/// Preview of a call: headers, parameters, the signed text, the form, and a `curl` command line.
///
/// `preview()` of a request and [`Client::preview`](crate::Client::preview) make it, with the same
/// encoder as a real call. Passwords, the security token, the private key and the signature are
/// shown as `***`. Only the `reveal_*` methods return them.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> ucloud_umem::Result<()> {
/// # use ucloud_umem::{Client, Credentials, transport};
/// # let client = Client::builder()
/// #     .credentials(Credentials::new("someone@example.com", "private"))
/// #     .transport(transport::responses([""; 0]))
/// #     .region("cn-bj2").zone("cn-bj2-05").build()?;
/// let call = client.describe_umem_backup("uredis-abc").limit(20);
/// let preview = call.preview().await?;
/// assert_eq!(preview.parameters()[1], ("Limit".to_owned(), "20".to_owned()));
/// assert_eq!(
///     preview.canonical(),
///     "ActionDescribeUMemBackupLimit20PublicKeysomeone@example.com\
///      Regioncn-bj2SpaceIduredis-abcZonecn-bj2-05***",
/// );
/// assert_eq!(
///     preview.body(),
///     "Action=DescribeUMemBackup&Limit=20&PublicKey=someone%40example.com\
///      &Region=cn-bj2&SpaceId=uredis-abc&Zone=cn-bj2-05",
/// );
/// println!("{}", preview.curl());
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Preview {
    action: String,
    url: Uri,
    headers: HeaderMap,
    form: SignedForm,
}

impl Preview {
    pub(crate) fn new(action: &str, url: Uri, headers: HeaderMap, form: SignedForm) -> Self {
        Self { action: action.to_owned(), url, headers, form }
    }

    /// Returns the action.
    pub fn action(&self) -> &str {
        &self.action
    }

    /// Returns the URL of the `POST`.
    pub fn url(&self) -> &Uri {
        &self.url
    }

    /// Returns names and values of the headers that the client sets; `***` for a secret, such as
    /// `authorization` and `channel-key`.
    pub fn headers(&self) -> Vec<(String, String)> {
        let shown = |value: &HeaderValue| {
            if value.is_sensitive() {
                return HIDDEN.to_owned();
            }
            String::from_utf8_lossy(value.as_bytes()).into_owned()
        };
        self.headers.iter().map(|(name, value)| (name.to_string(), shown(value))).collect()
    }

    /// Returns names and values in the order in which they are signed and sent, without the
    /// signature; `***` for a secret.
    pub fn parameters(&self) -> Vec<(String, String)> {
        let parameters = self.form.parameters();
        parameters.map(|own| (own.pair.name.to_string(), own.shown().to_owned())).collect()
    }

    /// Returns the signed text: all names and values without separators, then the private key;
    /// `***` for a secret. Empty with a bearer token, because nothing is signed.
    ///
    /// The signature is the SHA-1 of this text, in hexadecimal digits. If the service refuses the
    /// signature (RetCode 171), compare this text with the text that the service expects.
    pub fn canonical(&self) -> String {
        let mut text = String::new();
        if self.form.signature().is_empty() {
            return text;
        }
        for own in self.form.parameters() {
            text.push_str(&own.pair.name);
            text.push_str(own.shown());
        }
        text.push_str(HIDDEN);
        text
    }

    /// Returns the escaped form without its signature; `***` for a secret.
    pub fn body(&self) -> String {
        let (mut text, mut end) = (String::new(), 0);
        let form = self.form.unsigned();
        for own in self.form.parameters().filter(|own| own.secret.is_some()) {
            text.push_str(&String::from_utf8_lossy(&form[end..own.pair.place.start]));
            text.push_str(HIDDEN);
            end = own.pair.place.end;
        }
        text.push_str(&String::from_utf8_lossy(&form[end..]));
        text
    }

    /// Returns a command line for a POSIX shell that makes the same call: `openssl` signs it,
    /// `curl` sends it.
    ///
    /// It contains no secret, so it can be shared. It reads keys from the environment, as
    /// [`Client::from_env`](crate::Client::from_env) does: `UCLOUD_PUBLIC_KEY`,
    /// `UCLOUD_PRIVATE_KEY`, and `UCLOUD_SECURITY_TOKEN` for temporary keys. A password is read
    /// in plain text under the name of its parameter: `UCLOUD_PASSWORD` for `Password`. So is the
    /// key of a dedicated channel: `UCLOUD_CHANNEL_KEY`, and a bearer token: `UCLOUD_ACCESS_TOKEN`.
    /// If a variable is missing, the shell reports it and nothing is sent. No secret is an
    /// argument of a program, so the list of processes does not show it.
    pub fn curl(&self) -> String {
        shell::curl(&self.url, &self.headers, &self.form)
    }

    /// Returns the signature, which is a secret; empty with a bearer token.
    ///
    /// It does not expire: whoever has it and the rest of the request can repeat this call until
    /// the keys are changed. Do not log it.
    pub fn reveal_signature(&self) -> String {
        String::from_utf8_lossy(self.form.signature()).into_owned()
    }

    /// Returns the whole form, with all secrets.
    ///
    /// Whoever has it can repeat this call until the keys are changed, and can read the passwords
    /// and the security token. Do not log it.
    pub fn reveal_body(&self) -> &[u8] {
        self.form.body()
    }
}

impl fmt::Debug for Preview {
    /// Shows the names of the parameters without values.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.form.parameters().map(|own| own.pair.name).collect();
        f.debug_struct("Preview")
            .field("action", &self.action)
            .field("url", &self.url)
            .field("parameters", &names)
            .finish_non_exhaustive()
    }
}
