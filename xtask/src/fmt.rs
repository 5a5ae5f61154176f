//! `cargo xtask fmt`: writes the description in its one layout.

use std::path::Path;

use codegen::Sources;

use crate::description::{self, refused};
use crate::drift::{Drift, Kind};
use crate::failure::Failure;
use crate::files;
use crate::flags::Fmt;
use crate::folders::Folder;
use crate::print::say;

/// Runs the command.
pub fn run(flags: &Fmt) -> Result<(), Failure> {
    let spec = Folder::find(flags.spec.as_deref(), "api-spec")?;
    let stale = stale(&description::read(&spec)?.sources, &spec)?;
    let report = if stale.is_empty() {
        format!("{spec} is up to date")
    } else {
        format!(
            "wrote {spec}: {} changed",
            if stale.len() == 1 {
                "1 file".to_owned()
            } else {
                format!("{} files", stale.len())
            }
        )
    };
    files::update(
        &spec,
        stale.iter().map(|(path, _, new)| (Path::new(path), Some(new.as_str()))),
    )?;
    say(report);
    Ok(())
}

/// Returns the files that have another layout, each with a diff.
pub(crate) fn drifts(sources: &Sources, spec: &Folder) -> Result<Vec<Drift>, Failure> {
    let drift = |(path, old, new): (String, String, String)| Drift {
        file: spec.shown_file(Path::new(&path)),
        kind: Kind::Stale { old, new },
    };
    Ok(stale(sources, spec)?.into_iter().map(drift).collect())
}

/// Returns path, text and laid-out text of the files that have another layout. Line ends and byte order marks are those of the
/// checkout.
fn stale(
    sources: &Sources,
    spec: &Folder,
) -> Result<Vec<(String, String, String)>, Failure> {
    let texts = codegen::format(sources)
        .map_err(|report| Failure::Wrong(refused(report, spec).to_string()))?;
    let texts = texts.into_iter().filter_map(|(path, new)| {
        let old = sources.get(&path)?.trim_start_matches('\u{feff}');
        let old = old.replace("\r\n", "\n");
        (old != new).then_some((path, old, new))
    });
    Ok(texts.collect())
}
