//! A signed request goes nowhere but where it was sent.

use ucloud_umem::ErrorKind;

use crate::support::{Answer, Server, builder, client};

#[tokio::test]
async fn no_redirect_is_followed_to_the_same_host() {
    let server = Server::script([
        Answer::status(307, "").with_header("Location", "/elsewhere"),
        Answer::ok(),
    ]);
    let error = client(&server).describe_umem_backup("x").send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Http, "{error}");
    assert_eq!(server.requests(), 1);
}

#[tokio::test]
async fn no_redirect_is_followed_and_nothing_repeated_whatever_is_configured() {
    let elsewhere = Server::always(Answer::ok());
    let moved = Answer::status(307, "").with_header("Location", elsewhere.url());
    let server = Server::script([moved, Answer::cut(), Answer::ok()]);
    let client = builder(&server.url())
        .configure_http(|http| http.redirect(reqwest::redirect::Policy::limited(5)))
        .build()
        .unwrap();
    let error = client.action("CreateX").send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Http, "{error}");
    let error = client.action("CreateX").send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connect, "{error}");
    assert_eq!((server.requests(), elsewhere.connections()), (2, 0));
}
