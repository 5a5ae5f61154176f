//! `cargo xtask fmt`: writes the description in its one layout.

use std::path::Path;

use codegen::Sources;

use crate::description;
use crate::diff::{Content, FileDiff};
use crate::error::Error;
use crate::files;
use crate::folders::{Folder, SPEC};
use crate::print::print;

/// Runs the command.
pub(crate) fn run(spec: Option<&Path>) -> Result<(), Error> {
    let spec = Folder::find(spec, SPEC)?;
    let diffs = diffs(&description::read(&spec)?, &spec)?;
    files::update(&spec, diffs.iter().map(FileDiff::change))?;
    print(match diffs.len() {
        0 => format!("{spec} is up to date"),
        1 => format!("wrote {spec}: 1 file changed"),
        count => format!("wrote {spec}: {count} files changed"),
    });
    Ok(())
}

/// Returns the files that have another layout. Line ends and byte order marks are the checkout's.
pub(crate) fn diffs(sources: &Sources, spec: &Folder) -> Result<Vec<FileDiff>, Error> {
    let texts =
        codegen::format(sources).map_err(|report| description::report_error(report, spec))?;
    let diff = |(path, new): (&String, &String)| {
        let old = sources.get(path)?.trim_start_matches('\u{feff}');
        let old = Some(Content::Text(old.replace("\r\n", "\n")));
        let path = Path::new(path);
        FileDiff::compare(path, spec.shown_file(path), old, Some(new))
    };
    Ok(texts.iter().filter_map(diff).collect())
}
