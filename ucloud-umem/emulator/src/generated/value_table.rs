// Written by `cargo xtask regenerate` from api-spec/enums/. Edit that instead.

//! Value sets of parameters.

pub(super) const BACKUP_REGION_TYPE: &[&str] = &["normal", "source", "target"];

pub(super) const BACKUP_STRATEGY_OPERATION: &[&str] = &["normal", "modify", "close"];

pub(super) const CHARGE_TYPE: &[&str] = &["Year", "Month", "Dynamic", "Trial"];

pub(super) const CONVERT_TYPE: &[&str] = &["HighPerformance", "Normal"];

pub(super) const DEFRAG_OPERATION: &[&str] = &["Once", "Open", "Close"];

pub(super) const FLUSH_TYPE: &[&str] = &["FlushDb", "FlushAll"];

pub(super) const HIGH_AVAILABILITY: &[&str] = &["enable", "disable"];

pub(super) const PROTOCOL: &[&str] = &["memcache", "redis"];

pub(super) const REDIS_PRODUCT_TYPE: &[&str] = &["MS_Redis", "S_Redis"];

pub(super) const RESOURCE_TYPE: &[&str] = &[
    "distributed",
    "single",
    "performance",
    "cluster",
    "g4v6",
];

pub(super) const SCAN_TYPE: &[&str] = &["ScanBigKeys", "ScanHotKeys"];

pub(super) const STANDBY: &[&str] = &["single", "double"];

pub(super) const TRANSFORM_TYPE: &[&str] = &["UNBind", "Bind"];
