//! `Serialize` and `Deserialize` for regions and zones: their ids.

use std::borrow::Cow;

use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, Serializer};

use crate::region::{Region, Zone};
use crate::regions;

impl Serialize for Region {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id)
    }
}

impl<'de> Deserialize<'de> for Region {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let id = Cow::<str>::deserialize(deserializer)?;
        let region = regions::ALL.iter().find(|region| region.id == id);
        region.copied().ok_or_else(|| unknown("region", &id))
    }
}

impl Serialize for Zone {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id)
    }
}

impl<'de> Deserialize<'de> for Zone {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let id = Cow::<str>::deserialize(deserializer)?;
        let mut zones = regions::ALL.iter().flat_map(|region| region.zones);
        let zone = zones.find(|zone| zone.id == id);
        zone.copied().ok_or_else(|| unknown("zone", &id))
    }
}

fn unknown<E: Error>(what: &str, id: &str) -> E {
    E::custom(format_args!(
        "unknown {what} {id:?}: expected an id in `ucloud_umem::regions::ALL`; read a `String` to take any"
    ))
}
