//! Scans of a Redis server for big and for hot keys.

use std::time::{Duration, Instant};

use redis::{Connection, RedisResult, Value, cmd};

use crate::scanned_key::{FoundKey, ScanKind};

/// Number of keys that a scan finds.
const MOST: usize = 10;
/// Keys that are looked at with one request.
const AT_ONCE: usize = 1000;
/// Longest time of a scan, which then shows the keys that it has found by then.
const LONGEST: Duration = Duration::from_secs(5);

/// Looks at the keys of database 0, and returns the first ones, largest first.
pub(super) fn scan(connection: &mut Connection, kind: ScanKind) -> RedisResult<Vec<FoundKey>> {
    let deadline = Instant::now() + LONGEST;
    let mut found = Vec::new();
    let mut cursor: u64 = 0;
    loop {
        let mut command = cmd("SCAN");
        command.arg(cursor).arg("COUNT").arg(AT_ONCE);
        let (next, keys): (u64, Vec<Vec<u8>>) = command.query(connection)?;
        let mut counts = redis::pipe();
        for key in &keys {
            match kind {
                ScanKind::Big => counts.cmd("MEMORY").arg("USAGE").arg(key),
                ScanKind::Hot => counts.cmd("OBJECT").arg("FREQ").arg(key),
            };
        }
        let counts: Vec<Value> =
            if keys.is_empty() { Vec::new() } else { counts.query(connection)? };
        found.extend(keys.iter().zip(counts).filter_map(|(key, count)| match count {
            Value::Int(count) => {
                Some(FoundKey { key: String::from_utf8_lossy(key).into_owned(), count })
            }
            // It is gone since.
            _ => None,
        }));
        found.sort_by(|a, b| (b.count, &a.key).cmp(&(a.count, &b.key)));
        // A scan may show a key twice.
        found.dedup();
        found.truncate(MOST);
        cursor = next;
        if cursor == 0 || Instant::now() >= deadline {
            return Ok(found);
        }
    }
}
