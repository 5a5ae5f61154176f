//! Things that no page has any more: reported and kept, and removed with `--prune` alone.

use std::fs;
use std::path::Path;

use crate::sandbox::{DOCS, Sandbox, stdout};
use crate::support::{assert_holds, code};

/// Makes a sandbox whose pages have lost an action, a parameter, a field and a model.
fn changed() -> Sandbox {
    let sandbox = Sandbox::new();
    fs::remove_file(sandbox.page("delete_berth")).unwrap();
    sandbox.edit("create_berth", "| **Depth** | int | 水深，单位米 |**Yes**|\n", "");
    sandbox.edit("describe_berth", "| **Depth** | int | 水深，单位米 |No|\n", "");
    sandbox.edit(
        "get_berth_price",
        "| **Price** | [*PriceInfo*](#PriceInfo) | 价格 |**Yes**|\n",
        "| **Price** | float | 价格 |**Yes**|\n",
    );
    sandbox
}

const GONE: &str = r#"5 pages of actions were read

breaking:
  action `DeleteBerth` is gone; what was written of it: "It has to be free."
  model `PriceInfo` is gone; what was written of it: "A price."
  `CreateBerth`: parameter `Depth` is gone; what was written of it: "How deep it is." (harbour-api/create_berth.md:1)
  model `BerthSet`: field `Depth` is gone; what was written of it: "How deep it is." (harbour-api/describe_berth.md:46)
"#;

#[test]
fn what_is_gone_is_reported_and_kept() {
    let sandbox = changed();
    let told = sandbox.import(&[DOCS]);
    let gone = GONE.replacen('5', "4", 1);
    assert!(told.starts_with(&gone), "{told}");
    assert!(
        told.contains(
            "\n\nwhat is gone from the pages was kept: review it, then remove it with --prune\n\n"
        ),
        "{told}"
    );
    assert!(sandbox.text("actions/DeleteBerth.yaml").contains("doc: It has to be free.\n"));
    assert!(sandbox.text("models/PriceInfo.yaml").contains("doc: A price.\n"));
    assert!(sandbox.text("actions/CreateBerth.yaml").contains("name: Depth, type: int"));
    assert!(sandbox.text("models/BerthSet.yaml").contains("name: Depth, type: int"));

    // It is reported until it is removed.
    let written = sandbox.files();
    let again = sandbox.import(&[DOCS]);
    assert!(again.starts_with(&gone), "{again}");
    assert!(again.ends_with("\n\nspec was not changed\n"), "{again}");
    let checked = sandbox.output(&[DOCS, "--check"]);
    assert_eq!(code(&checked), Some(1));
    assert!(stdout(&checked).starts_with(&gone));
    assert!(
        String::from_utf8(checked.stderr)
            .unwrap()
            .ends_with("    cargo xtask import --prune . --spec spec\n")
    );
    assert_holds(&sandbox.spec(), &written, "after a second import");

    sandbox.import(&[DOCS, "--prune"]);
    for file in ["actions/DeleteBerth.yaml", "models/PriceInfo.yaml"] {
        assert!(!sandbox.spec().join(file).exists(), "{file}");
    }
    assert!(!sandbox.text("actions/CreateBerth.yaml").contains("Depth, type"));
    assert!(!sandbox.text("models/BerthSet.yaml").contains("Depth"));
    assert_eq!(sandbox.import(&[DOCS]), "spec is up to date\n");
    sandbox.regenerate();
}

/// Removing at once gives the same as removing later.
#[test]
fn prune_at_once_gives_the_same() {
    let (at_once, later) = (changed(), changed());
    at_once.import(&["--prune", DOCS]);
    later.import(&[DOCS]);
    later.import(&[DOCS, "--prune"]);
    assert_holds(&later.spec(), &at_once.files(), "");
}

/// A page that comes back finds its action as it was.
#[test]
fn a_page_that_comes_back_finds_its_action_unchanged() {
    let sandbox = Sandbox::new();
    let before = sandbox.files();
    let page = fs::read(sandbox.page("describe_berth")).unwrap();
    fs::remove_file(sandbox.page("describe_berth")).unwrap();
    assert!(sandbox.import(&[DOCS]).contains("action `DescribeBerth` is gone"));
    for (path, bytes) in &before {
        if path != Path::new("pages.lock") {
            assert_eq!(&fs::read(sandbox.spec().join(path)).unwrap(), bytes, "{path:?}");
        }
    }
    fs::write(sandbox.page("describe_berth"), page).unwrap();
    sandbox.import(&[DOCS]);
    assert_holds(&sandbox.spec(), &before, "");
}
