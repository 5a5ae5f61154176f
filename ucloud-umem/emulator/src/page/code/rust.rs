//! A call as a program in Rust, with the client's own methods.

use std::collections::BTreeSet;

use super::Target;
use super::literal::rust as text_literal;
use crate::generated::page_table::CRATE;
use crate::page::table::{ParameterText, Place, RustValue};
use crate::page::values::{Filled, Given};

/// Columns of a line.
const WIDTH: usize = 100;

/// Writes the program.
pub(super) fn program(filled: &Filled, target: &Target) -> String {
    let mut writer = Writer::default();
    let call = match writer.typed(filled) {
        Some(call) => call,
        None => generic(filled),
    };
    let mut client = vec![
        "Client::builder()".to_owned(),
        format!(".base_url({})", text_literal(&target.base_url)),
        credentials(target),
    ];
    if target.has_channel {
        let key = ".channel_key(std::env::var(\"UCLOUD_CHANNEL_KEY\").unwrap_or_default())";
        client.push(key.to_owned());
    }
    for (parameter, setter) in [("Region", "region"), ("Zone", "zone"), ("ProjectId", "project_id")]
    {
        if let Some(value) = filled.value(parameter) {
            client.push(format!(".{setter}({})", text_literal(value)));
        }
    }
    client.push(".build()?".to_owned());
    let uses = writer.uses();
    let client = chain("let client = ", &client);
    let statements = writer.statements.concat();
    let mut parts = vec![call.0];
    parts.extend(call.1);
    parts.extend([".send()".to_owned(), ".await?".to_owned()]);
    let mut head = vec![format!("client{}", parts.remove(0))];
    head.append(&mut parts);
    let call = chain("let response = ", &split_client(head));
    format!(
        "{uses}\n#[tokio::main]\nasync fn main() -> {CRATE}::Result<()> {{\n{client}{statements}{call}    println!(\"{{response:#?}}\");\n    Ok(())\n}}\n"
    )
}

/// Parts the client from its method, as rustfmt does for a long chain.
fn split_client(mut parts: Vec<String>) -> Vec<String> {
    let first = parts.remove(0);
    let method = first.trim_start_matches("client").to_owned();
    let mut all = vec!["client".to_owned(), method];
    all.append(&mut parts);
    all
}

fn credentials(target: &Target) -> String {
    let public = text_literal(&target.public_key);
    match target.private_key {
        Some(key) => format!(".credentials(Credentials::new({public}, {}))", text_literal(key)),
        None => format!(
            ".credentials(Credentials::new({public}, std::env::var(\"UCLOUD_PRIVATE_KEY\").unwrap_or_default()))"
        ),
    }
}

/// Writes a statement on one line or, if that is too long, a part on each.
fn chain(start: &str, parts: &[String]) -> String {
    let line = format!("    {start}{};\n", parts.concat());
    if line.chars().count() <= WIDTH && parts.len() <= 5 {
        return line;
    }
    format!("    {start}{};\n", parts.join("\n        "))
}

/// Writes the call by the action's name, for what has no typed form.
fn generic(filled: &Filled) -> (String, Vec<String>) {
    let head = format!(".action({})", text_literal(filled.action.name));
    let parameters = filled.given.iter().filter(|given| given.text.place != Place::Scope);
    let setters = parameters.flat_map(|given| {
        given.values.iter().enumerate().map(|(index, value)| {
            let name = given.text.name.replace(".N", &format!(".{index}"));
            format!(".param({}, {})", text_literal(&name), text_literal(&given.on_wire(value)))
        })
    });
    (head, setters.collect())
}

/// Code of a typed call, and what it needs.
#[derive(Default)]
struct Writer {
    root: BTreeSet<&'static str>,
    enums: BTreeSet<&'static str>,
    actions: BTreeSet<&'static str>,
    statements: Vec<String>,
}

impl Writer {
    /// Writes the method with its arguments, and the setters; nothing if a value does not fit its
    /// type.
    fn typed(&mut self, filled: &Filled) -> Option<(String, Vec<String>)> {
        let action = filled.action;
        if !action.typed {
            return None;
        }
        let given = |parameter: &ParameterText| {
            filled.given.iter().find(|given| given.text.name == parameter.name)
        };
        let mut arguments = Vec::new();
        let mut setters = Vec::new();
        for parameter in action.parameters {
            let given = given(parameter);
            match (parameter.place, given) {
                (Place::Argument, given) => {
                    let values = given.map_or_else(
                        || vec![parameter.sample.unwrap_or_default().to_owned()],
                        |given| given.values.clone(),
                    );
                    let value = self.value(parameter, &values, action.bundle.is_some())?;
                    arguments.push((parameter.rust, value));
                }
                (Place::Setter, Some(given)) => setters.push(self.setter(given)),
                _ => {}
            }
        }
        let arguments = match action.bundle {
            None => arguments.into_iter().map(|(_, value)| value).collect::<Vec<_>>().join(", "),
            Some(bundle) => {
                self.actions.insert(bundle);
                let fields =
                    arguments.iter().map(|(name, value)| format!("        {name}: {value},\n"));
                let fields: String = fields.collect();
                self.statements.push(format!("    let required = {bundle} {{\n{fields}    }};\n"));
                "required".to_owned()
            }
        };
        Some((format!(".{}({arguments})", action.method), setters))
    }

    /// Writes a setter or, if the value does not fit its type, a parameter by its name.
    fn setter(&mut self, given: &Given) -> String {
        match self.value(given.text, &given.values, false) {
            Some(value) => format!(".{}({value})", given.text.rust),
            None => {
                let value = given.values.first().map(String::as_str).unwrap_or_default();
                format!(".param({}, {})", text_literal(given.text.name), text_literal(value))
            }
        }
    }

    fn value(
        &mut self,
        parameter: &ParameterText,
        values: &[String],
        owned: bool,
    ) -> Option<String> {
        if !parameter.is_list() {
            return self.one(parameter.value, values.first()?, owned);
        }
        let values: Option<Vec<_>> =
            values.iter().map(|value| self.one(parameter.value, value, owned)).collect();
        let values = values?.join(", ");
        Some(if owned { format!("vec![{values}]") } else { format!("[{values}]") })
    }

    fn one(&mut self, kind: RustValue, value: &str, owned: bool) -> Option<String> {
        let literal = match kind {
            RustValue::Text if owned => format!("{}.to_owned()", text_literal(value)),
            RustValue::Text => text_literal(value),
            RustValue::Int => value.parse::<i64>().ok()?.to_string(),
            RustValue::Float => {
                let number = value.parse::<f64>().ok().filter(|number| number.is_finite())?;
                format!("{number:?}")
            }
            RustValue::Bool => value.parse::<bool>().ok()?.to_string(),
            RustValue::Switch(on) => (value == on).to_string(),
            RustValue::Timestamp => {
                self.root.insert("Timestamp");
                format!("Timestamp::from_unix_seconds({})", value.parse::<i64>().ok()?)
            }
            RustValue::Price => {
                self.root.insert("Price");
                format!("Price::from_hundredths({})", value.parse::<i64>().ok()?)
            }
            RustValue::Password => {
                self.root.insert("Password");
                format!("Password::new({})", text_literal(value))
            }
            RustValue::Enum(set) => {
                self.enums.insert(set.name);
                match set.values.iter().find(|(wire, ..)| *wire == value) {
                    Some((_, variant, _)) => format!("{}::{variant}", set.name),
                    None => format!("{}::from({})", set.name, text_literal(value)),
                }
            }
        };
        Some(literal)
    }

    fn uses(&mut self) -> String {
        self.root.extend(["Client", "Credentials"]);
        let mut uses = String::new();
        for (module, names) in [("::actions", &self.actions), ("::enums", &self.enums)] {
            if !names.is_empty() {
                uses.push_str(&format!("use {CRATE}{module}::{};\n", group(names)));
            }
        }
        uses.push_str(&format!("use {CRATE}::{};\n", group(&self.root)));
        uses
    }
}

/// Writes the end of a `use` line.
fn group(names: &BTreeSet<&str>) -> String {
    let names: Vec<_> = names.iter().copied().collect();
    match names[..] {
        [name] => name.to_owned(),
        _ => format!("{{{}}}", names.join(", ")),
    }
}
