//! `cargo test` alone finds that someone changed api-spec or codegen and did not regenerate, or
//! edited what is generated.

use std::fs;

use xtask::flags::Regenerate;
use xtask::regenerate;

#[test]
fn generated_is_up_to_date() {
    let check = Regenerate { check: true, ..Regenerate::default() };
    if let Err(error) = regenerate::run(&check) {
        panic!("\n{error}\n");
    }
}

/// The vendor's page of regions says how many there are.
#[test]
fn all_regions_and_zones_are_described() {
    let spec = concat!(env!("CARGO_MANIFEST_DIR"), "/../api-spec/regions.yaml");
    let text = fs::read_to_string(spec).unwrap();
    let starts = |prefix: &str| text.lines().filter(|line| line.starts_with(prefix)).count();
    assert_eq!((starts("  - id: "), starts("      - { id: ")), (33, 43));
}

/// 19 codes of the gateway and 25 of the product. Four of the gateway's are temporary, and twelve
/// of the product's advise to try again later.
#[test]
fn all_ret_codes_are_described() {
    let spec = concat!(env!("CARGO_MANIFEST_DIR"), "/../api-spec/ret_codes.yaml");
    let text = fs::read_to_string(spec).unwrap();
    assert_eq!(text.matches("{ code: ").count(), 19 + 25);
    let temporary: Vec<_> = text.lines().filter(|line| line.contains("temporary: true")).collect();
    let numbers: Vec<_> =
        temporary.iter().filter_map(|line| line.split([' ', ',']).nth(7)).collect();
    assert_eq!(
        numbers,
        [
            "110", "130", "150", "153", "20002", "20003", "20016", "20102", "20103", "20200",
            "20201", "20202", "20203", "20204", "20205", "20206",
        ]
    );
    for line in temporary.iter().filter(|line| line.contains("code: 20")) {
        assert!(line.contains("UCloud advises to try again later."), "{line}");
    }
}
