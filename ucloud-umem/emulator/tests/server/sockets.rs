//! Connections: how they are kept, what each may cost, and what becomes of those that break the
//! rules.

use std::thread;
use std::time::{Duration, Instant};

use crate::http::{Connection, FORM, ask, list_backups, request, seeded, server};

const MIB: usize = 1024 * 1024;

fn is_listed(response: &crate::http::Response) -> bool {
    response.status() == 200 && response.ret_code() == Some(0)
}

#[test]
fn one_connection_carries_many_calls_also_sent_at_once() {
    let server = server();
    let mut connection = Connection::to(server.address());
    let call = request("POST", "/", FORM, &list_backups());
    for _ in 0..3 {
        connection.send(&call);
        assert!(is_listed(&connection.response().unwrap()));
    }
    let health = request("GET", "/healthz", "", "");
    connection.send([&*call, &*health, &*call].concat());
    assert!(is_listed(&connection.response().unwrap()));
    assert_eq!(connection.response().unwrap().json()["status"], "ok");
    assert!(is_listed(&connection.response().unwrap()));
    connection.send(request("GET", "/healthz", "Connection: close\r\n", ""));
    assert_eq!(connection.response().unwrap().status(), 200);
    assert!(connection.is_closed());
}

#[test]
fn http_1_0_ends_with_the_reply_unless_it_asks_for_more() {
    let server = server();
    let call = request("POST", "/", FORM, &list_backups()).replace("HTTP/1.1", "HTTP/1.0");
    let mut connection = Connection::to(server.address());
    connection.send(&call);
    assert!(is_listed(&connection.response().unwrap()));
    assert!(connection.is_closed());
    let mut connection = Connection::to(server.address());
    let kept = call.replace("Host:", "Connection: keep-alive\r\nHost:");
    for _ in 0..2 {
        connection.send(&kept);
        assert!(is_listed(&connection.response().unwrap()));
    }
}

#[test]
fn a_client_that_asks_first_is_told_to_go_on() {
    let server = server();
    let call = request("POST", "/", &format!("Expect: 100-continue\r\n{FORM}"), &list_backups());
    let (head, body) = call.split_at(call.find("\r\n\r\n").unwrap() + 4);
    let mut connection = Connection::to(server.address());
    connection.send(head);
    assert_eq!(connection.response().unwrap().status(), 100);
    connection.send(body);
    assert!(is_listed(&connection.response().unwrap()));

    // What is far too large is refused before it is sent.
    let mut connection = Connection::to(server.address());
    connection.send(format!(
        "POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: {}\r\n\r\n",
        100 * MIB
    ));
    assert_eq!(connection.response().unwrap().status(), 413);
}

#[test]
fn a_client_that_has_said_everything_gets_its_reply() {
    let late = umem_emulator::parse_fault("latency=200ms").unwrap();
    let server = seeded().server().fault(late).start("127.0.0.1:0").unwrap();
    let mut connection = Connection::to(server.address());
    connection.send(request("POST", "/", FORM, &list_backups()));
    connection.finish();
    assert!(is_listed(&connection.response().unwrap()));
    assert!(connection.is_closed());
}

#[test]
fn bodies_are_bounded_however_they_come() {
    let server = server();
    let call = list_backups();
    let fill = |length: usize| format!("{call}&Fill={}", "x".repeat(length - call.len() - 6));
    // A parameter that is not signed, but the whole body was read.
    let response = ask(&server, "POST", "/", FORM, &fill(MIB));
    assert_eq!((response.status(), response.ret_code()), (200, Some(171)));
    let response = ask(&server, "POST", "/", FORM, &fill(MIB + 1));
    assert_eq!((response.status(), response.header("connection")), (413, Some("close")));
    assert!(response.json()["Message"].as_str().unwrap().contains("1048576"));

    let mut connection = Connection::to(server.address());
    connection.send("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
    let piece = format!("10000\r\n{}\r\n", "x".repeat(0x10000));
    for _ in 0..17 {
        connection.send(&piece);
    }
    connection.send("0\r\n\r\n");
    assert_eq!(connection.response().unwrap().status(), 413);
    assert!(connection.is_closed());

    let mut connection = Connection::to(server.address());
    connection.send("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
    connection.send(format!("{:x}\r\n{call}\r\n0\r\n\r\n", call.len()));
    assert!(is_listed(&connection.response().unwrap()));
}

#[test]
fn heads_are_bounded() {
    let server = server();
    let long = format!("X: {}\r\n", "x".repeat(300_000));
    let many = "X: y\r\n".repeat(1000);
    let target = format!("/?{}", "x".repeat(300_000));
    for (target, headers) in [("/", &*long), ("/", &*many), (&*target, "")] {
        let status = ask(&server, "GET", target, headers, "").status();
        assert!(matches!(status, 414 | 431), "{status}");
    }
}

#[test]
fn slow_clients_are_not_waited_for() {
    let longest = Duration::from_millis(300);
    let server = seeded().server().request_timeout(longest).start("127.0.0.1:0").unwrap();
    let start = Instant::now();
    let call = request("POST", "/", FORM, &list_backups());
    let (early, _) = call.split_at(call.len() - 1);

    let mut silent = Connection::to(server.address());
    let mut half_head = Connection::to(server.address());
    half_head.send("POST / HTTP/1.1\r\nHost:");
    let mut half_body = Connection::to(server.address());
    half_body.send(early);
    let mut idle = Connection::to(server.address());
    idle.send(&call);
    assert!(is_listed(&idle.response().unwrap()));

    let response = half_body.response().unwrap();
    assert_eq!((response.status(), response.header("connection")), (408, Some("close")));
    assert!(half_body.is_closed() && silent.is_closed() && idle.is_closed());
    assert!(half_head.response().is_none_or(|response| response.status() == 408));
    let took = start.elapsed();
    assert!(longest <= took && took < 20 * longest, "{took:?}");

    // A byte at a time makes it no longer.
    let mut drip = Connection::to(server.address());
    let start = Instant::now();
    for byte in call.bytes() {
        drip.send([byte]);
        thread::sleep(longest / 20);
        if start.elapsed() > 3 * longest {
            break;
        }
    }
    assert!(drip.response().is_none_or(|response| response.status() == 408));
}

#[test]
fn garbage_is_refused_and_the_next_call_answered() {
    let server = server();
    for garbage in [
        &b"\r\n\r\n\r\n"[..],
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET / HTTP/1.1\r\nno colon\r\n\r\n",
        b"GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"\xff\xfe\xfd\xfc\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
        b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999999\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: other\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc",
    ] {
        let mut connection = Connection::to(server.address());
        connection.send(garbage);
        connection.finish();
        if let Some(response) = connection.response() {
            let status = response.status();
            assert!((400..500).contains(&status), "{status}: {}", garbage.escape_ascii());
        }
        let response = ask(&server, "POST", "/", FORM, &list_backups());
        assert!(is_listed(&response), "after {}", garbage.escape_ascii());
    }
}

/// More than it serves at once.
const MANY: usize = 300;

#[test]
fn idle_connections_make_room_for_others() {
    let server = server();
    let start = Instant::now();
    let mut idle = Connection::to(server.address());
    idle.send(request("GET", "/healthz", "", ""));
    assert_eq!(idle.response().unwrap().status(), 200);
    let half = |_| {
        let mut connection = Connection::to(server.address());
        connection.send("POST / HTTP/1.1\r\nHost:");
        connection
    };
    let halves: Vec<_> = (0..MANY).map(half).collect();
    let silent: Vec<_> = (0..10 * MANY).map(|_| Connection::to(server.address())).collect();
    for _ in 0..3 {
        assert!(is_listed(&ask(&server, "POST", "/", FORM, &list_backups())));
    }
    assert!(idle.is_closed(), "the oldest goes first");
    // It gives each of them 10 s where there is room.
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
    drop((halves, silent));
}

#[test]
fn a_connection_that_is_in_use_is_not_closed_for_others() {
    let late = umem_emulator::parse_fault("latency=2s").unwrap();
    let server = seeded().server().fault(late).start("127.0.0.1:0").unwrap();
    let call = request("POST", "/", FORM, &list_backups());
    let send = |_| {
        let mut connection = Connection::to(server.address());
        connection.send(&call);
        connection
    };
    let start = Instant::now();
    let mut busy: Vec<_> = (0..MANY).map(send).collect();
    for connection in &mut busy {
        assert!(is_listed(&connection.response().unwrap()));
    }
    // Those for which there was no room came after the others.
    assert!(start.elapsed() >= Duration::from_secs(4), "{:?}", start.elapsed());
}
