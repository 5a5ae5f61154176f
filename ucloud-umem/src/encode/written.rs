//! Parameters of a form that was written, so that they can be changed before it is sent.

use zeroize::Zeroizing;

use super::{EncodeForm, Form, Sensitivity, SignedForm, SignedParameter, sensitivity_of};
use crate::secret::HIDDEN;

/// Parameters of a written form, in the byte order of their names, each once.
pub(crate) struct WrittenParameters(Vec<WrittenParameter>);

/// Parameter of a written form.
struct WrittenParameter {
    name: String,
    value: Zeroizing<String>,
    sensitivity: Sensitivity,
}

impl WrittenParameter {
    /// Returns the value, or `***`.
    fn shown(&self) -> &str {
        if self.sensitivity == Sensitivity::Public { &self.value } else { HIDDEN }
    }
}

impl WrittenParameters {
    /// Reads the parameters of a form, without its signature.
    pub(crate) fn from_form(form: &SignedForm) -> Self {
        let parameters = form.parameters().map(|SignedParameter { pair, secret }| {
            let sensitivity = match secret {
                None => Sensitivity::Public,
                Some(secret) if secret.base64 => Sensitivity::SecretBase64,
                Some(_) => Sensitivity::Secret,
            };
            let value = Zeroizing::new(pair.value.into_owned());
            WrittenParameter { name: pair.name.into_owned(), value, sensitivity }
        });
        Self(parameters.collect())
    }

    /// Returns names and values; `***` for a secret.
    pub(crate) fn shown(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|parameter| (parameter.name.as_str(), parameter.shown()))
    }

    /// Returns a value, or `***` for a secret.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        let index = self.find(name).ok()?;
        self.0.get(index).map(WrittenParameter::shown)
    }

    /// Checks for a parameter, or for entries or members of it.
    pub(crate) fn has_any_of(&self, name: &str) -> bool {
        self.0.iter().any(|parameter| {
            let rest = parameter.name.strip_prefix(name);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        })
    }

    /// Sets a parameter, in place of one with the same name. A secret stays a secret.
    pub(crate) fn set(&mut self, name: &str, value: &str) {
        let value = Zeroizing::new(value.to_owned());
        match self.find(name) {
            Ok(index) => {
                let parameter = &mut self.0[index];
                if parameter.sensitivity == Sensitivity::SecretBase64 {
                    // It is not known if the caller has encoded it.
                    parameter.sensitivity = Sensitivity::Secret;
                }
                parameter.value = value;
            }
            Err(index) => {
                let (name, sensitivity) = (name.to_owned(), sensitivity_of(name));
                self.0.insert(index, WrittenParameter { name, value, sensitivity });
            }
        }
    }

    /// Removes a parameter.
    pub(crate) fn remove(&mut self, name: &str) {
        if let Ok(index) = self.find(name) {
            self.0.remove(index);
        }
    }

    fn find(&self, name: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|parameter| (*parameter.name).cmp(name))
    }
}

impl EncodeForm for WrittenParameters {
    fn parameters(&self, form: &mut Form<'_>) {
        for WrittenParameter { name, value, sensitivity } in &self.0 {
            form.merge(name, value, *sensitivity);
        }
    }
}
