//! Answers that break the rules of HTTP, or the connection.

use std::time::{Duration, Instant};

use ucloud_umem::{Effect, Error, ErrorKind, Outcome};

use crate::support::{Answer, Server, builder, client};

const SUCCESS: &str = "HTTP/1.1 200 OK\r\nContent-Length: 13\r\n\r\n{\"RetCode\":0}";

/// Longest delay after the deadline of a call.
const GRACE: Duration = Duration::from_millis(250);

fn assert_lost(error: &Error, what: &str) {
    // Bytes that are no chunk may count as a broken connection or as a broken rule.
    if what != "a bad chunk" {
        assert_eq!(error.kind(), ErrorKind::Connect, "{what}: {error} {error:?}");
    }
    assert_eq!(error.outcome(), Outcome::Unknown, "{what}: {error}");
}

#[tokio::test]
async fn a_connection_that_went_stale_while_idle_is_not_used() {
    let server = Server::always(Answer::raw(SUCCESS));
    let client = client(&server);
    for number in 1..=5 {
        client.action("CreateX").send().await.unwrap();
        assert_eq!((server.requests(), server.connections()), (number, number));
        // Long enough for the client to learn that the connection has ended.
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

#[tokio::test]
async fn a_connection_that_goes_stale_under_a_request_repeats_nothing() {
    let server = Server::always(Answer::raw(SUCCESS));
    let client = client(&server);
    for number in 1..=50 {
        if let Err(error) = client.action("CreateX").send().await {
            // The end and the request have crossed each other.
            assert_lost(&error, "a stale connection");
            assert_eq!(error.attempts(), 1);
        }
        assert!(server.requests() <= number);
    }
}

#[tokio::test]
async fn a_kept_connection_that_is_cut_under_a_request_repeats_nothing() {
    let server = Server::script([Answer::ok(), Answer::cut(), Answer::ok()]);
    let client = client(&server);
    client.action("CreateX").send().await.unwrap();
    let error = client.action("CreateX").send().await.unwrap_err();
    assert_lost(&error, "a kept connection");
    assert_eq!(server.requests(), 2);
    let seen = server.seen();
    assert_eq!(seen[0].connection, seen[1].connection, "the connection was kept");
    client.action("CreateX").send().await.unwrap();
    assert_eq!((server.requests(), server.connections()), (3, 2));
}

#[tokio::test]
async fn what_follows_a_response_is_not_taken_for_the_next_one() {
    let smuggled = format!("{SUCCESS}{}", SUCCESS.replace(":0", ":1"));
    let server = Server::script([
        Answer::RawOpen(smuggled.into_bytes()),
        Answer::json(r#"{"RetCode":0,"TotalCount":7}"#),
    ]);
    let client = client(&server);
    client.describe_umem_backup("x").send().await.unwrap();
    let page = client.describe_umem_backup("x").send().await.unwrap();
    assert_eq!(page.total_count, Some(7));
    assert_eq!((server.requests(), server.connections()), (2, 2));
}

/// Answers that take longer than any call allows.
fn slow() -> [(&'static str, Answer); 4] {
    let trickle =
        |head| Answer::Endless { head, piece: b" ".to_vec(), pause: Duration::from_millis(20) };
    [
        ("silence", Answer::Silence),
        ("a slow body", trickle("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")),
        ("a slow head", trickle("HTTP/1.1 200 OK\r\nX-Filler: ")),
        ("a late response", Answer::Late(Duration::from_secs(10), b"{\"RetCode\":0}".to_vec())),
    ]
}

#[tokio::test]
async fn a_call_ends_when_its_time_is_up() {
    for (what, answer) in slow() {
        let server = Server::always(answer);
        let deadline = Duration::from_millis(300);
        let start = Instant::now();
        let call = client(&server).describe_umem_backup("x").with_deadline(deadline);
        let error = call.send().await.unwrap_err();
        let elapsed = start.elapsed();
        assert!(elapsed < deadline + GRACE, "{what}: {elapsed:?}");
        assert_eq!(error.kind(), ErrorKind::Timeout, "{what}: {error}");
        assert_eq!((error.attempts(), server.requests()), (1, 1), "{what}");
    }
}

#[tokio::test]
async fn an_answer_before_the_whole_request_was_taken_does_no_harm_to_the_next() {
    // The server answers and closes while most of the request is still on its way.
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let client = builder(&url).build().unwrap();
    let served = tokio::spawn(async move {
        use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
        for number in 0..2 {
            let (mut stream, _) = listener.accept().await.unwrap();
            let mut first = [0; 512];
            assert!(stream.read(&mut first).await.unwrap() > 0);
            let body = format!("{{\"RetCode\":{}}}", if number == 0 { 160 } else { 0 });
            let text = format!(
                "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: {}\r\n\r\n{body}",
                body.len()
            );
            stream.write_all(text.as_bytes()).await.unwrap();
        }
    });
    let big = "x".repeat(8 << 20);
    let error = client.action("CreateX").param("Big", big).send().await.unwrap_err();
    assert_ne!(error.outcome(), Outcome::NotSent, "{error}");
    let call = client.action("DescribeX").with_effect(Effect::Read);
    call.with_max_attempts(1).send().await.unwrap();
    served.await.unwrap();
}
