//! Values of a form, joined with what the tables know about their parameters.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

use super::table::{ActionText, ParameterText};
use crate::action::{ActionSpec, ParameterKind, ParameterSpec};
use crate::generated::{action_table, page_table};
use crate::scope::{REGION, ZONE};

/// Finds an action by its name.
pub(crate) fn find_action(name: &str) -> Option<(&'static ActionText, &'static ActionSpec)> {
    let text = page_table::ACTIONS.iter().find(|action| action.name == name)?;
    let spec = action_table::ACTIONS.iter().find(|action| action.name == name)?;
    Some((text, spec))
}

/// Returns the parameters of an action from both tables.
pub(crate) fn parameters(
    text: &'static ActionText,
    spec: &'static ActionSpec,
) -> impl Iterator<Item = (&'static ParameterText, &'static ParameterSpec)> {
    text.parameters.iter().zip(spec.parameters)
}

/// Returns values of the required region and zone of an action, where seeded resources are.
pub(crate) fn scope(spec: &ActionSpec) -> impl Iterator<Item = (&'static str, &'static str)> {
    let known = [("Region", REGION), ("Zone", ZONE)].into_iter();
    known.filter(|(name, _)| spec.parameters.iter().any(|own| own.name == *name && own.required))
}

/// A form that was filled in.
pub(crate) struct Filled {
    pub(crate) action: &'static ActionText,
    /// Parameters that have a value, in the order of the table.
    pub(crate) given: Vec<Given>,
}

/// A parameter with its value; a list has several.
pub(crate) struct Given {
    pub(crate) text: &'static ParameterText,
    pub(crate) kind: ParameterKind,
    pub(crate) values: Vec<String>,
}

impl Filled {
    /// Reads the fields of a form. Empty fields are parameters that are left out; entries of a list
    /// are lines. Unknown fields are ignored.
    pub(crate) fn read(
        action: (&'static ActionText, &'static ActionSpec),
        fields: &BTreeMap<String, String>,
    ) -> Self {
        let given = parameters(action.0, action.1).filter_map(|(text, spec)| {
            let value = fields.get(text.name).filter(|value| !value.is_empty())?;
            let values = if text.name.split('.').any(|part| part == "N") {
                let lines = value.lines().map(str::trim).filter(|line| !line.is_empty());
                lines.map(str::to_owned).collect()
            } else {
                vec![value.clone()]
            };
            Some(Given { text, kind: spec.kind, values })
        });
        Self { action: action.0, given: given.collect() }
    }

    /// Reads the samples of an action, as if they had been filled in.
    #[cfg(test)]
    pub(crate) fn samples(action: (&'static ActionText, &'static ActionSpec)) -> Self {
        let samples = action.0.parameters.iter().filter_map(|text| {
            let sample = text.sample?;
            Some((text.name.to_owned(), sample.to_owned()))
        });
        let mut fields: BTreeMap<_, _> = samples.collect();
        fields.extend(scope(action.1).map(|(name, value)| (name.to_owned(), value.to_owned())));
        Self::read(action, &fields)
    }

    /// Returns the value of a parameter by its name.
    pub(crate) fn value(&self, name: &str) -> Option<&str> {
        let given = self.given.iter().find(|given| given.text.name == name)?;
        given.values.first().map(String::as_str)
    }

    /// Returns names and values as they are on the wire.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (String, String)> {
        self.given.iter().flat_map(|given| {
            given.values.iter().enumerate().map(|(index, value)| {
                (given.text.name.replace(".N", &format!(".{index}")), given.on_wire(value))
            })
        })
    }
}

impl Given {
    /// Returns a value as it is on the wire.
    pub(crate) fn on_wire(&self, value: &str) -> String {
        if self.is_base64() { BASE64.encode(value) } else { value.to_owned() }
    }

    pub(crate) fn is_base64(&self) -> bool {
        matches!(self.kind, ParameterKind::Base64)
    }

    pub(crate) fn is_secret(&self) -> bool {
        matches!(self.kind, ParameterKind::Base64 | ParameterKind::Secret)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_tables_have_the_same_parameters() {
        let specs = action_table::ACTIONS.iter().map(|action| action.name);
        assert!(page_table::ACTIONS.iter().map(|action| action.name).eq(specs));
        for action in page_table::ACTIONS {
            let (text, spec) = find_action(action.name).unwrap();
            let names = text.parameters.iter().map(|parameter| parameter.name);
            assert!(names.eq(spec.parameters.iter().map(|own| own.name)), "{}", action.name);
            let mut sections = page_table::SECTIONS.iter();
            assert!(sections.any(|section| section.title == action.section), "{}", action.name);
        }
    }
}
