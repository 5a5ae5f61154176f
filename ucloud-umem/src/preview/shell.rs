//! Command line of a call for a POSIX shell.

use std::fmt::Write as _;

use http::header::{AUTHORIZATION, CONTENT_TYPE, USER_AGENT};
use http::{HeaderMap, Uri};

use crate::encode::SignedForm;
use crate::secret::{BEARER, HIDDEN};

/// Shell function that escapes every byte of a value, with tools that every system has.
const ESCAPE: &str =
    r#"escape() { printf %s "$1" | od -An -v -tx1 | tr -d ' \n' | sed 's/../%&/g'; }"#;

/// Pipe that prints the digest of its input.
const SHA1: &str = "openssl dgst -sha1 -r | cut -d ' ' -f 1";

const PRIVATE_KEY: &str = "UCLOUD_PRIVATE_KEY";

/// Writes a command line that signs and sends the parameters, with keys and secrets from the
/// environment.
///
/// Secrets go through pipes and the shell's own `printf`; all other text is in the formats of
/// `printf`.
///
/// `curl` reads secret headers from a here-document, because it reads the form from its input.
pub(super) fn curl(url: &Uri, headers: &HeaderMap, form: &SignedForm) -> String {
    let parameters = form.parameters();
    let is_signed = !form.signature().is_empty();
    let mut option = header_options(headers, form);
    let (headers, form) = (form.secret_headers(), form.unsigned());
    // These expressions stop the shell if a variable is not set.
    let mut needed = String::new();
    let (mut signed, mut values) = (String::new(), String::new());
    let (mut sent, mut escaped) = (String::new(), String::new());
    let mut document = String::new();
    let mut names = vec![PRIVATE_KEY.to_owned()];
    for header in headers {
        let header = &header.name;
        let (scheme, name) = if header == AUTHORIZATION {
            (BEARER, "UCLOUD_ACCESS_TOKEN".to_owned())
        } else {
            ("", variable_name(header.as_str()))
        };
        add_argument(&mut needed, &format!("${{{name}:?}}"));
        document.push_str(&format!("\n{header}: {scheme}${name}"));
        names.push(name);
    }
    if !headers.is_empty() {
        option.push_str(" --header @/dev/fd/3");
        document = format!(" 3<<HEADERS{document}\nHEADERS");
    }
    let mut end = 0;
    for own in parameters {
        let parameter = &*own.pair.name;
        format_text(parameter, &mut signed);
        let is_key = matches!(parameter, "PublicKey" | "SecurityToken");
        if own.secret.is_none() && !is_key {
            format_text(&own.pair.value, &mut signed);
            continue;
        }
        let name = unique(&names, &variable_name(parameter));
        // A password may be empty, a key may not.
        let test = if is_key { ":?" } else { "?" };
        let value = if own.secret.is_some_and(|secret| secret.base64) {
            format!("$(printf %s \"${name}\" | openssl base64 -A)")
        } else {
            format!("${name}")
        };
        add_argument(&mut needed, &format!("${{{name}{test}}}"));
        signed.push_str("%s");
        add_argument(&mut values, &value);
        format_text(&String::from_utf8_lossy(&form[end..own.pair.place.start]), &mut sent);
        sent.push_str("%s");
        add_argument(&mut escaped, &format!("$(escape \"{value}\")"));
        end = own.pair.place.end;
        names.push(name);
    }
    format_text(&String::from_utf8_lossy(&form[end..]), &mut sent);
    let url = quoted(&url.to_string());
    let mut lines = vec!["(".to_owned()];
    if is_signed {
        add_argument(&mut needed, &format!("${{{PRIVATE_KEY}:?}}"));
    }
    lines.push(format!("  :{needed}"));
    lines.push(format!("  {ESCAPE}"));
    if is_signed {
        lines.push(format!(
            "  signature=$(printf '{signed}%s'{values} \"${PRIVATE_KEY}\" | {SHA1})"
        ));
        sent.push_str("&Signature=%s");
        add_argument(&mut escaped, "$signature");
    }
    lines.push(format!("  printf '{sent}'{escaped} |"));
    lines.push(format!(
        "    curl --silent --show-error --globoff --data-binary @-{option} {url}{document}"
    ));
    lines.push(")".to_owned());
    lines.join("\n")
}

/// Writes the options of the headers that interceptors added; `***` for a secret.
fn header_options(headers: &HeaderMap, form: &SignedForm) -> String {
    let mut options = String::new();
    for (name, value) in headers {
        let is_secret = form.secret_headers().iter().any(|secret| secret.name == name);
        if is_secret || [CONTENT_TYPE, USER_AGENT].contains(name) {
            continue;
        }
        let value = value.to_str().ok().filter(|_| !value.is_sensitive()).unwrap_or(HIDDEN);
        let header = match value {
            "" => format!("{name};"),
            value => format!("{name}: {value}"),
        };
        options.push_str(" --header ");
        options.push_str(&quoted(&header));
    }
    options
}

/// Adds an argument that the shell expands.
fn add_argument(arguments: &mut String, expression: &str) {
    arguments.push_str(" \"");
    arguments.push_str(expression);
    arguments.push('"');
}

/// Quotes text for the shell.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// Adds a number to a name that is taken.
fn unique(taken: &[String], name: &str) -> String {
    let mut candidate = name.to_owned();
    let mut number = 1;
    while taken.contains(&candidate) {
        number += 1;
        candidate = format!("{name}_{number}");
    }
    candidate
}

/// Returns the variable of a parameter: `UCLOUD_SECURITY_TOKEN` for `SecurityToken`.
fn variable_name(parameter: &str) -> String {
    let mut name = "UCLOUD".to_owned();
    // A word starts after a character that is not a letter or digit, and with a capital after a
    // small letter.
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

/// Escapes text so that `printf '...'` prints it, and a terminal shows it as it is.
fn format_text(text: &str, format: &mut String) {
    for letter in text.chars() {
        match letter {
            '%' => format.push_str("%%"),
            '\\' => format.push_str(r"\\"),
            // `printf` would read it as an option.
            '-' if format.is_empty() => format.push_str(r"\055"),
            '\'' => format.push_str(r"\047"),
            ' '..='~' => format.push(letter),
            _ if letter.is_alphanumeric() => format.push(letter),
            _ => {
                for byte in letter.encode_utf8(&mut [0; 4]).bytes() {
                    // Writing to a text cannot fail.
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
        assert_eq!(unique(&taken, "A"), "A_3");
        assert_eq!(unique(&taken, "B"), "B");
    }

    #[test]
    fn formats_are_plain_text_to_shells_and_terminals() {
        let mut format = String::new();
        format_text("-n'$(x)`\\%\n\0\u{1b}[0m\u{202e}é中", &mut format);
        assert_eq!(format, r"\055n\047$(x)`\\%%\012\000\033[0m\342\200\256é中");
    }
}
