//! The page over HTTP: headers, languages, escaping, and what other sites cannot do.

use serde_json::json;
use umem_emulator::{Emulator, Server};

use crate::http::{Response, ask_as};

/// Sends a request with these headers; without another one, the host is the server's address.
fn send(
    server: &Server,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: &str,
) -> Response {
    let has_host = headers.iter().any(|(name, _)| *name == "Host");
    let host = server.address().to_string();
    let own = (!has_host).then_some(("Host", &*host));
    let all = headers.iter().copied().chain(own);
    let headers: Vec<_> = all.map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    ask_as(server, method, path, &headers.concat(), body)
}

fn get(server: &Server, path: &str) -> Response {
    send(server, "GET", path, &[("Accept", "text/html,*/*;q=0.8")], "")
}

pub(crate) fn post(server: &Server, path: &str, body: &serde_json::Value) -> Response {
    let json = [("Content-Type", "application/json")];
    send(server, "POST", path, &json, &body.to_string())
}

pub(crate) fn serve() -> (Emulator, Server) {
    let emulator = Emulator::new();
    let server = emulator.serve("127.0.0.1:0").unwrap();
    (emulator, server)
}

#[test]
fn browsers_get_the_page_and_programs_still_call() {
    let (_, server) = serve();
    let page = get(&server, "/");
    assert_eq!(page.status(), 200);
    assert!(page.text().starts_with("<!doctype html>"), "{}", page.text());
    for (method, path, accept) in [
        ("GET", "/?Action=DescribeUMem", "text/html"),
        ("GET", "/", "*/*"),
        ("GET", "/", "application/json"),
        ("POST", "/", "text/html"),
        ("GET", "/api/", "text/html"),
    ] {
        let answer = send(&server, method, path, &[("Accept", accept)], "");
        assert!(answer.text().contains("RetCode"), "{method} {path} {accept}: {}", answer.text());
    }
}

#[test]
fn everything_of_the_page_has_strict_headers() {
    let (_, server) = serve();
    let parts = ["style.css", "script.js", "icon.svg", "clock", "calls", "faults", "resources"];
    let parts = parts.map(|part| format!("/_page/{part}"));
    let others = ["/", "/en", "/zh", "/_page/action/CreateUMemSpace", "/_page/for/space/umem-a"];
    for path in parts.iter().map(String::as_str).chain(others) {
        let answer = get(&server, path);
        assert_eq!(answer.status(), 200, "{path}");
        let policy = answer.header("content-security-policy").unwrap();
        assert_eq!(
            policy,
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; \
             img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        );
        assert_eq!(answer.header("x-content-type-options").unwrap(), "nosniff", "{path}");
        assert_eq!(answer.header("referrer-policy").unwrap(), "no-referrer", "{path}");
        assert!(answer.header("content-type").unwrap().len() > 5, "{path}");
    }
    assert_eq!(get(&server, "/_page/nothing").status(), 404);
    assert_eq!(get(&server, "/_page/action/Nothing").status(), 404);
    assert_eq!(send(&server, "DELETE", "/_page/faults", &[], "").status(), 405);
    assert_eq!(send(&server, "POST", "/en", &[], "").status(), 405);
}

/// The page shows everything without its script, and the script fetches nothing twice.
#[test]
fn the_first_response_has_the_live_parts() {
    let (emulator, server) = serve();
    emulator.seed_group("uredis-a", 1).unwrap();
    emulator.seed_project("org-a", "orders").unwrap();
    emulator.seed_vpc("uvnet-a", ["subnet-a"]).unwrap();
    post(&server, "/_page/faults", &json!({ "kind": "status", "value": "503", "times": "1" }));
    let call = json!({
        "Action": "DescribeUMem", "Region": "cn-bj2", "Protocol": "redis", "ProjectId": "org-a",
    });
    post(&server, "/_page/send", &call);
    post(&server, "/_page/faults", &json!({ "kind": "latency", "value": "1ms" }));
    let page = get(&server, "/en").text();
    for shown in ["uredis-a", "org-a", "uvnet-a", "subnet-a", "HTTP 503", "latency=1ms"] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    assert!(page.contains("<dt>Protocol</dt><dd>redis</dd>"), "parameters of a call: {page}");
    assert!(page.contains("<dt>Signature</dt><dd>***</dd>"), "{page}");
    assert!(!page.contains("latency=<") && page.contains("data-value=\"300ms\""), "{page}");
    for part in ["resources", "calls", "faults"] {
        let own = get(&server, &format!("/_page/{part}"));
        assert!(page.contains(&own.text()), "{part}: {}", own.text());
        let tag = own.header("etag").unwrap().replace('"', "&#34;");
        assert!(page.contains(&format!("data-version=\"{tag}\"")), "{part} {tag}: {page}");
    }
}

/// Styles, scripts and handlers in the page itself would need a weaker policy.
#[test]
fn nothing_is_inline_and_nothing_comes_from_other_hosts() {
    let (emulator, server) = serve();
    emulator.seed_group("uredis-a", 1).unwrap();
    let send = json!({ "Action": "DescribeUMem", "Region": "cn-bj2", "Protocol": "redis" });
    let parts = [
        get(&server, "/"),
        get(&server, "/_page/resources"),
        get(&server, "/_page/action/CreateURedisGroup"),
        post(&server, "/_page/send", &send),
        post(&server, "/_page/code", &send),
    ];
    for part in parts {
        assert_eq!(part.status(), 200);
        let body = part.text().to_ascii_lowercase();
        for inline in ["style=\"", "<style", "onclick", "onload", "javascript:", "src=\"http"] {
            assert!(!body.contains(inline), "{inline}: {body}");
        }
        for script in body.match_indices("<script") {
            assert!(body[script.0..].starts_with("<script type=\"module\" src=\"/_page/"));
        }
    }
}

#[test]
fn what_has_not_changed_is_not_sent_again() {
    let (emulator, server) = serve();
    let first = get(&server, "/_page/resources");
    let known = [("If-None-Match", first.header("etag").unwrap())];
    assert_eq!(send(&server, "GET", "/_page/resources", &known, "").status(), 304);
    emulator.seed_group("uredis-a", 0).unwrap();
    assert_eq!(send(&server, "GET", "/_page/resources", &known, "").status(), 200);
}

#[test]
fn the_language_is_negotiated_or_chosen() {
    let (_, server) = serve();
    let page = |path: &str, language: &str| {
        let headers = [("Accept", "text/html"), ("Accept-Language", language)];
        send(&server, "GET", path, &headers, "").text()
    };
    assert!(page("/", "zh-CN,zh;q=0.9,en;q=0.8").contains("<html lang=\"zh-CN\">"));
    assert!(page("/", "de,en;q=0.3").contains("<html lang=\"en\">"));
    assert!(page("/zh", "en").contains("资源"));
    assert!(page("/en", "zh").contains("Resources"));
    assert!(page("/_page/resources", "zh").contains("主备 Redis"));
}

#[test]
fn other_sites_and_names_do_not_reach_the_controls() {
    let (emulator, server) = serve();
    emulator.seed_group("uredis-a", 0).unwrap();
    let own = format!("http://{}", server.address());
    let json = ("Content-Type", "application/json");
    let reset =
        |headers: &[(&str, &str)]| send(&server, "POST", "/_page/reset", headers, "{}").status();
    assert_eq!(reset(&[json, ("Origin", "http://evil.example")]), 403);
    assert_eq!(reset(&[json, ("Origin", "null")]), 403);
    assert_eq!(reset(&[json, ("Sec-Fetch-Site", "cross-site")]), 403);
    assert_eq!(reset(&[json, ("Host", "evil.example")]), 403);
    // A form of another site cannot have this type without asking first.
    assert_eq!(reset(&[("Content-Type", "text/plain")]), 415);
    assert_eq!(reset(&[("Content-Type", "application/x-www-form-urlencoded")]), 415);
    assert!(get(&server, "/_page/resources").text().contains("uredis-a"));
    for path in ["/", "/en", "/_page/resources", "/_page/calls"] {
        let headers = [("Accept", "text/html"), ("Host", "evil.example")];
        assert_eq!(send(&server, "GET", path, &headers, "").status(), 403, "{path}");
        let headers = [("Accept", "text/html"), ("Origin", "http://evil.example")];
        let is_page = !path.starts_with("/_page/");
        let status = if is_page { 200 } else { 403 };
        assert_eq!(send(&server, "GET", path, &headers, "").status(), status, "{path}");
    }
    // Following a link to the page is allowed: the other site cannot read it.
    let link = [("Accept", "text/html"), ("Sec-Fetch-Site", "cross-site")];
    assert_eq!(send(&server, "GET", "/", &link, "").status(), 200);
    assert_eq!(reset(&[json, ("Origin", &own), ("Sec-Fetch-Site", "same-origin")]), 200);
    assert!(!get(&server, "/_page/resources").text().contains("uredis-a"));
}

const SCRIPT: &str = "<script>alert(1)</script>";
const IMAGE: &str = "\"><img src=x onerror=alert(1)>";

/// Fails if a hostile text is markup.
fn assert_escaped(part: &Response, what: &str) {
    assert_eq!(part.status(), 200, "{what}: {}", part.text());
    for markup in ["<script>alert", "<img", "\"><"] {
        let body = part.text().replace("\"><option", "").replace("\"></option", "");
        let found = body.find(markup).map(|at| &body[at..body.len().min(at + 80)]);
        let is_ours = found.is_none_or(|found| !found.contains("img") && !found.contains("script"));
        assert!(is_ours, "{what}: {found:?}");
    }
    let shown = part.text().contains("alert(1)") || part.text().contains("alert%281%29");
    assert!(shown, "{what} does not show it: {}", part.text());
}

#[test]
fn names_that_are_scripts_are_text() {
    let (emulator, server) = serve();
    for hostile in [SCRIPT, IMAGE] {
        emulator.reset();
        emulator.seed_group(format!("a{hostile}"), 1).unwrap();
        emulator.seed_space(format!("b{hostile}"), 1).unwrap();
        emulator.seed_memcache(format!("c{hostile}")).unwrap();
        let mut call = json!({
            "Action": "CreateUMemSpace", "Region": "cn-bj2", "Zone": "cn-bj2-05", "Size": "4",
            "Name": hostile, "Tag": hostile, "Password": hostile,
        });
        for path in ["/_page/send", "/_page/code"] {
            assert_escaped(&post(&server, path, &call), path);
        }
        assert_escaped(&get(&server, "/_page/resources"), "resources");
        // The message of a RetCode repeats the value.
        call["Zone"] = hostile.into();
        assert_escaped(&post(&server, "/_page/send", &call), "a message");
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("GroupId", hostile).append_pair("HighAvailability", hostile);
        let query = query.finish();
        let form = get(&server, &format!("/_page/action/CreateURedisGroup?{query}"));
        assert_escaped(&form, "a form");
        let id = query.split(['=', '&']).nth(1).unwrap().replace('+', "%20");
        assert_escaped(&get(&server, &format!("/_page/for/redis/{id}?{query}")), "actions");
        // An equals sign ends what the message repeats.
        let fault = json!({ "action": hostile.replace('=', " "), "kind": "cut" });
        assert_escaped(&post(&server, "/_page/faults", &fault), "a fault");
    }
}

#[test]
fn a_call_shows_what_was_signed_and_names_the_field_in_error() {
    let (emulator, server) = serve();
    let mut call = json!({
        "Action": "CreateURedisGroup", "Region": "cn-bj2", "Zone": "cn-bj2-05",
        "Name": "orders-cache", "HighAvailability": "enable", "Password": "correct_horse",
        "Size": "3",
    });
    let refused = post(&server, "/_page/send", &call).text();
    assert!(refused.contains("data-ret-code=\"230\""), "{refused}");
    assert!(refused.contains("InvalidParameter"), "{refused}");
    assert!(refused.contains("data-error-for=\"Size\""), "{refused}");
    call["Size"] = "4".into();
    let sent = post(&server, "/_page/send", &call).text();
    assert!(sent.contains("data-ret-code=\"0\""), "{sent}");
    assert!(sent.contains("<dt>Password</dt><dd>***</dd>"), "{sent}");
    assert!(!sent.contains("correct_horse") && !sent.contains("Y29ycmVjdF9ob3JzZQ"), "{sent}");
    assert!(get(&server, "/_page/resources").text().contains("orders-cache"));
    assert_eq!(emulator.calls(), 2);
    let calls = get(&server, "/_page/calls").text();
    assert!(calls.contains("RetCode 230") && calls.contains("RetCode 0"), "{calls}");
}

#[test]
fn a_dedicated_channel_is_known_to_the_page() {
    let emulator = Emulator::builder().channel_key("channel-secret").build();
    let server = emulator.serve("127.0.0.1:0").unwrap();
    let call = json!({ "Action": "DescribeUMem", "Region": "cn-bj2", "Protocol": "redis" });
    let sent = post(&server, "/_page/send", &call).text();
    assert!(sent.contains("data-ret-code=\"0\""), "{sent}");
    assert!(sent.contains("channel-key") && !sent.contains("channel-secret"), "{sent}");
}

#[test]
fn faults_clock_and_reset_are_controls() {
    let (emulator, server) = serve();
    let fault = json!({ "action": "DescribeUMem", "kind": "cut", "times": "1" });
    assert!(post(&server, "/_page/faults", &fault).text().contains("Fault added."));
    assert!(get(&server, "/_page/faults").text().contains("DescribeUMem:cut:times=1"));
    let call = json!({ "Action": "DescribeUMem", "Region": "cn-bj2", "Protocol": "redis" });
    let hit = post(&server, "/_page/send", &call).text();
    assert!(hit.contains("without a response"), "{hit}");
    assert!(get(&server, "/_page/calls").text().contains("closed"));
    for (kind, field, wrong, expected) in [
        ("latency", "value", "", "300ms"),
        ("status", "value", "99", "from 200 to 999"),
        ("cut", "times", "often", "a whole number"),
        ("cut", "chance", "2", "from 0 to 1"),
        ("slow", "kind", "slow", "is not an action of UMem, or one of"),
    ] {
        let mut fault = json!({ "kind": kind });
        fault[field] = wrong.into();
        let wrong = post(&server, "/_page/faults", &fault).text();
        assert!(wrong.contains(&format!("data-error-for=\"fault-{field}\"")), "{wrong}");
        assert!(wrong.contains("class=\"bad\"") && wrong.contains(expected), "{wrong}");
    }
    post(&server, "/_page/faults", &json!({ "kind": "cut" }));
    post(&server, "/_page/faults", &json!({ "kind": "not-json" }));
    let clear =
        |fault: &str| post(&server, "/_page/faults/clear", &json!({ "fault": fault })).text();
    assert!(clear("cut").contains("Fault removed."));
    assert!(clear("cut").contains("unknown fault `cut`"));
    assert!(get(&server, "/_page/faults").text().contains("value=\"not-json\""));
    post(&server, "/_page/faults", &json!({ "kind": "refused" }));
    post(&server, "/_page/faults/clear", &json!({}));
    assert!(get(&server, "/_page/faults").text().contains("No faults."));

    let before = get(&server, "/_page/clock").text();
    post(&server, "/_page/clock", &json!({ "seconds": "86400" }));
    let after = get(&server, "/_page/clock").text();
    assert_ne!(before[..30], after[..30]);
    let wrong = post(&server, "/_page/clock", &json!({ "seconds": "soon" })).text();
    assert!(wrong.contains("data-error-for=\"seconds\""), "{wrong}");

    emulator.seed_group("uredis-a", 0).unwrap();
    post(&server, "/_page/reset", &json!({}));
    assert!(!get(&server, "/_page/resources").text().contains("uredis-a"));
    assert!(get(&server, "/_page/calls").text().contains("No calls yet."));
    for body in ["[]", "{\"seconds\": 1}", "x"] {
        let json = [("Content-Type", "application/json")];
        assert_eq!(send(&server, "POST", "/_page/clock", &json, body).status(), 400, "{body}");
    }
}

/// The price beside an instance is the one that its price action tells.
#[test]
fn an_instance_shows_what_it_costs_by_its_charge_type() {
    let (emulator, server) = serve();
    for charge_type in ["Month", "Year", "Dynamic"] {
        let call = json!({
            "Action": "CreateURedisGroup", "Region": "cn-bj2", "Zone": "cn-bj2-05",
            "Name": "orders-cache", "HighAvailability": "enable", "Size": "4",
            "ChargeType": charge_type,
        });
        assert!(post(&server, "/_page/send", &call).text().contains("data-ret-code=\"0\""));
    }
    emulator.seed("memcached_groups: [{ id: umemcache-a, size_gb: 2 }]").unwrap();
    let page = get(&server, "/_page/resources").text();
    for price in [
        "240.00 yuan per month",
        "2400.00 yuan per year",
        "0.50 yuan per hour",
        "108.00 yuan per month",
    ] {
        assert!(page.contains(&format!("<dt>Price</dt><dd>{price}</dd>")), "{price}: {page}");
    }
}
