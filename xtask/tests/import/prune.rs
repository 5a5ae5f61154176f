//! Things that no page has any more: reported and kept, and removed with `--prune` alone.

use std::fs;
use std::path::Path;

use crate::desk::{DOCS, Desk, stdout};
use crate::support::{assert_holds, code};

/// A sandbox in which an action, a parameter, a field and a model are gone from the pages.
fn changed() -> Desk {
    let desk = Desk::new();
    fs::remove_file(desk.page("delete_berth")).unwrap();
    desk.edit("create_berth", "| **Depth** | int | 水深，单位米 |**Yes**|\n", "");
    desk.edit("describe_berth", "| **Depth** | int | 水深，单位米 |No|\n", "");
    desk.edit(
        "get_berth_price",
        "| **Price** | [*PriceInfo*](#PriceInfo) | 价格 |**Yes**|\n",
        "| **Price** | float | 价格 |**Yes**|\n",
    );
    desk
}

const GONE: &str = r#"5 pages of actions were read

breaking:
  action `DeleteBerth` is gone; what was written of it: "It has to be free."
  model `PriceInfo` is gone; what was written of it: "A price."
  `CreateBerth`: parameter `Depth` is gone; what was written of it: "How deep it is." (harbour-api/create_berth.md:1)
  model `BerthSet`: member `Depth` is gone; what was written of it: "How deep it is." (harbour-api/describe_berth.md:46)
"#;

#[test]
fn what_is_gone_is_reported_and_kept() {
    let desk = changed();
    let told = desk.import(&[DOCS]);
    let gone = GONE.replacen('5', "4", 1);
    assert!(told.starts_with(&gone), "{told}");
    assert!(
        told.contains(
            "\n\nwhat is gone from the pages was kept: review it, then remove it with --prune\n\n"
        ),
        "{told}"
    );
    assert!(desk.text("actions/DeleteBerth.yaml").contains("doc: It has to be free.\n"));
    assert!(desk.text("models/PriceInfo.yaml").contains("doc: A price.\n"));
    assert!(desk.text("actions/CreateBerth.yaml").contains("name: Depth, type: int"));
    assert!(desk.text("models/BerthSet.yaml").contains("name: Depth, type: int"));

    // It is reported until it is removed.
    let written = desk.files();
    let again = desk.import(&[DOCS]);
    assert!(again.starts_with(&gone), "{again}");
    assert!(again.ends_with("\n\nspec was not changed\n"), "{again}");
    let checked = desk.output(&[DOCS, "--check"]);
    assert_eq!(code(&checked), Some(1));
    assert!(stdout(&checked).starts_with(&gone));
    assert!(
        String::from_utf8(checked.stderr)
            .unwrap()
            .ends_with("    cargo xtask import --prune . --spec spec\n")
    );
    assert_holds(&desk.spec(), &written, "after a second import");

    desk.import(&[DOCS, "--prune"]);
    for file in ["actions/DeleteBerth.yaml", "models/PriceInfo.yaml"] {
        assert!(!desk.spec().join(file).exists(), "{file}");
    }
    assert!(!desk.text("actions/CreateBerth.yaml").contains("Depth, type"));
    assert!(!desk.text("models/BerthSet.yaml").contains("Depth"));
    assert_eq!(desk.import(&[DOCS]), "spec is up to date\n");
    desk.regenerate();
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
    let desk = Desk::new();
    let before = desk.files();
    let page = fs::read(desk.page("describe_berth")).unwrap();
    fs::remove_file(desk.page("describe_berth")).unwrap();
    assert!(desk.import(&[DOCS]).contains("action `DescribeBerth` is gone"));
    for (path, bytes) in &before {
        if path != Path::new("pages.lock") {
            assert_eq!(&fs::read(desk.spec().join(path)).unwrap(), bytes, "{path:?}");
        }
    }
    fs::write(desk.page("describe_berth"), page).unwrap();
    desk.import(&[DOCS]);
    assert_holds(&desk.spec(), &before, "");
}
