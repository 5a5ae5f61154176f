// Written by `cargo xtask regenerate` from api-spec/models/UMemBlockInfo.yaml. Edit that instead.

use crate::decode::{Object, Slot};
use crate::enums::{BlockState, Role};
use crate::response::impl_model;

/// One shard (block) of a distributed Redis space.
#[doc(alias = "UMemBlockInfo")]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct UMemBlock {
    /// Id of the shard.
    #[doc(alias = "BlockId")]
    pub block_id: String,

    /// Port that the shard listens on.
    #[doc(alias = "BlockPort")]
    pub block_port: i64,

    /// Memory of the shard. Unit: GB.
    #[doc(alias = "BlockSize")]
    pub block_size: i64,

    /// State of the shard.
    #[doc(alias = "BlockState")]
    pub block_state: BlockState,

    /// First of the hash slots whose keys the shard holds. Only some zones send it.
    #[doc(alias = "BlockSlotBegin")]
    pub block_slot_begin: Option<i64>,

    /// Last of the hash slots whose keys the shard holds. Only some zones send it.
    #[doc(alias = "BlockSlotEnd")]
    pub block_slot_end: Option<i64>,

    /// Address by which the shard is reached.
    #[doc(alias = "BlockVip")]
    pub block_vip: Option<String>,

    /// Memory in use. Unit: MB.
    #[doc(alias = "BlockUsedSize")]
    pub block_used_size: Option<i64>,

    /// Role of the shard: primary or replica. Known values: `master`, `slave`.
    #[doc(alias = "BlockType")]
    pub block_type: Option<Role>,

    /// Weight of the shard if reads are distributed by weights (`ReadMode` is `Custom`).
    /// Range not documented by UCloud.
    #[doc(alias = "BlockReadWeight")]
    pub block_read_weight: Option<i64>,

    /// Name of the shard.
    #[doc(alias = "BlockName")]
    pub block_name: Option<String>,
}

impl_model!(UMemBlock);

impl Object for UMemBlock {
    fn required(&self) -> &'static [&'static str] {
        &["BlockId", "BlockPort", "BlockSize", "BlockState"]
    }

    fn optional(&self) -> &'static [&'static str] {
        &[
            "BlockSlotBegin",
            "BlockSlotEnd",
            "BlockVip",
            "BlockUsedSize",
            "BlockType",
            "BlockReadWeight",
            "BlockName",
        ]
    }

    fn member(&mut self, name: &str) -> Option<(usize, Slot<'_>)> {
        let slot = match name {
            "BlockId" => (0, Slot::Scalar(&mut self.block_id)),
            "BlockPort" => (1, Slot::Scalar(&mut self.block_port)),
            "BlockSize" => (2, Slot::Scalar(&mut self.block_size)),
            "BlockState" => (3, Slot::Scalar(&mut self.block_state)),
            "BlockSlotBegin" => (4, Slot::Scalar(&mut self.block_slot_begin)),
            "BlockSlotEnd" => (5, Slot::Scalar(&mut self.block_slot_end)),
            "BlockVip" => (6, Slot::Scalar(&mut self.block_vip)),
            "BlockUsedSize" => (7, Slot::Scalar(&mut self.block_used_size)),
            "BlockType" => (8, Slot::Scalar(&mut self.block_type)),
            "BlockReadWeight" => (9, Slot::Scalar(&mut self.block_read_weight)),
            "BlockName" => (10, Slot::Scalar(&mut self.block_name)),
            _ => return None,
        };
        Some(slot)
    }
}
