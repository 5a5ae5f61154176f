//! Whole actions, pages and models.

use std::fs;

use crate::sandbox::Sandbox;

#[test]
fn an_action_whose_page_is_gone() {
    let sandbox = Sandbox::new();
    fs::remove_file(sandbox.page("delete_berth")).unwrap();
    assert_eq!(
        sandbox.drift(),
        r#"breaking:
  action `DeleteBerth` is gone; what was written of it: "It has to be free.""#
    );
    assert!(!sandbox.spec().join("actions/DeleteBerth.yaml").exists());
    sandbox.regenerate();
}

#[test]
fn a_model_goes_with_its_action() {
    let sandbox = Sandbox::new();
    fs::remove_file(sandbox.page("get_berth_price")).unwrap();
    assert_eq!(
        sandbox.drift(),
        r#"breaking:
  action `GetBerthPrice` is gone; what was written of it: "Ask what a berth costs"
  model `PriceInfo` is gone; what was written of it: "A price.""#
    );
    sandbox.regenerate();
}

#[test]
fn a_folder_that_product_yaml_does_not_name() {
    let sandbox = Sandbox::new();
    fs::create_dir(sandbox.path().join("buoy-api")).unwrap();
    let page = fs::read_to_string(sandbox.page("delete_berth")).unwrap();
    let buoy = sandbox.path().join("buoy-api/delete_buoy.md");
    fs::write(&buoy, page.replace("Berth", "Buoy")).unwrap();
    assert_eq!(sandbox.drift(), "");
    // A single page of it.
    sandbox.edit_spec(
        "product.yaml",
        "[harbour-api]",
        "[harbour-api], pages: [buoy-api/delete_buoy]",
    );
    assert_eq!(
        sandbox.drift(),
        "added:
  action `DeleteBuoy` is new (buoy-api/delete_buoy.md:1)"
    );
    assert!(sandbox.text("actions/DeleteBuoy.yaml").contains("source: buoy-api/delete_buoy\n"));
    sandbox.regenerate();
    // All pages of both folders.
    sandbox.edit_spec(
        "product.yaml",
        "[harbour-api], pages: [buoy-api/delete_buoy]",
        "[harbour-api, buoy-api]",
    );
    assert_eq!(sandbox.drift(), "");
    fs::remove_file(buoy).unwrap();
    assert_eq!(sandbox.drift(), "breaking:\n  action `DeleteBuoy` is gone");
}

/// Drafts and pages that are left over are in no navigation.
#[test]
fn of_two_pages_for_one_action_the_one_in_the_sidebar_counts() {
    let sandbox = Sandbox::new();
    let page = fs::read_to_string(sandbox.page("delete_berth")).unwrap();
    fs::write(
        sandbox.page("delete_berth_v2"),
        page.replace("要删除的泊位 |**Yes**|", "要删除的泊位 |No|"),
    )
    .unwrap();
    let left_out = "not taken, or assumed:
  harbour-api/delete_berth_v2.md:1: `DeleteBerth` is described in harbour-api/delete_berth.md already: the page is left out";
    assert_eq!(sandbox.drift(), left_out);
    fs::write(sandbox.page("_sidebar"), "- [删除泊位](api/harbour-api/delete_berth_v2)\n").unwrap();
    let told = sandbox.drift();
    assert!(
        told.starts_with(
            "breaking:
  `DeleteBerth`: parameter `BerthId` is no longer required: its argument becomes a setter (harbour-api/delete_berth_v2.md:28)

changed, and callers need not change:
  `DeleteBerth`: its page was `harbour-api/delete_berth`, is `harbour-api/delete_berth_v2` (harbour-api/delete_berth_v2.md:1)"
        ),
        "{told}"
    );
}

#[test]
fn a_new_action() {
    let sandbox = Sandbox::new();
    let page = fs::read_to_string(sandbox.page("delete_berth")).unwrap();
    fs::write(sandbox.page("drain_berth"), page.replace("DeleteBerth", "DrainBerth")).unwrap();
    assert_eq!(
        sandbox.drift(),
        "added:
  action `DrainBerth` is new (harbour-api/drain_berth.md:1)"
    );
    assert!(sandbox.text("actions/DrainBerth.yaml").contains("effect: non_idempotent\n"));
    sandbox.regenerate();
}

#[test]
fn a_page_that_is_renamed_in_its_folder() {
    let sandbox = Sandbox::new();
    fs::rename(sandbox.page("delete_berth"), sandbox.page("remove_berth")).unwrap();
    assert_eq!(
        sandbox.drift(),
        "changed, and callers need not change:
  `DeleteBerth`: its page was `harbour-api/delete_berth`, is `harbour-api/remove_berth` (harbour-api/remove_berth.md:1)"
    );
    assert!(
        sandbox.text("actions/DeleteBerth.yaml").contains("source: harbour-api/remove_berth\n")
    );
    sandbox.regenerate();
}

#[test]
fn a_model_that_is_renamed() {
    let sandbox = Sandbox::new();
    let page = fs::read_to_string(sandbox.page("describe_berth")).unwrap();
    fs::write(sandbox.page("describe_berth"), page.replace("CraneInfo", "GantryInfo")).unwrap();
    assert_eq!(
        sandbox.drift(),
        r#"breaking:
  model `CraneInfo` is gone; what was written of it: "One crane."; `GantryInfo` is new and has all members of it: if it was renamed, move over what was written
  model `BerthSet`: field `Cranes` was `[CraneInfo]`, is `[GantryInfo]` (harbour-api/describe_berth.md:55)

added:
  model `GantryInfo` is new (harbour-api/describe_berth.md:59)"#
    );
    sandbox.regenerate();
}

#[test]
fn a_model_that_is_renamed_and_changed() {
    let sandbox = Sandbox::new();
    let page = fs::read_to_string(sandbox.page("describe_berth")).unwrap();
    let page = page.replace("CraneInfo", "GantryInfo");
    fs::write(sandbox.page("describe_berth"), page.replace("| **Colour** |", "| **Paint** |"))
        .unwrap();
    assert_eq!(
        sandbox.drift(),
        r#"breaking:
  model `CraneInfo` is gone; what was written of it: "One crane."; `GantryInfo` is new and has 3 of the 4 members of it: if it was renamed, move over what was written
  model `BerthSet`: field `Cranes` was `[CraneInfo]`, is `[GantryInfo]` (harbour-api/describe_berth.md:55)

added:
  model `GantryInfo` is new (harbour-api/describe_berth.md:59)"#
    );
    sandbox.regenerate();
}

#[test]
fn what_was_written_before_there_was_an_import() {
    let sandbox = Sandbox::by_hand();
    assert_eq!(
        sandbox.drift(),
        "to read:
  `CreateBerth`: its page is seen for the first time: compare it with what is written (harbour-api/create_berth.md:1)
  `DeleteBerth`: its page is seen for the first time: compare it with what is written (harbour-api/delete_berth.md:1)
  `DescribeBerth`: its page is seen for the first time: compare it with what is written (harbour-api/describe_berth.md:1)
  `GetBerthPrice`: its page is seen for the first time: compare it with what is written (harbour-api/get_berth_price.md:1)
  `RenameBerth`: its page is seen for the first time: compare it with what is written (harbour-api/rename_berth.md:1)"
    );
}

#[test]
fn everything_is_new_in_an_empty_folder() {
    let sandbox = Sandbox::with_pages();
    assert_eq!(
        sandbox.drift(),
        "added:
  action `CreateBerth` is new (harbour-api/create_berth.md:1)
  action `DeleteBerth` is new (harbour-api/delete_berth.md:1)
  action `DescribeBerth` is new (harbour-api/describe_berth.md:1)
  action `GetBerthPrice` is new (harbour-api/get_berth_price.md:1)
  action `RenameBerth` is new (harbour-api/rename_berth.md:1)
  model `BerthSet` is new (harbour-api/describe_berth.md:46)
  model `CraneInfo` is new (harbour-api/describe_berth.md:59)
  model `PriceInfo` is new (harbour-api/get_berth_price.md:45)"
    );
    sandbox.regenerate();
}

#[test]
fn rows_in_another_order() {
    let sandbox = Sandbox::new();
    let before = sandbox.files();
    let (name, depth) = (
        "| **Name** | string | 泊位名称 |**Yes**|\n",
        "| **Depth** | int | 水深，单位米 |**Yes**|\n",
    );
    sandbox.edit("create_berth", &format!("{name}{depth}"), &format!("{depth}{name}"));
    let (id, load) = (
        "| **CraneId** | string | 吊机编号 |**Yes**|\n",
        "| **Load** | int | 最大起重量，单位吨 |**Yes**|\n",
    );
    sandbox.edit("describe_berth", &format!("{id}{load}"), &format!("{load}{id}"));
    let otherwise = "the page is written otherwise, in nothing that is read here: read it";
    assert_eq!(
        sandbox.drift(),
        format!(
            "to read:
  `CreateBerth`: {otherwise} (harbour-api/create_berth.md:1)
  `DescribeBerth`: {otherwise} (harbour-api/describe_berth.md:1)"
        )
    );
    assert_same_but_lock(&sandbox, before);
}

/// Fails unless the description is as it was.
#[track_caller]
fn assert_same_but_lock(sandbox: &Sandbox, mut before: crate::support::Files) {
    let lock = std::path::PathBuf::from("pages.lock");
    before.insert(lock.clone(), sandbox.files()[&lock].clone());
    crate::support::assert_holds(&sandbox.spec(), &before, "");
}

#[test]
fn pages_that_are_laid_out_otherwise() {
    let sandbox = Sandbox::new();
    let before = sandbox.files();
    let page = fs::read_to_string(sandbox.page("describe_berth")).unwrap();
    let page = page.replace("|:---|:---|:---|:---|", "| --- | :-: | --- | --: |");
    let page = page
        .replace("| string |", "|    string  |")
        .replace("\n\n", "\n\n\n")
        .replace("**Yes**", " Yes ");
    let page = page.replace("  \"", "\t\"");
    fs::write(sandbox.page("describe_berth"), page.replace('\n', "\r\n")).unwrap();
    assert_eq!(
        sandbox.drift(),
        "to read:
  `DescribeBerth`: the page's prose changed: read it (harbour-api/describe_berth.md:1)"
    );
    assert_same_but_lock(&sandbox, before);
    // Ends of lines are the checkout's.
    let page = fs::read_to_string(sandbox.page("delete_berth")).unwrap();
    fs::write(sandbox.page("delete_berth"), page.replace('\n', "\r\n")).unwrap();
    assert_eq!(sandbox.drift(), "");
}
