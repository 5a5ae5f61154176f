//! RDB files that seeds name.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;

use super::document::SeedDocument;
use crate::Error;

/// Start of each RDB file.
const MAGIC: &[u8] = b"REDIS";

impl SeedDocument {
    /// Makes relative paths of files relative to this folder.
    pub(crate) fn resolve_paths(&mut self, folder: &Path) {
        let spaces = self.spaces.iter_mut().map(|seed| &mut seed.rdb);
        let groups = self.redis_groups.iter_mut().map(|seed| &mut seed.rdb);
        for path in spaces.chain(groups).flatten() {
            *path = folder.join(&*path);
        }
    }

    /// Refuses paths of files: callers over HTTP may be anybody on this machine, and cannot have
    /// its files read.
    pub(crate) fn refuse_paths(&self) -> Result<(), Error> {
        let spaces = self.spaces.iter().map(|seed| &seed.rdb).enumerate();
        let spaces = spaces.map(|(index, rdb)| (format!("spaces[{index}]"), rdb));
        let groups = self.redis_groups.iter().map(|seed| &seed.rdb).enumerate();
        let groups = groups.map(|(index, rdb)| (format!("redis_groups[{index}]"), rdb));
        match spaces.chain(groups).find(|(_, rdb)| rdb.is_some()) {
            Some((path, _)) => Err(Error::new(format!(
                "{path}.rdb: files are not read for callers over HTTP, who are not trusted with them: use \
                 --seed-file, or `data`"
            ))),
            None => Ok(()),
        }
    }
}

/// Refuses what is not an RDB file.
pub(super) fn check(field: &str, file: &Path) -> Result<(), Error> {
    let shown = file.display();
    match is_rdb(file) {
        Ok(true) => Ok(()),
        Ok(false) => Err(Error::new(format!(
            "{field}: invalid file `{shown}`: expected an RDB file of Redis, which begins with `REDIS`"
        ))),
        Err(error) => Err(Error::new(format!("{field}: cannot read file `{shown}`: {error}"))),
    }
}

fn is_rdb(file: &Path) -> io::Result<bool> {
    // Opening a pipe might never end.
    if !fs::metadata(file)?.is_file() {
        return Ok(false);
    }
    let limit = u64::try_from(MAGIC.len()).unwrap_or(u64::MAX);
    let mut start = Vec::new();
    File::open(file)?.take(limit).read_to_end(&mut start)?;
    Ok(start == MAGIC)
}
