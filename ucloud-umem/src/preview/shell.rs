//! A call as a command line for a POSIX shell.

use std::fmt::Write as _;

use http::Uri;

use super::Written;

/// Escapes every byte of a value: longer than needed, but right for any byte and made of tools that are everywhere.
const ESCAPE: &str =
    r#"escape() { printf %s "$1" | od -An -v -tx1 | tr -d ' \n' | sed 's/../%&/g'; }"#;

/// The digest of what comes in, without what `openssl` writes after it.
const SHA1: &str = "openssl dgst -sha1 -r | cut -d ' ' -f 1";

const PRIVATE_KEY: &str = "UCLOUD_PRIVATE_KEY";

/// Signs and sends these pairs of the form, with everything that is the caller's own from the environment.
///
/// All secrets go through pipes and the shell's own `printf`; what is no secret stands in the formats of `printf`.
pub(super) fn curl(url: &Uri, form: &[u8], written: &[Written<'_>]) -> String {
    let variables = Variables::of(written);
    let (mut signed, mut values) = (String::new(), String::new());
    let (mut sent, mut escaped) = (String::new(), String::new());
    let mut end = 0;
    for (own, variable) in written.iter().zip(&variables.of_pairs) {
        format_text(&own.pair.name, &mut signed);
        let Some(variable) = variable else {
            format_text(&own.pair.value, &mut signed);
            continue;
        };
        let value = variable.value();
        signed.push_str("%s");
        // Writing to a text cannot fail.
        _ = write!(values, " \"{value}\"");
        format_text(
            &String::from_utf8_lossy(&form[end..own.pair.place.start]),
            &mut sent,
        );
        sent.push_str("%s");
        _ = write!(escaped, " \"$(escape \"{value}\")\"");
        end = own.pair.place.end;
    }
    format_text(&String::from_utf8_lossy(&form[end..]), &mut sent);
    let needed = variables.needed();
    let url = url.to_string().replace('\'', r"'\''");
    [
        "(",
        &format!("  : {needed}"),
        &format!("  {ESCAPE}"),
        &format!(
            "  signature=$(printf '{signed}%s'{values} \"${PRIVATE_KEY}\" | {SHA1})"
        ),
        &format!("  printf '{sent}&Signature=%s'{escaped} \"$signature\" |"),
        &format!("    curl --silent --show-error --globoff --data-binary @- '{url}'"),
        ")",
    ]
    .join("\n")
}

/// A variable of the environment, in the place of a value.
struct Variable {
    name: String,
    /// An empty password is one, an empty key is none.
    may_be_empty: bool,
    base64: bool,
}

impl Variable {
    /// What the shell makes the parameter's value of.
    fn value(&self) -> String {
        let name = &self.name;
        if self.base64 {
            format!("$(printf %s \"${name}\" | openssl base64 -A)")
        } else {
            format!("${name}")
        }
    }
}

/// The variable of each pair that has one.
struct Variables {
    of_pairs: Vec<Option<Variable>>,
}

impl Variables {
    fn of(written: &[Written<'_>]) -> Self {
        let mut names = vec![PRIVATE_KEY.to_owned()];
        let variable = |own: &Written<'_>| {
            let name = &*own.pair.name;
            let (key, token) = (name == "PublicKey", name == "SecurityToken");
            (key || own.secret.is_some()).then(|| {
                let name = unlike(&names, &variable_name(name));
                names.push(name.clone());
                let base64 = own.secret.is_some_and(|secret| secret.base64);
                Variable { name, may_be_empty: !key && !token, base64 }
            })
        };
        Self { of_pairs: written.iter().map(variable).collect() }
    }

    /// What stops the shell where one of them is not set.
    fn needed(&self) -> String {
        let own = self.of_pairs.iter().flatten().map(|variable| {
            let test = if variable.may_be_empty { "?" } else { ":?" };
            format!("\"${{{}{test}}}\"", variable.name)
        });
        let private = format!("\"${{{PRIVATE_KEY}:?}}\"");
        own.chain([private]).collect::<Vec<_>>().join(" ")
    }
}

/// The name, with a number where it is taken.
fn unlike(taken: &[String], name: &str) -> String {
    let mut candidate = name.to_owned();
    let mut number = 1;
    while taken.contains(&candidate) {
        number += 1;
        candidate = format!("{name}_{number}");
    }
    candidate
}

/// `UCLOUD_SECURITY_TOKEN` for `SecurityToken`.
fn variable_name(parameter: &str) -> String {
    let mut name = "UCLOUD".to_owned();
    // Words start after what is neither letter nor digit, and with a capital after another letter.
    let mut before = ' ';
    for letter in parameter.chars() {
        if letter.is_ascii_alphanumeric() {
            let goes_on = before.is_ascii_alphanumeric()
                && (before.is_ascii_uppercase() || !letter.is_ascii_uppercase());
            if !goes_on {
                name.push('_');
            }
            name.push(letter.to_ascii_uppercase());
        }
        before = letter;
    }
    name
}

/// Writes a text so that `printf '...'` prints it, and so that it looks in a terminal like what it is.
fn format_text(text: &str, format: &mut String) {
    for letter in text.chars() {
        match letter {
            '%' => format.push_str("%%"),
            '\\' => format.push_str(r"\\"),
            // It would be read as an option.
            '-' if format.is_empty() => format.push_str(r"\055"),
            '\'' => format.push_str(r"\047"),
            ' '..='~' => format.push(letter),
            _ if letter.is_alphanumeric() => format.push(letter),
            _ => {
                for byte in letter.encode_utf8(&mut [0; 4]).bytes() {
                    _ = write!(format, "\\{byte:03o}");
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_are_called_like_their_parameters() {
        for (parameter, variable) in [
            ("PublicKey", "UCLOUD_PUBLIC_KEY"),
            ("SecurityToken", "UCLOUD_SECURITY_TOKEN"),
            ("Password", "UCLOUD_PASSWORD"),
            ("Users.0.LoginPassword", "UCLOUD_USERS_0_LOGIN_PASSWORD"),
            ("VPCPassword", "UCLOUD_VPCPASSWORD"),
            ("a$(reboot)-password", "UCLOUD_A_REBOOT_PASSWORD"),
            ("密password", "UCLOUD_PASSWORD"),
        ] {
            assert_eq!(variable_name(parameter), variable);
        }
        let taken = ["A".to_owned(), "A_2".to_owned()];
        assert_eq!(unlike(&taken, "A"), "A_3");
        assert_eq!(unlike(&taken, "B"), "B");
    }

    #[test]
    fn a_format_holds_nothing_that_the_shell_or_a_terminal_takes_for_more_than_text() {
        let mut format = String::new();
        format_text("-n'$(x)`\\%\n\0\u{1b}[0m\u{202e}é中", &mut format);
        assert_eq!(format, r"\055n\047$(x)`\\%%\012\000\033[0m\342\200\256é中");
    }
}
