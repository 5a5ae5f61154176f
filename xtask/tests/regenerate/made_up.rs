//! A made-up description of any size, with actions like a real product's.

use std::fmt::Write;
use std::fs;
use std::path::Path;

/// One model serves so many actions, and one enum.
const SHARED_BY: usize = 4;

const PRODUCT: &str = "\
product: Things
title: Things
crate: ucloud-umem
endpoint: \"https://api.example.com\"
in_vpc_endpoint: \"http://api.example.internal\"
docs_url: \"https://docs.example.com/\"
words: {}
sections:
  - { title: Things, doc: All of them. }
common:
  - { name: Region, type: string, doc: Region of the thing. }
  - { name: Zone, type: string, doc: Zone of the thing. }
  - { name: ProjectId, type: string, doc: Project of the thing. }
";

const RET_CODES: &str = "\
gateway:
  source: made-up/gateway
  codes:
    - { code: 153, name: Throttled, temporary: true, doc: Too many calls. }
product:
  source: made-up/things
  codes:
    - { code: 20000, name: CreateFailed, temporary: false, doc: No thing was made. }
";

const REGIONS: &str = "\
source: made-up/regions
regions:
  - id: cn-bj2
    name: Beijing 2
    zones:
      - { id: cn-bj2-02, name: Beijing 2 zone B }
";

/// Writes the description into a new folder.
pub(crate) fn write(folder: &Path, actions: usize) {
    for kind in ["actions", "models", "enums"] {
        fs::create_dir_all(folder.join(kind)).unwrap();
    }
    for (file, text) in
        [("product.yaml", PRODUCT), ("ret_codes.yaml", RET_CODES), ("regions.yaml", REGIONS)]
    {
        fs::write(folder.join(file), text).unwrap();
    }
    for number in 0..actions {
        let shared = number / SHARED_BY;
        write_file(folder, "actions", &format!("DescribeThing{number}"), &action(number, shared));
        if number % SHARED_BY == 0 {
            let next = (shared + 1) % actions.div_ceil(SHARED_BY);
            write_file(folder, "models", &format!("ThingSet{shared}"), &model(shared, next));
            write_file(folder, "enums", &format!("ThingState{shared}"), &states(shared));
        }
    }
}

fn write_file(folder: &Path, kind: &str, name: &str, text: &str) {
    fs::write(folder.join(kind).join(format!("{name}.yaml")), text).unwrap();
}

fn action(number: usize, shared: usize) -> String {
    let mut text = format!(
        "action: DescribeThing{number}\n\
         title: List the things of kind {number}\n\
         section: Things\n\
         source: made-up/describe_thing_{number}\n\
         effect: read\n\
         request:\n\
         \x20 - {{ name: Region, type: string, required: true }}\n\
         \x20 - {{ name: Zone, type: string }}\n\
         \x20 - {{ name: ProjectId, type: string }}\n\
         \x20 - {{ name: ThingId, type: string, required: true, doc: Thing that is asked about. }}\n"
    );
    for extra in 0..4 {
        writeln!(
            text,
            "  - {{ name: Extra{extra}, type: int, unit: GB, doc: A size that is asked for. }}"
        )
        .unwrap();
    }
    write!(
        text,
        "  - {{ name: Offset, type: int, default: 0, doc: How many things to skip. }}\n\
         \x20 - {{ name: Limit, type: int, default: 20, doc: Most things to return. }}\n\
         response:\n\
         \x20 - {{ name: DataSet, type: \"[ThingSet{shared}]\", doc: The things. }}\n\
         \x20 - {{ name: TotalCount, type: int, doc: Things in all. }}\n\
         pagination: {{ offset: Offset, limit: Limit, items: DataSet, total: TotalCount, key: ThingId }}\n\
         example:\n\
         \x20 request: {{ Region: cn-bj2, ThingId: thing-{number} }}\n\
         \x20 response: |\n\
         \x20   {{\n\
         \x20     \"Action\": \"DescribeThing{number}Response\", \"RetCode\": 0, \"TotalCount\": 1,\n\
         \x20     \"DataSet\": [{{ \"ThingId\": \"thing-1\", \"State\": \"Running\", \"CreateTime\": 1529912363, \"Size\": 8 }}]\n\
         \x20   }}\n"
    )
    .unwrap();
    text
}

/// Writes a model. Each one has an entry of the next one, and so they contain themselves.
fn model(shared: usize, next: usize) -> String {
    format!(
        "model: ThingSet{shared}\n\
         doc: One thing.\n\
         members:\n\
         \x20 - {{ name: ThingId, type: string, required: true, doc: Its id. }}\n\
         \x20 - {{ name: State, type: string, required: true, as: ThingState{shared}, doc: What it is doing. }}\n\
         \x20 - {{ name: CreateTime, type: int, required: true, as: timestamp, doc: When it was made. }}\n\
         \x20 - {{ name: Size, type: int, unit: GB, doc: How large it is. }}\n\
         \x20 - {{ name: Parent, type: ThingSet{next}, doc: The next thing. }}\n"
    )
}

fn states(shared: usize) -> String {
    format!(
        "enum: ThingState{shared}\n\
         doc: What a thing is doing.\n\
         values:\n\
         \x20 - {{ wire: Starting, doc: Being made. }}\n\
         \x20 - {{ wire: Running, doc: Ready for use. }}\n"
    )
}
