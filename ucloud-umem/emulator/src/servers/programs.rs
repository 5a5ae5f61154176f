//! Programs of real servers.

use std::fmt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::thread;
use std::time::{Duration, Instant};

/// Longest time for a program to print its version.
const LONGEST: Duration = Duration::from_secs(5);
const PAUSE: Duration = Duration::from_millis(2);

/// Kind of a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ServerKind {
    Redis,
    Memcached,
}

impl fmt::Display for ServerKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Redis => "Redis",
            Self::Memcached => "Memcached",
        })
    }
}

/// Programs to choose from, by kind and version.
#[derive(Clone, Debug, Default)]
pub(crate) struct Programs(Vec<Program>);

#[derive(Clone, Debug)]
struct Program {
    kind: ServerKind,
    path: PathBuf,
    /// Version of UMem that it is for; if there is none, the version that it reports.
    stands_for: Option<String>,
    /// Version that it reports, such as `7.0.15`. It is asked once.
    reported: OnceLock<Option<String>>,
}

/// Program for an instance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Chosen {
    pub(super) path: PathBuf,
    /// Version that it reports; `unknown` if it reports none.
    pub(super) version: String,
    /// True if it is for the wanted version.
    pub(super) fits: bool,
}

impl Programs {
    /// Adds a program, for a version of UMem or for the version that it reports.
    pub(crate) fn add(&mut self, kind: ServerKind, version: Option<String>, path: PathBuf) {
        self.0.push(Program { kind, path, stands_for: version, reported: OnceLock::new() });
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns true if there is a program of this kind.
    pub(super) fn have(&self, kind: ServerKind) -> bool {
        self.0.iter().any(|program| program.kind == kind)
    }

    /// Chooses the program for a version: one that is for it, else the next newer one, else the
    /// newest.
    pub(super) fn choose(&self, kind: ServerKind, wanted: &str) -> Option<Chosen> {
        let of_kind = || self.0.iter().filter(|program| program.kind == kind);
        let fitting = of_kind().find(|program| program.is_for(wanted));
        let next = || {
            let newer = of_kind().filter(|program| program.order() >= order(wanted));
            newer.min_by_key(|program| program.order())
        };
        let newest = || of_kind().max_by_key(|program| program.order());
        let program = fitting.or_else(next).or_else(newest)?;
        Some(Chosen {
            path: program.path.clone(),
            version: program.reported().unwrap_or("unknown").to_owned(),
            fits: fitting.is_some(),
        })
    }
}

impl Program {
    fn is_for(&self, wanted: &str) -> bool {
        let version = self.stands_for.as_deref().or_else(|| self.reported()).unwrap_or_default();
        let rest = version.strip_prefix(wanted);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    }

    fn order(&self) -> Vec<u32> {
        order(self.stands_for.as_deref().or_else(|| self.reported()).unwrap_or_default())
    }

    fn reported(&self) -> Option<&str> {
        self.reported.get_or_init(|| reported(&self.path)).as_deref()
    }
}

/// Returns the numbers of a version.
fn order(version: &str) -> Vec<u32> {
    version.split('.').map(|number| number.parse().unwrap_or(0)).collect()
}

/// Asks a program for its version, such as `Redis server v=7.0.15 sha=...` or `memcached 1.6.18`.
fn reported(path: &Path) -> Option<String> {
    let mut command = Command::new(path);
    command.arg("--version").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().ok()?;
    let deadline = Instant::now() + LONGEST;
    while child.try_wait().ok()?.is_none() {
        if Instant::now() >= deadline {
            // It may have ended just now.
            _ = child.kill();
        }
        thread::sleep(PAUSE);
    }
    let output = child.wait_with_output().ok()?;
    version_in(&String::from_utf8_lossy(&output.stdout)).map(str::to_owned)
}

fn version_in(text: &str) -> Option<&str> {
    let words = text.split_whitespace().map(|word| word.strip_prefix("v=").unwrap_or(word));
    words
        .into_iter()
        .find(|word| word.starts_with(|c: char| c.is_ascii_digit()) && word.contains('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn programs(versions: &[(Option<&str>, &str)]) -> Programs {
        let program = |(stands_for, reported): &(Option<&str>, &str)| Program {
            kind: ServerKind::Redis,
            path: format!("/redis-{reported}").into(),
            stands_for: stands_for.map(str::to_owned),
            reported: OnceLock::from(Some((*reported).to_owned())),
        };
        Programs(versions.iter().map(program).collect())
    }

    #[test]
    fn a_version_runs_on_the_program_that_is_for_it_or_on_the_nearest() {
        let programs = programs(&[(None, "7.0.15"), (None, "5.0.14"), (Some("6.0"), "6.2.1")]);
        for (wanted, version, fits) in [
            ("7.0", "7.0.15", true),
            ("6.0", "6.2.1", true),
            ("5.0", "5.0.14", true),
            ("3.2", "5.0.14", false),
            ("8.0", "7.0.15", false),
            ("7", "7.0.15", true),
        ] {
            let chosen = programs.choose(ServerKind::Redis, wanted).unwrap();
            assert_eq!((&*chosen.version, chosen.fits), (version, fits), "{wanted}");
        }
        assert_eq!(programs.choose(ServerKind::Memcached, "1.4.31"), None);
    }

    #[test]
    fn versions_are_read_from_what_programs_print() {
        let redis = "Redis server v=7.0.15 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64";
        assert_eq!(version_in(redis), Some("7.0.15"));
        assert_eq!(version_in("memcached 1.6.18\n"), Some("1.6.18"));
        assert_eq!(version_in("no number"), None);
        assert_eq!(reported(Path::new("/nowhere/redis-server")), None);
    }
}
