// Written by `cargo xtask regenerate` from api-spec/actions/CreateUMemcacheGroup.yaml. Edit that instead.

use crate::decode::{Object, Slot};
use crate::encode::{EncodeForm, Form};
use crate::enums::{ChargeType, Protocol};
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "CreateUMemcacheGroup",
    effect: Effect::NonIdempotent,
    region: Presence::Required,
    zone: Presence::Optional,
    verify: Some("DescribeUMemcacheGroup"),
};

/// Creates a Memcached group.
///
/// The response has the id of the new group; `DescribeUMemcacheGroup` shows it as
/// `Running` once it can be used. A group is one Memcached node. Each execution orders
/// one more group, which costs money.
///
/// Effect: non-idempotent; it is retried only where the service certainly did nothing.
/// After a lost response, check with
/// [`DescribeUMemcacheGroup`](crate::actions::DescribeUMemcacheGroup). See [the vendor's
/// page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// use ucloud_umem::enums::ChargeType;
///
/// let response = client
///     .create_umemcache_group("orders-cache")
///     .size(4)
///     .charge_type(ChargeType::Month)
///     .send()
///     .await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/create_umem_cache_group
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct CreateUMemcacheGroup<C = ()> {
    call: Call<C>,
    name: String,
    size: Option<i64>,
    config_id: Option<String>,
    version: Option<String>,
    charge_type: Option<ChargeType>,
    quantity: Option<i64>,
    tag: Option<String>,
    protocol: Option<Protocol>,
    coupon_id: Option<String>,
    vpc_id: Option<String>,
    subnet_id: Option<String>,
}

impl CreateUMemcacheGroup {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// `name`: Name of the group, 6 to 60 characters long.
    pub fn new(name: impl Into<String>) -> Self {
        Self::on((), name)
    }
}

impl<C> CreateUMemcacheGroup<C> {
    pub(crate) fn on(client: C, name: impl Into<String>) -> Self {
        Self {
            call: Call::new(client),
            name: name.into(),
            size: None,
            config_id: None,
            version: None,
            charge_type: None,
            quantity: None,
            tag: None,
            protocol: None,
            coupon_id: None,
            vpc_id: None,
            subnet_id: None,
        }
    }

    /// Memory of the node: 1, 2, 4, 8, 16 or 32. Unit: GB. Default: 1.
    #[doc(alias = "Size")]
    pub fn size(mut self, size: i64) -> Self {
        self.size = Some(size);
        self
    }

    /// Configuration to start with. The service takes none but its default so far.
    /// Default: `9a891891-c245-4b66-bce8-67e59430d67c`.
    #[doc(alias = "ConfigId")]
    pub fn config_id(mut self, config_id: impl Into<String>) -> Self {
        self.config_id = Some(config_id.into());
        self
    }

    /// Version of Memcached. Default: `1.4.31`.
    #[doc(alias = "Version")]
    pub fn version(mut self, version: impl Into<String>) -> Self {
        self.version = Some(version.into());
        self
    }

    /// Billing method of the group. Default: `Month`. Known values: `Year`, `Month`,
    /// `Dynamic`, `Trial`.
    #[doc(alias = "ChargeType")]
    pub fn charge_type(mut self, charge_type: ChargeType) -> Self {
        self.charge_type = Some(charge_type);
        self
    }

    /// Years or months to pay for, depending on `ChargeType`. UCloud does not document
    /// what it means with `Dynamic`. UCloud's Terraform provider sends 0 with `Month` to
    /// pay until the end of the month. Default: 1.
    #[doc(alias = "Quantity")]
    pub fn quantity(mut self, quantity: i64) -> Self {
        self.quantity = Some(quantity);
        self
    }

    /// Business group that the Memcached group is filed under. Default: `Default`.
    #[doc(alias = "Tag")]
    pub fn tag(mut self, tag: impl Into<String>) -> Self {
        self.tag = Some(tag.into());
        self
    }

    /// Protocol of the group. Not described by UCloud, and without a documented default.
    /// Known values: `memcache`, `redis`.
    #[doc(alias = "Protocol")]
    pub fn protocol(mut self, protocol: Protocol) -> Self {
        self.protocol = Some(protocol);
        self
    }

    /// Coupon to pay with.
    #[doc(alias = "CouponId")]
    pub fn coupon_id(mut self, coupon_id: impl Into<String>) -> Self {
        self.coupon_id = Some(coupon_id.into());
        self
    }

    /// Virtual private cloud (VPC) that the group is placed in. Only UCloud's SDK has
    /// this parameter.
    #[doc(alias = "VPCId")]
    pub fn vpc_id(mut self, vpc_id: impl Into<String>) -> Self {
        self.vpc_id = Some(vpc_id.into());
        self
    }

    /// Subnet that the group is placed in. Only UCloud's SDK and the example in UCloud's
    /// documentation have this parameter.
    #[doc(alias = "SubnetId")]
    pub fn subnet_id(mut self, subnet_id: impl Into<String>) -> Self {
        self.subnet_id = Some(subnet_id.into());
        self
    }

    common_setters!(region, zone, project_id);
}

impl_request!(CreateUMemcacheGroup => CreateUMemcacheGroupResponse, ACTION);

impl<C> EncodeForm for CreateUMemcacheGroup<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("ChargeType", &self.charge_type);
        form.put("ConfigId", &self.config_id);
        form.put("CouponId", &self.coupon_id);
        form.put("Name", &self.name);
        form.put("Protocol", &self.protocol);
        form.put("Quantity", &self.quantity);
        form.put("Size", &self.size);
        form.put("SubnetId", &self.subnet_id);
        form.put("Tag", &self.tag);
        form.put("VPCId", &self.vpc_id);
        form.put("Version", &self.version);
    }
}

/// The reply to [`CreateUMemcacheGroup`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct CreateUMemcacheGroupResponse {
    /// Id of the new group. UCloud documents a UUID in the example here, and elsewhere
    /// ids such as `umemcache-00abc`.
    #[doc(alias = "GroupId")]
    pub group_id: String,

    metadata: Metadata,
}

impl_response!(CreateUMemcacheGroupResponse);

impl Object for CreateUMemcacheGroupResponse {
    fn required(&self) -> &'static [&'static str] {
        &["GroupId"]
    }

    fn present(&self) -> &'static [&'static str] {
        &["GroupId"]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "GroupId" => (0, Slot::Scalar(&mut self.group_id)),
            _ => return None,
        };
        Some(slot)
    }
}
