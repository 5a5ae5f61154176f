//! Seeds: resources that exist at the start of a test.

pub(crate) mod backups;
mod check;
pub(crate) mod document;
mod files;
mod instance;
pub(crate) mod seeded;
mod value;

use crate::Error;
use crate::clock::Moment;
use crate::servers::Servers;
use crate::store::{Kinds, Store};
use document::SeedDocument;
use seeded::Seeded;

/// Returns the JSON Schema of seeds, draft 2020-12.
///
/// ```
/// let schema = umem_emulator::seed_schema();
/// assert!(schema.contains("https://json-schema.org/draft/2020-12/schema"));
/// ```
pub fn seed_schema() -> String {
    // A schema is JSON already.
    serde_json::to_string_pretty(&schemars::schema_for!(SeedDocument)).unwrap_or_default()
}

impl SeedDocument {
    /// Reads a document in YAML or JSON. The error names the line, and never shows the text of a
    /// password.
    pub(crate) fn read(text: &str) -> Result<Self, Error> {
        if text.trim().is_empty() {
            return Err(Error::new("empty document: expected e.g. `spaces: [{ id: umem-a }]`"));
        }
        if text.trim_start().starts_with('[') {
            return Err(Error::new(
                "invalid document at line 1: expected an object, e.g. `spaces: [{ id: umem-a }]`",
            ));
        }
        let is_json = serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok();
        if is_json {
            return serde_json::from_str(text).map_err(|error| Error::new(error.to_string()));
        }
        // Lines around an error might have passwords.
        let options = serde_saphyr::options! { with_snippet: false };
        serde_saphyr::from_str_with_options(text, options)
            .map_err(|error| Error::new(error.to_string()))
    }
}

impl Store {
    /// Adds resources, all of them or none, and returns their ids. The error names the field and
    /// what was expected. The servers start later, with the data that the seeds have.
    pub(crate) fn seed(
        &mut self,
        seeds: &SeedDocument,
        servers: &mut Servers,
        now: Moment,
    ) -> Result<Seeded, Error> {
        self.seeded += check::check(self, seeds, now, servers)?;
        check::given_ids(seeds).for_each(|(_, id)| self.ids.reserve(id));
        let Self { kinds, ids, .. } = self;
        let Kinds { spaces, redis, memcached, account, networks, roles, .. } = kinds;
        seeds.projects.iter().for_each(|seed| account.seed(seed, now));
        seeds.vpcs.iter().for_each(|seed| networks.seed(seed, now));
        seeds.roles.iter().for_each(|urn| roles.seed(urn));
        let made = Seeded {
            spaces: seeds.spaces.iter().map(|seed| spaces.seed(ids, seed, now)).collect(),
            redis_groups: seeds
                .redis_groups
                .iter()
                .map(|seed| redis.seed(ids, seed, now))
                .collect(),
            memcached_groups: seeds
                .memcached_groups
                .iter()
                .map(|seed| memcached.seed(ids, seed, now))
                .collect(),
        };
        let of_spaces = seeds.spaces.iter().map(|seed| (&seed.data, &seed.rdb));
        let of_groups = seeds.redis_groups.iter().map(|seed| (&seed.data, &seed.rdb));
        let of_caches = seeds.memcached_groups.iter().map(|seed| (&seed.data, &None));
        let made_ones = made.spaces.iter().chain(&made.redis_groups).chain(&made.memcached_groups);
        let all = of_spaces.chain(of_groups).chain(of_caches);
        for (id, (data, rdb)) in made_ones.map(|made| &made.id).zip(all) {
            if let Some(file) = rdb {
                servers.begin_with_file(id, file);
            }
            if let Some(data) = data {
                servers.begin_with(id, data);
            }
        }
        Ok(made)
    }

    /// Returns true if a resource of any kind has this id.
    fn is_used(&self, id: &str) -> bool {
        let Kinds { spaces, redis, memcached, account, networks, roles, .. } = &self.kinds;
        spaces.spaces.has(id)
            || spaces.backups.has(id)
            || redis.groups.has(id)
            || redis.backups.has(id)
            || redis.configs.has(id)
            || memcached.groups.has(id)
            || account.has_project(id)
            || networks.has(id)
            || roles.has(id)
    }
}

#[cfg(test)]
mod tests;
