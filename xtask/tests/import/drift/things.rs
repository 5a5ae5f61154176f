//! Whole actions, pages and models.

use std::fs;

use crate::desk::{Desk, PAGES};

#[test]
fn an_action_whose_page_is_gone() {
    let desk = Desk::new();
    fs::remove_file(desk.page("delete_berth")).unwrap();
    assert_eq!(
        desk.drift(),
        r#"breaking:
  action `DeleteBerth` is gone; what was written of it: "It has to be free.""#
    );
    assert!(!desk.spec().join("actions/DeleteBerth.yaml").exists());
    desk.regenerate();
}

#[test]
fn a_model_goes_with_its_action() {
    let desk = Desk::new();
    fs::remove_file(desk.page("get_berth_price")).unwrap();
    assert_eq!(
        desk.drift(),
        r#"breaking:
  action `GetBerthPrice` is gone; what was written of it: "Ask what a berth costs"
  model `PriceInfo` is gone; what was written of it: "A price.""#
    );
    desk.regenerate();
}

#[test]
fn pages_that_were_not_given_are_not_gone() {
    let desk = Desk::new();
    assert_eq!(desk.drift_of(&["harbour-api/delete_berth.md"]), "");
    for page in ["create_berth", "get_berth_price", "rename_berth"] {
        fs::remove_file(desk.page(page)).unwrap();
    }
    assert_eq!(
        desk.drift(),
        "not taken, or assumed:
  harbour-api/delete_berth.md:1: 3 of the 5 known pages of `harbour-api` are not in its folder: taken as a part of them, so that nothing is gone"
    );
}

#[test]
fn a_new_action() {
    let desk = Desk::new();
    let page = fs::read_to_string(desk.page("delete_berth")).unwrap();
    fs::write(desk.page("drain_berth"), page.replace("DeleteBerth", "DrainBerth"))
        .unwrap();
    assert_eq!(
        desk.drift(),
        "added:
  action `DrainBerth` is new (harbour-api/drain_berth.md:1)"
    );
    assert!(desk.text("actions/DrainBerth.yaml").contains("effect: non_idempotent\n"));
    desk.regenerate();
}

#[test]
fn a_page_that_is_renamed_in_its_folder() {
    let desk = Desk::new();
    fs::rename(desk.page("delete_berth"), desk.page("remove_berth")).unwrap();
    assert_eq!(
        desk.drift(),
        "changed, and callers need not change:
  `DeleteBerth`: its page was `harbour-api/delete_berth`, is `harbour-api/remove_berth` (harbour-api/remove_berth.md:1)"
    );
    assert!(
        desk.text("actions/DeleteBerth.yaml")
            .contains("source: harbour-api/remove_berth\n")
    );
    desk.regenerate();
}

/// Somebody's copy of a page is the page.
#[test]
fn a_page_in_another_folder() {
    let desk = Desk::new();
    fs::create_dir(desk.path().join("downloads")).unwrap();
    fs::rename(desk.page("delete_berth"), desk.path().join("downloads/new.md")).unwrap();
    assert_eq!(desk.drift_of(&["downloads/new.md"]), "");
}

#[test]
fn a_model_that_is_renamed() {
    let desk = Desk::new();
    let page = fs::read_to_string(desk.page("describe_berth")).unwrap();
    fs::write(desk.page("describe_berth"), page.replace("CraneInfo", "GantryInfo"))
        .unwrap();
    assert_eq!(
        desk.drift(),
        r#"breaking:
  model `CraneInfo` is gone; what was written of it: "One crane."; `GantryInfo` is new and has all members of it: if it was renamed, move over what was written
  model `BerthSet`: member `Cranes` was `[CraneInfo]`, is `[GantryInfo]` (harbour-api/describe_berth.md:55)

added:
  model `GantryInfo` is new (harbour-api/describe_berth.md:59)"#
    );
    desk.regenerate();
}

#[test]
fn a_model_that_is_renamed_and_changed() {
    let desk = Desk::new();
    let page = fs::read_to_string(desk.page("describe_berth")).unwrap();
    let page = page.replace("CraneInfo", "GantryInfo");
    fs::write(
        desk.page("describe_berth"),
        page.replace("| **Colour** |", "| **Paint** |"),
    )
    .unwrap();
    assert_eq!(
        desk.drift(),
        r#"breaking:
  model `CraneInfo` is gone; what was written of it: "One crane."; `GantryInfo` is new and has 3 of the 4 members of it: if it was renamed, move over what was written
  model `BerthSet`: member `Cranes` was `[CraneInfo]`, is `[GantryInfo]` (harbour-api/describe_berth.md:55)

added:
  model `GantryInfo` is new (harbour-api/describe_berth.md:59)"#
    );
    desk.regenerate();
}

#[test]
fn what_was_written_before_there_was_an_import() {
    let desk = Desk::by_hand();
    assert_eq!(
        desk.drift(),
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
    let desk = Desk::with_pages();
    assert_eq!(
        desk.drift_of(&[PAGES]),
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
    desk.regenerate();
}

#[test]
fn rows_in_another_order() {
    let desk = Desk::new();
    let before = desk.files();
    let (name, depth) = (
        "| **Name** | string | 泊位名称 |**Yes**|\n",
        "| **Depth** | int | 水深，单位米 |**Yes**|\n",
    );
    desk.edit("create_berth", &format!("{name}{depth}"), &format!("{depth}{name}"));
    let (id, load) = (
        "| **CraneId** | string | 吊机编号 |**Yes**|\n",
        "| **Load** | int | 最大起重量，单位吨 |**Yes**|\n",
    );
    desk.edit("describe_berth", &format!("{id}{load}"), &format!("{load}{id}"));
    assert_eq!(desk.drift(), "");
    assert!(desk.files() == before);
}

#[test]
fn pages_that_are_laid_out_otherwise() {
    let desk = Desk::new();
    let before = desk.files();
    let page = fs::read_to_string(desk.page("describe_berth")).unwrap();
    let page = page.replace("|:---|:---|:---|:---|", "| --- | :-: | --- | --: |");
    let page = page
        .replace("| string |", "|    string  |")
        .replace("\n\n", "\n\n\n")
        .replace("**Yes**", " Yes ");
    let page = page.replace("  \"", "\t\"");
    fs::write(desk.page("describe_berth"), page.replace('\n', "\r\n")).unwrap();
    assert_eq!(desk.drift(), "");
    assert!(desk.files() == before);
}
