//! Value sets of the API that state files and seeds are checked against.

pub(crate) use ucloud_umem::enums::{
    ChargeType, InstanceState, Protocol, ProxyState, ReplicaState, UMemBackupState,
    UMemcacheGroupState, URedisBackupState,
};

/// Value set of the API.
pub(crate) trait Words: 'static {
    /// Returns the words as the API spells them.
    fn words() -> Vec<&'static str>;
}

macro_rules! impl_words {
    ($($name:ident),*) => {$(
        impl Words for $name {
            fn words() -> Vec<&'static str> {
                Self::VALUES.iter().map(Self::as_str).collect()
            }
        }
    )*};
}

impl_words!(
    ChargeType,
    InstanceState,
    Protocol,
    ProxyState,
    ReplicaState,
    UMemBackupState,
    UMemcacheGroupState,
    URedisBackupState
);
