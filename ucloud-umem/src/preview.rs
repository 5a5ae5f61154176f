//! What a call would send, without sending it.

mod shell;

use std::fmt;

use http::Uri;

use crate::call::{self, Scope};
use crate::client::Client;
use crate::credentials::{Credentials, Location};
use crate::encode::{EncodeForm, SecretPlace, SignedForm};
use crate::error::Result;
use crate::request::{Action, Options};
use crate::secret::HIDDEN;
use crate::transport::form;

/// What a call would send: its parameters, what is signed of them, the form, and a command line that does the same.
///
/// It is made by `preview()` of a request, by [`Client::preview`] and by [`GenericRequest::preview`](crate::GenericRequest), by the
/// encoder that every call goes through. In all of it but what the `reveal_*` methods give, `***` stands for a
/// password, the security token, the private key and the signature.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> ucloud_umem::Result<()> {
/// # use ucloud_umem::{Client, Credentials, transport};
/// # let client = Client::builder()
/// #     .credentials(Credentials::new("someone@example.com", "private"))
/// #     .transport(transport::replies([""; 0]))
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
    form: SignedForm,
}

/// A parameter as it stands in the form.
struct Written<'a> {
    pair: form::Pair<'a>,
    /// Where it must not be seen.
    secret: Option<&'a SecretPlace>,
}

impl Written<'_> {
    /// The value, or what stands for it.
    fn shown(&self) -> &str {
        if self.secret.is_some() { HIDDEN } else { &self.pair.value }
    }
}

impl Preview {
    /// The action that would be called.
    pub fn action(&self) -> &str {
        &self.action
    }

    /// Where it would be sent, by `POST`.
    pub fn url(&self) -> &Uri {
        &self.url
    }

    /// Names and values in the order in which they are signed and sent; `***` for a secret, no signature.
    pub fn parameters(&self) -> Vec<(String, String)> {
        let written = self.written();
        written.map(|own| (own.pair.name.to_string(), own.shown().to_owned())).collect()
    }

    /// What is signed: names and values as they are, one after the other, and the private key at the end; `***` for a
    /// secret.
    ///
    /// The signature is the SHA-1 of it, in hexadecimal digits. Where the service says that it is wrong
    /// (RetCode 171), this is what to compare with what the service expects.
    pub fn canonical(&self) -> String {
        let mut text = String::new();
        for own in self.written() {
            text.push_str(&own.pair.name);
            text.push_str(own.shown());
        }
        text.push_str(HIDDEN);
        text
    }

    /// The form as it would be sent, escaped, but for its signature; `***` for a secret.
    pub fn body(&self) -> String {
        let (mut text, mut end) = (String::new(), 0);
        let form = self.form.unsigned();
        for own in self.written().filter(|own| own.secret.is_some()) {
            text.push_str(&String::from_utf8_lossy(&form[end..own.pair.place.start]));
            text.push_str(HIDDEN);
            end = own.pair.place.end;
        }
        text.push_str(&String::from_utf8_lossy(&form[end..]));
        text
    }

    /// A command line that makes the same call: it signs with `openssl` and sends with `curl`, in any POSIX shell.
    ///
    /// It holds no secret and can be shared. Whoever runs it has the keys in the environment, as for
    /// [`Client::from_env`]: `UCLOUD_PUBLIC_KEY`, `UCLOUD_PRIVATE_KEY`, for temporary keys `UCLOUD_SECURITY_TOKEN`; and
    /// a password, in plain text, under the parameter's name: `UCLOUD_PASSWORD` for `Password`. Without one of them it
    /// says so and sends nothing. No secret is an argument of a program, where others could see it in the list
    /// of processes.
    pub fn curl(&self) -> String {
        let written: Vec<_> = self.written().collect();
        shell::curl(&self.url, self.form.unsigned(), &written)
    }

    /// The signature, which gives the call away.
    ///
    /// There is no time in it: whoever has it beside the rest of the request can make this very call, as often as they
    /// like, until the keys are changed. It belongs in no log.
    pub fn reveal_signature(&self) -> String {
        String::from_utf8_lossy(self.form.signature()).into_owned()
    }

    /// The whole form as it would be sent, which gives the call away and its secrets too.
    ///
    /// Whoever has it can make this very call, as often as they like, until the keys are changed, and can read the
    /// passwords and the security token in it. It belongs in no log.
    pub fn reveal_body(&self) -> &[u8] {
        self.form.body()
    }

    fn written(&self) -> impl Iterator<Item = Written<'_>> {
        let secrets = self.form.secret_places();
        form::pairs(self.form.unsigned()).map(move |pair| {
            let secret = secrets.iter().find(|secret| secret.place == pair.place);
            Written { pair, secret }
        })
    }
}

impl fmt::Debug for Preview {
    /// Shows the names of the parameters and no values, as that of a request does.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.written().map(|own| own.pair.name).collect();
        f.debug_struct("Preview")
            .field("action", &self.action)
            .field("url", &self.url)
            .field("parameters", &names)
            .finish_non_exhaustive()
    }
}

/// A call that is to be shown: all but the credentials.
pub(crate) struct Draft<'a> {
    client: &'a Client,
    action: Action<'a>,
    options: &'a Options,
    request: &'a (dyn EncodeForm + Sync),
}

impl<'a> Draft<'a> {
    pub(crate) fn new(
        client: &'a Client,
        action: Action<'a>,
        options: &'a Options,
        request: &'a (dyn EncodeForm + Sync),
    ) -> Self {
        Self { client, action, options, request }
    }

    /// Shows the call.
    pub(crate) async fn preview(self) -> Result<Preview> {
        let signer = self.question().ask().await;
        self.sign(signer)
    }

    /// What the source of credentials is to be asked, apart from the request, which stays where it is.
    pub(crate) fn question(&self) -> Question {
        Question {
            client: self.client.clone(),
            // Only where the action takes a region or a zone matters to the answer.
            action: Action { name: "", verify: None, ..self.action },
            options: self.options.clone(),
        }
    }

    /// Signs it as its next attempt would be.
    pub(crate) fn sign(&self, signer: Result<Signer>) -> Result<Preview> {
        let name = self.action.name;
        let form = signer.and_then(|signer| {
            let scope =
                Scope::of(self.client, &self.action, self.options, &signer.location)?;
            scope.sign(&self.action, self.options, self.request, &signer.credentials)
        });
        let form = form.map_err(|error| error.with_action(name))?;
        let url = self.client.shared().base_url.clone();
        Ok(Preview { action: name.to_owned(), url, form })
    }
}

/// A question to the source of credentials, which can be asked on another thread.
pub(crate) struct Question {
    client: Client,
    action: Action<'static>,
    options: Options,
}

/// Who signs a call, and from where.
pub(crate) struct Signer {
    location: Location,
    credentials: Credentials,
}

impl Question {
    /// Asks; what is wrong with the call is found before anybody is asked for credentials.
    pub(crate) async fn ask(self) -> Result<Signer> {
        let Self { client, action, options } = &self;
        let deadline = call::deadline(client, options);
        let location = call::find_location(client, action, options, deadline).await?;
        Scope::of(client, action, options, &location)?;
        let credentials = call::find_credentials(client.shared(), deadline).await?;
        Ok(Signer { location, credentials })
    }
}
