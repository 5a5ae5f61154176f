//! Seeds of what UMem needs: projects, networks and roles.

use crate::Emulator;
use crate::error::Result;
use crate::seed::document::{ProjectSeed, SeedDocument, VpcSeed};

impl Emulator {
    /// Adds a project to those that `GetProjectList` lists. Calls in other projects are executed
    /// too. Fails like [`seed`](Self::seed).
    pub fn seed_project(&self, id: &str, name: &str) -> Result<()> {
        let project = ProjectSeed { id: id.to_owned(), name: Some(name.to_owned()) };
        let seeds = SeedDocument { projects: vec![project], ..SeedDocument::default() };
        self.add_seeds(&seeds).map(drop)
    }

    /// Adds a VPC with these subnets to the default project, in the region `cn-bj2`. Fails like
    /// [`seed`](Self::seed), and without a subnet.
    pub fn seed_vpc<S: Into<String>>(
        &self,
        id: &str,
        subnets: impl IntoIterator<Item = S>,
    ) -> Result<()> {
        let subnets = subnets.into_iter().map(Into::into).collect();
        let vpc = VpcSeed { id: id.to_owned(), name: None, subnets, project: None, region: None };
        let seeds = SeedDocument { vpcs: vec![vpc], ..SeedDocument::default() };
        self.add_seeds(&seeds).map(drop)
    }

    /// Adds a role, by its URN, whose credentials `AssumeRole` returns. Fails like
    /// [`seed`](Self::seed).
    pub fn seed_role(&self, urn: &str) -> Result<()> {
        let seeds = SeedDocument { roles: vec![urn.to_owned()], ..SeedDocument::default() };
        self.add_seeds(&seeds).map(drop)
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
            (emulator.seed_project("", ""), "1 to 100"),
            (emulator.seed_role("ucs:iam::1:role/a"), "`ucs:iam::1:role/a`"),
            (emulator.seed_role(""), "1 to 100"),
            (emulator.seed_vpc("uvnet-a", ["subnet-b"]), "`uvnet-a`"),
            (emulator.seed_vpc("uvnet-b", ["subnet-b", "subnet-a"]), "`subnet-a`"),
            (emulator.seed_vpc("uvnet-b", ["subnet-b", "subnet-b"]), "`subnet-b`"),
            (emulator.seed_vpc("uvnet-b", ["subnet-emulator"]), "`subnet-emulator`"),
            (emulator.seed_vpc("uvnet-b", [""]), "1 to 100"),
            (emulator.seed_vpc("uvnet-b", [""; 0]), "vpcs[0].subnets"),
        ] {
            let error = seeded.unwrap_err().to_string();
            assert!(error.contains(named), "{error}");
        }
        emulator.seed_vpc("uvnet-b", ["subnet-b"]).unwrap();
        emulator.reset();
        emulator.seed_project("org-a", "orders").unwrap();
    }
}
