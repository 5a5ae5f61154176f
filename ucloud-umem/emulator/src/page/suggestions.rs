//! Ids of resources for fields that take one.

use crate::collection::Resource;
use crate::store::Kinds;

/// Ids that a field suggests.
const MOST: usize = 50;

/// Returns ids that a parameter of this name may have, the latest first.
pub(crate) fn suggestions(kinds: &Kinds, parameter: &str) -> Vec<String> {
    let Kinds { spaces, redis, memcached, .. } = kinds;
    let groups = || redis.groups.iter().rev().map(|group| group.instance.id.as_str());
    let caches = || memcached.groups.iter().rev().map(|group| group.instance.id.as_str());
    let all_spaces = || spaces.spaces.iter().rev();
    let space_ids = || all_spaces().map(|space| space.instance.id.as_str());
    let ids: Box<dyn Iterator<Item = &str>> = match parameter.trim_end_matches(".N") {
        "GroupId" => Box::new(groups().chain(caches())),
        "MasterGroupId" | "RollbackGroupId" => Box::new(groups()),
        "SpaceId" => Box::new(space_ids()),
        "ResourceId" => Box::new(groups().chain(space_ids()).chain(caches())),
        "BackupId" => {
            let of_spaces = spaces.backups.iter().rev().map(|backup| backup.id.as_str());
            Box::new(redis.backups.iter().rev().map(|backup| backup.id.as_str()).chain(of_spaces))
        }
        "ProxyId" => Box::new(
            all_spaces().flat_map(|space| space.proxies.iter().map(|proxy| proxy.id.as_str())),
        ),
        "BlockId" | "BlockIds" => Box::new(
            all_spaces().flat_map(|space| space.shards.iter().map(|shard| shard.id.as_str())),
        ),
        "ConfigId" => Box::new(redis.configs.iter().rev().map(Resource::id)),
        _ => return Vec::new(),
    };
    ids.take(MOST).map(str::to_owned).collect()
}
