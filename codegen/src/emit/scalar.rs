//! Single values: their types, and the arguments that take them.

use proc_macro2::TokenStream;
use quote::quote;

use super::imports::Imports;
use super::{ident, literal};
use crate::api::{Enum, Parameter, ParameterType, Scalar};

/// Returns the type that holds a value.
pub(super) fn owned(scalar: &Scalar, imports: &mut Imports) -> TokenStream {
    match scalar {
        Scalar::Text | Scalar::Base64 => quote!(String),
        Scalar::Int => quote!(i64),
        Scalar::Float => quote!(f64),
        Scalar::Bool | Scalar::Switch { .. } => quote!(bool),
        Scalar::Timestamp => {
            let timestamp = imports.name("crate", "Timestamp");
            quote!(#timestamp)
        }
        Scalar::Price => {
            let price = imports.name("crate", "Price");
            quote!(#price)
        }
        Scalar::Password { .. } => {
            let password = imports.name("crate", "Password");
            quote!(#password)
        }
        Scalar::PresignedUrl => {
            let address = imports.name("crate", "PresignedUrl");
            quote!(#address)
        }
        Scalar::Enum(name) => {
            let name = imports.name("crate::enums", name);
            quote!(#name)
        }
    }
}

/// Returns the type of a field of a request, or of a structure in one.
pub(super) fn field_type(parameter: &Parameter, imports: &mut Imports) -> TokenStream {
    let inner = value_type(parameter, imports);
    if parameter.list {
        quote!(Vec<#inner>)
    } else if parameter.argument {
        inner
    } else {
        quote!(Option<#inner>)
    }
}

/// Returns the type of a parameter's argument.
pub(super) fn argument_type(parameter: &Parameter, imports: &mut Imports) -> TokenStream {
    match (is_text(parameter), parameter.list) {
        (true, true) => quote!(impl IntoIterator<Item = impl Into<String>>),
        (true, false) => quote!(impl Into<String>),
        (false, list) => {
            let inner = value_type(parameter, imports);
            if list { quote!(impl IntoIterator<Item = #inner>) } else { inner }
        }
    }
}

/// Makes the field's value of the argument of the same name; `None` if it is the argument itself.
pub(super) fn conversion(parameter: &Parameter) -> Option<TokenStream> {
    let name = ident(&parameter.rust);
    match (is_text(parameter), parameter.list) {
        (true, true) => Some(quote!(#name.into_iter().map(Into::into).collect())),
        (false, true) => Some(quote!(#name.into_iter().collect())),
        (true, false) => Some(quote!(#name.into())),
        (false, false) => None,
    }
}

/// Returns `true` if the parameter takes any text.
fn is_text(parameter: &Parameter) -> bool {
    matches!(parameter.ty, ParameterType::Scalar(Scalar::Text | Scalar::Base64))
}

/// Returns the type of one value. A structure needs no import: it is in the request's own file.
fn value_type(parameter: &Parameter, imports: &mut Imports) -> TokenStream {
    match &parameter.ty {
        ParameterType::Scalar(scalar) => owned(scalar, imports),
        ParameterType::Structure(name) => {
            let name = ident(name);
            quote!(#name)
        }
    }
}

/// Writes a value as code, from its text on the wire. `owned`: for a field, not for a setter.
pub(super) fn literal(
    scalar: &Scalar,
    wire: &str,
    enums: &[Enum],
    imports: &mut Imports,
    owned: bool,
) -> TokenStream {
    match scalar {
        Scalar::Text | Scalar::Base64 if owned => quote!(#wire.to_owned()),
        Scalar::Text | Scalar::Base64 => quote!(#wire),
        Scalar::Int => literal::int(wire.parse().unwrap_or(1)),
        Scalar::Float => literal::float(wire.parse().unwrap_or(0.5)),
        Scalar::Bool => {
            let value = wire == "true";
            quote!(#value)
        }
        Scalar::Switch { on, .. } => {
            let value = wire == on;
            quote!(#value)
        }
        Scalar::Timestamp => {
            let timestamp = imports.name("crate", "Timestamp");
            let number = literal::int(wire.parse().unwrap_or(1));
            quote!(#timestamp::from_unix_seconds(#number))
        }
        Scalar::Price => {
            let price = imports.name("crate", "Price");
            let number = literal::int(wire.parse().unwrap_or(100));
            quote!(#price::from_hundredths(#number))
        }
        Scalar::Password { .. } => {
            let password = imports.name("crate", "Password");
            quote!(#password::new(#wire))
        }
        Scalar::PresignedUrl => {
            let address = imports.name("crate", "PresignedUrl");
            quote!(#address::new(#wire))
        }
        Scalar::Enum(rust) => {
            let name = imports.name("crate::enums", rust);
            let set = enums.iter().find(|set| set.rust == *rust);
            let value = set.and_then(|set| set.values.iter().find(|value| value.wire == wire));
            match value {
                Some(value) => {
                    let value = ident(&value.rust);
                    quote!(#name::#value)
                }
                None => quote!(#name::from(#wire)),
            }
        }
    }
}
