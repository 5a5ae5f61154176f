//! Symbols of a description: the decisions that checking and resolving share.

use std::collections::BTreeMap;

use crate::api;
use crate::description::{
    Action, Description, Enum, Model, Named, Row, Scalar, Target, Type, TypeShape,
};
use crate::diagnostics::text::code;
use crate::names::Words;

/// Rows that a client can fill in, for every product of the vendor.
pub(crate) const COMMON: [&str; 3] = ["Region", "Zone", "ProjectId"];

/// Checks for a row that a client can fill in.
pub(crate) fn is_common(name: &str) -> bool {
    COMMON.contains(&name)
}

/// Parameters that every request has.
pub(crate) const SENT_ANYWAY: [&str; 4] = ["Action", "PublicKey", "SecurityToken", "Signature"];

/// Fields that every response has.
pub(crate) const ENVELOPE: [&str; 3] = ["RetCode", "Action", "Message"];

/// Actions, models and enums by their names on the wire.
#[derive(Debug)]
pub(crate) struct SymbolTable<'d> {
    pub(crate) description: &'d Description,
    pub(crate) words: Words,
    pub(crate) actions: BTreeMap<&'d str, &'d Action>,
    pub(crate) models: BTreeMap<&'d str, &'d Model>,
    pub(crate) enums: BTreeMap<&'d str, &'d Enum>,
}

/// Table of fields.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Table<'d> {
    Response(&'d Action),
    Model(&'d Model),
}

impl<'d> Table<'d> {
    pub(crate) fn rows(self) -> &'d [Row] {
        match self {
            Self::Response(action) => &action.response,
            Self::Model(model) => &model.members,
        }
    }

    /// Finds the row of a name.
    pub(crate) fn row(self, name: &str) -> Option<&'d Row> {
        self.rows().iter().find(|row| row.name.value == name)
    }

    pub(crate) fn named(self) -> &'d Named {
        match self {
            Self::Response(action) => &action.named,
            Self::Model(model) => &model.named,
        }
    }

    /// Checks that its file could be read.
    pub(crate) fn is_readable(self) -> bool {
        match self {
            Self::Response(action) => action.readable,
            Self::Model(model) => model.readable,
        }
    }

    /// Returns ``the response of `DescribeUMemBackup` `` or ``model `UMemBackupSet` ``.
    pub(crate) fn title(self) -> String {
        let name = code(&self.named().name);
        match self {
            Self::Response(_) => format!("the response of {name}"),
            Self::Model(_) => format!("model {name}"),
        }
    }
}

/// Error of a row whose type does not fit its `as`.
#[derive(Debug)]
pub(crate) struct TypeError {
    pub(crate) what: String,
    pub(crate) help: String,
}

impl<'d> SymbolTable<'d> {
    pub(crate) fn new(description: &'d Description) -> Self {
        let words = description.product.iter().flat_map(|product| &product.words);
        Self {
            description,
            words: Words::new(words.map(|(wire, rust)| (wire.value.as_str(), rust.value.as_str()))),
            actions: by_name(&description.actions, |action| &action.named),
            models: by_name(&description.models, |model| &model.named),
            enums: by_name(&description.enums, |values| &values.named),
        }
    }

    /// Returns every table of fields.
    pub(crate) fn tables(&self) -> impl Iterator<Item = Table<'d>> + use<'d> {
        let responses = self.description.actions.iter().map(Table::Response);
        responses.chain(self.description.models.iter().map(Table::Model))
    }

    /// Returns the type's name in Rust.
    pub(crate) fn type_name(&self, named: &Named) -> String {
        named.rust.as_ref().map_or_else(|| self.words.camel(&named.name), |rust| rust.value.clone())
    }

    /// Returns the name of the file and of the method in Rust.
    pub(crate) fn module_name(&self, named: &Named) -> String {
        self.words.snake(&self.type_name(named))
    }

    /// Returns the field's name in Rust; `segment` is the last part of the row's name.
    pub(crate) fn field_name(&self, row: Option<&Row>, segment: &str) -> String {
        match row.and_then(|row| row.rust.as_ref()) {
            Some(rust) => rust.value.clone(),
            None => self.words.snake(segment),
        }
    }

    /// Returns the variant's name in Rust.
    pub(crate) fn variant_name(&self, value: &crate::description::EnumValue) -> String {
        value.rust.as_ref().map_or_else(|| self.words.camel(&value.wire), |rust| rust.value.clone())
    }

    /// Returns a row's model.
    pub(crate) fn model(&self, row: &Row) -> Option<&'d Model> {
        match &row.ty.as_ref()?.shape {
            TypeShape::Model(name) => self.models.get(name.as_str()).copied(),
            _ => None,
        }
    }

    /// Returns a row's enum.
    pub(crate) fn enumeration(&self, row: &Row) -> Option<&'d Enum> {
        match &row.conversion.as_ref()?.target {
            Target::Enum(name) => self.enums.get(name.as_str()).copied(),
            _ => None,
        }
    }

    /// Returns the scalar of a row, or of an entry of its list. `Ok(None)` if it has none, or
    /// another diagnostic.
    pub(crate) fn scalar(&self, row: &Row) -> Result<Option<api::Scalar>, TypeError> {
        let Some(ty) = &row.ty else { return Ok(None) };
        let plain = match &ty.shape {
            TypeShape::Scalar(scalar) => *scalar,
            TypeShape::Object | TypeShape::Model(_) => {
                return not_a_scalar(row, ty);
            }
        };
        let scalar = match row.conversion.as_ref().map(|conversion| &conversion.target) {
            None => scalar(plain),
            Some(target) => match self.converted(plain, ty, target)? {
                Some(scalar) => scalar,
                None => return Ok(None),
            },
        };
        if row.sensitive.is_none() {
            return Ok(Some(scalar));
        }
        match scalar {
            api::Scalar::Text => Ok(Some(api::Scalar::Password { base64: false })),
            api::Scalar::Base64 => Ok(Some(api::Scalar::Password { base64: true })),
            _ => Err(TypeError {
                what: "invalid `sensitive`: expected a text".into(),
                help: "a secret is a `string`, or a `string` as `base64`; remove `sensitive`"
                    .into(),
            }),
        }
    }

    fn converted(
        &self,
        plain: Scalar,
        ty: &Type,
        target: &Target,
    ) -> Result<Option<api::Scalar>, TypeError> {
        let needs = |target: &str, needed: &str| {
            Err(TypeError {
                what: format!("{} cannot be converted to {target}", code(&ty.written())),
                help: format!("{target} needs the type {needed}; change `as`, or remove it"),
            })
        };
        match target {
            Target::Timestamp if plain == Scalar::Int => Ok(Some(api::Scalar::Timestamp)),
            Target::Timestamp => needs("`timestamp`", "`int`"),
            Target::Price if matches!(plain, Scalar::Int | Scalar::Float) => {
                Ok(Some(api::Scalar::Price))
            }
            Target::Price => needs("`price`", "`int` or `float`"),
            Target::Base64 if plain == Scalar::String && !ty.list => Ok(Some(api::Scalar::Base64)),
            Target::Base64 => needs("`base64`", "`string`"),
            Target::PresignedUrl if plain == Scalar::String => Ok(Some(api::Scalar::PresignedUrl)),
            Target::PresignedUrl => needs("`presigned_url`", "`string` or `[string]`"),
            Target::Switch { on, off } if plain == Scalar::String && !ty.list => {
                Ok(Some(api::Scalar::Switch { on: on.clone(), off: off.clone() }))
            }
            Target::Switch { .. } => needs("a `bool` with other words", "`string`"),
            Target::Scalar(other) if *other == plain => Err(TypeError {
                what: format!("needless `as: {}`: it is the type already", other.name()),
                help: "remove `as`".into(),
            }),
            Target::Scalar(other) => Ok(Some(scalar(*other))),
            Target::Enum(name) => match self.enums.get(name.as_str()) {
                None => Ok(None),
                Some(_) if !matches!(plain, Scalar::String | Scalar::Bool) => {
                    needs("an enum", "`string`, `[string]` or `bool`")
                }
                Some(values) => Ok(Some(api::Scalar::Enum(self.type_name(&values.named)))),
            },
        }
    }
}

/// Returns a scalar without conversion.
pub(crate) fn scalar(plain: Scalar) -> api::Scalar {
    match plain {
        Scalar::String => api::Scalar::Text,
        Scalar::Int => api::Scalar::Int,
        Scalar::Float => api::Scalar::Float,
        Scalar::Bool => api::Scalar::Bool,
    }
}

fn by_name<'d, T>(things: &'d [T], named: impl Fn(&'d T) -> &'d Named) -> BTreeMap<&'d str, &'d T> {
    let mut map = BTreeMap::new();
    for thing in things {
        map.entry(named(thing).name.value.as_str()).or_insert(thing);
    }
    map
}

/// Returns the error of `as` and `sensitive` on a row that is not a scalar.
fn not_a_scalar(row: &Row, ty: &Type) -> Result<Option<api::Scalar>, TypeError> {
    let key = match (&row.conversion, row.sensitive) {
        (Some(_), _) => "as",
        (None, Some(_)) => "sensitive",
        (None, None) => return Ok(None),
    };
    Err(TypeError {
        what: format!("{} cannot have `{key}`", code(&ty.written())),
        help: format!("`{key}` is for single values; remove it"),
    })
}
