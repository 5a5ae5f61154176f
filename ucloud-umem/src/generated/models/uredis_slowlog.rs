// Written by `cargo xtask regenerate` from api-spec/models/URedisSlowlogSet.yaml. Edit that instead.

use crate::Timestamp;
use crate::decode::{Object, Slot};
use crate::response::impl_model;

/// One slow command of a Redis group.
#[doc(alias = "URedisSlowlogSet")]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct URedisSlowlog {
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
}

impl_model!(URedisSlowlog);

impl Object for URedisSlowlog {
    fn optional(&self) -> &'static [&'static str] {
        &["StartTime", "SpendTime", "Command"]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "StartTime" => (0, Slot::Scalar(&mut self.start_time)),
            "SpendTime" => (1, Slot::Scalar(&mut self.spend_time)),
            "Command" => (2, Slot::Scalar(&mut self.command)),
            _ => return None,
        };
        Some(slot)
    }
}
