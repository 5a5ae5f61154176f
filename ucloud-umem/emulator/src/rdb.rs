//! Backup files in the format of Redis.

/// The format of Redis 5 and 6, which every later one reads.
const MAGIC: &[u8] = b"REDIS0009";

const AUX: u8 = 0xfa;
const SELECT_DATABASE: u8 = 0xfe;
const END: u8 = 0xff;
const STRING: u8 = 0;

/// The polynomial of Redis's CRC-64 ("Jones"), the lowest bit first.
const POLYNOMIAL: u64 = 0x95ac_9329_ac4b_c9b5;

/// Returns a file with one database of these keys and values.
pub(crate) fn file(entries: &[(&str, &str)]) -> Vec<u8> {
    let mut file = MAGIC.to_vec();
    for (name, value) in [("redis-ver", "6.0.0"), ("redis-bits", "64")] {
        file.push(AUX);
        text(&mut file, name);
        text(&mut file, value);
    }
    file.push(SELECT_DATABASE);
    length(&mut file, 0);
    for (key, value) in entries {
        file.push(STRING);
        text(&mut file, key);
        text(&mut file, value);
    }
    file.push(END);
    let sum = checksum(&file);
    file.extend(sum.to_le_bytes());
    file
}

fn text(file: &mut Vec<u8>, text: &str) {
    length(file, text.len());
    file.extend(text.bytes());
}

/// Writes a length in one, two or five bytes; the first two bits say how many.
#[expect(clippy::cast_possible_truncation, reason = "the low bytes are what is wanted")]
fn length(file: &mut Vec<u8>, length: usize) {
    match length {
        0..0x40 => file.push(length as u8),
        0x40..0x4000 => file.extend([0x40 | (length >> 8) as u8, length as u8]),
        _ => {
            file.push(0x80);
            file.extend((length as u32).to_be_bytes());
        }
    }
}

fn checksum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |mut sum, byte| {
        sum ^= u64::from(*byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 { (sum >> 1) ^ POLYNOMIAL } else { sum >> 1 };
        }
        sum
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_that_of_redis() {
        // The value that Redis's own sources give for its check.
        assert_eq!(checksum(b"123456789"), 0xe9c6_d914_c4b8_d9ca);
    }

    #[test]
    fn a_file_is_as_redis_reads_it() {
        let long = "x".repeat(0x4000);
        let entries = [("a", "1"), ("b", &long[..0x3f]), ("c", &long[..0x40]), ("d", &long)];
        let file = file(&entries);
        let mut rest = &file[..];
        let mut take = |bytes: &[u8]| {
            assert!(rest.starts_with(bytes), "{bytes:x?} in {:x?}", &rest[..9]);
            rest = &rest[bytes.len()..];
        };
        take(b"REDIS0009");
        take(b"\xfa\x09redis-ver\x056.0.0\xfa\x0aredis-bits\x0264\xfe\x00");
        take(b"\x00\x01a\x011\x00\x01b\x3f");
        take(&long.as_bytes()[..0x3f]);
        take(b"\x00\x01c\x40\x40");
        take(&long.as_bytes()[..0x40]);
        take(b"\x00\x01d\x80\x00\x00\x40\x00");
        take(long.as_bytes());
        take(b"\xff");
        assert_eq!(rest.len(), 8);
        // Read on over its own sum, the checksum comes to nothing.
        assert_eq!(checksum(&file), 0);
    }
}
