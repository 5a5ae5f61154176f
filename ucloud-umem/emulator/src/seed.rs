//! Seeds: resources that exist at the start of a test.

use std::collections::HashSet;

use crate::clock::Moment;
use crate::scope::Scope;
use crate::store::{Kinds, Store};

/// Maximum number of backups of one seeded space or Redis group.
pub(crate) const MOST_BACKUPS: u32 = 10_000;
/// Maximum number of seeded resources, backups included, since the last reset.
const MOST_RESOURCES: usize = 100_000;

/// Kind of a seeded resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SeedKind {
    /// A distributed Redis space.
    Space,
    /// A Redis group of a primary and a standby.
    Group,
    /// A Memcached group, which has no backups.
    MemcachedGroup,
}

/// Resource to be made.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Seed<'a> {
    pub(crate) kind: SeedKind,
    pub(crate) id: &'a str,
    pub(crate) backups: u32,
}

impl SeedKind {
    fn most_backups(self) -> u32 {
        match self {
            Self::Space | Self::Group => MOST_BACKUPS,
            Self::MemcachedGroup => 0,
        }
    }
}

impl Store {
    /// Adds resources with backups, one a day up to yesterday, and returns the ids of the backups
    /// of each, oldest first.
    ///
    /// Adds nothing and says why where one of them cannot be added.
    pub(crate) fn seed(
        &mut self,
        seeds: &[Seed<'_>],
        scope: &Scope,
        now: Moment,
    ) -> Result<Vec<Vec<String>>, String> {
        let sum = self.check_seeds(seeds)?;
        self.seeded += sum;
        let Self { kinds: Kinds { spaces, redis, memcached, .. }, ids, .. } = self;
        let made = seeds.iter().map(|seed| {
            let Seed { kind, id, backups } = *seed;
            ids.reserve(id);
            let scope = scope.clone();
            match kind {
                SeedKind::Space => spaces.seed(ids, id, scope, backups, now),
                SeedKind::Group => redis.seed(ids, id, scope, backups, now),
                SeedKind::MemcachedGroup => {
                    memcached.seed(ids, id, scope, now);
                    Vec::new()
                }
            }
        });
        Ok(made.collect())
    }

    /// Returns the number of resources, backups included.
    fn check_seeds(&self, seeds: &[Seed<'_>]) -> Result<usize, String> {
        let mut ids = HashSet::new();
        let mut sum = 0;
        for Seed { kind, id, backups } in seeds {
            if id.is_empty() {
                return Err("empty id: expected e.g. `uredis-abc`".to_owned());
            }
            let most = kind.most_backups();
            if *backups > most {
                return Err(format!("too many backups of `{id}`: expected from 0 to {most}"));
            }
            if !ids.insert(id) || self.is_used(id) {
                return Err(format!(
                    "id `{id}` already exists: choose another one, or reset the emulator first"
                ));
            }
            sum += 1 + usize::try_from(*backups).unwrap_or(usize::MAX / 2);
            if self.seeded + sum > MOST_RESOURCES {
                return Err(format!(
                    "too many resources with `{id}`: seeds may come to {MOST_RESOURCES}, backups included, until the \
                     emulator is reset"
                ));
            }
        }
        Ok(sum)
    }

    /// Returns true if a resource of any kind has this id.
    fn is_used(&self, id: &str) -> bool {
        let Kinds { spaces, redis, memcached, .. } = &self.kinds;
        spaces.spaces.has(id)
            || spaces.backups.has(id)
            || redis.groups.has(id)
            || redis.backups.has(id)
            || redis.configs.has(id)
            || memcached.groups.has(id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seed(id: &str, backups: u32) -> Seed<'_> {
        Seed { kind: SeedKind::Space, id, backups }
    }

    fn seeded(store: &mut Store, seeds: &[Seed<'_>]) -> Result<Vec<Vec<String>>, String> {
        let scope = Scope {
            project: "org".to_owned(),
            region: "cn-bj2".to_owned(),
            zone: "cn-bj2-05".to_owned(),
        };
        store.seed(seeds, &scope, Moment::from_millis(1 << 40))
    }

    #[test]
    fn the_sum_of_all_seeds_is_bounded() {
        let mut store = Store::default();
        let ids: Vec<_> = (0..9).map(|n| format!("uredis-{n}")).collect();
        let full: Vec<_> = ids.iter().map(|id| seed(id, MOST_BACKUPS)).collect();
        seeded(&mut store, &full).unwrap();
        // 9 × 10,001 are there, so that 9,991 are left.
        let error = seeded(&mut store, &[seed("a", 0), seed("b", 9_990)]).unwrap_err();
        assert!(error.contains("`b`") && error.contains("100000"), "{error}");
        assert!(!store.kinds.spaces.spaces.has("a"), "all or nothing");
        seeded(&mut store, &[seed("a", 0), seed("b", 9_989)]).unwrap();
        let error = seeded(&mut store, &[seed("c", 0)]).unwrap_err();
        assert!(error.contains("`c`"), "{error}");
    }

    #[test]
    fn an_id_is_seeded_once_and_never_given_out() {
        let mut store = Store::default();
        let made = seeded(&mut store, &[seed("umem-000030", 1), seed("a", 0)]).unwrap();
        assert_eq!((made[0].len(), made[1].len()), (1, 0));
        for (seeds, id) in [
            (&[seed("b", 0), seed("b", 1)][..], "`b`"),
            (&[Seed { kind: SeedKind::Group, ..seed("a", 0) }], "`a`"),
            (&[Seed { kind: SeedKind::MemcachedGroup, ..seed("a", 0) }], "`a`"),
            (&[seed(&made[0][0], 0)], &*format!("`{}`", made[0][0])),
            (&[seed("", 0)], "empty id"),
            (&[seed("c", MOST_BACKUPS + 1)], "`c`"),
            (&[Seed { kind: SeedKind::MemcachedGroup, ..seed("c", 1) }], "`c`"),
        ] {
            let error = seeded(&mut store, seeds).unwrap_err();
            assert!(error.contains(id), "{id}: {error}");
        }
        let given_out: Vec<_> = (0..60).map(|_| store.ids.new_id("umem")).collect();
        assert!(!given_out.contains(&"umem-000030".to_owned()));
        assert!(given_out.contains(&"umem-000031".to_owned()));
        assert!(given_out.windows(2).all(|pair| pair[0] != pair[1]), "{given_out:?}");
    }
}
