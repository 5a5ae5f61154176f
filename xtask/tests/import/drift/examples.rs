//! Examples.

use crate::sandbox::Sandbox;

#[test]
fn values_of_a_request() {
    let sandbox = Sandbox::new();
    sandbox.edit(
        "create_berth",
        "&Depth=12\n&Tags.0=deep\n",
        "&Depth=13\n&Tags.0=deep\n&Tags.1=old\n",
    );
    sandbox.edit("create_berth", "&Colour=red\n", "&Flag=blue\n");
    assert_eq!(
        sandbox.drift(),
        "examples:
  `CreateBerth`: in the example's request, `Depth` was `12`, is `13`; `Flag` is new; `Tags.1` is new; `Colour` is gone (harbour-api/create_berth.md:1)"
    );
    sandbox.regenerate();
}

#[test]
fn a_response() {
    let sandbox = Sandbox::new();
    sandbox.edit("create_berth", "\"BerthId\": \"berth-1\"", "\"BerthId\": \"berth-2\"");
    assert_eq!(
        sandbox.drift(),
        "examples:
  `CreateBerth`: the example has another response (harbour-api/create_berth.md:1)"
    );
    sandbox.regenerate();
}

#[test]
fn an_example_of_an_action_that_had_none() {
    let sandbox = Sandbox::new();
    let text = sandbox.text("actions/DeleteBerth.yaml");
    let (text, _) = text.split_once("example:").unwrap();
    std::fs::write(sandbox.spec().join("actions/DeleteBerth.yaml"), text).unwrap();
    assert_eq!(
        sandbox.drift(),
        "examples:
  `DeleteBerth`: the example has a request now (harbour-api/delete_berth.md:1)
  `DeleteBerth`: the example has a response now (harbour-api/delete_berth.md:1)"
    );
}
