//! Responses: success, errors, and the metadata that is kept.

use ucloud_umem::{Effect, Error, ErrorKind, Outcome, RetCode};

use crate::support::{Answer, REQUEST_ID, Server, builder, client};

/// Returns the errors of a read and of an action of unknown effect. The server sees each once.
async fn errors(answer: Answer) -> [Error; 2] {
    let server = Server::always(answer);
    let client = client(&server);
    let read = client.describe_umem_backup("x").send().await.unwrap_err();
    let create = client.action("CreateX").send().await.unwrap_err();
    assert_eq!(server.requests(), 2, "{read}\n{create}");
    [read, create]
}

#[tokio::test]
async fn a_ret_code_other_than_0_is_kept_with_the_request_id() {
    for (ret_code, number) in
        [("171", 171), ("\"007\"", 7), ("-1", -1), ("\"171\"", 171), ("8000", 8000)]
    {
        let body = format!(r#"{{"RetCode":{ret_code},"Message":"no such key"}}"#);
        for error in errors(Answer::json(body)).await {
            assert_eq!(error.kind(), ErrorKind::Service, "{error}");
            assert_eq!(error.outcome(), Outcome::Refused, "{error}");
            assert_eq!(error.ret_code().map(RetCode::number), Some(number));
            assert_eq!(error.request_id(), Some(REQUEST_ID), "{error}");
            let text = error.to_string();
            for part in [&number.to_string(), "no such key", REQUEST_ID] {
                assert!(text.contains(part), "{text}");
            }
            assert_eq!(text.lines().count(), 1, "{text}");
        }
    }
}

#[tokio::test]
async fn a_message_stays_on_one_line() {
    let body = r#"{"RetCode":171,"Message":"a\r\nERROR forged \u001b[31m line"}"#;
    for error in errors(Answer::json(body)).await {
        assert!(!error.to_string().contains(char::is_control), "{error}");
    }
}

#[tokio::test]
async fn success_comes_with_its_metadata() {
    for body in [
        r#"{"RetCode":0,"TotalCount":9}"#,
        r#"{"RetCode":"0","TotalCount":"9"}"#,
        "\u{feff}{\"RetCode\":0,\"TotalCount\":9}",
        "\r\n {\"RetCode\" : 0, \"TotalCount\" : 9, \"New\" : [{}]}\n",
    ] {
        let server = Server::always(Answer::json(body));
        let client = client(&server);
        let page = client.describe_umem_backup("x").send().await.unwrap();
        assert_eq!(page.total_count, Some(9));
        assert_eq!(
            page.metadata().json().unwrap()["TotalCount"].to_string().trim_matches('"'),
            "9"
        );
        let response = client.action("Echo").send().await.unwrap();
        assert_eq!(response.value, page.metadata().json().unwrap());
        for metadata in [page.metadata(), response.metadata()] {
            assert_eq!(metadata.request_id(), Some(REQUEST_ID));
            assert_eq!(metadata.status().map(|status| status.as_u16()), Some(200));
            assert_eq!(metadata.attempts(), 1);
            assert_eq!(metadata.raw(), body.as_bytes());
        }
        assert_eq!(server.requests(), 2);
    }
}

#[tokio::test]
async fn deep_nesting_is_no_overflow() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let server = Server::always(Answer::json(format!(r#"{{"RetCode":0,"New":{deep}}}"#)));
    let client = client(&server);
    // What nobody reads is skipped; the whole of it as a value is too deep.
    client.describe_umem_backup("x").send().await.unwrap();
    let error = client.action("Echo").send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Protocol, "{error}");
    assert_eq!(server.requests(), 2);
}

#[tokio::test]
async fn a_response_of_the_greatest_length_is_read_and_a_longer_one_is_not() {
    let response = |length: usize| {
        let mut body = br#"{"RetCode":0,"New":""#.to_vec();
        body.resize(length - 2, b'x');
        body.extend_from_slice(b"\"}");
        body
    };
    let chunked = |body: &[u8]| {
        let head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        let mut text = head.as_bytes().to_vec();
        for chunk in body.chunks(77) {
            text.extend_from_slice(format!("{:x}\r\n", chunk.len()).as_bytes());
            text.extend_from_slice(chunk);
            text.extend_from_slice(b"\r\n");
        }
        text.extend_from_slice(b"0\r\n\r\n");
        Answer::RawOpen(text)
    };
    for (length, fits) in [(1000, true), (1001, false), (100_000, false)] {
        for answer in [Answer::json(response(length)), chunked(&response(length))] {
            let server = Server::always(answer);
            let client = builder(&server.url()).max_response_bytes(1000).build().unwrap();
            let call = client.action("Echo").with_effect(Effect::Read);
            match call.send().await {
                Ok(response) => {
                    assert!(fits);
                    assert_eq!(response.metadata().raw().len(), length);
                }
                Err(error) => {
                    assert!(!fits, "{error}");
                    assert_eq!(error.kind(), ErrorKind::Protocol, "{error}");
                    assert_eq!(error.outcome(), Outcome::Unknown, "{error}");
                }
            }
            assert_eq!(server.requests(), 1);
        }
    }
}

#[tokio::test]
async fn an_error_is_short_whatever_the_service_says() {
    let long = "x".repeat(1 << 20);
    for body in [
        format!(r#"{{"RetCode":171,"Message":"{long}"}}"#),
        format!(r#""{long}""#),
        format!(r#"{{"RetCode":"{long}"}}"#),
        format!(r#"{{"{long}":"#),
        format!("<html>{long}"),
    ] {
        for error in errors(Answer::json(body)).await {
            assert!(error.to_string().len() < 4096, "{}", error.to_string().len());
        }
    }
    for status in [400, 404, 501] {
        for error in errors(Answer::status(status, &*long)).await {
            assert!(error.to_string().len() < 600, "{}", error.to_string().len());
        }
    }
}

#[tokio::test]
async fn a_response_that_does_not_decode_can_be_looked_at() {
    let long = format!("<html>{}</html>", "é".repeat(5000));
    for (status, body) in [(200, "<html>welcome</html>"), (502, "busy"), (200, &*long)] {
        let server = Server::always(Answer::status(status, body));
        let error = client(&server).action("CreateX").send().await.unwrap_err();
        let expected: String = body.chars().take(4000).collect();
        assert_eq!(error.body(), Some(&*expected), "{status}");
    }
    let server = Server::always(Answer::cut());
    let error = client(&server).action("CreateX").send().await.unwrap_err();
    assert_eq!(error.body(), None);
}

/// Returns a client that gets these responses, one after the other.
fn scripted<const N: usize>(bodies: [&str; N]) -> ucloud_umem::Client {
    let bodies = bodies.map(str::to_owned);
    ucloud_umem::Client::builder()
        .credentials(ucloud_umem::Credentials::new("public", "private"))
        .region("cn-bj2")
        .zone("cn-bj2-05")
        .transport(ucloud_umem::transport::responses(bodies))
        .build()
        .unwrap()
}

#[tokio::test]
async fn half_a_surrogate_pair_costs_a_character_and_not_the_response() {
    let body = r#"{"RetCode":0,"Message":"\ud83d","SpaceId":"umem-\udE00x","Extra":"\uD83D"}"#;
    let client = scripted([body, body]);
    let created = client.create_umem_space(8, "a-space").send().await.unwrap();
    assert_eq!(created.space_id, "umem-\u{fffd}x");
    assert_eq!(created.metadata().json().unwrap()["Extra"], "\u{fffd}");
    let any = client.action("CreateUMemSpace").send().await.unwrap();
    assert_eq!(any.value["SpaceId"], "umem-\u{fffd}x");
}

#[tokio::test]
async fn a_number_that_no_f64_holds_costs_its_field_and_not_the_response() {
    let body =
        r#"{"RetCode":0,"TotalCount":1E400,"DataSet":[{"BackupId":"a","BlockCount":-1e999}]}"#;
    let client = scripted([body, body]);
    let page = client.describe_umem_backup("x").send().await.unwrap();
    assert_eq!((page.total_count, page.data_set[0].block_count), (None, None));
    assert_eq!(page.data_set[0].backup_id, "a");
    assert_eq!(page.metadata().json().unwrap()["TotalCount"], "1E400");
    assert_eq!(page.metadata().raw(), body.as_bytes());
    let any = client.action("DescribeUMemBackup").send().await.unwrap();
    assert_eq!(any.value, page.metadata().json().unwrap());
    let client = scripted([r#"{"RetCode":1E400}"#]);
    let error = client.action("CreateX").send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Protocol, "{error}");
}

#[tokio::test]
async fn a_response_with_too_many_list_entries_is_an_error_that_says_so() {
    let body = format!(r#"{{"RetCode":0,"DataSet":[{}{{}}]}}"#, "{},".repeat(100_000));
    let client = scripted([&body, &body]);
    let typed = client.describe_umem_backup("x").send().await.unwrap_err();
    let generic = client.action("DescribeUMemBackup").send().await.unwrap_err();
    for error in [typed, generic] {
        assert_eq!(error.kind(), ErrorKind::Protocol, "{error}");
        assert_eq!(error.outcome(), Outcome::Unknown, "{error}");
        assert!(error.to_string().contains("expected at most 100,000"), "{error}");
    }
}

#[tokio::test]
async fn a_presigned_address_is_not_shown() {
    let address =
        r"http://a.ufileos.com/b?UCloudPublicKey=KEY\u0026Expires=15\u0026Signature=SEC+RET=";
    let bodies = [
        (200, format!(r#"{{"RetCode":0,"Set":[{{"BackupURL":["{address}"]}}],"{address}":1}}"#)),
        (200, format!(r#"{{"RetCode":8000,"Message":"see {address}"}}"#)),
        (200, format!(r#""{address}""#)),
        (200, format!(r#"{{"RetCode":0,"{address}":tru}}"#)),
        (403, format!(r#"{{"BackupURL":"{address}"}}"#)),
        (403, format!("<a href={address}>").replace(r"\u0026", "&amp;")),
    ];
    for (status, body) in bodies {
        let server = Server::always(Answer::status(status, &*body));
        let result = client(&server).action("CreateX").with_effect(Effect::Read).send().await;
        let shown = match &result {
            Ok(response) => {
                assert_eq!(response.metadata().raw(), body.as_bytes());
                format!("{response:?} {response:#?} {:?}", response.metadata())
            }
            Err(error) => {
                assert_eq!(error.body(), Some(&*body), "a body is as it came");
                let source = std::error::Error::source(error);
                format!("{error} {error:?} {source:?}")
            }
        };
        for secret in ["KEY", "Expires", "SEC", "RET"] {
            assert!(!shown.contains(secret), "{body}: {shown}");
        }
        // A text in place of an object is not quoted.
        let is_quoted = !body.starts_with('"');
        assert_eq!(shown.contains("http://a.ufileos.com/b?***"), is_quoted, "{body}: {shown}");
    }
}

#[tokio::test]
async fn missing_fields_are_counted() {
    let body = format!(r#"{{"RetCode":0,"DataSet":[{}{{}}]}}"#, "{},".repeat(99));
    let page = scripted([&body]).describe_umem_backup("x").send().await.unwrap();
    assert_eq!((page.missing().len(), page.missing_count()), (100, 500));
}
