//! Command lines as people type them: from `preview()`, and from the emulator's guide.

use std::process::Command;

use umem_emulator::Server;

use crate::clients::client;
use crate::http::{JSON, SPACE, server};

const GUIDE: &str = include_str!("../../src/guide/control.md");
const TOOLS: &str = include_str!("../../src/guide/tools.md");

/// Returns true if these programs are there, and prints the one that is missing.
fn are_there(programs: &[(&str, &str)]) -> bool {
    let missing = programs
        .iter()
        .find(|(program, argument)| Command::new(program).arg(argument).output().is_err());
    if let Some((program, _)) = missing {
        eprintln!("SKIPPED: there is no {program} to run command lines with");
    }
    missing.is_none()
}

/// Returns the output of a command line, which must succeed.
fn run(line: &str, folder: &std::path::Path) -> String {
    let mut command = Command::new("sh");
    command.args(["-c", line]).current_dir(folder).env("NO_PROXY", "127.0.0.1");
    for name in ["UCLOUD_PUBLIC_KEY", "UCLOUD_PRIVATE_KEY"] {
        command.env(name, "emulator");
    }
    let output = command.output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{line}: {errors}");
    String::from_utf8(output.stdout).unwrap()
}

/// Returns the lines of the guide that call curl, for this server. A status of 400 or more is a
/// failure.
fn lines(server: &Server) -> Vec<String> {
    let lines = GUIDE.lines().filter(|line| line.starts_with("curl "));
    let lines = lines.map(|line| {
        let line = line.replacen("curl ", "curl --silent --show-error --fail ", 1);
        assert!(line.contains("127.0.0.1:8080"), "{line}");
        let line = line.replace("$json", JSON.trim_end());
        line.replace("127.0.0.1:8080", &server.address().to_string())
    });
    lines.collect()
}

#[tokio::test]
async fn the_line_of_a_preview_is_answered() {
    if !are_there(&[("curl", "--version"), ("openssl", "version")]) {
        return;
    }
    let server = server();
    let call = client(&server).describe_umem_backup(SPACE).limit(2);
    let line = call.preview().await.unwrap().curl();
    let folder = tempfile::tempdir().unwrap();
    let response: serde_json::Value = serde_json::from_str(&run(&line, folder.path())).unwrap();
    assert_eq!((&response["RetCode"], &response["TotalCount"]), (&0.into(), &3.into()));
    assert_eq!(response["DataSet"].as_array().unwrap().len(), 2 * 4);
}

#[test]
fn calls_without_a_signature_are_short() {
    if !are_there(&[("curl", "--version")]) {
        return;
    }
    let emulator = umem_emulator::Emulator::builder().unsigned(true).build();
    emulator.seed_space(SPACE, 3).unwrap();
    let server = emulator.serve("127.0.0.1:0").unwrap();
    let line = TOOLS.lines().find(|line| line.starts_with("curl ")).expect("a line of the guide");
    assert!(line.contains("127.0.0.1:8080"), "{line}");
    let line = line.replace("127.0.0.1:8080", &server.address().to_string());
    let folder = tempfile::tempdir().unwrap();
    let response: serde_json::Value = serde_json::from_str(&run(&line, folder.path())).unwrap();
    assert_eq!(response["DataSet"][0]["ResourceId"], SPACE, "{response}");
}

/// They are run in their order, as a reader would type them.
#[test]
fn the_lines_of_the_guide_do_what_it_says() {
    if !are_there(&[("curl", "--version")]) {
        return;
    }
    let server = server();
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("seeds.yaml"), crate::seeds::example()).unwrap();
    let lines = lines(&server);
    let printed: Vec<_> = lines.iter().map(|line| run(line, folder.path())).collect();
    let said = |path: &str| {
        let lines = lines.iter().zip(&printed);
        let mut said = lines.filter(|(line, _)| line.contains(path));
        said.next().unwrap_or_else(|| panic!("the guide has no line for {path}")).1
    };
    assert_eq!(said("/healthz"), r#"{"status":"ok"}"#);
    assert_eq!(said("/_emulator/reset"), "{}");
    assert!(said("/_emulator/seed").contains(r#""id":"umem-xyz""#));
    assert!(said("/_emulator/clock").contains("now"));
    assert!(said("/_emulator/faults").contains("CreateUMemSpace:status=503"));
    assert!(said("/_emulator/calls").contains(r#""count":0"#));
    assert!(said("/meta-data/latest/region").contains("cn-bj2"));
    assert_eq!(said("/_emulator/downloads/"), "");
    let files = std::fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().path());
    let mut downloaded = files.filter(|path| path.extension().is_some_and(|it| it == "rdb"));
    assert!(std::fs::read(downloaded.next().unwrap()).unwrap().starts_with(b"REDIS"));
}
