// Written by `cargo xtask regenerate` from api-spec/actions/WashPlate.yaml. Edit that instead.

use crate::decode::{Object, Slot};
use crate::encode::{EncodeForm, Form};
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "WashPlate",
    effect: Effect::Idempotent,
    region: Presence::Absent,
    zone: Presence::Absent,
    verify: None,
};

/// \*/ "\] #\[deprecated\] \<script>alert(1)\</script> \`unbalanced \[link\]
/// <https://a.example/x_y_z>.
///
/// \# A heading #\!\[allow(warnings)\] Text with "\]\\nfn main() {} and \*/ and /\* and
/// // and `balanced code` and `` two `ticks ``.
///
/// `rust fn code() { compile_error!("it ran"); }`
///
/// indented_code_that_would_be_a_test();
///
/// \~\~\~ fenced \~\~\~
///
/// \<script>alert("x")\</script> \<img src=x onerror=alert(1)> \</div> \<!-- \<T>
/// Vec\<String> \&lt;b\&gt; \&copy;
///
/// [a link](https://docs.kitchen.example/api/) and \[one that is
/// none\](javascript:alert(1)) and \[Vec\] and \[`Vec`\] and \[reference\]:
/// <https://b.example> and \[^1\] and \![image](https://c.example/i.png) and
/// <https://d.example/> and <http://e.example/path?a=b&c=d#e>, or
/// (<https://f.example/g>\_(h)) and https:// and https://例え.example.
///
/// - a list
/// - with \*stars\*, \_underscores\_, snake_case_words, \~\~tildes\~\~ and \| pipes \|
///   1\. a number + a plus > a quotation --- === \| a \| b \| \|---\|---\| \| 1 \| 2 \|
///
/// A word that is longer than a line:
/// aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
/// and words that begin a line when it is wrapped, each of them in its turn, as they
/// would begin something else: # + - \* > = \~\~\~ \`\`\` 1. 2) \| : ! # # # # # # # # #
/// \# # # # # # # # # # # # # # # # # # # # # # # # # # # # # # # # # # # # # # # # # # #
/// \# #
///
/// - \- - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - -
///   \- - - - - - - - - - - - 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1.
///   1\. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. + + + + + + + + + + + + + + + + + +
///   \+ + + + + + + + + + + + + + + + + + + + + + + + + + + + + + + + + + + + + > > > > >
///   \> > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > >
///   \> > > > > > > >
///
/// The end of it \\
///
/// Effect: idempotent; it is retried freely, for a second execution changes nothing
/// more. See [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// let response = client.wash_plate("plate-id").send().await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.kitchen.example/api/kitchen/wash_plate
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct WashPlate<C = ()> {
    call: Call<C>,
    plate_id: String,
    soap: Option<String>,
    water: Option<String>,
    towel: Option<String>,
}

impl WashPlate {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// `plate_id`: \*/ "\] fn main() {} \`x
    pub fn new(plate_id: impl Into<String>) -> Self {
        Self::on((), plate_id)
    }
}

impl<C> WashPlate<C> {
    pub(crate) fn on(client: C, plate_id: impl Into<String>) -> Self {
        Self {
            call: Call::new(client),
            plate_id: plate_id.into(),
            soap: None,
            water: None,
            towel: None,
        }
    }

    /// `fn main() {}`
    #[doc(alias = "Soap")]
    pub fn soap(mut self, soap: impl Into<String>) -> Self {
        self.soap = Some(soap.into());
        self
    }

    /// \# heading
    ///
    /// code();
    ///
    /// - item
    /// - item
    ///
    /// \<b>
    #[doc(alias = "Water")]
    pub fn water(mut self, water: impl Into<String>) -> Self {
        self.water = Some(water.into());
        self
    }

    /// \[Towel\] \[`Towel`\] \[x\](y) <https://a.example> \<T> 'single' "double"
    #[doc(alias = "Towel")]
    pub fn towel(mut self, towel: impl Into<String>) -> Self {
        self.towel = Some(towel.into());
        self
    }

    common_setters!(project_id);
}

impl_request!(WashPlate => WashPlateResponse, ACTION);

impl<C> EncodeForm for WashPlate<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("PlateId", &self.plate_id);
        form.put("Soap", &self.soap);
        form.put("Towel", &self.towel);
        form.put("Water", &self.water);
    }
}

/// The reply to [`WashPlate`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct WashPlateResponse {
    /// \*/ "\] fn main() {} \`x \`\`\`
    #[doc(alias = "Clean")]
    pub clean: Option<bool>,

    metadata: Metadata,
}

impl_response!(WashPlateResponse);

impl Object for WashPlateResponse {
    fn optional(&self) -> &'static [&'static str] {
        &["Clean"]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "Clean" => (0, Slot::Scalar(&mut self.clean)),
            _ => return None,
        };
        Some(slot)
    }
}
