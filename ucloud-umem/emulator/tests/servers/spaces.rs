//! Spaces are servers too.

use base64::prelude::{BASE64_STANDARD, Engine as _};
use serde_json::json;

use crate::setup::{RealBox, ask, call, connect, port, space, try_connect};

#[tokio::test]
async fn a_space_is_one_server() {
    let Some(real) = RealBox::with_redis() else { return };
    let client = &real.client;
    let order = json!({ "Name": "a-space", "Size": 16, "BlockCnt": 2 });
    let created = call(client, "CreateUMemSpace", order).await;
    let id = created["SpaceId"].as_str().unwrap();
    let row = space(client, id).await;
    let proxy = json!({ "SpaceId": id, "CPU": 2, "ProxyCnt": 2 });
    call(client, "CreateUDRedisUhproxy", proxy).await;
    let addresses = space(client, id).await["Address"].as_array().unwrap().clone();
    assert_eq!(addresses.len(), 2);
    assert!(addresses.iter().all(|address| address["Port"] == port(&row)), "{addresses:?}");
    let mut connection = connect(&row, "");
    assert!(ask(&mut connection, "CONFIG GET maxmemory").contains("17179869184"));
    let listed =
        call(client, "DescribeUMem", json!({ "Protocol": "redis", "ResourceId": id })).await;
    assert_eq!(listed["DataSet"][0]["Address"][0]["Port"], port(&row));
    let proxies = call(client, "DescribeUDRedisProxyInfo", json!({ "SpaceId": id })).await;
    let proxy = json!({ "SpaceId": id, "ProxyId": proxies["DataSet"][0]["ProxyId"] });
    let clients = call(client, "DescribeUDRedisProxyClientList", proxy).await;
    assert_eq!(clients["Count"], 1);
    assert_eq!(clients["ProxyClientList"][0]["Ip"], "127.0.0.1");

    let password = BASE64_STANDARD.encode("the-password");
    call(client, "ModifyUMemPassword", json!({ "SpaceId": id, "Password": password })).await;
    assert!(try_connect(&row, "").is_err());
    connect(&row, "the-password");
}

#[tokio::test]
async fn a_resize_below_the_used_size_is_refused() {
    let Some(real) = RealBox::with_redis() else { return };
    let client = &real.client;
    let order = json!({ "Name": "a-space", "Size": 8, "BlockCnt": 1 });
    let created = call(client, "CreateUMemSpace", order).await;
    let id = created["SpaceId"].as_str().unwrap();
    let mut connection = connect(&space(client, id).await, "");
    // A bitmap takes its memory without any traffic.
    for n in 0..9 {
        ask(&mut connection, &format!("SETBIT bits{n} 4294967295 1"));
    }
    let shards = json!({ "SpaceId": id, "Offset": 0, "Limit": 1 });
    let shards = call(client, "DescribeUMemBlockInfo", shards).await;
    let shard = &shards["DataSet"][0]["BlockId"];
    let resize = json!({ "SpaceId": id, "BlockId": shard, "BlockSize": 4 });
    let refused = real.refused("ResizeUDRedisBlockSize", resize.clone()).await;
    assert!(refused.contains("the data is larger"), "{refused}");
    ask(&mut connection, "FLUSHALL");
    call(client, "ResizeUDRedisBlockSize", resize).await;
}
