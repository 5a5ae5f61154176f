// Written by `cargo xtask regenerate` from api-spec/actions/ReserveTable.yaml. Edit that instead.

use crate::decode::{Object, Slot};
use crate::encode::{EncodeForm, Form};
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "ReserveTable",
    effect: Effect::Idempotent,
    region: Presence::Absent,
    zone: Presence::Optional,
    verify: None,
};

/// Reserve a table whose rows are called like what the crate itself has.
///
/// Effect: idempotent; it is retried freely, for a second execution changes nothing
/// more. See [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// let response = client.reserve_table("kind", "vpc-id", "guest").send().await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.kitchen.example/api/kitchen/reserve_table
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct ReserveTable<C = ()> {
    call: Call<C>,
    kind: String,
    vpc_id: String,
    guest: String,
    send_to: Option<String>,
    dishes: Option<i64>,
    is_new: Option<bool>,
    parameter: Option<String>,
    other_vpc_id: Option<String>,
    form: Option<String>,
    request: Option<String>,
    fields: Vec<ReserveTableField>,
}

impl ReserveTable {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// - `kind`: A keyword.
    /// - `vpc_id`: One of two names that differ by case.
    /// - `guest`: Called like a variable of the generated code.
    pub fn new(
        kind: impl Into<String>,
        vpc_id: impl Into<String>,
        guest: impl Into<String>,
    ) -> Self {
        Self::on((), kind, vpc_id, guest)
    }
}

impl<C> ReserveTable<C> {
    pub(crate) fn on(
        client: C,
        kind: impl Into<String>,
        vpc_id: impl Into<String>,
        guest: impl Into<String>,
    ) -> Self {
        Self {
            call: Call::new(client),
            kind: kind.into(),
            vpc_id: vpc_id.into(),
            guest: guest.into(),
            send_to: None,
            dishes: None,
            is_new: None,
            parameter: None,
            other_vpc_id: None,
            form: None,
            request: None,
            fields: Vec::new(),
        }
    }

    /// A method of every request.
    #[doc(alias = "Send")]
    pub fn send_to(mut self, send_to: impl Into<String>) -> Self {
        self.send_to = Some(send_to.into());
        self
    }

    /// Another one.
    #[doc(alias = "Items")]
    pub fn dishes(mut self, dishes: i64) -> Self {
        self.dishes = Some(dishes);
        self
    }

    /// Another one.
    #[doc(alias = "New")]
    pub fn is_new(mut self, is_new: bool) -> Self {
        self.is_new = Some(is_new);
        self
    }

    /// Another one.
    #[doc(alias = "Param")]
    pub fn parameter(mut self, parameter: impl Into<String>) -> Self {
        self.parameter = Some(parameter.into());
        self
    }

    /// The other one.
    #[doc(alias = "VpcId")]
    pub fn other_vpc_id(mut self, other_vpc_id: impl Into<String>) -> Self {
        self.other_vpc_id = Some(other_vpc_id.into());
        self
    }

    /// Another variable.
    pub fn form(mut self, form: impl Into<String>) -> Self {
        self.form = Some(form.into());
        self
    }

    /// Another variable.
    pub fn request(mut self, request: impl Into<String>) -> Self {
        self.request = Some(request.into());
        self
    }

    /// `Fields`; see [the vendor's
    /// page](https://docs.kitchen.example/api/kitchen/reserve_table).
    #[doc(alias = "Fields")]
    pub fn fields(
        mut self,
        fields: impl IntoIterator<Item = ReserveTableField>,
    ) -> Self {
        self.fields = fields.into_iter().collect();
        self
    }

    common_setters!(zone, project_id);
}

impl_request!(ReserveTable => ReserveTableResponse, ACTION);

impl<C> EncodeForm for ReserveTable<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.structures("Fields", &self.fields);
        form.put("Items", &self.dishes);
        form.put("New", &self.is_new);
        form.put("Param", &self.parameter);
        form.put("Send", &self.send_to);
        form.put("Type", &self.kind);
        form.put("VPCId", &self.vpc_id);
        form.put("VpcId", &self.other_vpc_id);
        form.put("client", &self.guest);
        form.put("form", &self.form);
        form.put("request", &self.request);
    }
}

/// One `Fields.N` of the request.
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use = "it does nothing until a request carries it"]
pub struct ReserveTableField {
    one_id: Option<String>,
    other_id: Option<String>,
    third_id: Option<String>,
}

impl ReserveTableField {
    /// One with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Names that all end alike.
    #[doc(alias = "OneId")]
    pub fn one_id(mut self, one_id: impl Into<String>) -> Self {
        self.one_id = Some(one_id.into());
        self
    }

    /// Names that all end alike.
    #[doc(alias = "OtherId")]
    pub fn other_id(mut self, other_id: impl Into<String>) -> Self {
        self.other_id = Some(other_id.into());
        self
    }

    /// Names that all end alike.
    #[doc(alias = "ThirdId")]
    pub fn third_id(mut self, third_id: impl Into<String>) -> Self {
        self.third_id = Some(third_id.into());
        self
    }
}

impl EncodeForm for ReserveTableField {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("OneId", &self.one_id);
        form.put("OtherId", &self.other_id);
        form.put("ThirdId", &self.third_id);
    }
}

/// The reply to [`ReserveTable`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct ReserveTableResponse {
    /// The example has none.
    #[doc(alias = "Ticket")]
    pub ticket: String,

    /// A method of every reply.
    #[doc(alias = "Missing")]
    pub absent: Option<String>,

    /// One of two names that differ by case.
    #[doc(alias = "VPCId")]
    pub vpc_id: String,

    /// The other one.
    #[doc(alias = "VpcId")]
    pub other_vpc_id: Option<String>,

    metadata: Metadata,
}

impl_response!(ReserveTableResponse);

impl Object for ReserveTableResponse {
    fn required(&self) -> &'static [&'static str] {
        &["Ticket", "VPCId"]
    }

    fn optional(&self) -> &'static [&'static str] {
        &["Missing", "VpcId"]
    }

    fn present(&self) -> &'static [&'static str] {
        &["Ticket"]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "Ticket" => (0, Slot::Scalar(&mut self.ticket)),
            "VPCId" => (1, Slot::Scalar(&mut self.vpc_id)),
            "Missing" => (2, Slot::Scalar(&mut self.absent)),
            "VpcId" => (3, Slot::Scalar(&mut self.other_vpc_id)),
            _ => return None,
        };
        Some(slot)
    }
}
