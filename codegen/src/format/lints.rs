//! Sizes that clippy finds too much, and that are the API's: what has them expects the lint.

use syn::{Attribute, Fields, File, ImplItem, Item, Type, parse_quote};

/// Booleans in a structure and lines in a function, clippy's defaults.
const MOST_BOOLS: usize = 3;
const MOST_LINES: usize = 100;

/// Marks structures with many booleans.
pub(super) fn expect_bools(file: &mut File) {
    for item in &mut file.items {
        let Item::Struct(item) = item else { continue };
        let Fields::Named(fields) = &item.fields else { continue };
        let is_bool =
            |ty: &Type| matches!(ty, Type::Path(ty) if ty.path.is_ident("bool"));
        if fields.named.iter().filter(|field| is_bool(&field.ty)).count() > MOST_BOOLS {
            item.attrs.push(parse_quote!(
                #[expect(clippy::struct_excessive_bools, reason = "the API has them")]
            ));
        }
    }
}

/// Marks functions that have many lines in the text that was made of the file; whether there are any.
pub(super) fn expect_lines(file: &mut File, text: &str) -> bool {
    let lengths = lengths(text);
    let mut any = false;
    for (attributes, length) in functions(file).into_iter().zip(lengths) {
        if length > MOST_LINES {
            any = true;
            attributes.push(parse_quote!(
                #[expect(clippy::too_many_lines, reason = "the API has as many")]
            ));
        }
    }
    any
}

/// The attributes of every function, in the order of the text.
fn functions(file: &mut File) -> Vec<&mut Vec<Attribute>> {
    let mut functions = Vec::new();
    for item in &mut file.items {
        match item {
            Item::Fn(function) => functions.push(&mut function.attrs),
            Item::Impl(item) => {
                for item in &mut item.items {
                    if let ImplItem::Fn(function) = item {
                        functions.push(&mut function.attrs);
                    }
                }
            }
            _ => {}
        }
    }
    functions
}

/// The lines of every function's body.
fn lengths(text: &str) -> Vec<usize> {
    let mut lengths = Vec::new();
    // The closing line of the function that is being read, and its lines so far once its body has begun.
    let mut open: Option<(String, Option<usize>)> = None;
    for line in text.lines() {
        let start = line.trim_start();
        let indent = &line[..line.len() - start.len()];
        match &mut open {
            None if is_function(start) => {
                let body = (line.ends_with('{')).then_some(0);
                if line.ends_with('}') {
                    lengths.push(0);
                } else {
                    open = Some((format!("{indent}}}"), body));
                }
            }
            Some((close, Some(body))) if line == close => {
                lengths.push(*body);
                open = None;
            }
            Some((_, Some(body))) => *body += 1,
            // The signature ends at the brace that stands as far out as it began.
            Some((close, body @ None))
                if line.ends_with('{') && indent.len() + 1 == close.len() =>
            {
                *body = Some(0);
            }
            None | Some((_, None)) => {}
        }
    }
    lengths
}

fn is_function(line: &str) -> bool {
    let line = line.trim_start_matches("pub(crate) ").trim_start_matches("pub ");
    let line = line.trim_start_matches("const ").trim_start_matches("async ");
    line.starts_with("fn ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_of_every_body_are_counted() {
        let text = "\
fn a() {}

impl X {
    pub fn b(
        &self,
    ) -> Y
    {
        1;
        if c {
        }
    }

    const fn c() -> Y {
        1
    }
}
";
        assert_eq!(lengths(text), [0, 3, 1]);
    }
}
