//! `Serialize` and `Deserialize` for regions and zones: their ids.

use std::borrow::Cow;

use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, Serializer};

use crate::region::{Region, Zone};
use crate::regions;

macro_rules! serialize_id {
    ($type:ident, $kind:literal, $all:expr) => {
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.id)
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let id = Cow::<str>::deserialize(deserializer)?;
                let known = $all.find(|known| known.id == id);
                known.copied().ok_or_else(|| {
                    D::Error::custom(format_args!(
                        "unknown {} {id:?}: expected an id in `ucloud_umem::regions::ALL`; read a \
                         `String` to take any",
                        $kind
                    ))
                })
            }
        }
    };
}

serialize_id!(Region, "region", regions::ALL.iter());
serialize_id!(Zone, "zone", regions::ALL.iter().flat_map(|region| region.zones));
