//! Code on the page, run as somebody who has copied it.

use std::process::Command;

use serde_json::{Value, json};

use umem_emulator::Emulator;

use crate::parts::{post, serve};

/// Returns the code of a call in a language.
fn shown(part: &str, language: &str) -> String {
    let (_, code) = part.split_once(&format!("<code id=\"code-{language}\">")).unwrap();
    let (code, _) = code.split_once("</code>").unwrap();
    let entities =
        [("&#34;", "\""), ("&#39;", "'"), ("&#60;", "<"), ("&#62;", ">"), ("&#38;", "&")];
    entities.into_iter().fold(code.to_owned(), |code, (entity, c)| code.replace(entity, c))
}

/// Runs a command line, and returns the response; nothing if a program is missing.
fn run(line: &str) -> Option<Value> {
    for (program, argument) in [("curl", "--version"), ("openssl", "version")] {
        if Command::new(program).arg(argument).output().is_err() {
            eprintln!("SKIPPED: there is no {program} to run the command line with");
            return None;
        }
    }
    let own = [("UCLOUD_PRIVATE_KEY", "private"), ("UCLOUD_CHANNEL_KEY", "channel")];
    let mut shell = Command::new("sh");
    let output = shell.args(["-c", line]).env("NO_PROXY", "127.0.0.1").envs(own).output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    let response = serde_json::from_slice(&output.stdout);
    Some(response.unwrap_or_else(|_| panic!("{line}\n{errors}")))
}

#[test]
fn the_command_line_makes_the_same_call() {
    let (emulator, server) = serve();
    let call = json!({
        "Action": "CreateURedisGroup", "Region": "cn-bj2", "Zone": "cn-bj2-05",
        "Name": "orders-cache", "HighAvailability": "enable", "Password": "correct_horse",
    });
    let line = shown(&post(&server, "/_page/code", &call).text(), "curl");
    let Some(response) = run(&line) else { return };
    assert_eq!(response["RetCode"], 0, "{line}\n{response}");
    assert_eq!(emulator.calls(), 1);
}

/// Secrets that the page does not know as public come from the environment.
#[test]
fn own_keys_channel_and_project_are_in_every_program() {
    let emulator =
        Emulator::builder().credentials("public", "private").channel_key("channel").build();
    emulator.seed("projects: [{ id: org-orders }]").unwrap();
    let server = emulator.serve("127.0.0.1:0").unwrap();
    let call = json!({
        "Action": "DescribeUMem", "Region": "cn-bj2", "ProjectId": "org-orders", "Protocol": "redis",
    });
    let part = post(&server, "/_page/code", &call).text();
    for (language, expected) in [
        (
            "rust",
            [
                r#"Credentials::new("public", std::env::var("UCLOUD_PRIVATE_KEY").unwrap_or_default())"#,
                r#".channel_key(std::env::var("UCLOUD_CHANNEL_KEY").unwrap_or_default())"#,
                r#".project_id("org-orders")"#,
            ],
        ),
        (
            "curl",
            [
                "UCLOUD_PUBLIC_KEY=public",
                "channel-key: $UCLOUD_CHANNEL_KEY",
                "ProjectId=org-orders",
            ],
        ),
        (
            "python",
            [
                r#""private_key": os.environ["UCLOUD_PRIVATE_KEY"]"#,
                r#"request.headers["channel-key"] = os.environ["UCLOUD_CHANNEL_KEY"]"#,
                r#""project_id": "org-orders""#,
            ],
        ),
        (
            "go",
            [
                r#"credential.PrivateKey = os.Getenv("UCLOUD_PRIVATE_KEY")"#,
                r#"request.SetHeader("channel-key", os.Getenv("UCLOUD_CHANNEL_KEY"))"#,
                r#"config.ProjectId = "org-orders""#,
            ],
        ),
    ] {
        let code = shown(&part, language);
        for expected in expected {
            assert!(code.contains(expected), "{expected}: {code}");
        }
        assert!(!code.contains("\"private\"") && !code.contains("\"channel\""), "{code}");
    }
    if let Some(response) = run(&shown(&part, "curl")) {
        assert_eq!(response["RetCode"], 0, "{response}");
    }
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
    let part = post(&server, "/_page/code", &call).text();
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
    let part = post(&server, "/_page/code", &call).text();
    assert!(shown(&part, "curl").contains("BlockIds.0=a&BlockIds.1=b&BlockSize.0=1"), "{part}");
    assert!(shown(&part, "python").contains(r#""BlockIds": ["a", "b"],"#), "{part}");
    assert!(shown(&part, "go").contains(r#""BlockSize": []interface{}{1, 2},"#), "{part}");
}
