//! Random products: what import makes of them can always be generated, and importing twice changes
//! nothing.

use proptest::collection::vec;
use proptest::prelude::*;

use crate::pool::Tape;
use crate::strategy::Product;
use crate::support::{self, File, Spec};

fn bytes(most: usize) -> impl Strategy<Value = Vec<u8>> {
    vec(any::<u8>(), 0..most)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_imported_can_be_generated(product in bytes(1_500)) {
        let product = Product::new(&mut Tape::new(&product), 6);
        let mut spec = Spec::default();
        let mut files = product.files();
        spec.remove_unreadable(&mut files);
        let imported = spec.import(&files);
        let complaint = spec.complaint(&imported, &files);
        prop_assert!(complaint.is_none(), "{}\n{}", complaint.unwrap_or_default(), shown(&files));
        // A new description needs no decision of a person.
        let generated = codegen::generate(&spec.sources);
        prop_assert!(generated.is_ok(), "{}\n{}", generated.unwrap_err(), shown(&files));
    }

    #[test]
    fn pages_that_change_leave_nothing_to_do_by_hand(
        product in bytes(900),
        edits in vec(bytes(60), 1..4),
    ) {
        let mut product = Product::new(&mut Tape::new(&product), 5);
        let mut spec = Spec::default();
        let mut before = product.files();
        spec.remove_unreadable(&mut before);
        spec.import(&before);
        for edit in &edits {
            product.edit(&mut Tape::new(edit));
            let mut files = product.files();
            spec.remove_unreadable(&mut files);
            let imported = spec.import(&files);
            let complaint = spec.complaint(&imported, &files);
            prop_assert!(
                complaint.is_none(),
                "{}\nbefore:\n{}\nafter:\n{}",
                complaint.unwrap_or_default(),
                shown(&before),
                shown(&files)
            );
            before = files;
        }
    }

    #[test]
    fn without_prune_nothing_is_removed(
        product in bytes(900),
        edits in vec(bytes(60), 1..4),
    ) {
        let mut product = Product::new(&mut Tape::new(&product), 5);
        let mut spec = Spec::default();
        let mut files = product.files();
        spec.remove_unreadable(&mut files);
        spec.import(&files);
        for edit in &edits {
            product.edit(&mut Tape::new(edit));
            let mut files = product.files();
            spec.remove_unreadable(&mut files);
            let before = spec.clone();
            let imported = spec.import_with(&files, false).unwrap();
            let lost = before.lost_in(&spec);
            prop_assert!(lost.is_empty(), "{lost:?}\n{}\nafter:\n{}", support::shown(before.sources.iter()), shown(&files));
            let again = spec.import_with(&files, false).unwrap();
            let second: Vec<_> = again.files.keys().collect();
            prop_assert!(second.is_empty(), "the second import changes {second:?}\n{}\nafter:\n{}", support::shown(before.sources.iter()), shown(&files));
            prop_assert_eq!(imported.kept, again.kept);
        }
    }
}

/// Returns the number of cases: a few in every run, or `PROPTEST_CASES`.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(40)
}

fn shown(files: &[File]) -> String {
    support::shown(files.iter().map(|file| (file.path.as_str(), file.text.as_str())))
}
