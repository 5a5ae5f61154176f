//! Encoding of a request, or of a structure in one: in signing order, the byte order of the names.

use proc_macro2::TokenStream;
use quote::quote;

use super::arguments::Arguments;
use super::ident;
use super::imports::Imports;
use crate::api::{Parameter, ParameterType, Scalar};

/// Returns the implementation of `EncodeForm`. Its head is given: `impl EncodeForm for Disk`.
pub(super) fn implementation(
    head: &TokenStream,
    arguments: &Arguments<'_>,
    parameters: &[Parameter],
    imports: &mut Imports,
) -> TokenStream {
    imports.names("crate::encode", &["Form", "EncodeForm"]);
    if parameters.is_empty() {
        return quote! {
            #head {
                fn parameters(&self, _: &mut Form<'_>) {}
            }
        };
    }
    let mut sorted: Vec<&Parameter> = parameters.iter().collect();
    sorted.sort_by_key(|parameter| signing_key(parameter));
    let writes = sorted.iter().map(|parameter| write(parameter, &arguments.place(parameter)));
    quote! {
        #head {
            fn parameters(&self, form: &mut Form<'_>) {
                #(#writes)*
            }
        }
    }
}

/// Returns the sort key of a parameter: every name that it writes begins with this.
fn signing_key(parameter: &Parameter) -> String {
    let nested = parameter.list || matches!(parameter.ty, ParameterType::Structure(_));
    format!("{}{}", parameter.wire, if nested { "." } else { "" })
}

fn write(parameter: &Parameter, place: &TokenStream) -> TokenStream {
    let wire = &parameter.wire;
    match &parameter.ty {
        ParameterType::Structure(_) if parameter.list => {
            quote!(form.structures(#wire, &#place);)
        }
        ParameterType::Structure(_) if parameter.argument => {
            quote!(form.structure(#wire, &#place as &dyn EncodeForm);)
        }
        ParameterType::Structure(_) => {
            let name = ident(&parameter.rust);
            quote! {
                let #name = #place.as_ref().map(|inner| inner as &dyn EncodeForm);
                form.structure(#wire, #name);
            }
        }
        ParameterType::Scalar(Scalar::Switch { on, off }) => {
            quote!(form.switch(#wire, #place, #on, #off);)
        }
        ParameterType::Scalar(Scalar::Base64 | Scalar::Password { base64: true }) => {
            quote!(form.base64(#wire, &#place);)
        }
        ParameterType::Scalar(_) => quote!(form.put(#wire, &#place);),
    }
}
