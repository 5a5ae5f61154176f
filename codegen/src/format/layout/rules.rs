//! The rules, one function each.

use super::{INDENT, Mended, WIDTH, columns, indent_of};

/// Elements of a list are short up to this many columns: rustfmt's `short_array_element_width_threshold`.
const SHORT: usize = 10;

/// What rustfmt would write for a single line.
pub(super) fn of_line(line: &str, in_structure: &dyn Fn() -> bool) -> Option<Mended> {
    let start = line.trim_start();
    if start.starts_with("| ") {
        // Alternatives of a pattern stand further in than the first.
        return Some(Mended::Done(vec![format!("{}{line}", " ".repeat(INDENT))]));
    }
    if is_import(line) && line.ends_with(';') {
        return import(line).map(Mended::Done);
    }
    if let Some(head) = line.strip_suffix(" {").filter(|line| line.starts_with("for ")) {
        // What an implementation is for, where that is too long for the line of the trait.
        return Some(Mended::Done(vec![
            format!("{}{head}", " ".repeat(INDENT)),
            "{".to_owned(),
        ]));
    }
    if let Some(signature) = signature(line) {
        return Some(Mended::Done(signature));
    }
    let opens = line.ends_with(['(', '[', '{', '<']);
    if columns(line) <= WIDTH
        || opens
        || start.starts_with("//")
        || start.starts_with('#')
    {
        return None;
    }
    element(line).or_else(|| below(line, in_structure)).map(Mended::Done)
}

/// A call in a list that fits but for the comma behind it, which prettyplease does not count.
fn element(line: &str) -> Option<Vec<String>> {
    let (path, arguments) = line.trim_start().strip_suffix("),")?.split_once('(')?;
    let named = path.chars().all(|c| c.is_alphanumeric() || "_:".contains(c));
    let plain = !arguments.contains(['{', '|']);
    let indent = " ".repeat(indent_of(line));
    let parts = || parts_alone(&indent, &format!("{path}("), arguments, "),");
    (named && plain && !path.is_empty()).then(parts)
}

/// What rustfmt would write for lines from one that opens a bracket to the one that closes it.
pub(super) fn of_group(
    lines: &[String],
    in_structure: &dyn Fn() -> bool,
) -> Option<Mended> {
    if let Some(moved) = holds_one(lines) {
        return Some(Mended::Moved(moved));
    }
    if lines.first().is_some_and(|line| is_import(line)) {
        let lines: Vec<&str> = lines.iter().map(|line| line.trim_start()).collect();
        return import(&lines.join(" ")).map(Mended::Done);
    }
    joined(lines, in_structure)
        .or_else(|| arm(lines))
        .or_else(|| arm_of_tuple(lines))
        .or_else(|| closure(lines))
        .or_else(|| all_below(lines))
        .or_else(|| packed(lines))
        .or_else(|| end_of_signature(lines))
        .map(Mended::Done)
}

/// A structure that fits on one line is not broken, nor is what is around it; a value that fits on a line of its own
/// stands there, below the name that it is given.
fn joined(lines: &[String], in_structure: &dyn Fn() -> bool) -> Option<Vec<String>> {
    let (first, rest) = lines.split_first()?;
    if first.ends_with('{') && !is_structure(first, rest) {
        return None;
    }
    let (last, middle) = rest.split_last()?;
    let statement = |line: &String| line.ends_with(['{', ';']);
    let nested = |line: &String| indent_of(line) != indent_of(first) + INDENT;
    let assigns = assignment(first).is_some();
    if middle.iter().any(|line| statement(line) || (!assigns && nested(line))) {
        return None;
    }
    let mut line = first.clone();
    for next in middle.iter().chain([last]) {
        let next = next.trim_start();
        if next.starts_with(['}', ']', ')', '>']) && line.ends_with(',') {
            line.pop();
        }
        let tight =
            line.ends_with(['(', '[', '<']) || next.starts_with(['.', ')', ']', '>']);
        line.push_str(if tight { "" } else { " " });
        line.push_str(next);
        if line.len() > 2 * WIDTH {
            return None;
        }
    }
    // rustfmt forgets to count the `impl` of a type whose arguments it might break.
    let uncounted = if last.trim_start().starts_with('>') && first.contains(": impl ") {
        5
    } else {
        0
    };
    if last.trim_start() == "> {" {
        return signature(&line).or_else(|| with_parameters_below(&line));
    }
    if columns(&line) <= WIDTH + uncounted {
        return Some(vec![line]);
    }
    below(&line, in_structure)
}

/// The end of a function's signature, where its brace or its type has to go to the next line.
fn signature(line: &str) -> Option<Vec<String>> {
    let indent = indent_of(line);
    let start = line.trim_start();
    let head = line.strip_suffix(" {")?;
    // rustfmt's own margins here: it counts an indent twice and forgets the brace in its second try.
    let (longest, second) = if start.starts_with(") -> ") {
        (WIDTH - indent, WIDTH + 2)
    } else if start.starts_with("fn ") && start.contains("() -> ") {
        (WIDTH, WIDTH + 1)
    } else {
        return None;
    };
    if columns(line) <= longest {
        return Some(vec![line.to_owned()]);
    }
    if columns(head) <= second {
        return Some(vec![head.to_owned(), format!("{}{{", " ".repeat(indent))]);
    }
    let (name, output) = line.split_once("() -> ")?;
    Some(vec![format!("{name}()"), format!("{}-> {output}", " ".repeat(indent))])
}

/// Lines whose last is the end of a signature.
fn end_of_signature(lines: &[String]) -> Option<Vec<String>> {
    let (last, rest) = lines.split_last()?;
    let end = signature(last)?;
    let mut lines = rest.to_vec();
    lines.extend(end);
    Some(lines)
}

/// A signature whose parameters have a line each.
fn with_parameters_below(line: &str) -> Option<Vec<String>> {
    let (head, rest) = line.split_once('(')?;
    let (parameters, output) = rest.split_once(") -> ")?;
    let indent = indent_of(line);
    let mut lines = vec![format!("{head}(")];
    let inner = " ".repeat(indent + INDENT);
    lines.extend(parameters.split(", ").map(|parameter| format!("{inner}{parameter},")));
    let last = format!("{}) -> {output}", " ".repeat(indent));
    lines.extend(signature(&last)?);
    Some(lines)
}

/// The line as two, where its second part fits on a line of its own.
fn below(line: &str, in_structure: &dyn Fn() -> bool) -> Option<Vec<String>> {
    let inner = indent_of(line) + INDENT;
    let (left, right) = if let Some((left, right)) = assignment(line) {
        (format!("{left} ="), right)
    } else if in_structure() {
        let (left, right) =
            line.split_once(": ").filter(|(_, right)| !right.starts_with("vec!"))?;
        (format!("{left}:"), right)
    } else {
        return None;
    };
    if columns(&left) > WIDTH {
        // A constant's name that leaves no room for its type.
        let (name, rest) = line.split_once(": ")?;
        return Some(vec![format!("{name}:"), format!("{}{rest}", " ".repeat(inner))]);
    }
    let right = format!("{}{right}", " ".repeat(inner));
    (columns(&right) <= WIDTH).then(|| vec![left, right])
}

/// What a line names and the value that it gives it.
fn assignment(line: &str) -> Option<(&str, &str)> {
    let start = line.trim_start();
    let assigns = [
        "let ",
        "self.",
        "const ",
        "pub const ",
        "pub(crate) const ",
        "pub(super) const ",
        "pub(super) static ",
    ];
    let assigns = assigns.iter().any(|word| start.starts_with(word));
    line.split_once(" = ").filter(|_| assigns)
}

/// Whether the line opens a structure's value, rather than a body or a definition.
fn is_structure(first: &str, rest: &[String]) -> bool {
    let field = |line: &String| {
        let line = line.trim_start();
        let name = line.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(0);
        name > 0 && line.ends_with(',') && line[name..].starts_with([':', ','])
    };
    let path =
        first.trim_end_matches(" {").rsplit(|c: char| !c.is_alphanumeric()).next();
    let typed = path.is_some_and(|path| path.starts_with(char::is_uppercase));
    let start = first.trim_start();
    let defines = ["pub ", "struct ", "enum ", "impl", "match "];
    let value = start.contains("const ") || start.contains("static ");
    let defines = defines.iter().any(|word| start.starts_with(word)) && !value;
    let Some((_, fields)) = rest.split_last() else { return false };
    typed && !defines && fields.iter().all(field)
}

/// What holds one thing of several lines opens and closes with it: `&[Region {`, `Some(match name {`, `=> (`.
fn holds_one(lines: &[String]) -> Option<Vec<String>> {
    let (opening, rest) = lines.split_first()?;
    let (closing, inner) = rest.split_last()?;
    let indent = indent_of(opening);
    if let ([only], true) = (inner, opening.ends_with('[')) {
        return structure_alone(opening, only, closing)
            .or_else(|| call_alone(opening, only, closing));
    }
    if inner.iter().filter(|line| indent_of(line) == indent + INDENT).count() != 2 {
        return None;
    }
    let (first, rest) = inner.split_first()?;
    let (last, content) = rest.split_last()?;
    let (first, last, closing) =
        (first.trim_start(), last.trim_start(), closing.trim_start());
    let (opening, closing) = match opening.strip_suffix("=> {") {
        Some(pattern) if first == "(" && last == ")" => {
            (format!("{pattern}=> ("), "),".to_owned())
        }
        None if opening.ends_with(['[', '('])
            && first.ends_with('{')
            && last == "}," =>
        {
            (format!("{opening}{first}"), format!("}}{closing}"))
        }
        None if opening.ends_with('(') && first == "&[" && last == "]," => {
            (format!("{opening}{first}"), format!("]{closing}"))
        }
        None if opening.ends_with('[') && first.ends_with('(') && last == ")," => {
            (format!("{opening}{first}"), format!("){closing}"))
        }
        _ => return None,
    };
    let mut moved = vec![opening];
    moved.extend(content.iter().map(|line| outwards(line)));
    moved.push(format!("{}{closing}", " ".repeat(indent)));
    Some(moved)
}

/// A structure that is alone in a list, and fits on a line but not with the list around it.
fn structure_alone(opening: &str, only: &str, closing: &str) -> Option<Vec<String>> {
    let (path, fields) = only.trim_start().strip_suffix(" },")?.split_once(" { ")?;
    Some(parts_alone(
        opening,
        &format!("{path} {{"),
        fields,
        &format!("}}{}", closing.trim_start()),
    ))
}

/// The same of a call.
fn call_alone(opening: &str, only: &str, closing: &str) -> Option<Vec<String>> {
    let (path, arguments) = only.trim_start().strip_suffix("),")?.split_once('(')?;
    let named = path.chars().all(|c| c.is_alphanumeric() || "_:".contains(c));
    let (head, end) = (format!("{path}("), format!("){}", closing.trim_start()));
    let parts = || parts_alone(opening, &head, arguments, &end);
    (named && !path.is_empty()).then(parts)
}

/// The parts of one thing, a line each; the list around it opens and closes with it.
fn parts_alone(opening: &str, head: &str, parts: &str, end: &str) -> Vec<String> {
    let indent = indent_of(opening);
    let inner = " ".repeat(indent + INDENT);
    let mut lines = vec![format!("{opening}{head}")];
    let mut part = String::new();
    let mut in_text = false;
    let mut escaped = false;
    let mut depth = 0;
    for c in parts.chars() {
        in_text ^= c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        part.push(c);
        match c {
            '(' | '[' | '{' if !in_text => depth += 1,
            ')' | ']' | '}' if !in_text => depth -= 1,
            ',' if !in_text && depth == 0 => {
                lines.push(format!("{inner}{}", part.trim_start()));
                part.clear();
            }
            _ => {}
        }
    }
    lines.push(format!("{inner}{},", part.trim_start()));
    lines.push(format!("{}{end}", " ".repeat(indent)));
    lines
}

/// An arm of a match that fits on one line has no braces.
fn arm(lines: &[String]) -> Option<Vec<String>> {
    let [pattern, value, end] = lines else { return None };
    let pattern = pattern.strip_suffix("=> {")?;
    let line = format!("{pattern}=> {},", value.trim_start());
    let fits =
        end.trim_start() == "}" && !value.ends_with(';') && columns(&line) <= WIDTH;
    fits.then(|| vec![line])
}

/// An arm of a match whose tuple fits on a line of its own has it there, in braces.
fn arm_of_tuple(lines: &[String]) -> Option<Vec<String>> {
    let (first, rest) = lines.split_first()?;
    let (last, elements) = rest.split_last()?;
    let pattern = first.strip_suffix("=> (")?;
    let inner = indent_of(first) + INDENT;
    if elements.iter().any(|line| indent_of(line) != inner) || last.trim_start() != "),"
    {
        return None;
    }
    let elements: Vec<&str> = elements.iter().map(|line| line.trim_start()).collect();
    let tuple = elements.join(" ");
    let value = format!("{}({})", " ".repeat(inner), tuple.trim_end_matches(','));
    let end = format!("{}}}", " ".repeat(indent_of(first)));
    (columns(&value) <= WIDTH).then(|| vec![format!("{pattern}=> {{"), value, end])
}

/// A closure that fits on a line of its own has no braces.
fn closure(lines: &[String]) -> Option<Vec<String>> {
    let [first, body, end] = lines else { return None };
    let head = first.strip_suffix(" {").filter(|head| head.ends_with('|'))?;
    if end.trim_start() != "};" || body.ends_with(';') {
        return None;
    }
    below(&format!("{head} {};", body.trim_start()), &|| false)
}

/// A value of several lines begins below the name that it is given, if it cannot begin beside it.
fn all_below(lines: &[String]) -> Option<Vec<String>> {
    let (first, rest) = lines.split_first()?;
    let (left, right) = assignment(first).filter(|_| columns(first) > WIDTH)?;
    let indent = " ".repeat(INDENT);
    if columns(left) + " =".len() > WIDTH {
        // The name leaves no room for its type, which goes below with what follows it.
        let (name, rest_of_line) = first.split_once(": ")?;
        let mut below = vec![format!("{name}:"), format!("{indent}{rest_of_line}")];
        below.extend_from_slice(rest);
        return Some(below);
    }
    let mut below = vec![
        format!("{left} ="),
        format!("{}{indent}{right}", &first[..indent_of(first)]),
    ];
    below.extend(rest.iter().map(|line| format!("{indent}{line}")));
    Some(below)
}

/// The elements of a list, or a call's arguments, share lines if all of them are short, and have one each if not.
fn packed(lines: &[String]) -> Option<Vec<String>> {
    let (first, rest) = lines.split_first()?;
    let (last, elements) = rest.split_last()?;
    if !first.ends_with(['[', '(']) {
        return None;
    }
    if elements.iter().any(|line| line.contains(['(', '{', '[', ':'])) {
        return None;
    }
    // prettyplease packs numbers, and them only, however long they are.
    let numbers =
        elements.iter().all(|line| line.chars().all(|c| "0123456789_, ".contains(c)));
    let elements: Vec<&str> = elements
        .iter()
        .flat_map(|line| line.trim_start().split(if numbers { ' ' } else { '\n' }))
        .collect();
    let short =
        elements.iter().all(|element| element.trim_end_matches(',').len() <= SHORT);
    if !short && !numbers {
        return None;
    }
    let width = if short { WIDTH - 1 } else { 0 };
    let mut packed = vec![first.clone()];
    packed.extend(filled(&elements, indent_of(first) + INDENT, width));
    packed.push(last.clone());
    Some(packed)
}

fn is_import(line: &str) -> bool {
    line.starts_with("use ") || line.starts_with("pub use ")
}

/// The names of an import in braces, by rustfmt's own margins for them.
fn import(line: &str) -> Option<Vec<String>> {
    let (path, names) = line.split_once('{')?;
    let names = names.trim_end_matches("};").trim().trim_end_matches(',');
    let line = format!("{path}{{{names}}};");
    if columns(&line) <= WIDTH - 2 {
        return Some(vec![line]);
    }
    let names = format!("{names},");
    let names: Vec<&str> = names.split_inclusive(',').map(str::trim_start).collect();
    let mut lines = vec![format!("{path}{{")];
    lines.extend(filled(&names, INDENT, WIDTH - 1));
    lines.push("};".to_owned());
    Some(lines)
}

/// As many to a line as fit, but at least one; rustfmt does not count the last one's comma.
fn filled(elements: &[&str], indent: usize, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for (index, element) in elements.iter().enumerate() {
        let width = if index + 1 == elements.len() { width + 1 } else { width };
        match lines.last_mut() {
            Some(line) if columns(line) + 1 + columns(element) <= width => {
                line.push(' ');
                line.push_str(element);
            }
            _ => lines.push(format!("{}{element}", " ".repeat(indent))),
        }
    }
    lines
}

fn outwards(line: &str) -> String {
    line[INDENT.min(indent_of(line))..].to_owned()
}
