//! How the time for checking and resolving grows with the description.

use std::time::{Duration, Instant};

use crate::diagnostics::Diagnostics;
use crate::source::Sources;
use crate::symbols::SymbolTable;
use crate::{check, description, resolve, undocumented};

/// A description of so many actions, each with a model and an example, as the vendor's are on average.
fn made_up(actions: usize) -> Sources {
    let mut sources = Sources::new();
    sources.insert(
        "product.yaml",
        "product: Large\ncrate: large\nendpoint: https://a.example\nin_vpc_endpoint: http://a.internal\n\
         pages: https://docs.example/\nsections:\n  - { title: All, doc: All of it. }\n\
         common:\n  - { name: Region, type: string, doc: A region. }\n",
    );
    sources.insert(
        "enums/State.yaml",
        "enum: State\ndoc: A state.\nvalues:\n  - { wire: Done, doc: Done. }\n",
    );
    for index in 0..actions {
        sources.insert(
            format!("actions/DescribeThing{index}.yaml"),
            format!(
                "action: DescribeThing{index}\ntitle: List things\nsection: All\nsource: large/thing_{index}\n\
                 effect: read\nrequest:\n  - {{ name: Region, type: string, required: true }}\n\
                 \x20 - {{ name: ThingId, type: string, required: true, doc: The thing. }}\n\
                 \x20 - {{ name: Offset, type: int, default: 0, doc: How many to skip. }}\n\
                 \x20 - {{ name: Limit, type: int, default: 20, doc: Most to return. }}\n\
                 \x20 - {{ name: Filters.N.Name, type: string, doc: A name. }}\n\
                 \x20 - {{ name: Filters.N.Values.N, type: string, doc: Values. }}\n\
                 response:\n  - {{ name: DataSet, type: \"[ThingSet{index}]\", doc: Things. }}\n\
                 \x20 - {{ name: TotalCount, type: int, doc: Things in all. }}\n\
                 pagination: {{ offset: Offset, limit: Limit, items: DataSet, total: TotalCount, key: ThingId }}\n\
                 waiters:\n  - {{ name: thing_{index}_done, doc: Done., find: {{ in: DataSet, key: ThingId }}, member: State, success: [Done] }}\n\
                 example:\n  request: {{ Region: a, ThingId: b, Offset: \"3\", Filters.0.Name: c }}\n\
                 \x20 response: |\n    {{ \"RetCode\": 0, \"TotalCount\": 1, \"DataSet\": [\n\
                 \x20     {{ \"ThingId\": \"a\", \"State\": \"b\", \"CreateTime\": 3, \"Name\": \"c\", \"Size\": 4 }}] }}\n"
            ),
        );
        sources.insert(
            format!("models/ThingSet{index}.yaml"),
            format!(
                "model: ThingSet{index}\ndoc: A thing.\nmembers:\n\
                 \x20 - {{ name: ThingId, type: string, required: true, doc: Its id. }}\n\
                 \x20 - {{ name: State, type: string, required: true, as: State, doc: Its state. }}\n\
                 \x20 - {{ name: CreateTime, type: int, as: timestamp, doc: When it was made. }}\n\
                 \x20 - {{ name: Name, type: string, doc: Its name. }}\n\
                 \x20 - {{ name: Size, type: int, unit: GB, doc: Its size. }}\n\
                 \x20 - {{ name: Parent, type: ThingSet{}, doc: Another thing. }}\n",
                (index + 1) % actions
            ),
        );
    }
    sources
}

fn time(actions: usize) -> Duration {
    let sources = made_up(actions);
    let start = Instant::now();
    let files = description::files(&sources);
    let mut diagnostics = Diagnostics::default();
    let description = description::read(&files, &mut diagnostics);
    let symbols = SymbolTable::new(&description);
    check::check(&symbols, &files, &mut diagnostics);
    diagnostics.into_report(&files).unwrap_or_else(|report| panic!("{report}"));
    let api = resolve::resolve(&symbols);
    assert!(undocumented::undocumented(&symbols, &files).is_empty());
    let taken = start.elapsed();
    assert_eq!(api.actions.len(), actions);
    assert_eq!(
        api.models.iter().filter(|model| model.members[5].boxed).count(),
        actions
    );
    taken
}

/// `cargo test --release -p codegen --lib scale -- --ignored --nocapture`
#[test]
#[ignore = "a measurement, not a check"]
fn eight_times_the_actions() {
    // The shorter of two runs: other work on the machine makes one longer, never shorter.
    let best = |actions| time(actions).min(time(actions));
    println!("100 actions: {:?}, 800 actions: {:?}", best(100), best(800));
}
