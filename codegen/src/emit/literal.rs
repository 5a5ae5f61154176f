//! Literals, in the form that clippy wants.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::{LitFloat, LitInt, LitStr};

/// Writes a whole number.
pub(super) fn int(number: i64) -> TokenStream {
    let digits = grouped(&number.unsigned_abs().to_string());
    let digits = LitInt::new(&digits, Span::call_site());
    if number < 0 { quote!(-#digits) } else { quote!(#digits) }
}

/// Writes a finite number, as all numbers of JSON are.
pub(super) fn float(number: f64) -> TokenStream {
    let text = number.abs().to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, "0"));
    let fraction = fraction.as_bytes();
    let fraction = if fraction.len() > LONG {
        let groups = fraction.chunks(3).map(String::from_utf8_lossy);
        groups.collect::<Vec<_>>().join("_")
    } else {
        String::from_utf8_lossy(fraction).into_owned()
    };
    let text = format!("{}.{fraction}", grouped(whole));
    let digits = LitFloat::new(&text, Span::call_site());
    if number < 0.0 { quote!(-#digits) } else { quote!(#digits) }
}

/// Writes a text of several lines as a raw literal.
pub(super) fn raw(text: &str) -> TokenStream {
    let readable = |c: char| c == '\n' || !(c.is_control() || is_invisible(c));
    if !text.chars().all(readable) {
        let text = LitStr::new(text, Span::call_site());
        return quote!(#text);
    }
    let mut hashes = "#".to_owned();
    while text.contains(&format!("\"{hashes}")) {
        hashes.push('#');
    }
    format!("r{hashes}\"{text}\"{hashes}").parse().unwrap_or_else(|_| quote!(#text))
}

/// Returns `true` for characters that turn the direction of text, which rustc refuses.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Maximum number of digits that are not grouped by three.
const LONG: usize = 5;

fn grouped(digits: &str) -> String {
    if digits.len() <= LONG {
        return digits.to_owned();
    }
    let first = digits.len() % 3;
    let mut text = digits[..first].to_owned();
    for (index, digit) in digits.chars().enumerate().skip(first) {
        if index % 3 == first % 3 && index > 0 {
            text.push('_');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_numbers_are_grouped() {
        for (number, text) in
            [(0, "0"), (12345, "12345"), (123_456, "123_456"), (1_234_567, "1_234_567")]
        {
            assert_eq!(int(number).to_string(), text);
        }
        assert_eq!(int(i64::MIN).to_string(), "- 9_223_372_036_854_775_808");
        assert_eq!(float(-1_234_567.25).to_string(), "- 1_234_567.25");
        assert_eq!(float(0.123_456).to_string(), "0.123_456");
        assert_eq!(float(2.0).to_string(), "2.0");
    }
}
