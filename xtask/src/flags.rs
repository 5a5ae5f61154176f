//! Commands and their flags.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::{Arg, ArgAction, value_parser};

/// Command with its flags.
#[derive(Debug)]
pub enum Command {
    /// `cargo xtask regenerate`.
    Regenerate(Regenerate),
    /// `cargo xtask import`.
    Import(Import),
    /// `cargo xtask fmt`.
    Fmt {
        /// Description, if it is not `api-spec`.
        spec: Option<PathBuf>,
    },
}

/// Flags of `regenerate`.
#[derive(Debug, Default)]
pub struct Regenerate {
    /// Write nothing, report what is stale.
    pub check: bool,
    /// Refuse a description that is not documented throughout.
    pub complete: bool,
    /// Description, if it is not `api-spec`.
    pub spec: Option<PathBuf>,
    /// Output folder, if it is not the workspace's own.
    pub out: Option<PathBuf>,
}

/// Flags of `import`.
#[derive(Debug, Default)]
pub struct Import {
    /// Checkout of the vendor's documentation.
    pub docs: PathBuf,
    /// Description, if it is not `api-spec`.
    pub spec: Option<PathBuf>,
    /// Write nothing, report what changed.
    pub check: bool,
    /// Remove what no page has any more.
    pub prune: bool,
    /// Report for a program.
    pub json: bool,
}

/// Reads the arguments. An `Err` is also a request for help.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Command, clap::Error> {
    let mut grammar = grammar();
    let mut matches = grammar.try_get_matches_from_mut(arguments)?;
    let Some((name, mut flags)) = matches.remove_subcommand() else {
        return Err(grammar.error(ErrorKind::MissingSubcommand, "missing command"));
    };
    let spec = flags.remove_one("spec");
    Ok(match name.as_str() {
        "import" => Command::Import(Import {
            docs: flags.remove_one("docs").unwrap_or_default(),
            spec,
            check: flags.get_flag("check"),
            prune: flags.get_flag("prune"),
            json: flags.get_flag("json"),
        }),
        "fmt" => Command::Fmt { spec },
        _ => Command::Regenerate(Regenerate {
            check: flags.get_flag("check"),
            complete: flags.get_flag("complete"),
            spec,
            out: flags.remove_one("out"),
        }),
    })
}

fn grammar() -> clap::Command {
    let regenerate = clap::Command::new("regenerate")
        .about("Write ucloud-umem/src/generated and api-spec/spec.schema.json from api-spec")
        .after_help(
            "Exit code: 0 on success, 1 when something is stale or the description has diagnostics, 2 when an argument\n\
             is wrong or a file cannot be used.",
        )
        .arg(switch("check", "Write nothing; report all that is stale, missing or surplus, with a diff"))
        .arg(switch("complete", "Refuse a description in which something is not documented yet"))
        .arg(folder("spec", "Read the description in this folder instead of api-spec"))
        .arg(folder("out", "Write this folder instead of ucloud-umem/src/generated"));
    let import = clap::Command::new("import")
        .about("Update api-spec from the vendor's Markdown pages, and report what changed")
        .after_help(
            "All folders and pages that `docs` of product.yaml names are read. Without a product.yaml, DOCS is the\n\
             folder of the product to begin with. Only the page's keys are changed. What no page has any more is reported\n\
             and stays, until --prune removes it. If a page, a table or a heading cannot be read, nothing is changed.\n\
             Exit code: 0 on success, even if some rows could not be taken; 1 when --check finds a difference, or the\n\
             description has diagnostics; 2 when an argument is wrong or a page cannot be read.",
        )
        .arg(
            Arg::new("docs")
                .help("A checkout of the vendor's documentation")
                .value_name("DOCS")
                .required(true)
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(switch("check", "Write nothing; report what changed"))
        .arg(switch("prune", "Remove actions, models, enums and rows that no page has any more"))
        .arg(switch("json", "Report for a program"))
        .arg(folder("spec", "Write the description in this folder instead of api-spec"));
    let fmt = clap::Command::new("fmt")
        .about("Write api-spec in its one layout: keys in the schema's order, a row a line")
        .after_help(
            "The layout has no comments: a file with one is refused, so that nothing is lost. Write `note: ..`.\n\
             Exit code: 0 on success, 1 when the description has diagnostics or comments, 2 when an argument is wrong or\n\
             a file cannot be used.",
        )
        .arg(folder("spec", "Write the description in this folder instead of api-spec"));
    clap::Command::new("xtask")
        .bin_name("cargo xtask")
        .about("The maintainers' commands")
        .disable_help_subcommand(true)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommands([regenerate, import, fmt])
}

fn switch(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).help(help).action(ArgAction::SetTrue)
}

fn folder(name: &'static str, help: &'static str) -> Arg {
    let folder = Arg::new(name).long(name).help(help).value_name("DIR");
    folder.value_parser(value_parser!(PathBuf))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command, clap::Error> {
        parse(line.split(' ').map(OsString::from))
    }

    #[test]
    fn flags_are_read() {
        let line = "xtask regenerate --check --complete --spec a --out=b";
        let Command::Regenerate(flags) = parsed(line).unwrap() else { panic!("{line}") };
        assert!(flags.check && flags.complete);
        assert_eq!((flags.spec, flags.out), (Some("a".into()), Some("b".into())));
        let line = "xtask import a --check --prune --json --spec=c";
        let Command::Import(flags) = parsed(line).unwrap() else { panic!("{line}") };
        assert!(flags.check && flags.prune && flags.json);
        assert_eq!((flags.docs, flags.spec), ("a".into(), Some("c".into())));
        let line = "xtask fmt --spec c";
        let Command::Fmt { spec } = parsed(line).unwrap() else { panic!("{line}") };
        assert_eq!(spec, Some("c".into()));
    }

    #[test]
    fn wrong_arguments_are_refused() {
        for line in [
            "xtask",
            "xtask regenrate",
            "xtask regenerate --chekc",
            "xtask regenerate extra",
            "xtask regenerate --out",
            "xtask import",
            "xtask import --check",
            "xtask import a --out b",
            "xtask import a b",
            "xtask fmt a.yaml",
        ] {
            assert!(parsed(line).unwrap_err().use_stderr(), "{line}");
        }
        assert!(!parsed("xtask regenerate --help").unwrap_err().use_stderr());
    }
}
