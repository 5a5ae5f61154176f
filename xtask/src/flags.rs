//! Every command and every flag.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, value_parser};

/// What was asked for.
#[derive(Debug)]
pub enum Command {
    /// `cargo xtask regenerate`.
    Regenerate(Regenerate),
    /// `cargo xtask import`.
    Import(Import),
    /// `cargo xtask fmt`.
    Fmt(Fmt),
}

/// The flags of `fmt`.
#[derive(Debug, Default)]
pub struct Fmt {
    /// The description, where it is not `api-spec`.
    pub spec: Option<PathBuf>,
}

/// The flags of `import`.
#[derive(Debug, Default)]
pub struct Import {
    /// Checkout of the vendor's documentation.
    pub docs: PathBuf,
    /// The description, where it is not `api-spec`.
    pub spec: Option<PathBuf>,
    /// Write nothing, report what moved.
    pub check: bool,
    /// Remove what no page has any more.
    pub prune: bool,
    /// Report for a program.
    pub json: bool,
}

/// The flags of `regenerate`.
#[derive(Debug, Default)]
pub struct Regenerate {
    /// Write nothing, report what is stale.
    pub check: bool,
    /// Refuse a description that is not documented throughout.
    pub complete: bool,
    /// The description, where it is not `api-spec`.
    pub spec: Option<PathBuf>,
    /// The folder to write, where it is not `ucloud-umem/src/generated`.
    pub out: Option<PathBuf>,
}

/// Reads the arguments; an `Err` is also a request for help.
pub fn parse(
    arguments: impl IntoIterator<Item = OsString>,
) -> Result<Command, clap::Error> {
    match grammar().try_get_matches_from(arguments)?.remove_subcommand() {
        Some((name, flags)) if name == "import" => Ok(Command::Import(import(flags))),
        Some((name, mut flags)) if name == "fmt" => {
            Ok(Command::Fmt(Fmt { spec: flags.remove_one("spec") }))
        }
        Some((_, flags)) => Ok(Command::Regenerate(regenerate(flags))),
        None => {
            Err(grammar()
                .error(clap::error::ErrorKind::MissingSubcommand, "which command?"))
        }
    }
}

fn grammar() -> clap::Command {
    clap::Command::new("xtask")
        .bin_name("cargo xtask")
        .about("The maintainers' commands")
        .disable_help_subcommand(true)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(
            clap::Command::new("regenerate")
                .about("Write ucloud-umem/src/generated and api-spec/spec.schema.json from api-spec")
                .after_help(
                    "Exit status: 0 when all is well, 1 when something is stale or the description has diagnostics,\n\
                     2 when an argument is wrong or a file cannot be used.",
                )
                .arg(switch("check", "Write nothing; report all that is stale, missing or surplus, with a diff"))
                .arg(switch("complete", "Refuse a description in which something is not documented yet"))
                .arg(folder("spec", "Read the description in this folder instead of api-spec"))
                .arg(folder("out", "Write this folder instead of ucloud-umem/src/generated")),
        )
        .subcommand(
            clap::Command::new("import")
                .about("Bring api-spec up to date with the vendor's Markdown pages, and say what moved")
                .after_help(
                    "All folders and pages that `docs` of product.yaml names are read. Where there is no product.yaml, DOCS is the\n\
                     folder of the product to begin with. Only the page's keys are changed. What no page has any more is reported\n\
                     and stays, until --prune removes it. If a page, a table or a heading cannot be read, nothing is changed.\n\
                     Exit status: 0 on success, even if some rows could not be taken; 1 when --check finds a difference, or\n\
                     the description has diagnostics; 2 when an argument is wrong or a page cannot be read.",
                )
                .arg(
                    Arg::new("docs")
                        .help("A checkout of the vendor's documentation")
                        .value_name("DOCS")
                        .required(true)
                        .value_parser(value_parser!(PathBuf)),
                )
                .arg(switch("check", "Write nothing; report what moved"))
                .arg(switch("prune", "Remove actions, models, enums and rows that no page has any more"))
                .arg(switch("json", "Report for a program"))
                .arg(folder("spec", "Write the description in this folder instead of api-spec")),
        )
        .subcommand(
            clap::Command::new("fmt")
                .about("Write api-spec in its one layout: keys in the schema's order, a row a line")
                .after_help(
                    "The layout has no comments: a file with one is refused, so that nothing is lost. Write `note: ..`.\n\
                     Exit status: 0 on success, 1 when the description has diagnostics or comments, 2 when an argument is\n\
                     wrong or a file cannot be used.",
                )
                .arg(folder("spec", "Write the description in this folder instead of api-spec")),
        )
}

fn switch(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).help(help).action(ArgAction::SetTrue)
}

fn folder(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name)
        .long(name)
        .help(help)
        .value_name("DIR")
        .value_parser(value_parser!(PathBuf))
}

fn regenerate(mut matches: ArgMatches) -> Regenerate {
    Regenerate {
        check: matches.get_flag("check"),
        complete: matches.get_flag("complete"),
        spec: matches.remove_one("spec"),
        out: matches.remove_one("out"),
    }
}

fn import(mut matches: ArgMatches) -> Import {
    Import {
        docs: matches.remove_one("docs").unwrap_or_default(),
        spec: matches.remove_one("spec"),
        check: matches.get_flag("check"),
        prune: matches.get_flag("prune"),
        json: matches.get_flag("json"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command, clap::Error> {
        parse(line.split(' ').map(OsString::from))
    }

    #[test]
    fn the_grammar_is_sound() {
        grammar().debug_assert();
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
        assert_eq!(flags.docs, PathBuf::from("a"));
        assert_eq!(flags.spec, Some("c".into()));
        let Command::Fmt(flags) = parsed("xtask fmt --spec c").unwrap() else {
            panic!()
        };
        assert_eq!(flags.spec, Some("c".into()));
    }

    #[test]
    fn what_is_not_a_command_is_refused() {
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
