//! The documented reply decodes, and each of its values is where the documentation says.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use serde_json::{Map, Value};

use super::super::imports::Imports;
use super::super::{example, ident, literal, members, response};
use crate::api::{Action, Api, Member, MemberType, Scalar};

/// Columns of a place that stands deep, with spaces between its tokens.
const DEEP: usize = 40;

/// The test of an action's documented reply.
///
/// `decodes` is set where it needs the assertion on text that travels in base64.
pub(super) fn test(
    api: &Api,
    action: &Action,
    imports: &mut Imports,
    decodes: &mut bool,
) -> Option<TokenStream> {
    let example = action.example.as_ref()?;
    let constant = example::reply_constant(action)?;
    imports.names("super", &["example_replies"]);
    let response = imports.name("crate::actions", &response::name(action));
    let mut walk = Walk {
        api,
        imports,
        asserts: Vec::new(),
        missing: Vec::new(),
        enclosing: Vec::new(),
        deprecated: false,
        decodes: false,
    };
    if let Value::Object(reply) = &example.response {
        walk.object(&action.members, reply, &quote!(reply), "");
    }
    let Walk { asserts, mut missing, deprecated, .. } = walk;
    let test = format_ident!("{}_response", action.method);
    let mut present = action.members.iter().filter(|member| member.present.is_some());
    if present.any(|member| missing.contains(&member.wire)) {
        imports.names("crate", &["ErrorKind"]);
        return Some(quote! {
            #[test]
            fn #test() {
                let error = #response::from_json(example_replies::#constant).unwrap_err();
                assert_eq!(error.kind(), ErrorKind::Protocol);
            }
        });
    }
    *decodes |= walk.decodes;
    missing.sort();
    let missing = if missing.is_empty() {
        quote!(assert_eq!(reply.missing(), [""; 0]);)
    } else {
        quote! {
            let mut missing = reply.missing().to_vec();
            missing.sort();
            assert_eq!(missing, [#(#missing),*]);
        }
    };
    let unreachable = (!example.unreachable.is_empty()).then(|| {
        let pointers = example.unreachable.iter().map(|path| pointer(path));
        quote! {
            let json = reply.metadata().json().unwrap();
            #(assert!(json.pointer(#pointers).is_some());)*
        }
    });
    let expect = deprecated.then(
        || quote!(#[expect(deprecated, reason = "the documented example has it")]),
    );
    Some(quote! {
        #[test]
        #expect
        fn #test() {
            let text = example_replies::#constant;
            let reply = #response::from_json(text).unwrap();
            #missing
            #(#asserts)*
            #unreachable
        }
    })
}

/// `/DataSet/0/Protocol` for `DataSet[0].Protocol`.
fn pointer(path: &str) -> String {
    let escaped = path.replace('~', "~0").replace('/', "~1");
    format!("/{}", escaped.replace('[', "/").replace(']', "").replace('.', "/"))
}

/// A walk through the reply along the description's members, by the same rules as decoding.
struct Walk<'a> {
    api: &'a Api,
    imports: &'a mut Imports,
    asserts: Vec<TokenStream>,
    /// Required members that are not there.
    missing: Vec<String>,
    /// What the structures are bound to that the walk is inside of.
    enclosing: Vec<String>,
    /// Whether a member was met that nobody should use any more.
    deprecated: bool,
    /// Whether a text was met that travels in base64.
    decodes: bool,
}

impl Walk<'_> {
    /// `place` is the structure in Rust, `at` its path in the reply.
    fn object(
        &mut self,
        members: &[Member],
        object: &Map<String, Value>,
        place: &TokenStream,
        at: &str,
    ) {
        self.enclosing.push(place.to_string());
        for member in members {
            let wire = &member.wire;
            let at = if at.is_empty() { wire.clone() } else { format!("{at}.{wire}") };
            let name = ident(&member.rust);
            let value = object.get(wire).unwrap_or(&Value::Null);
            if self.member(member, value, &quote!(#place.#name), &at) {
                self.deprecated |= member.deprecated.is_some();
            } else if member.required {
                self.missing.push(at);
            }
        }
        self.enclosing.pop();
    }

    /// A name for a member's value, which no structure around it is bound to.
    fn local(&self, member: &str) -> String {
        let taken = ["json", "missing", "reply", "text"];
        let mut local = member.to_owned();
        while taken.contains(&local.as_str()) || self.enclosing.contains(&local) {
            local.push_str("_inner");
        }
        local
    }

    /// Whether the member takes the value.
    fn member(
        &mut self,
        member: &Member,
        value: &Value,
        place: &TokenStream,
        at: &str,
    ) -> bool {
        if value.is_null() {
            return false;
        }
        match &member.ty {
            MemberType::Json => {
                let inner = self.inner(member, place);
                self.json(value, &inner, inner.to_string() != place.to_string());
                true
            }
            _ if members::is_list(member) => {
                let values = match value {
                    Value::Array(values) => values.as_slice(),
                    Value::String(text) if text.is_empty() && is_model(member) => {
                        return false;
                    }
                    other => std::slice::from_ref(other),
                };
                self.list(member, values, place, at)
            }
            _ => {
                let value = match value {
                    Value::Array(values) => values.first().unwrap_or(&Value::Null),
                    other => other,
                };
                self.single(member, value, place, at)
            }
        }
    }

    fn single(
        &mut self,
        member: &Member,
        value: &Value,
        place: &TokenStream,
        at: &str,
    ) -> bool {
        match (&member.ty, value) {
            (MemberType::Scalar(scalar), value) => {
                self.scalar(scalar, value, place, !member.required)
            }
            (MemberType::Model(name), Value::Object(object)) => {
                let api = self.api;
                let inner = self.inner(member, place);
                let asserts = self.asserts.len();
                if let Some(model) = api.models.iter().find(|model| model.rust == *name)
                {
                    self.object(&model.members, object, &inner, at);
                }
                if self.asserts.len() == asserts
                    && inner.to_string() != place.to_string()
                {
                    // It has no value that could be asked for.
                    self.asserts.pop();
                    if !member.required {
                        self.asserts.push(quote!(assert!(#place.is_some());));
                    }
                }
                true
            }
            _ => false,
        }
    }

    fn list(
        &mut self,
        member: &Member,
        values: &[Value],
        place: &TokenStream,
        at: &str,
    ) -> bool {
        let mut length = 0;
        for (index, value) in values.iter().enumerate() {
            let number = proc_macro2::Literal::usize_unsuffixed(length);
            let element = Member { required: true, boxed: false, ..member.clone() };
            let at = format!("{at}[{index}]");
            let mut inner = quote!(#place[#number]);
            let binds = value.is_object() && is_model(member);
            if binds {
                let local = ident(&self.local(&member.rust));
                self.asserts.push(quote!(let #local = &#inner;));
                inner = quote!(#local);
            }
            let asserts = self.asserts.len();
            if self.single(&element, value, &inner, &at) {
                length += 1;
            }
            if binds && self.asserts.len() == asserts {
                // It has no value that could be asked for.
                self.asserts.pop();
                self.asserts.push(quote!(assert!(#place.len() > #number);));
            }
        }
        if length == 0 {
            self.asserts.push(quote!(assert!(#place.is_empty());));
        }
        length > 0 || values.is_empty()
    }

    /// What is inside the member, bound to a name where it may be absent or stands deep.
    fn inner(&mut self, member: &Member, place: &TokenStream) -> TokenStream {
        if member.required && place.to_string().len() <= DEEP {
            return place.clone();
        }
        let local = ident(&self.local(&member.rust));
        let inner = if member.required {
            quote!(&#place)
        } else {
            quote!(#place.as_ref().unwrap())
        };
        self.asserts.push(quote!(let #local = #inner;));
        quote!(#local)
    }

    /// Any JSON at a place, which may be a reference to it.
    fn json(&mut self, value: &Value, place: &TokenStream, reference: bool) {
        if is_nested(value) && place.to_string().len() > DEEP {
            let local = ident(&self.local("part"));
            self.asserts.push(quote!(let #local = &#place;));
            self.enclosing.push(local.to_string());
            self.json(value, &quote!(#local), true);
            self.enclosing.pop();
            return;
        }
        let expected = match value {
            Value::Object(members) if !members.is_empty() => {
                for (name, value) in members {
                    self.json(value, &quote!(#place[#name]), false);
                }
                return;
            }
            Value::Array(elements) if !elements.is_empty() => {
                for (index, element) in elements.iter().enumerate() {
                    let index = proc_macro2::Literal::usize_unsuffixed(index);
                    self.json(element, &quote!(#place[#index]), false);
                }
                return;
            }
            Value::Object(_) => quote!(serde_json::json!({})),
            Value::Array(_) => quote!(serde_json::json!([])),
            Value::Null => quote!(serde_json::Value::Null),
            Value::Bool(value) => quote!(#value),
            Value::String(text) => quote!(#text),
            Value::Number(number) => match (number.as_i64(), number.as_f64()) {
                (Some(number), _) => literal::long(number),
                (None, Some(number)) => literal::float(number),
                (None, None) => return,
            },
        };
        let place = if reference { quote!(*#place) } else { place.clone() };
        self.asserts.push(quote!(assert_eq!(#place, #expected);));
    }

    fn scalar(
        &mut self,
        scalar: &Scalar,
        value: &Value,
        place: &TokenStream,
        optional: bool,
    ) -> bool {
        let Some(assert) = self.assertion(scalar, value, place, optional) else {
            return false;
        };
        self.asserts.push(assert);
        true
    }

    /// The assertion that the place holds the value; none where the value is no use there.
    fn assertion(
        &mut self,
        scalar: &Scalar,
        value: &Value,
        place: &TokenStream,
        optional: bool,
    ) -> Option<TokenStream> {
        Some(match scalar {
            Scalar::Text => {
                let text = text(value)?;
                if optional {
                    quote!(assert_eq!(#place.as_deref(), Some(#text));)
                } else {
                    quote!(assert_eq!(#place, #text);)
                }
            }
            Scalar::Int => {
                let number = literal::int(int(value)?);
                let number = some(optional, number);
                quote!(assert_eq!(#place, #number);)
            }
            Scalar::Float => {
                let number = literal::float(float(value)?);
                let place = some(!optional, place.clone());
                quote!(assert_eq!(#place, Some(#number));)
            }
            Scalar::Bool => truth(bool(value)?, place, optional),
            Scalar::Switch { on, off } => {
                let value = match value {
                    Value::String(word) if word == on => true,
                    Value::String(word) if word == off => false,
                    other => bool(other)?,
                };
                truth(value, place, optional)
            }
            Scalar::Timestamp => {
                let timestamp = self.imports.name("crate", "Timestamp");
                let seconds = literal::int(int(value)?);
                let moment =
                    some(optional, quote!(#timestamp::from_unix_seconds(#seconds)));
                quote!(assert_eq!(#place, #moment);)
            }
            Scalar::Price => {
                let price = self.imports.name("crate", "Price");
                let hundredths = literal::int(int(value)?);
                let amount =
                    some(optional, quote!(#price::from_hundredths(#hundredths)));
                quote!(assert_eq!(#place, #amount);)
            }
            Scalar::Enum(name) => {
                let text = text(value)?;
                if optional {
                    let name = self.imports.name("crate::enums", name);
                    quote!(assert_eq!(#place.as_ref().map(#name::as_str), Some(#text));)
                } else {
                    quote!(assert_eq!(#place.as_str(), #text);)
                }
            }
            Scalar::Password { base64 } => {
                let text = text(value)?;
                let plain = if optional {
                    quote!(#place.as_ref().unwrap().reveal())
                } else {
                    quote!(#place.reveal())
                };
                self.same_text(*base64, &plain, &text)
            }
            Scalar::PresignedUrl => {
                let text = text(value)?;
                let whole = text.trim_end();
                let plain = if optional {
                    quote!(#place.as_ref().unwrap())
                } else {
                    quote!(#place)
                };
                quote!(assert_eq!(#plain.reveal(), #whole);)
            }
            Scalar::Base64 => {
                let text = text(value)?;
                let plain = if optional {
                    quote!(#place.as_deref().unwrap())
                } else {
                    quote!(&#place)
                };
                self.same_text(true, &plain, &text)
            }
        })
    }

    fn same_text(
        &mut self,
        base64: bool,
        plain: &TokenStream,
        text: &str,
    ) -> TokenStream {
        if base64 {
            self.imports.names("base64::prelude", &["BASE64_STANDARD", "Engine as _"]);
            self.decodes = true;
            quote!(assert_travels_as(#plain, #text);)
        } else {
            quote!(assert_eq!(#plain, #text);)
        }
    }
}

fn is_nested(value: &Value) -> bool {
    match value {
        Value::Array(elements) => !elements.is_empty(),
        Value::Object(members) => !members.is_empty(),
        _ => false,
    }
}

fn is_model(member: &Member) -> bool {
    matches!(member.ty, MemberType::Model(_))
}

fn some(wrap: bool, value: TokenStream) -> TokenStream {
    if wrap { quote!(Some(#value)) } else { value }
}

fn truth(value: bool, place: &TokenStream, optional: bool) -> TokenStream {
    match (value, optional) {
        (value, true) => quote!(assert_eq!(#place, Some(#value));),
        (true, false) => quote!(assert!(#place);),
        (false, false) => quote!(assert!(!#place);),
    }
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => {
            Some(match (number.as_i64(), number.as_u64(), number.as_f64()) {
                (Some(number), _, _) => number.to_string(),
                (None, Some(number), _) => number.to_string(),
                (None, None, number) => number?.to_string(),
            })
        }
        Value::Bool(value) => Some(value.to_string()),
        _ => None,
    }
}

fn int(value: &Value) -> Option<i64> {
    match value {
        Value::String(text) => text.trim().parse().ok(),
        Value::Number(number) => number.as_i64().or_else(|| {
            let number = number.as_f64().filter(|number| number.fract() == 0.0)?;
            // The text of a float without a fraction is that of the integer, as far as it is exact.
            (number.abs() < 2f64.powi(53)).then(|| number.to_string().parse().ok())?
        }),
        _ => None,
    }
}

fn float(value: &Value) -> Option<f64> {
    match value {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => {
            text.trim().parse().ok().filter(|number: &f64| number.is_finite())
        }
        _ => None,
    }
}

fn bool(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(value) => Some(*value),
        Value::Number(number) => match number.as_i64() {
            Some(0) => Some(false),
            Some(1) => Some(true),
            _ => None,
        },
        Value::String(text) => match text.trim() {
            "0" => Some(false),
            "1" => Some(true),
            word if word.eq_ignore_ascii_case("true") => Some(true),
            word if word.eq_ignore_ascii_case("false") => Some(false),
            _ => None,
        },
        _ => None,
    }
}
