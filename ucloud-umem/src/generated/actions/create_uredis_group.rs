// Written by `cargo xtask regenerate` from api-spec/actions/CreateURedisGroup.yaml. Edit that instead.

use crate::{Password, Timestamp};
use crate::decode::{Object, Slot};
use crate::encode::{EncodeForm, Form};
use crate::enums::{ChargeType, HighAvailability};
use crate::request::{Action, Call, Effect, Presence, common_setters, impl_request};
use crate::response::{Metadata, impl_response};

const ACTION: Action<'static> = Action {
    name: "CreateURedisGroup",
    effect: Effect::NonIdempotent,
    region: Presence::Required,
    zone: Presence::Required,
    verify: Some("DescribeUMem"),
};

/// Creates a Redis group.
///
/// The response has the id of the new group; `DescribeUMem` shows it as `Running` once
/// it can be used: a read-only replica among the `replicas` of its primary, any other
/// group as an entry. The group starts with the data of a backup (`BackupId`), with data
/// rolled back to an earlier moment (`RollbackGroupId`, `AOFID`, `RollbackTime`), as a
/// read-only replica of another group (`MasterGroupId`), or else empty. Each execution
/// orders one more group, which costs money.
///
/// Effect: non-idempotent; it is retried only where the service certainly did nothing.
/// After a lost response, check with [`DescribeUMem`](crate::actions::DescribeUMem). See
/// [the vendor's page][page].
///
/// ```no_run
/// # async fn run(client: ucloud_umem::Client) -> ucloud_umem::Result<()> {
/// use ucloud_umem::Password;
/// use ucloud_umem::enums::{ChargeType, HighAvailability};
///
/// let response = client
///     .create_uredis_group("orders-cache", HighAvailability::Enabled)
///     .size(4)
///     .charge_type(ChargeType::Month)
///     .password(Password::new("correct_horse"))
///     .send()
///     .await?;
/// # Ok(())
/// # }
/// ```
///
/// [page]: https://docs.ucloud.cn/api/umem-api/create_uredis_group
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct CreateURedisGroup<C = ()> {
    call: Call<C>,
    name: String,
    high_availability: HighAvailability,
    size: Option<i64>,
    auto_backup: Option<bool>,
    backup_time: Option<i64>,
    config_id: Option<String>,
    version: Option<String>,
    charge_type: Option<ChargeType>,
    quantity: Option<i64>,
    tag: Option<String>,
    password: Option<Password>,
    backup_id: Option<String>,
    slave_zone: Option<String>,
    master_group_id: Option<String>,
    enable_ipv6: Option<bool>,
    subnet_id: Option<String>,
    vpc_id: Option<String>,
    high_performance: Option<bool>,
    port: Option<i64>,
    rollback_group_id: Option<String>,
    aof_id: Option<String>,
    rollback_time: Option<Timestamp>,
    coupon_id: Option<String>,
}

impl CreateURedisGroup {
    /// A request without a client, for [`Client::send`](crate::Client::send).
    ///
    /// - `name`: Name of the group: 6 to 63 letters, digits, `-` and `_`.
    /// - `high_availability`: High availability: a replica takes over if the primary
    ///   fails. Known values: `enable`, `disable`.
    pub fn new(name: impl Into<String>, high_availability: HighAvailability) -> Self {
        Self::on((), name, high_availability)
    }
}

impl<C> CreateURedisGroup<C> {
    pub(crate) fn on(
        client: C,
        name: impl Into<String>,
        high_availability: HighAvailability,
    ) -> Self {
        Self {
            call: Call::new(client),
            name: name.into(),
            high_availability,
            size: None,
            auto_backup: None,
            backup_time: None,
            config_id: None,
            version: None,
            charge_type: None,
            quantity: None,
            tag: None,
            password: None,
            backup_id: None,
            slave_zone: None,
            master_group_id: None,
            enable_ipv6: None,
            subnet_id: None,
            vpc_id: None,
            high_performance: None,
            port: None,
            rollback_group_id: None,
            aof_id: None,
            rollback_time: None,
            coupon_id: None,
        }
    }

    /// Memory of each node: 1, 2, 4, 8, 16 or 32. Unit: GB. Default: 1.
    #[doc(alias = "Size")]
    pub fn size(mut self, size: i64) -> Self {
        self.size = Some(size);
        self
    }

    /// `true` if backups are taken automatically. Default: `false`.
    #[doc(alias = "AutoBackup")]
    pub fn auto_backup(mut self, auto_backup: bool) -> Self {
        self.auto_backup = Some(auto_backup);
        self
    }

    /// Hour of the day, 0 to 23, at which automatic backups start. Time zone not
    /// documented by UCloud. Default: 3.
    #[doc(alias = "BackupTime")]
    pub fn backup_time(mut self, backup_time: i64) -> Self {
        self.backup_time = Some(backup_time);
        self
    }

    /// Configuration to start with; required with `BackupId`. UCloud documents
    /// `6c9298a3-9d7f-428c-b1d0-e87ab3b8a1ea` for version 4.0 (the default),
    /// `3cdeeb90-dcbf-46e8-95cd-a05d8860a22c` for 5.0,
    /// `1d990520-aac8-4e0f-9384-f58611e8eb28` for 6.0 and
    /// `48dcf534-db41-11ec-a1a6-52670028d520` for 7.0.
    #[doc(alias = "ConfigId")]
    pub fn config_id(mut self, config_id: impl Into<String>) -> Self {
        self.config_id = Some(config_id.into());
        self
    }

    /// Version of Redis, one of those that `DescribeURedisVersion` lists. Default:
    /// `4.0`.
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

    /// Business group that the Redis group is filed under.
    #[doc(alias = "Tag")]
    pub fn tag(mut self, tag: impl Into<String>) -> Self {
        self.tag = Some(tag.into());
        self
    }

    /// Password of the group, in plain text. UCloud documents no rule for it here. To
    /// change it later, UCloud requires 6 to 36 letters, digits, `-` and `_`.
    #[doc(alias = "Password")]
    pub fn password(mut self, password: Password) -> Self {
        self.password = Some(password);
        self
    }

    /// Backup whose data the group starts with. Without one it is an ordinary new group.
    #[doc(alias = "BackupId")]
    pub fn backup_id(mut self, backup_id: impl Into<String>) -> Self {
        self.backup_id = Some(backup_id.into());
        self
    }

    /// Zone of the replica, if the group is spread over two zones: in the same region as
    /// `Zone`, but another zone.
    #[doc(alias = "SlaveZone")]
    pub fn slave_zone(mut self, slave_zone: impl Into<String>) -> Self {
        self.slave_zone = Some(slave_zone.into());
        self
    }

    /// Group of which the new one becomes a read-only replica; required to create such a
    /// replica.
    #[doc(alias = "MasterGroupId")]
    pub fn master_group_id(mut self, master_group_id: impl Into<String>) -> Self {
        self.master_group_id = Some(master_group_id.into());
        self
    }

    /// `true` if the group gets an IPv6 address. Default: `false`.
    #[doc(alias = "EnableIpV6")]
    #[deprecated(note = "UCloud is removing it and asks not to use it.")]
    pub fn enable_ipv6(mut self, enable_ipv6: bool) -> Self {
        self.enable_ipv6 = Some(enable_ipv6);
        self
    }

    /// Subnet that the group is placed in.
    #[doc(alias = "SubnetId")]
    pub fn subnet_id(mut self, subnet_id: impl Into<String>) -> Self {
        self.subnet_id = Some(subnet_id.into());
        self
    }

    /// Virtual private cloud (VPC) that the group is placed in.
    #[doc(alias = "VPCId")]
    pub fn vpc_id(mut self, vpc_id: impl Into<String>) -> Self {
        self.vpc_id = Some(vpc_id.into());
        self
    }

    /// `true` if the group is of the high-performance kind. Default: `false`.
    #[doc(alias = "HighPerformance")]
    pub fn high_performance(mut self, high_performance: bool) -> Self {
        self.high_performance = Some(high_performance);
        self
    }

    /// Port that the group listens on. Default not documented by UCloud.
    #[doc(alias = "Port")]
    pub fn port(mut self, port: i64) -> Self {
        self.port = Some(port);
        self
    }

    /// Group whose data is rolled back, if the new group is made from it.
    #[doc(alias = "RollbackGroupId")]
    pub fn rollback_group_id(mut self, rollback_group_id: impl Into<String>) -> Self {
        self.rollback_group_id = Some(rollback_group_id.into());
        self
    }

    /// Append-only file (AOF) to roll back with, by its id. No documented action of UMem
    /// lists these files.
    #[doc(alias = "AOFID")]
    pub fn aof_id(mut self, aof_id: impl Into<String>) -> Self {
        self.aof_id = Some(aof_id.into());
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

impl_request!(CreateURedisGroup => CreateURedisGroupResponse, ACTION);

impl<C> EncodeForm for CreateURedisGroup<C> {
    fn parameters(&self, form: &mut Form<'_>) {
        form.put("AOFID", &self.aof_id);
        form.switch("AutoBackup", self.auto_backup, "enable", "disable");
        form.put("BackupId", &self.backup_id);
        form.put("BackupTime", &self.backup_time);
        form.put("ChargeType", &self.charge_type);
        form.put("ConfigId", &self.config_id);
        form.put("CouponId", &self.coupon_id);
        form.put("EnableIpV6", &self.enable_ipv6);
        form.put("HighAvailability", &self.high_availability);
        form.put("HighPerformance", &self.high_performance);
        form.put("MasterGroupId", &self.master_group_id);
        form.put("Name", &self.name);
        form.base64("Password", &self.password);
        form.put("Port", &self.port);
        form.put("Quantity", &self.quantity);
        form.put("RollbackGroupId", &self.rollback_group_id);
        form.put("RollbackTime", &self.rollback_time);
        form.put("Size", &self.size);
        form.put("SlaveZone", &self.slave_zone);
        form.put("SubnetId", &self.subnet_id);
        form.put("Tag", &self.tag);
        form.put("VPCId", &self.vpc_id);
        form.put("Version", &self.version);
    }
}

/// The reply to [`CreateURedisGroup`].
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct CreateURedisGroupResponse {
    /// Id of the new group, such as `uredis-00abc`.
    #[doc(alias = "GroupId")]
    pub group_id: String,

    metadata: Metadata,
}

impl_response!(CreateURedisGroupResponse);

impl Object for CreateURedisGroupResponse {
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
