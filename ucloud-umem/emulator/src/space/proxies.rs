//! Actions on the proxies of distributed Redis spaces.

use std::collections::BTreeMap;

use super::Spaces;
use super::proxy::{PORT, Proxy};
use super::state::Space;
use crate::call::Call;
use crate::context::{Behaviour, Context};
use crate::refusal::Refusal;
use crate::response::{Attributes, attributes};

pub(crate) const BEHAVIOURS: &[(&str, Behaviour<Spaces>)] = &[
    ("CreateUDRedisUhproxy", create),
    ("DeleteUDRedisProxy", delete),
    ("DescribeUDRedisProxyClientList", clients),
    ("DescribeUDRedisProxyInfo", describe),
    ("ResizeUhproxy", resize),
];

/// Maximum number of proxies of a space, so that one call cannot fill the memory.
pub(crate) const MOST: usize = 64;
/// Applications that use every proxy, and how many connections each has.
pub(crate) const CLIENTS: &[(&str, i64)] = &[("10.200.0.1", 16), ("10.200.0.2", 8)];

/// Returns the proxy of the space that the call names.
fn named<'a>(space: &'a mut Space, call: &Call) -> Result<&'a mut Proxy, Refusal> {
    let id = call.required("ProxyId")?;
    let mut proxies = space.proxies.iter_mut();
    let found = proxies.find(|proxy| proxy.id == id);
    found.ok_or_else(|| Refusal::no_such_resource("ProxyId", id))
}

/// Returns the proxy that the call names. Space and proxy must be running.
fn named_normal<'a>(
    context: &'a mut Context<'_, Spaces>,
    call: &Call,
) -> Result<&'a mut Proxy, Refusal> {
    let space = context.store.spaces.named_mut(call, "SpaceId")?;
    space.expect_running(context.time)?;
    let proxy = named(space, call)?;
    proxy.expect_normal(context.time)?;
    Ok(proxy)
}

fn create(context: &mut Context<'_, Spaces>, call: &Call) -> Result<Attributes, Refusal> {
    let cores = call.required_within("CPU", 1..=i64::MAX)?;
    let port = call.port("Port")?.unwrap_or(PORT);
    let count = call.count("ProxyCnt", 1)?;
    let space = context.store.spaces.named(call, "SpaceId")?;
    space.expect_running(context.time)?;
    if count == 0 || count > MOST.saturating_sub(space.proxies.len()) {
        return Err(Refusal::unusable("ProxyCnt", &count.to_string()));
    }
    let mut new = || Proxy::new(cores, port, context.time.now, context.ids);
    let proxies: Vec<_> = (0..count).map(|_| new()).collect();
    let first = proxies.first().map(|proxy| proxy.id.clone());
    context.store.spaces.named_mut(call, "SpaceId")?.proxies.extend(proxies);
    Ok(attributes([("ResourceId", first.into())]))
}

fn delete(context: &mut Context<'_, Spaces>, call: &Call) -> Result<Attributes, Refusal> {
    let time = context.time;
    named_normal(context, call)?.delete(time);
    Ok(Attributes::new())
}

fn resize(context: &mut Context<'_, Spaces>, call: &Call) -> Result<Attributes, Refusal> {
    let to = call.required_within("NewCPU", 1..=i64::MAX)?;
    let now = context.time.now;
    named_normal(context, call)?.resize(to, now);
    Ok(Attributes::new())
}

/// Lists the proxies of a space. An unknown space has none.
fn describe(context: &mut Context<'_, Spaces>, call: &Call) -> Result<Attributes, Refusal> {
    let space = context.store.spaces.named(call, "SpaceId").ok();
    let proxies =
        space.into_iter().flat_map(|space| space.proxies.iter().map(move |proxy| (space, proxy)));
    call.page(proxies, |(space, proxy)| space.proxy_attributes(proxy, context.time))
}

/// Clients are connected as long as the proxy works.
fn clients(context: &mut Context<'_, Spaces>, call: &Call) -> Result<Attributes, Refusal> {
    let space = context.store.spaces.named_mut(call, "SpaceId")?;
    let id = space.instance.id.clone();
    let works = named(space, call)?.expect_normal(context.time).is_ok();
    let mut clients = BTreeMap::new();
    match context.servers.clients(&id).filter(|_| works) {
        Some(real) => real.into_iter().for_each(|ip| *clients.entry(ip).or_default() += 1),
        None if works => clients.extend(CLIENTS.iter().map(|(ip, n)| ((*ip).to_owned(), *n))),
        None => {}
    }
    let count: i64 = clients.values().sum();
    let list: Vec<_> = clients
        .into_iter()
        .map(|(ip, count)| attributes([("Ip", ip.into()), ("ConnCnt", count.into())]))
        .collect();
    Ok(attributes([
        ("Count", count.into()),
        ("ProxyClientList", list.into()),
        ("Time", context.time.now.unix_seconds().into()),
    ]))
}

#[cfg(test)]
pub(crate) mod tests {
    use serde_json::Value;

    use crate::coverage::Coverage;

    const SPACE: (&str, &str) = ("SpaceId", "umem-a");
    const CORES: (&str, &str) = ("CPU", "2");

    fn proxies(run: &mut Coverage) -> Vec<Value> {
        let response = run.call("DescribeUDRedisProxyInfo", &[SPACE]);
        response["DataSet"].as_array().unwrap().clone()
    }

    fn state(run: &mut Coverage) -> Value {
        proxies(run)[0]["State"].clone()
    }

    /// Makes a space with one running proxy, and returns the proxy's id.
    fn with_proxy() -> (Coverage, String) {
        let mut run = Coverage::default();
        run.seed_space("umem-a", 0);
        run.call("CreateUDRedisUhproxy", &[SPACE, CORES]);
        run.step();
        let id = proxies(&mut run)[0]["ProxyId"].as_str().unwrap().to_owned();
        (run, id)
    }

    pub(crate) fn scenario(run: &mut Coverage) {
        let order = [("Name", "a-space"), ("Size", "8"), ("ClusterMode", "RWMode")];
        let space = run.call("CreateUMemSpace", &order)["SpaceId"].clone();
        let space = ("SpaceId", space.as_str().unwrap());
        run.step();
        let order = [space, CORES, ("Port", "7001"), ("ProxyCnt", "2")];
        let created = run.call("CreateUDRedisUhproxy", &order)["ResourceId"].clone();
        let listed = run.first("DescribeUDRedisProxyInfo", &[space]);
        assert_eq!(listed["ResourceId"], created);
        assert_eq!(listed["State"], "PROXY_CREATING");
        assert_eq!((&listed["ReadMode"], &listed["ReadOnly"]), (&"Uniform".into(), &false.into()));
        run.step();
        let id = ("ProxyId", listed["ProxyId"].as_str().unwrap());
        let clients = run.call("DescribeUDRedisProxyClientList", &[space, id]);
        let list = clients["ProxyClientList"].as_array().unwrap();
        let sum: i64 = list.iter().map(|client| client["ConnCnt"].as_i64().unwrap()).sum();
        assert_eq!((list.len(), &clients["Count"]), (2, &sum.into()));
        assert_eq!(clients["Time"], run.emulator().clock().now().unix_seconds());
        run.call("ResizeUhproxy", &[space, id, ("NewCPU", "4")]);
        run.step();
        run.step();
        run.call("DeleteUDRedisProxy", &[space, id]);
        run.step();
        let left = run.call("DescribeUDRedisProxyInfo", &[space])["DataSet"].clone();
        assert_eq!(left.as_array().unwrap().len(), 1);
        assert_ne!(left[0]["ResourceId"], created);
    }

    #[test]
    fn new_cores_count_after_two_steps() {
        let (mut run, id) = with_proxy();
        let proxy = ("ProxyId", id.as_str());
        run.call("ResizeUhproxy", &[SPACE, proxy, ("NewCPU", "8")]);
        assert_eq!(state(&mut run), "PROXY_INIT_RESIZE");
        run.refuses("DeleteUDRedisProxy", &[SPACE, proxy], 20204, &id);
        let clients = run.call("DescribeUDRedisProxyClientList", &[SPACE, proxy]);
        assert_eq!(clients["Count"], 0);
        run.step();
        assert_eq!(
            (state(&mut run), &proxies(&mut run)[0]["CPU"]),
            ("PROXY_RESIZING".into(), &2.into())
        );
        run.refuses("ResizeUhproxy", &[SPACE, proxy, ("NewCPU", "4")], 20204, &id);
        run.step();
        assert_eq!(
            (state(&mut run), &proxies(&mut run)[0]["CPU"]),
            ("PROXY_NORMAL".into(), &8.into())
        );
    }

    #[test]
    fn a_deleted_proxy_is_closed_and_then_gone() {
        let (mut run, id) = with_proxy();
        let proxy = [SPACE, ("ProxyId", id.as_str())];
        run.call("DeleteUDRedisProxy", &proxy);
        assert_eq!(state(&mut run), "PROXY_CLOSED");
        run.refuses("DeleteUDRedisProxy", &proxy, 20204, "PROXY_CLOSED");
        run.step();
        assert_eq!(proxies(&mut run), [Value::Null; 0]);
        run.refuses("DeleteUDRedisProxy", &proxy, 230, "[ProxyId]");
        run.refuses("DescribeUDRedisProxyClientList", &proxy, 230, "[ProxyId]");
    }

    #[test]
    fn the_id_that_an_order_gives_is_the_one_that_others_take() {
        let mut run = Coverage::default();
        run.seed_space("umem-a", 0);
        let ordered = run.call("CreateUDRedisUhproxy", &[SPACE, CORES]);
        run.step();
        let proxy = ("ProxyId", ordered["ResourceId"].as_str().unwrap());
        run.call("DescribeUDRedisProxyClientList", &[SPACE, proxy]);
        run.call("ResizeUhproxy", &[SPACE, proxy, ("NewCPU", "4")]);
        run.step();
        run.step();
        assert_eq!(proxies(&mut run)[0]["CPU"], 4);
        run.call("DeleteUDRedisProxy", &[SPACE, proxy]);
        run.step();
        assert_eq!(proxies(&mut run), [Value::Null; 0]);
    }

    #[test]
    fn what_a_proxy_cannot_be_is_named() {
        let (mut run, id) = with_proxy();
        run.seed_space("umem-b", 0);
        for (parameter, ret_code, named) in [
            (("CPU", "0"), 230, "[CPU]"),
            (("Port", "0"), 230, "[Port]"),
            (("ProxyCnt", "0"), 230, "[ProxyCnt]"),
            (("ProxyCnt", "64"), 230, "[ProxyCnt]"),
            (("SpaceId", "umem-x"), 230, "[SpaceId]"),
            (("ProjectId", "org-other"), 230, "[SpaceId]"),
        ] {
            let pairs = [SPACE, CORES, parameter];
            run.refuses("CreateUDRedisUhproxy", &pairs, ret_code, named);
        }
        run.call("CreateUDRedisUhproxy", &[SPACE, CORES, ("ProxyCnt", "63")]);
        let proxy = ("ProxyId", id.as_str());
        let other = ("SpaceId", "umem-b");
        run.refuses("ResizeUhproxy", &[SPACE, proxy, ("NewCPU", "0")], 230, "[NewCPU]");
        run.refuses("ResizeUhproxy", &[other, proxy, ("NewCPU", "4")], 230, "[ProxyId]");
        run.refuses("DeleteUDRedisProxy", &[other, proxy], 230, "[ProxyId]");
        run.refuses("DescribeUDRedisProxyClientList", &[other, proxy], 230, "[ProxyId]");
        run.call("DeleteUMemSpace", &[SPACE]);
        run.refuses("CreateUDRedisUhproxy", &[SPACE, CORES], 20204, "umem-a");
        run.refuses("ResizeUhproxy", &[SPACE, proxy, ("NewCPU", "4")], 20204, "umem-a");
        run.refuses("DeleteUDRedisProxy", &[SPACE, proxy], 20204, "umem-a");
        run.step();
        assert_eq!(proxies(&mut run), [Value::Null; 0]);
    }

    #[test]
    fn a_proxy_runs_on_what_its_space_runs_on() {
        let (mut run, _) = with_proxy();
        let ordinary = proxies(&mut run)[0].clone();
        assert_eq!(
            (&ordinary["ProxyType"], &ordinary["SupportReadOnly"]),
            (&0.into(), &false.into())
        );
        assert_eq!(ordinary.get("ReadMode"), None);
        let order =
            [("Name", "a-space"), ("Size", "8"), ("ProxySize", "2"), ("HighPerformance", "true")];
        let space = run.call("CreateUMemSpace", &order)["SpaceId"].clone();
        let space = ("SpaceId", space.as_str().unwrap());
        assert_eq!(run.first("DescribeUDRedisProxyInfo", &[space])["ProxyType"], 1);
    }
}
