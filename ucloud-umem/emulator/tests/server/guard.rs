//! Web pages: nothing that a browser sends for one drives or reads the emulator.

use serde_json::json;
use umem_emulator::Server;

use crate::http::{
    FORM, JSON, OWN, SPACE, ask_as, backups_of, encoded, list_backups, seeded, server, signed,
};

const KEYS: &str = "/meta-data/v1/uam/security-credentials";

/// Returns a signed call that creates a space.
fn order() -> String {
    let mut order = backups_of("a-space").to_vec();
    order[0].1 = "CreateUMemSpace";
    order[2].0 = "Name";
    order.extend([("Protocol", "redis"), ("Size", "1"), ("Type", "double")]);
    encoded(&signed(&order, "emulator"))
}

/// Requests that change or show something, with their bodies.
fn requests() -> Vec<(&'static str, String, &'static str, String)> {
    let advance = json!({ "advance_ms": 1000 }).to_string();
    let seed = json!({ "spaces": [{ "id": "umem-x" }] }).to_string();
    let faults = json!({ "faults": ["cut"] }).to_string();
    let control = |path: &str| format!("/_emulator/{path}");
    vec![
        ("POST", control("reset"), "", String::new()),
        ("POST", control("seed"), JSON, seed),
        ("POST", control("faults"), JSON, faults),
        ("DELETE", control("faults"), "", String::new()),
        ("POST", control("clock"), JSON, advance),
        ("GET", control("calls"), "", String::new()),
        ("GET", control("downloads/umembackup-000005.rdb"), "", String::new()),
        ("GET", KEYS.to_owned(), "", String::new()),
        ("GET", "/meta-data/latest/region".to_owned(), "", String::new()),
        ("GET", format!("/?{}", order()), "", String::new()),
        ("GET", format!("/?{}", list_backups()), "", String::new()),
    ]
}

/// Checks that no call was executed: space, backups and clock are unchanged.
fn is_untouched(server: &Server) {
    let list = ask_as(server, "POST", "/", &format!("{OWN}{FORM}"), &list_backups());
    assert_eq!(list.json()["TotalCount"], 3);
    let calls = ask_as(server, "GET", "/_emulator/calls", OWN, "").json();
    assert_eq!(calls["count"], 1);
    let faults = ask_as(server, "GET", "/_emulator/faults", OWN, "").json();
    assert_eq!(faults, json!({ "faults": [], "injected": 0 }));
}

#[test]
fn what_a_browser_sends_for_another_page_is_refused() {
    let server = server();
    let address = server.address();
    for (method, target, kind, body) in requests() {
        for from in [
            "Origin: http://evil.example\r\n".to_owned(),
            "Origin: null\r\n".to_owned(),
            "Origin: https://127.0.0.1\r\n".to_owned(),
            "Origin: http://127.0.0.1:1\r\n".to_owned(),
            "Sec-Fetch-Site: cross-site\r\n".to_owned(),
            format!("Origin: http://{address}\r\nOrigin: http://evil.example\r\n"),
        ] {
            let headers = format!("Host: {address}\r\n{from}{kind}");
            let response = ask_as(&server, method, &target, &headers, &body);
            assert_eq!(response.status(), 403, "{method} {target} {from}");
            assert!(response.json()["Message"].as_str().unwrap().contains("page"), "{from}");
        }
    }
    let evil = format!("{OWN}Origin: http://evil.example\r\n{FORM}");
    assert_eq!(ask_as(&server, "POST", "/", &evil, &order()).status(), 403);
    is_untouched(&server);
}

/// To an address of the network, a browser sends neither `Origin` nor `Sec-Fetch-Site` with it.
#[test]
fn an_image_of_another_page_makes_no_call() {
    let server = seeded().server().allow_remote(true).start("127.0.0.1:0").unwrap();
    let browser = "User-Agent: Mozilla/5.0 (X11; Linux x86_64) Chrome/142.0\r\n";
    let from = |site: &str| format!("{OWN}{browser}{site}");
    for headers in [from(""), from("Sec-Fetch-Site: same-site\r\n")] {
        let response = ask_as(&server, "GET", &format!("/?{}", order()), &headers, "");
        assert_eq!(response.status(), 403, "{headers}");
    }
    is_untouched(&server);
    for site in ["same-origin", "none"] {
        let headers = from(&format!("Sec-Fetch-Site: {site}\r\n"));
        let response = ask_as(&server, "GET", &format!("/?{}", list_backups()), &headers, "");
        assert_eq!(response.ret_code(), Some(0), "{headers}");
    }
}

#[test]
fn a_page_whose_name_was_bound_to_this_machine_sees_and_does_nothing() {
    let server = server();
    for (method, target, kind, body) in requests() {
        for host in ["evil.example", "evil.example:8080", "127.0.0.1.evil.example"] {
            let headers = format!("Host: {host}\r\n{kind}");
            let response = ask_as(&server, method, &target, &headers, &body);
            assert_eq!(response.status(), 403, "{method} {target} {host}");
            let message = response.json()["Message"].to_string();
            assert!(message.contains(host) && message.contains("--allow-host"), "{message}");
        }
    }
    // Its own `POST` has an `Origin`, which is the same as its host.
    let own = format!("Host: evil.example\r\nOrigin: http://evil.example\r\n{FORM}");
    assert_eq!(ask_as(&server, "POST", "/", &own, &list_backups()).status(), 403);
    let both = format!("{OWN}Host: evil.example\r\n");
    assert_eq!(ask_as(&server, "GET", "/_emulator/calls", &both, "").status(), 403);
    let target = "http://evil.example/_emulator/calls";
    assert_eq!(ask_as(&server, "GET", target, OWN, "").status(), 403);
    is_untouched(&server);
}

#[test]
fn programs_and_pages_of_its_own_are_served() {
    let server = server();
    let address = server.address();
    for headers in [
        String::new(),
        OWN.to_owned(),
        "Host: localhost:8080\r\n".to_owned(),
        "Host: [::1]:8080\r\n".to_owned(),
        format!("Host: {address}\r\nOrigin: http://{address}\r\nSec-Fetch-Site: same-origin\r\n"),
        format!("{OWN}Sec-Fetch-Site: none\r\n"),
    ] {
        let response = ask_as(&server, "GET", "/_emulator/clock", &headers, "");
        assert_eq!(response.status(), 200, "{headers}");
        let headers = format!("{headers}{FORM}");
        let response = ask_as(&server, "POST", "/", &headers, &list_backups());
        assert_eq!(response.ret_code(), Some(0), "{headers}");
        let response = ask_as(&server, "GET", &format!("/?{}", list_backups()), &headers, "");
        assert_eq!(response.ret_code(), Some(0), "{headers}");
    }
    // As another container calls it.
    let named = format!("Host: emulator:8080\r\n{FORM}");
    let response = ask_as(&server, "POST", "/", &named, &list_backups());
    assert_eq!(response.ret_code(), Some(0));
    assert_eq!(ask_as(&server, "GET", "/healthz", "Host: emulator\r\n", "").status(), 200);
}

#[test]
fn a_name_can_be_allowed() {
    let server = seeded().server().allow_host("emulator").start("127.0.0.1:0").unwrap();
    for (host, status) in [("emulator:8080", 200), ("EMULATOR", 200), ("emulator.example", 403)] {
        let headers = format!("Host: {host}\r\n");
        for path in ["/_emulator/calls", "/meta-data/latest/region"] {
            assert_eq!(ask_as(&server, "GET", path, &headers, "").status(), status, "{host}");
        }
    }
    let headers = "Host: emulator\r\nOrigin: http://evil.example\r\n";
    assert_eq!(ask_as(&server, "GET", "/_emulator/calls", headers, "").status(), 403);
}

/// A page can send forms and plain text to another site without asking.
#[test]
fn bodies_of_control_paths_are_json() {
    let server = server();
    let seed = json!({ "spaces": [{ "id": SPACE }] }).to_string();
    for (path, body) in [("seed", &*seed), ("reset", ""), ("reset", "{}"), ("clock", "{}")] {
        for kind in
            [FORM, "Content-Type: text/plain\r\n", "Content-Type: multipart/form-data\r\n", ""]
        {
            if kind.is_empty() && body.is_empty() {
                continue;
            }
            let headers = format!("{OWN}{kind}");
            let response = ask_as(&server, "POST", &format!("/_emulator/{path}"), &headers, body);
            assert_eq!(response.status(), 415, "{path} {kind}");
            let message = response.json()["Message"].to_string();
            assert!(message.contains("Content-Type: application/json"), "{message}");
        }
    }
    is_untouched(&server);
    for (kind, body) in [("", ""), (JSON, ""), (JSON, "{}")] {
        let headers = format!("{OWN}{kind}");
        let response = ask_as(&server, "POST", "/_emulator/reset", &headers, body);
        assert_eq!(response.status(), 200);
    }
}
