// Written by `cargo xtask regenerate` from api-spec/actions/CreateUMemSpace.yaml. Edit that instead.

use crate::{Password, Timestamp};
use crate::decode::{Object, Slot};
use crate::encode::{EncodeForm, Form};
use crate::enums::{ChargeType, ClusterMode, Protocol, Standby};
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "CreateUMemSpace",
    effect: Effect::NonIdempotent,
    region: Presence::Required,
    zone: Presence::Required,
    verify: Some("DescribeUMem"),
};

/// Creates a distributed Redis space.
///
/// The response has the id of the new space; `DescribeUMem` shows it as `Running` once
/// it can be used. The space starts with the data of a backup (`BackupId` and
/// `SpaceId`), with data rolled back to an earlier moment (`RollbackSpaceId` and
/// `RollbackTime`), or else empty. UCloud does not document that `DescribeUMem` lists a
/// space with `Protocol` `memcache`; `DescribeUMemSpace` lists it. Each execution orders
/// one more space, which costs money.
///
/// Effect: non-idempotent; it is retried only where the service certainly did nothing.
/// After a lost response, check with [`DescribeUMem`](crate::actions::DescribeUMem). See
/// [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// use ucloud_umem::Password;
/// use ucloud_umem::enums::ChargeType;
///
/// let response = client
///     .create_umem_space(16, "orders-cache")
///     .charge_type(ChargeType::Month)
///     .password(Password::new("correct_horse"))
///     .block_cnt(4)
///     .send()
///     .await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/create_umem_space
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct CreateUMemSpace<C = ()> {
    call: Call<C>,
    size: i64,
    name: String,
    protocol: Option<Protocol>,
    standby: Option<Standby>,
    charge_type: Option<ChargeType>,
    quantity: Option<i64>,
    vpc_id: Option<String>,
    subnet_id: Option<String>,
    tag: Option<String>,
    password: Option<Password>,
    slave_zone: Option<String>,
    block_cnt: Option<i64>,
    cluster_mode: Option<ClusterMode>,
    version: Option<String>,
    high_performance: Option<bool>,
    proxy_size: Option<i64>,
    ulb_mode: Option<bool>,
    port: Option<i64>,
    proxy_port: Option<i64>,
    backup_id: Option<String>,
    source_space_id: Option<String>,
    rollback_space_id: Option<String>,
    rollback_time: Option<Timestamp>,
    coupon_id: Option<String>,
}

impl CreateUMemSpace {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// - `size`: Memory of the space: 1 to 1024. Unit: GB.
    /// - `name`: Name of the space, 6 to 63 characters long.
    pub fn new(size: i64, name: impl Into<String>) -> Self {
        Self::on((), size, name)
    }
}

impl<C> CreateUMemSpace<C> {
    pub(crate) fn on(client: C, size: i64, name: impl Into<String>) -> Self {
        Self {
            call: Call::new(client),
            size,
            name: name.into(),
            protocol: None,
            standby: None,
            charge_type: None,
            quantity: None,
            vpc_id: None,
            subnet_id: None,
            tag: None,
            password: None,
            slave_zone: None,
            block_cnt: None,
            cluster_mode: None,
            version: None,
            high_performance: None,
            proxy_size: None,
            ulb_mode: None,
            port: None,
            proxy_port: None,
            backup_id: None,
            source_space_id: None,
            rollback_space_id: None,
            rollback_time: None,
            coupon_id: None,
        }
    }

    /// Protocol of the space. Default: `redis`. Known values: `memcache`, `redis`.
    #[doc(alias = "Protocol")]
    pub fn protocol(mut self, protocol: Protocol) -> Self {
        self.protocol = Some(protocol);
        self
    }

    /// Hot standby of the space. With Redis there always is one. Default: `double`.
    /// Known values: `single`, `double`.
    #[doc(alias = "Type")]
    pub fn standby(mut self, standby: Standby) -> Self {
        self.standby = Some(standby);
        self
    }

    /// Billing method of the space. Default: `Month`. Known values: `Year`, `Month`,
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

    /// Virtual private cloud (VPC) that the space is placed in.
    #[doc(alias = "VPCId")]
    pub fn vpc_id(mut self, vpc_id: impl Into<String>) -> Self {
        self.vpc_id = Some(vpc_id.into());
        self
    }

    /// Subnet that the space is placed in.
    #[doc(alias = "SubnetId")]
    pub fn subnet_id(mut self, subnet_id: impl Into<String>) -> Self {
        self.subnet_id = Some(subnet_id.into());
        self
    }

    /// Business group that the space is filed under.
    #[doc(alias = "Tag")]
    pub fn tag(mut self, tag: impl Into<String>) -> Self {
        self.tag = Some(tag.into());
        self
    }

    /// Password of the space, in plain text. UCloud's rule for hosts applies: 8 to 30
    /// characters of at least two kinds. To change it later, UCloud requires 6 to 36
    /// letters, digits, `-` and `_`. A password of 8 to 30 letters and digits follows
    /// both rules.
    #[doc(alias = "Password")]
    pub fn password(mut self, password: Password) -> Self {
        self.password = Some(password);
        self
    }

    /// Zone of the replicas, if the space is spread over two zones: in the same region
    /// as `Zone`, but another zone.
    #[doc(alias = "SlaveZone")]
    pub fn slave_zone(mut self, slave_zone: impl Into<String>) -> Self {
        self.slave_zone = Some(slave_zone.into());
        self
    }

    /// Number of shards (blocks) of the space. Default not documented by UCloud.
    #[doc(alias = "BlockCnt")]
    pub fn block_cnt(mut self, block_cnt: i64) -> Self {
        self.block_cnt = Some(block_cnt);
        self
    }

    /// `RWMode` to split reads from writes. Without it the space is an ordinary one.
    /// Known values: `RWMode`.
    #[doc(alias = "ClusterMode")]
    pub fn cluster_mode(mut self, cluster_mode: ClusterMode) -> Self {
        self.cluster_mode = Some(cluster_mode);
        self
    }

    /// Version of Redis on the shards. For other versions UCloud refers to
    /// `DescribeUDRedisBlockVersion`, which is not documented. Default: `4.0`.
    #[doc(alias = "Version")]
    pub fn version(mut self, version: impl Into<String>) -> Self {
        self.version = Some(version.into());
        self
    }

    /// `true` if the space is of the high-performance kind. Default: `false`.
    #[doc(alias = "HighPerformance")]
    pub fn high_performance(mut self, high_performance: bool) -> Self {
        self.high_performance = Some(high_performance);
        self
    }

    /// CPU cores of a proxy. With 0 no proxy is made. Default: 0.
    #[doc(alias = "ProxySize")]
    pub fn proxy_size(mut self, proxy_size: i64) -> Self {
        self.proxy_size = Some(proxy_size);
        self
    }

    /// `true` if the proxies are of the load-balancing kind. Default not documented by
    /// UCloud.
    #[doc(alias = "UlbMode")]
    pub fn ulb_mode(mut self, ulb_mode: bool) -> Self {
        self.ulb_mode = Some(ulb_mode);
        self
    }

    /// Port that the shards listen on. Default: 6379.
    #[doc(alias = "Port")]
    pub fn port(mut self, port: i64) -> Self {
        self.port = Some(port);
        self
    }

    /// Port that the proxies listen on. Default: 6379.
    #[doc(alias = "ProxyPort")]
    pub fn proxy_port(mut self, proxy_port: i64) -> Self {
        self.proxy_port = Some(proxy_port);
        self
    }

    /// Backup whose data the space starts with; needs `SpaceId` too.
    #[doc(alias = "BackupId")]
    pub fn backup_id(mut self, backup_id: impl Into<String>) -> Self {
        self.backup_id = Some(backup_id.into());
        self
    }

    /// Space that the backup in `BackupId` was taken of; not the id of the new space.
    /// Required with `BackupId`.
    #[doc(alias = "SpaceId")]
    pub fn source_space_id(mut self, source_space_id: impl Into<String>) -> Self {
        self.source_space_id = Some(source_space_id.into());
        self
    }

    /// Space whose data is rolled back, if the new space is made from it.
    #[doc(alias = "RollbackSpaceId")]
    pub fn rollback_space_id(mut self, rollback_space_id: impl Into<String>) -> Self {
        self.rollback_space_id = Some(rollback_space_id.into());
        self
    }

    /// Moment to roll back to.
    #[doc(alias = "RollbackTime")]
    pub fn rollback_time(mut self, rollback_time: Timestamp) -> Self {
        self.rollback_time = Some(rollback_time);
        self
    }

    /// Coupon to pay with.
    #[doc(alias = "CouponId")]
    pub fn coupon_id(mut self, coupon_id: impl Into<String>) -> Self {
        self.coupon_id = Some(coupon_id.into());
        self
    }

    common_setters!(region, zone, project_id);
}

impl_request!(CreateUMemSpace => CreateUMemSpaceResponse, ACTION);

impl<C> EncodeForm for CreateUMemSpace<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("BackupId", &self.backup_id);
        form.put("BlockCnt", &self.block_cnt);
        form.put("ChargeType", &self.charge_type);
        form.put("ClusterMode", &self.cluster_mode);
        form.put("CouponId", &self.coupon_id);
        form.put("HighPerformance", &self.high_performance);
        form.put("Name", &self.name);
        form.base64("Password", &self.password);
        form.put("Port", &self.port);
        form.put("Protocol", &self.protocol);
        form.put("ProxyPort", &self.proxy_port);
        form.put("ProxySize", &self.proxy_size);
        form.put("Quantity", &self.quantity);
        form.put("RollbackSpaceId", &self.rollback_space_id);
        form.put("RollbackTime", &self.rollback_time);
        form.put("Size", &self.size);
        form.put("SlaveZone", &self.slave_zone);
        form.put("SpaceId", &self.source_space_id);
        form.put("SubnetId", &self.subnet_id);
        form.put("Tag", &self.tag);
        form.put("Type", &self.standby);
        form.put("UlbMode", &self.ulb_mode);
        form.put("VPCId", &self.vpc_id);
        form.put("Version", &self.version);
    }
}

/// The reply to [`CreateUMemSpace`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct CreateUMemSpaceResponse {
    /// Id of the new space, such as `umem-00abc`. UCloud documents a list of ids; it is
    /// one string.
    #[doc(alias = "SpaceId")]
    pub space_id: String,

    metadata: Metadata,
}

impl_response!(CreateUMemSpaceResponse);

impl Object for CreateUMemSpaceResponse {
    fn required(&self) -> &'static [&'static str] {
        &["SpaceId"]
    }

    fn present(&self) -> &'static [&'static str] {
        &["SpaceId"]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "SpaceId" => (0, Slot::Scalar(&mut self.space_id)),
            _ => return None,
        };
        Some(slot)
    }
}
