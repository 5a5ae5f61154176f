//! Code on the page, run as somebody who has copied it.

use std::process::Command;

use serde_json::{Value, json};

use crate::http::{post, serve};

/// Returns the code of a call in a language.
fn shown(part: &str, language: &str) -> String {
    let (_, code) = part.split_once(&format!("<code id=\"code-{language}\">")).unwrap();
    let (code, _) = code.split_once("</code>").unwrap();
    let entities =
        [("&#34;", "\""), ("&#39;", "'"), ("&#60;", "<"), ("&#62;", ">"), ("&#38;", "&")];
    entities.into_iter().fold(code.to_owned(), |code, (entity, c)| code.replace(entity, c))
}

#[test]
fn the_command_line_makes_the_same_call() {
    for (program, argument) in [("curl", "--version"), ("openssl", "version")] {
        if Command::new(program).arg(argument).output().is_err() {
            eprintln!("SKIPPED: there is no {program} to run the command line with");
            return;
        }
    }
    let (emulator, server) = serve();
    let call = json!({
        "Action": "CreateURedisGroup", "Region": "cn-bj2", "Zone": "cn-bj2-05",
        "Name": "orders-cache", "HighAvailability": "enable", "Password": "correct_horse",
    });
    let line = shown(&post(&server, "/_page/code", &call).body, "curl");
    let output = Command::new("sh").args(["-c", &line]).env("NO_PROXY", "127.0.0.1").output();
    let output = output.unwrap();
    let response: Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(response["RetCode"], 0, "{line}\n{response}\n{errors}");
    assert_eq!(emulator.calls(), 1);
}

/// Wrong values of a type, lists, and texts that would end a literal.
#[test]
fn code_says_what_was_filled_in() {
    let (_, server) = serve();
    let call = json!({
        "Action": "CreateURedisGroup", "Region": "cn-bj2", "Zone": "cn-bj2-05",
        "Name": "a\"); evil(\"", "HighAvailability": "sometimes", "Size": "many",
        "AutoBackup": "enable",
    });
    let part = post(&server, "/_page/code", &call).body;
    let rust = shown(&part, "rust");
    for expected in [
        r#".create_uredis_group("a\"); evil(\"", HighAvailability::from("sometimes"))"#,
        r#".param("Size", "many")"#,
        ".auto_backup(true)",
    ] {
        assert!(rust.contains(expected), "{expected}: {rust}");
    }
    let python = shown(&part, "python");
    assert!(python.contains(r#""Name": "a\"); evil(\"","#), "{python}");
    assert!(shown(&part, "go").contains(r#""Size": "many","#));

    let call = json!({
        "Action": "DescribeUMemUpgradePrice", "Region": "cn-bj2", "BlockIds.N": "a\nb\n",
        "BlockSize.N": "1\n2",
    });
    let part = post(&server, "/_page/code", &call).body;
    assert!(shown(&part, "curl").contains("BlockIds.0=a&BlockIds.1=b&BlockSize.0=1"), "{part}");
    assert!(shown(&part, "python").contains(r#""BlockIds": ["a", "b"],"#), "{part}");
    assert!(shown(&part, "go").contains(r#""BlockSize": []interface{}{1, 2},"#), "{part}");
}
