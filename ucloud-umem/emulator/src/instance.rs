//! Common parts of spaces, Redis groups and Memcached groups.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::call::Call;
use crate::clock::{DAY, HOUR, Moment, Time};
use crate::collection::Resource;
use crate::ids::Ids;
use crate::lifecycle::{Lifecycle, Transition};
use crate::network::{DEFAULT_SUBNET, DEFAULT_VPC};
use crate::refusal::Refusal;
use crate::response::{Attributes, attributes};
use crate::scanned_key::{FoundKey, ScanKind};
use crate::scope::Scope;
use crate::stored_password;
use ucloud_umem::Password;

const DELETION: Transition = Transition::new(&[("Deleting", 1)]);

/// Something that is ordered, paid for, reached by an address and deleted.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Instance {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) scope: Scope,
    /// In GB.
    pub(crate) size: i64,
    pub(crate) version: String,
    pub(crate) address: String,
    pub(crate) port: i64,
    /// True if the order had a port.
    pub(crate) port_is_ordered: bool,
    /// Version of the real server that it has or had.
    pub(crate) running_version: Option<String>,
    /// Problem of its real server; none if it works.
    pub(crate) problem: Option<String>,
    /// Keys that the last scan of the real server has found.
    pub(crate) scanned: Option<(ScanKind, Vec<FoundKey>)>,
    /// Empty where the replica is in the same zone.
    pub(crate) slave_zone: String,
    pub(crate) high_performance: bool,
    /// Empty where none is set.
    #[serde(with = "stored_password")]
    pub(crate) password: Password,
    pub(crate) charge_type: String,
    pub(crate) tag: String,
    pub(crate) vpc_id: String,
    pub(crate) subnet_id: String,
    pub(crate) created: Moment,
    pub(crate) modified: Moment,
    pub(crate) expires: Moment,
    pub(crate) life: Lifecycle,
}

/// Resource that has an [`Instance`], by which it is found and forgotten.
pub(crate) trait AsInstance {
    fn instance(&self) -> &Instance;

    /// Returns when something is next to be done about it.
    fn next_change(&self, time: Time) -> Option<Moment> {
        self.instance().life.next_change(time)
    }
}

impl<T: AsInstance> Resource for T {
    fn id(&self) -> &str {
        &self.instance().id
    }

    fn scope(&self) -> &Scope {
        &self.instance().scope
    }

    fn created(&self) -> Option<Moment> {
        Some(self.instance().created)
    }

    fn is_gone(&self, time: Time) -> bool {
        self.instance().life.state(time).is_none()
    }

    fn next_change(&self, time: Time) -> Option<Moment> {
        AsInstance::next_change(self, time)
    }
}

impl Instance {
    /// Makes an instance with defaults, paid for by the month.
    pub(crate) fn new(id: &str, scope: Scope, life: Lifecycle, now: Moment, ids: &mut Ids) -> Self {
        Self {
            id: id.to_owned(),
            name: id.to_owned(),
            scope,
            size: 1,
            version: "4.0".to_owned(),
            address: ids.new_address(),
            port: 6379,
            port_is_ordered: false,
            running_version: None,
            problem: None,
            scanned: None,
            slave_zone: String::new(),
            high_performance: false,
            password: Password::default(),
            charge_type: "Month".to_owned(),
            tag: "Default".to_owned(),
            vpc_id: DEFAULT_VPC.to_owned(),
            subnet_id: DEFAULT_SUBNET.to_owned(),
            created: now,
            modified: now,
            expires: paid_until("Month", 1, now),
            life,
        }
    }

    /// Makes an instance as a call orders it.
    pub(crate) fn ordered(
        call: &Call,
        id: &str,
        creation: Transition,
        time: Time,
        ids: &mut Ids,
    ) -> Result<Self, Refusal> {
        let life = Lifecycle::since(time.now, creation);
        let new = Self::new(id, call.scope(), life, time.now, ids);
        let charge_type = call.filter("ChargeType").unwrap_or(&new.charge_type);
        if charge_type == "Trial" {
            return Err(Refusal::new(20015, "Trials cannot be ordered [ChargeType]"));
        }
        let least = i64::from(charge_type != "Month");
        let quantity = call.within("Quantity", least..=i64::MAX)?.unwrap_or(1);
        let text = |name, or: &str| call.filter(name).unwrap_or(or).to_owned();
        Ok(Self {
            name: call.required("Name")?.to_owned(),
            size: call.positive("Size")?.unwrap_or(new.size),
            version: text("Version", &new.version),
            port: call.port("Port")?.unwrap_or(new.port),
            port_is_ordered: call.given("Port").is_some(),
            slave_zone: call.standby_zone()?.to_owned(),
            high_performance: call.flag("HighPerformance"),
            password: call.password("Password")?.unwrap_or_default(),
            charge_type: charge_type.to_owned(),
            tag: text("Tag", &new.tag),
            vpc_id: text("VPCId", &new.vpc_id),
            subnet_id: text("SubnetId", &new.subnet_id),
            expires: paid_until(charge_type, quantity, time.now),
            ..new
        })
    }

    /// Returns the attributes that every list of instances shows.
    pub(crate) fn attributes(&self, time: Time) -> Attributes {
        let text = |text: &String| text.as_str().into();
        let address = attributes([
            ("IP", text(&self.address)),
            ("PrivateDomain", "".into()),
            ("PublicIp", "".into()),
            ("Port", self.port.into()),
        ]);
        attributes([
            ("ResourceId", text(&self.id)),
            ("Name", text(&self.name)),
            ("Zone", text(&self.scope.zone)),
            ("SlaveZone", text(&self.slave_zone)),
            ("Size", self.size.into()),
            ("UsedSize", 0.into()),
            ("Version", text(&self.version)),
            ("VirtualIP", text(&self.address)),
            ("Port", self.port.into()),
            ("Address", vec![Value::Object(address)].into()),
            ("IsHighPerformance", self.high_performance.into()),
            ("SupportAofRollback", false.into()),
            ("AofRollbackEnable", false.into()),
            ("SSLVersion", "".into()),
            ("SSLEnable", false.into()),
            ("SSLCertExpireTime", 0.into()),
            ("SecPolicy", 1.into()),
            ("UDACEnable", false.into()),
            ("HasPassword", (!self.password.reveal().is_empty()).into()),
            ("ChargeType", text(&self.charge_type)),
            ("Tag", text(&self.tag)),
            ("VPCId", text(&self.vpc_id)),
            ("SubnetId", text(&self.subnet_id)),
            ("CreateTime", self.created.unix_seconds().into()),
            ("ModifyTime", self.modified.unix_seconds().into()),
            ("ExpireTime", self.expires.unix_seconds().into()),
            ("State", self.life.state(time).into()),
        ])
    }

    /// Writes down where its real server listens, and its version.
    pub(crate) fn is_served_at(&mut self, address: &str, port: i64, version: &str) {
        if (self.port, &*self.address) != (port, address) {
            address.clone_into(&mut self.address);
            self.port = port;
        }
        if self.running_version.as_deref() != Some(version) {
            self.running_version = Some(version.to_owned());
        }
    }

    /// Changes the charge type from now on.
    pub(crate) fn pay_by(&mut self, charge_type: String, now: Moment) {
        if charge_type != self.charge_type {
            self.expires = paid_until(&charge_type, 1, now);
            self.charge_type = charge_type;
        }
    }

    /// Returns true if the paid time has ended. Instances that are paid by the hour never expire.
    pub(crate) fn is_expired(&self, time: Time) -> bool {
        self.charge_type != "Dynamic" && self.expires <= time.now
    }

    /// Returns true if it is being deleted. Deleting it once more changes nothing and is not
    /// refused: a client may repeat a call whose response was lost.
    pub(crate) fn is_being_deleted(&self, time: Time) -> bool {
        self.life.state(time) == Some("Deleting")
    }

    /// Returns true if its creation or a change has failed. Then it can only be deleted.
    pub(crate) fn has_failed(&self, time: Time) -> bool {
        self.life.state(time).is_some_and(|state| state.ends_with("Fail"))
    }

    /// Begins to delete it.
    pub(crate) fn delete(&mut self, time: Time) {
        self.life.enter(DELETION, time);
    }

    /// Refuses an action that needs one of these states.
    pub(crate) fn expect(&self, states: &[&str], time: Time) -> Result<(), Refusal> {
        self.life.expect(states, &self.id, time)
    }
}

/// Returns when a quantity of a charge type ends that begins now. No months are the rest of this
/// one, which the vendor's provider for Terraform offers.
fn paid_until(charge_type: &str, quantity: i64, now: Moment) -> Moment {
    let unit = match (charge_type, quantity) {
        ("Month", 0) => return now.end_of_month(),
        ("Month", _) => DAY * 30,
        ("Year", _) => DAY * 365,
        _ => HOUR,
    };
    now.after(unit.saturating_mul(u32::try_from(quantity).unwrap_or(u32::MAX)))
}
