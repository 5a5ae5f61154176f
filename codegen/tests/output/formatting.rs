//! `cargo fmt` agrees with every line that is generated, however long the names in it are.
//!
//! A description with names of every length sweeps each construct of the generated code over the margin.

use std::fmt::Write as _;
use std::path::Path;

use codegen::Sources;

use crate::support::{fill, rustfmt};

/// Names beyond this are longer than what stands around them leaves of a line.
const LONGEST: usize = 36;

#[test]
fn rustfmt_would_change_nothing_at_any_length_of_names() {
    let mut sources = Sources::new();
    sources.insert("product.yaml", PRODUCT);
    let mut ret_codes = "gateway:\n  source: s\n  codes:\n".to_owned();
    let mut regions = "source: s\nregions:\n".to_owned();
    for length in 3..=LONGEST {
        let name =
            |initial: &str| initial.to_owned() + &"y".repeat(length - initial.len());
        sources.insert(format!("actions/{}.yaml", name("A")), action(length, name));
        sources.insert(format!("models/{}.yaml", name("M")), model(name));
        sources.insert(format!("enums/{}.yaml", name("E")), enumeration(name));
        let (name, id) = (name("C"), name("c"));
        writeln!(ret_codes, "    - {{ code: {length}, name: {name}, temporary: true }}")
            .unwrap();
        writeln!(regions, "  - id: {id}\n    name: {name}\n    zones:").unwrap();
        for zone in 0..length % 4 {
            writeln!(regions, "      - {{ id: {id}-{zone}, name: {name} }}").unwrap();
        }
        if length % 4 == 0 {
            regions = regions.trim_end().trim_end_matches("zones:").to_owned();
            regions += "zones: []\n";
        }
    }
    sources.insert("ret_codes.yaml", ret_codes);
    sources.insert("regions.yaml", regions);

    let generated =
        codegen::generate(&sources).unwrap_or_else(|report| panic!("{report}"));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("lengths");
    fill(&folder, &generated.files);
    rustfmt(&folder.join("mod.rs"));
}

const PRODUCT: &str = "\
product: Lengths
crate: ucloud-umem
endpoint: https://a.example
in_vpc_endpoint: http://a.example
pages: https://docs.example/
sections:
  - { title: Section, doc: Of all actions. }
common:
  - { name: Region, type: string, doc: The region. }
  - { name: Zone, type: string, doc: The zone. }
  - { name: ProjectId, type: string, doc: The project. }
";

/// Every kind of row that an action can have; what is required differs by length, as do the names.
fn action(length: usize, name: impl Fn(&str) -> String) -> String {
    let required =
        |which: usize| if length % 5 >= which { "required: true, " } else { "" };
    let [action, model, set] = ["A", "M", "E"].map(&name);
    let [text, int, single, list, many, switch, plain, secret] =
        ["T", "I", "S", "L", "N", "W", "B", "P"].map(&name);
    let [items, json, flag, time, float] = ["D", "J", "F", "K", "G"].map(&name);
    format!(
        "\
action: {action}
title: {text} {int}
section: Section
source: s
effect: read
request:
  - {{ name: Region, type: string, required: true }}
  - {{ name: Zone, type: string }}
  - {{ name: {text}, type: string, {t}doc: A text. }}
  - {{ name: {int}, type: int, {i}doc: A number. }}
  - {{ name: {set}, type: string, as: {set}, {e}doc: A value. }}
  - {{ name: {many}.N.{int}, type: int, {n}doc: A number. }}
  - {{ name: {many}.N.{text}, type: string, doc: A text. }}
  - {{ name: {single}.{float}, type: float, doc: A number. }}
  - {{ name: {list}.N, type: string, doc: Texts. }}
  - {{ name: {switch}, type: string, as: {{ bool: [{switch}, off] }}, doc: A switch. }}
  - {{ name: {plain}, type: string, as: base64, doc: A text. }}
  - {{ name: {secret}, type: string, sensitive: true, as: base64, doc: A secret. }}
  - {{ name: {time}, type: int, as: timestamp, doc: A time. }}
  - {{ name: {float}, type: float, doc: A number. }}
  - {{ name: {flag}, type: bool, doc: A flag. }}
  - {{ name: Offset{offset}, type: int, doc: How many to skip. }}
  - {{ name: Limit{offset}, type: int, default: 20, doc: How many to return. }}
response:
  - {{ name: {items}, type: \"[{model}]\", required: true, doc: Models. }}
  - {{ name: {model}, type: {model}, doc: A model. }}
  - {{ name: {json}, type: object, doc: JSON. }}
  - {{ name: {flag}, type: bool, required: true, doc: A flag. }}
  - {{ name: {list}, type: \"[string]\", doc: Texts. }}
  - {{ name: {int}, type: int, {i}doc: A number. }}
pages: {{ offset: Offset{offset}, limit: Limit{offset}, items: {items}, total: {int}, key: {text} }}
waiters:
  - {{ name: {waiter}, doc: It is done., find: {{ in: {items}, key: {text} }}, member: {set}, success: [{value}], absent: {absent} }}
example:
  request:
    Region: cyy
    {text}: {text}
    {int}: \"12345678\"
    {set}: {value}
    {many}.0.{int}: \"7\"
    {many}.0.{text}: {text}
    {many}.1.{int}: \"8\"
    {single}.{float}: \"0.5\"
    {list}.0: {text}
    {list}.1: {int}
    {switch}: {switch}
    {plain}: {plain}
    {secret}: {secret}
    {time}: \"1577836800\"
    {float}: \"1.5\"
    {flag}: \"true\"
    Limit{offset}: \"5\"
  response: |
    {{ \"RetCode\": 0, \"{items}\": [{entry}, {entry}], \"{model}\": {entry}, \"{json}\": {{ \"{text}\": [{{ \"{int}\": \"{text}\" }}] }}, \"{flag}\": true, \"{list}\": [\"{text}\"], \"{int}\": 2 }}
",
        t = required(1),
        i = required(2),
        e = required(3),
        n = required(4),
        offset = &action[1..],
        waiter = name("w"),
        value = name("V"),
        absent = ["retry", "success", "failure"][length % 3],
        entry = entry(&name),
    )
}

fn entry(name: impl Fn(&str) -> String) -> String {
    let [text, set, secret, plain, time, float, flag, switch, value] =
        ["T", "E", "P", "B", "K", "G", "F", "W", "V"].map(name);
    format!(
        "{{ \"{text}\": \"{text}\", \"{set}\": \"{value}\", \"{secret}\": \"{secret}\", \"{plain}\": \"{plain}\", \
         \"{time}\": 1577836800, \"{float}\": 1.25, \"{flag}\": false, \"{switch}\": \"off\" }}"
    )
}

fn model(name: impl Fn(&str) -> String) -> String {
    let [model, text, set, secret, plain, time, float, flag, switch] =
        ["M", "T", "E", "P", "B", "K", "G", "F", "W"].map(name);
    format!(
        "\
model: {model}
members:
  - {{ name: {text}, type: string, required: true }}
  - {{ name: {set}, type: string, as: {set} }}
  - {{ name: {secret}, type: string, sensitive: true, as: base64 }}
  - {{ name: {plain}, type: string, as: base64 }}
  - {{ name: {time}, type: int, as: timestamp }}
  - {{ name: {float}, type: float }}
  - {{ name: {flag}, type: bool, required: true }}
  - {{ name: {switch}, type: string, required: true, as: {{ bool: [{switch}, off] }} }}
"
    )
}

fn enumeration(name: impl Fn(&str) -> String) -> String {
    let [set, value, other] = ["E", "V", "X"].map(name);
    format!(
        "enum: {set}\nvalues:\n  - {{ wire: {value} }}\n  - {{ wire: {other}, doc: Another. }}\n"
    )
}
