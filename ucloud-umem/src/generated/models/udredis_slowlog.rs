// Written by `cargo xtask regenerate` from api-spec/models/UDRedisSlowlogSet.yaml. Edit that instead.

use crate::Timestamp;
use crate::decode::{Object, Slot};
use crate::response::impl_model;

/// One slow command of a distributed Redis space.
#[doc(alias = "UDRedisSlowlogSet")]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct UDRedisSlowlog {
    /// Time at which the command ran.
    #[doc(alias = "StartTime")]
    pub start_time: Option<Timestamp>,

    /// Duration of the command. Unit not documented by UCloud; the slow log of Redis
    /// itself is in microseconds.
    #[doc(alias = "SpendTime")]
    pub spend_time: Option<i64>,

    /// The command.
    #[doc(alias = "Command")]
    pub command: Option<String>,

    /// Shard (block) that ran it.
    #[doc(alias = "BlockId")]
    pub block_id: Option<String>,

    /// Client that sent it. Format not documented by UCloud.
    #[doc(alias = "Client")]
    pub client: Option<String>,
}

impl_model!(UDRedisSlowlog);

impl Object for UDRedisSlowlog {
    fn optional(&self) -> &'static [&'static str] {
        &["StartTime", "SpendTime", "Command", "BlockId", "Client"]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "StartTime" => (0, Slot::Scalar(&mut self.start_time)),
            "SpendTime" => (1, Slot::Scalar(&mut self.spend_time)),
            "Command" => (2, Slot::Scalar(&mut self.command)),
            "BlockId" => (3, Slot::Scalar(&mut self.block_id)),
            "Client" => (4, Slot::Scalar(&mut self.client)),
            _ => return None,
        };
        Some(slot)
    }
}
