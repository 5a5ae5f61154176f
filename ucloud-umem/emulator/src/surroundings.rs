//! Seeds of what UMem needs: projects, networks and roles.

use crate::clock::Time;
use crate::error::{Error, Result};
use crate::store::Kinds;
use crate::{Emulator, home};

impl Emulator {
    /// Adds a project to those that `GetProjectList` lists. Calls in other projects are executed
    /// too.
    ///
    /// Fails if the id is empty or already exists.
    pub fn seed_project(&self, id: &str, name: &str) -> Result<()> {
        self.seed_kinds(|kinds, time| kinds.account.add_project(id, name, time.now))
    }

    /// Adds a VPC with these subnets to the default project, in the region `cn-bj2`.
    ///
    /// Fails if an id is empty or already exists, and without a subnet.
    pub fn seed_vpc<S: Into<String>>(
        &self,
        id: &str,
        subnets: impl IntoIterator<Item = S>,
    ) -> Result<()> {
        let subnets = subnets.into_iter().map(Into::into).collect();
        self.seed_kinds(|kinds, time| kinds.networks.add_vpc(id, subnets, home(), time.now))
    }

    /// Adds a role, by its URN, whose credentials `AssumeRole` returns.
    ///
    /// Fails if the URN is empty or already exists.
    pub fn seed_role(&self, urn: &str) -> Result<()> {
        self.seed_kinds(|kinds, _| kinds.roles.add(urn))
    }

    fn seed_kinds(&self, add: impl FnOnce(&mut Kinds, Time) -> Result<(), String>) -> Result<()> {
        self.with(|store, time| add(&mut store.kinds, time)).map_err(Error::new)?;
        self.changed();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_seeded_once() {
        let emulator = Emulator::new();
        emulator.seed_project("org-a", "orders").unwrap();
        emulator.seed_role("ucs:iam::1:role/a").unwrap();
        emulator.seed_vpc("uvnet-a", ["subnet-a"]).unwrap();
        for (seeded, named) in [
            (emulator.seed_project("org-a", "other"), "`org-a`"),
            (emulator.seed_project("org-emulator", ""), "`org-emulator`"),
            (emulator.seed_project("", ""), "empty id"),
            (emulator.seed_role("ucs:iam::1:role/a"), "`ucs:iam::1:role/a`"),
            (emulator.seed_role(""), "empty id"),
            (emulator.seed_vpc("uvnet-a", ["subnet-b"]), "`uvnet-a`"),
            (emulator.seed_vpc("uvnet-b", ["subnet-b", "subnet-a"]), "`subnet-a`"),
            (emulator.seed_vpc("uvnet-b", ["subnet-b", "subnet-b"]), "`subnet-b`"),
            (emulator.seed_vpc("uvnet-b", ["subnet-emulator"]), "`subnet-emulator`"),
            (emulator.seed_vpc("uvnet-b", [""]), "empty id"),
            (emulator.seed_vpc("uvnet-b", [""; 0]), "without a subnet"),
        ] {
            let error = seeded.unwrap_err().to_string();
            assert!(error.contains(named), "{error}");
        }
        emulator.seed_vpc("uvnet-b", ["subnet-b"]).unwrap();
        emulator.reset();
        emulator.seed_project("org-a", "orders").unwrap();
    }
}
