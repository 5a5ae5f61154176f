//! Memcached groups are servers.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpStream;

use serde_json::{Value, json};
use umem_emulator::Emulator;

use crate::setup::{LONGEST, RealBox, port, program};

/// Sends lines and returns the first line of the response.
fn ask(row: &Value, lines: &str) -> std::io::Result<String> {
    let mut stream = TcpStream::connect(("127.0.0.1", port(row)))?;
    stream.set_read_timeout(Some(LONGEST))?;
    stream.write_all(lines.as_bytes())?;
    let mut line = String::new();
    BufReader::new(stream).read_line(&mut line)?;
    Ok(line.trim_end().to_owned())
}

#[tokio::test]
async fn a_group_is_a_server() {
    let Some(memcached) = program("memcached") else { return };
    let real = RealBox::build(Emulator::builder().memcached(memcached));
    let created = real.call("CreateUMemcacheGroup", json!({ "Name": "a-cache", "Size": 1 })).await;
    let group = json!({ "GroupId": created["GroupId"] });
    let row = async || {
        let listed = real.call("DescribeUMemcacheGroup", group.clone()).await;
        listed["DataSet"][0].clone()
    };
    let running = row().await;
    assert_eq!(running["State"], "Running");
    assert_eq!(ask(&running, "set key 0 0 5\r\nvalue\r\n").unwrap(), "STORED");
    let limit = |row: &Value| {
        let mut stream = TcpStream::connect(("127.0.0.1", port(row))).unwrap();
        stream.set_read_timeout(Some(LONGEST)).unwrap();
        stream.write_all(b"stats\r\n").unwrap();
        let lines = BufReader::new(stream).lines().map(Result::unwrap);
        lines.into_iter().find(|line| line.starts_with("STAT limit_maxbytes")).unwrap()
    };
    assert!(limit(&running).ends_with(&format!(" {}", 1_i64 << 30)));
    let resize = json!({ "GroupId": created["GroupId"], "Size": 2 });
    real.call("ResizeUMemcacheGroup", resize).await;
    assert!(limit(&running).ends_with(&format!(" {}", 2_i64 << 30)));
    assert!(ask(&running, "get key\r\n").unwrap().starts_with("VALUE"));
    assert_eq!(row().await["UsedSize"], 1);
    real.call("RestartUMemcacheGroup", group.clone()).await;
    assert_eq!(ask(&row().await, "get key\r\n").unwrap(), "END");
    real.call("DeleteUMemcacheGroup", group.clone()).await;
    assert!(ask(&running, "get key\r\n").is_err());
}

#[tokio::test]
async fn a_group_starts_with_the_data_of_its_seed_and_loses_it_at_a_restart() {
    let Some(memcached) = program("memcached") else { return };
    let real = RealBox::build(Emulator::builder().memcached(memcached));
    let seed = |data: Value| {
        let seeds = json!({ "memcached_groups": [{ "id": "umemcache-abc", "data": data }] });
        real.emulator.seed(&seeds.to_string()).map_err(|error| error.to_string())
    };
    for key in ["", "a b", "a\r\nflush_all", &"k".repeat(251)] {
        let error = seed(json!({ key: "value" })).unwrap_err();
        assert!(error.contains("memcached_groups[0].data: invalid value"), "{error}");
    }
    let no_server = "memcached_groups: [{ data: { key: value } }]";
    let error = Emulator::new().seed(no_server).unwrap_err().to_string();
    assert!(error.contains("--memcached"), "{error}");

    seed(json!({ "greeting": "你好\r\nEND", "empty": "" })).unwrap();
    let group = json!({ "GroupId": "umemcache-abc" });
    let row = real.call("DescribeUMemcacheGroup", group.clone()).await["DataSet"][0].clone();
    assert_eq!(ask(&row, "get greeting\r\n").unwrap(), "VALUE greeting 0 11");
    assert_eq!(ask(&row, "get empty\r\n").unwrap(), "VALUE empty 0 0");
    real.call("RestartUMemcacheGroup", group).await;
    assert_eq!(ask(&row, "get greeting\r\n").unwrap(), "END");
    assert_eq!(real.messages().len(), 1, "{:?}", real.messages());
}
