//! Settings of Redis that a configuration can have.

/// Settings by the names that Redis has for them.
pub(super) const KEYS: &[(&str, Values)] = &[
    ("activedefrag", Values::Words(&["no", "yes"])),
    ("appendfsync", Values::Words(&["always", "everysec", "no"])),
    ("appendonly", Values::Words(&["no", "yes"])),
    ("databases", Values::Number),
    ("hash-max-listpack-entries", Values::Number),
    ("hash-max-listpack-value", Values::Number),
    ("hash-max-ziplist-entries", Values::Number),
    ("hash-max-ziplist-value", Values::Number),
    ("hll-sparse-max-bytes", Values::Number),
    ("hz", Values::Number),
    ("latency-monitor-threshold", Values::Number),
    ("lazyfree-lazy-eviction", Values::Words(&["no", "yes"])),
    ("lazyfree-lazy-expire", Values::Words(&["no", "yes"])),
    ("lazyfree-lazy-server-del", Values::Words(&["no", "yes"])),
    ("lfu-decay-time", Values::Number),
    ("lfu-log-factor", Values::Number),
    ("list-compress-depth", Values::Number),
    ("list-max-ziplist-size", Values::Integer),
    ("lua-time-limit", Values::Number),
    ("maxclients", Values::Number),
    (
        "maxmemory-policy",
        Values::Words(&[
            "allkeys-lfu",
            "allkeys-lru",
            "allkeys-random",
            "noeviction",
            "volatile-lfu",
            "volatile-lru",
            "volatile-random",
            "volatile-ttl",
        ]),
    ),
    ("maxmemory-samples", Values::Number),
    ("notify-keyspace-events", Values::Letters("KEg$lshzxetdmnA")),
    ("set-max-intset-entries", Values::Number),
    ("slowlog-log-slower-than", Values::Integer),
    ("slowlog-max-len", Values::Number),
    ("stream-node-max-bytes", Values::Number),
    ("stream-node-max-entries", Values::Number),
    ("tcp-keepalive", Values::Number),
    ("timeout", Values::Number),
    ("zset-max-listpack-entries", Values::Number),
    ("zset-max-listpack-value", Values::Number),
    ("zset-max-ziplist-entries", Values::Number),
    ("zset-max-ziplist-value", Values::Number),
];

/// Values of a setting.
pub(super) enum Values {
    /// A whole number from 0.
    Number,
    /// A whole number.
    Integer,
    /// Any of these letters, in any order.
    Letters(&'static str),
    /// One of these.
    Words(&'static [&'static str]),
}

impl Values {
    pub(super) fn have(&self, value: &str) -> bool {
        match self {
            Self::Number => value.parse::<u32>().is_ok(),
            Self::Integer => value.parse::<i32>().is_ok(),
            Self::Letters(letters) => value.chars().all(|c| letters.contains(c)),
            Self::Words(words) => words.contains(&value),
        }
    }
}
