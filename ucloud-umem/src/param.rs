//! Parameters added by name.

use serde_json::Value;

use crate::options::Options;

/// Deepest nesting of a value. No action has deeper ones, and visiting them needs stack.
const DEEPEST: usize = 32;

/// Value for `param`: text, a number, a boolean, a list of these, or any JSON.
///
/// | value | parameters |
/// |---|---|
/// | `"x"`, `7`, `0.5`, `true` | `Name=x`, `Name=7`, `Name=0.5`, `Name=true` |
/// | `["a", "b"]` | `Name.0=a`, `Name.1=b` |
/// | `json!([{ "Size": 20 }])` | `Name.0.Size=20` |
/// | `None`, `json!(null)`, an empty list | none |
///
/// `NaN` and infinite numbers are an error when the call is sent.
pub trait IntoParamValue {
    #[doc(hidden)]
    fn add_to(self, options: &mut Options, name: &str);
}

impl IntoParamValue for f64 {
    fn add_to(self, options: &mut Options, name: &str) {
        if self.is_finite() {
            // As typed requests write it: without exponent, `.0` and the sign of -0.0.
            (self + 0.0).to_string().add_to(options, name);
        } else {
            options.problem = Some(format!("invalid number for {name}: {self}"));
        }
    }
}

macro_rules! as_displayed {
    ($($type:ty),*) => {$(
        impl IntoParamValue for $type {
            fn add_to(self, options: &mut Options, name: &str) {
                options.set_param(name.to_owned(), self.to_string());
            }
        }
    )*};
}

as_displayed!(bool, i32, i64, u32, u64, usize, &str, &String, String);

impl<T: IntoParamValue> IntoParamValue for Option<T> {
    fn add_to(self, options: &mut Options, name: &str) {
        if let Some(value) = self {
            value.add_to(options, name);
        }
    }
}

impl<T: IntoParamValue> IntoParamValue for Vec<T> {
    fn add_to(self, options: &mut Options, name: &str) {
        add_list(self, name, options);
    }
}

impl<T: IntoParamValue, const N: usize> IntoParamValue for [T; N] {
    fn add_to(self, options: &mut Options, name: &str) {
        add_list(self, name, options);
    }
}

impl<T: IntoParamValue + Clone> IntoParamValue for &[T] {
    fn add_to(self, options: &mut Options, name: &str) {
        add_list(self.iter().cloned(), name, options);
    }
}

impl IntoParamValue for Value {
    fn add_to(self, options: &mut Options, name: &str) {
        (&self).add_to(options, name);
    }
}

impl IntoParamValue for &Value {
    fn add_to(self, options: &mut Options, name: &str) {
        add_json(self, name, DEEPEST, options);
    }
}

impl Options {
    /// Adds a parameter by name, with all entries and members of its value.
    pub(crate) fn param(&mut self, name: &str, value: impl IntoParamValue) {
        value.add_to(self, name);
    }
}

fn add_list<T: IntoParamValue>(
    values: impl IntoIterator<Item = T>,
    name: &str,
    options: &mut Options,
) {
    options.remove_members(name);
    for (index, value) in values.into_iter().enumerate() {
        value.add_to(options, &format!("{name}.{index}"));
    }
}

fn add_json(value: &Value, name: &str, depth: usize, options: &mut Options) {
    let Some(below) = depth.checked_sub(1) else {
        options.problem = Some(format!(
            "value of {}... nested more than {DEEPEST} deep",
            name.chars().take(40).collect::<String>()
        ));
        return;
    };
    match value {
        Value::Null => {}
        Value::Bool(value) => value.add_to(options, name),
        Value::String(value) => value.add_to(options, name),
        Value::Number(number) => match number.as_f64().filter(|_| number.is_f64()) {
            Some(number) => number.add_to(options, name),
            None => number.to_string().add_to(options, name),
        },
        Value::Array(values) => {
            options.remove_members(name);
            for (index, value) in values.iter().enumerate() {
                add_json(value, &format!("{name}.{index}"), below, options);
            }
        }
        Value::Object(members) => {
            options.remove_members(name);
            for (member, value) in members {
                add_json(value, &format!("{name}.{member}"), below, options);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn pairs(value: impl IntoParamValue) -> Vec<(String, String)> {
        let mut options = Options::default();
        options.param("X", value);
        assert_eq!(options.problem, None);
        options.added
    }

    fn flat(value: impl IntoParamValue) -> String {
        let pairs = pairs(value).into_iter();
        let pairs = pairs.map(|(name, value)| format!("{name}={value}"));
        pairs.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn values_become_parameters() {
        assert_eq!(flat("a"), "X=a");
        assert_eq!(flat(String::new()), "X=");
        assert_eq!(flat(-7_i64), "X=-7");
        assert_eq!(flat(u64::MAX), "X=18446744073709551615");
        assert_eq!(flat(false), "X=false");
        assert_eq!(
            [1e-7, 1e22, -0.0, 2.0, 0.1].map(flat),
            ["X=0.0000001", "X=10000000000000000000000", "X=0", "X=2", "X=0.1"]
        );
        assert_eq!(flat(None::<i64>), "");
        assert_eq!(flat(["a", "b"]), "X.0=a X.1=b");
        assert_eq!(flat(Vec::<i64>::new()), "");
        assert_eq!(flat(&[true, false][..]), "X.0=true X.1=false");
    }

    #[test]
    fn json_becomes_dotted_names() {
        assert_eq!(flat(json!(null)), "");
        assert_eq!(flat(json!(1e3)), "X=1000");
        assert_eq!(flat(json!(u64::MAX)), "X=18446744073709551615");
        let disks = json!([{ "Size": 20, "Tags": ["a", "b"] }, { "Boot": true, "No": null }]);
        assert_eq!(flat(disks), "X.0.Size=20 X.0.Tags.0=a X.0.Tags.1=b X.1.Boot=true");
    }

    #[test]
    fn a_list_or_structure_takes_the_place_of_another() {
        let mut options = Options::default();
        options.param("Ids", ["a", "b", "c"]);
        options.param("IdsToo", 1);
        options.param("Ids", ["d"]);
        options.param("Json", json!(["a", "b"]));
        options.param("Json", json!(["c"]));
        options.param("Disk", json!({ "Size": 20, "Boot": true }));
        options.param("Disk", json!({ "Size": 30 }));
        let names: Vec<_> = options.added.iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["Disk.Size", "Ids.0", "IdsToo", "Json.0"]);
    }

    #[test]
    fn errors_name_the_parameter() {
        let nested = |lists| (0..lists).fold(json!(1), |inner, _| json!([inner]));
        // The value within counts too.
        assert_eq!(pairs(nested(DEEPEST - 1)).len(), 1);
        let mut options = Options::default();
        options.param("X", nested(DEEPEST));
        assert!(options.problem.is_some() && options.added.is_empty());
        let deep = (0..100_000).fold(json!(1), |inner, _| Value::Array(vec![inner]));
        let mut options = Options::default();
        options.param("X", &deep);
        // Dropping it takes more stack than a test has.
        std::mem::forget(deep);
        assert!(options.problem.take().is_some_and(|text| text.contains("32 deep")));
        for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            options.param("Ratio", number);
            assert!(options.problem.take().is_some_and(|text| text.contains("Ratio")));
        }
    }
}
