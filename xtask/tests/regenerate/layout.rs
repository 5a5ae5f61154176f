//! The one layout of a description: `fmt` writes it, `regenerate` refuses another one.

use std::fs;
use std::process::Output;

use crate::support::{Bench, assert_holds, code, said, snapshot};

fn fmt(bench: &Bench) -> Output {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_xtask"));
    command.args(["fmt", "--spec", "spec"]).current_dir(bench.path()).output().unwrap()
}

#[test]
fn another_layout_is_refused_and_fmt_writes_the_one() {
    let bench = Bench::made_up(1);
    bench.regenerate();
    let before = snapshot(bench.path());
    bench.edit(
        "actions/DescribeThing0.yaml",
        "  - { name: Zone, type: string }\n",
        "  - type: string\n    name: 'Zone'\n",
    );
    let other = snapshot(bench.path());
    for output in [bench.check(), bench.command().output().unwrap()] {
        assert_eq!(code(&output), Some(1), "{}", said(&output));
        assert_eq!(
            said(&output),
            "stale: spec/actions/DescribeThing0.yaml
--- as it is
+++ as it should be
@@ -5,8 +5,7 @@
 effect: read
 request:
   - { name: Region, type: string, required: true }
-  - type: string
-    name: 'Zone'
+  - { name: Zone, type: string }
   - { name: ProjectId, type: string }
   - { name: ThingId, type: string, required: true, doc: Thing that is asked about. }
   - { name: Extra0, type: int, unit: GB, doc: A size that is asked for. }

the description is not in its one layout. To bring it there:

    cargo xtask fmt --spec spec
"
        );
        assert_holds(bench.path(), &other, "");
    }
    let output = fmt(&bench);
    assert_eq!((code(&output), said(&output).as_str()), (Some(0), "wrote spec: 1 file changed\n"));
    assert_holds(bench.path(), &before, "after fmt");
    assert_eq!(said(&fmt(&bench)), "spec is up to date\n");
}

#[test]
fn line_ends_are_the_checkout_s() {
    let bench = Bench::made_up(1);
    let path = bench.spec().join("product.yaml");
    let text = fs::read_to_string(&path).unwrap().replace('\n', "\r\n");
    fs::write(&path, &text).unwrap();
    assert_eq!(said(&fmt(&bench)), "spec is up to date\n");
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
}

/// The layout has no place for a comment, and nothing is lost without a word.
#[test]
fn comments_are_refused() {
    let bench = Bench::made_up(1);
    bench.edit("models/ThingSet0.yaml", "doc: One thing.\n", "doc: One thing. # why\n");
    let before = snapshot(bench.path());
    for output in [fmt(&bench), bench.command().output().unwrap()] {
        assert_eq!(code(&output), Some(1));
        let said = said(&output);
        assert!(
            said.starts_with("error: comment in a description: expected keys and values alone\n"),
            "{said}"
        );
        assert!(said.contains("--> spec/models/ThingSet0.yaml:2:17\n"), "{said}");
        assert!(said.contains("write it as `note: ..`"), "{said}");
        assert_holds(bench.path(), &before, "");
    }
}
