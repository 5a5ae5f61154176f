//! A response on its way from the wire: every rule of tolerance, in one place.
//!
//! A response or model says where each field goes ([`Object::slot`]). One reader fills
//! those places, for all types. A value that does not fit its place is left out and noted. It
//! is not an error, because the fields that do fit must not be lost, above all an id. Only these
//! are errors: invalid JSON, an object with a field twice, and more than 100,000 list entries.
//!
//! | documented | also taken |
//! |---|---|
//! | text | a number or boolean, as its text |
//! | integer | a number in quotes, `3.0`; not `3.5`, not beyond 64 bits |
//! | float | a number in quotes |
//! | boolean | `0`, `1`, and `"true"`, `"false"`, `"0"`, `"1"` in any case |
//! | list | a single value, as a list of one; `null`, as an empty one |
//! | single value or object | a list, of which the first is taken |
//! | object | an empty text, as absent |
//!
//! A number that no `f64` holds is read as its text.

mod fill;
mod notes;
mod raw;
mod reader;

use std::borrow::Cow;
use std::fmt;

pub(crate) use notes::{Counted, DecodeReport};
pub(crate) use raw::{RawMembers, raw_objects, raw_text};

use crate::error::{Error, Result};
use crate::presigned::PresignedUrl;
use crate::secret::Password;
use crate::{Price, Timestamp};
use fill::Filler;
use notes::Entries;
use reader::Reader;

/// Structure in a response: its fields, and the place of each.
pub trait Object {
    /// Returns the fields, in the order of their documentation.
    fn fields(&self) -> &'static [Field] {
        &[]
    }

    /// Returns the place of the field with this index.
    fn slot(&mut self, _index: usize) -> Option<Slot<'_>> {
        None
    }

    /// Returns the index of a field that is not among [`fields`](Self::fields).
    fn further_field(&self, _name: &str) -> Option<usize> {
        None
    }
}

/// Name of a field, and how much a response needs it.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    pub(crate) name: &'static str,
    pub(crate) need: Need,
}

/// Need of a field.
#[allow(dead_code, reason = "a product may have no such field")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    /// A response may lack it.
    Optional,
    /// A response that lacks it names it in `missing()`.
    Required,
    /// A success without it is an error. It is a text.
    Present,
}

/// The place of a value.
pub enum Slot<'a> {
    /// A single value.
    Scalar(&'a mut dyn Scalar),
    /// A single value that a list of one does not pass for.
    Exact(&'a mut dyn Scalar),
    /// A list of single values, of which each is set at its end.
    Scalars(&'a mut dyn Scalar),
    /// A structure, or room for one.
    Object(&'a mut dyn ObjectHolder),
    /// A list of structures.
    Objects(&'a mut dyn ObjectHolder),
    /// A boolean with its own words for true and false.
    Switch(&'a mut dyn Scalar, &'static str, &'static str),
    /// Text that travels in base64.
    Base64(&'a mut dyn Scalar),
    /// Any JSON.
    Json(&'a mut dyn Scalar),
}

/// A value out of a response.
#[derive(Clone, Copy, Debug)]
pub enum Value<'a> {
    /// A text.
    Text(&'a str),
    /// A whole number of 64 bits.
    Int(i64),
    /// A number that is none.
    Float(f64),
    /// A boolean.
    Bool(bool),
    /// Any JSON, for a place that takes it.
    Json(&'a serde_json::Value),
}

impl Value<'_> {
    /// Makes something of the text of a single value.
    pub fn text<T>(self, make: impl FnOnce(&str) -> T) -> Option<T> {
        Some(match self {
            Self::Text(text) => make(text),
            Self::Int(number) => make(itoa::Buffer::new().format(number)),
            Self::Float(number) => make(&number.to_string()),
            Self::Bool(value) => make(if value { "true" } else { "false" }),
            Self::Json(_) => return None,
        })
    }

    fn int(self) -> Option<i64> {
        match self {
            Self::Int(number) => Some(number),
            Self::Text(text) => text.trim().parse().ok(),
            #[expect(clippy::cast_possible_truncation, reason = "the range is checked")]
            Self::Float(number) if number.fract() == 0.0 && number.abs() < 2f64.powi(53) => {
                Some(number as i64)
            }
            _ => None,
        }
    }

    fn float(self) -> Option<f64> {
        match self {
            Self::Float(number) => Some(number),
            #[expect(clippy::cast_precision_loss, reason = "the member is documented as a float")]
            Self::Int(number) => Some(number as f64),
            Self::Text(text) => text.trim().parse().ok().filter(|number: &f64| number.is_finite()),
            Self::Bool(_) | Self::Json(_) => None,
        }
    }

    fn bool(self) -> Option<bool> {
        match self {
            Self::Bool(value) => Some(value),
            Self::Int(0) => Some(false),
            Self::Int(1) => Some(true),
            Self::Text(text) => match text.trim() {
                "0" => Some(false),
                "1" => Some(true),
                word if word.eq_ignore_ascii_case("true") => Some(true),
                word if word.eq_ignore_ascii_case("false") => Some(false),
                _ => None,
            },
            _ => None,
        }
    }
}

/// A place for a value, or for a list of values.
pub trait Scalar {
    /// Takes the value, if it can be made sense of. A list takes it at its end.
    fn set(&mut self, value: Value<'_>) -> bool;

    /// Returns the value, if there is one and it can be shown.
    fn get(&self) -> Option<Value<'_>>;

    /// Returns the place at this index of a list.
    fn entry(&self, _index: usize) -> Option<&dyn Scalar> {
        None
    }
}

/// A structure, room for one, or a list of them.
pub trait ObjectHolder {
    /// Returns the structure, made if there is none yet, or a new one at the end of the list.
    fn make(&mut self) -> &mut dyn Object;

    /// Returns the structure, or the one at this index of the list.
    fn at(&mut self, index: usize) -> Option<&mut dyn Object>;
}

/// Implements the place of a type: how it is made of a value, and its value if it can be shown.
macro_rules! scalar {
    ($type:ty, $value:ident => $read:expr, $this:ident => $write:expr) => {
        impl crate::decode::Scalar for $type {
            #[inline]
            fn set(&mut self, $value: crate::decode::Value<'_>) -> bool {
                match $read {
                    Some(value) => {
                        *self = value;
                        true
                    }
                    None => false,
                }
            }

            #[inline]
            fn get(&self) -> Option<crate::decode::Value<'_>> {
                let $this = self;
                $write
            }
        }
    };
}

pub(crate) use scalar;

scalar!(i64, value => value.int(), this => Some(Value::Int(*this)));
scalar!(f64, value => value.float(), this => Some(Value::Float(*this)));
scalar!(bool, value => value.bool(), this => Some(Value::Bool(*this)));
scalar!(String, value => value.text(str::to_owned), this => Some(Value::Text(this)));
scalar!(
    Timestamp,
    value => value.int().map(Timestamp::from_unix_seconds),
    this => Some(Value::Int(this.unix_seconds()))
);
scalar!(
    Price,
    value => match value.int() {
        Some(hundredths) => Some(Price::from_hundredths(hundredths)),
        None => value.float().and_then(Price::rounded),
    },
    this => Some(Value::Int(this.hundredths()))
);
// Secrets stay where they are.
scalar!(Password, value => value.text(|text| Self::new(text)), _this => None);
scalar!(PresignedUrl, value => value.text(|text| Self::new(text)), _this => None);
scalar!(
    serde_json::Value,
    value => match value {
        Value::Json(json) => Some(json.clone()),
        _ => None,
    },
    this => Some(Value::Json(this))
);

impl<T: Scalar + Default> Scalar for Option<T> {
    fn set(&mut self, value: Value<'_>) -> bool {
        let mut inner = T::default();
        let taken = inner.set(value);
        if taken {
            *self = Some(inner);
        }
        taken
    }

    fn get(&self) -> Option<Value<'_>> {
        self.as_ref()?.get()
    }
}

impl<T: Scalar + Default> Scalar for Vec<T> {
    fn set(&mut self, value: Value<'_>) -> bool {
        let mut last = T::default();
        let taken = last.set(value);
        if taken {
            self.push(last);
        }
        taken
    }

    fn get(&self) -> Option<Value<'_>> {
        None
    }

    fn entry(&self, index: usize) -> Option<&dyn Scalar> {
        <[T]>::get(self, index).map(|place| place as &dyn Scalar)
    }
}

impl<T: Object> ObjectHolder for T {
    fn make(&mut self) -> &mut dyn Object {
        self
    }

    fn at(&mut self, _: usize) -> Option<&mut dyn Object> {
        Some(self)
    }
}

impl<T: Object + Default> ObjectHolder for Option<T> {
    fn make(&mut self) -> &mut dyn Object {
        self.get_or_insert_default()
    }

    fn at(&mut self, _: usize) -> Option<&mut dyn Object> {
        self.as_mut().map(|place| place as &mut dyn Object)
    }
}

impl<T: Object + Default> ObjectHolder for Vec<T> {
    fn make(&mut self) -> &mut dyn Object {
        self.push(T::default());
        let last = self.len() - 1;
        &mut self[last]
    }

    fn at(&mut self, index: usize) -> Option<&mut dyn Object> {
        self.get_mut(index).map(|place| place as &mut dyn Object)
    }
}

/// A structure that contains itself is boxed.
impl<T: Object + Default> Object for Box<T> {
    fn fields(&self) -> &'static [Field] {
        (**self).fields()
    }

    fn slot(&mut self, index: usize) -> Option<Slot<'_>> {
        (**self).slot(index)
    }
}

/// Implements `Object` by a table: name of each field, how much a response needs it, and its place.
macro_rules! impl_object {
    (
        $(#[$attribute:meta])*
        const FIELDS: $type:ty = [
            $($need:ident($name:literal, $slot:ident($field:ident $(, $word:literal)* $(,)?) $(,)?)),*
            $(,)?
        ];
    ) => {
        impl crate::decode::Object for $type {
            #[inline]
            fn fields(&self) -> &'static [crate::decode::Field] {
                const {
                    &[$(crate::decode::Field { name: $name, need: crate::decode::Need::$need }),*]
                }
            }

            // Compiled to a jump table, where it is called.
            #[inline]
            $(#[$attribute])*
            fn slot(&mut self, index: usize) -> Option<crate::decode::Slot<'_>> {
                $(
                    if index == 0 {
                        let place = &mut self.$field;
                        return Some(crate::decode::Slot::$slot(place $(, $word)*));
                    }
                    let index = index.wrapping_sub(1);
                )*
                _ = index;
                None
            }
        }
    };
}

pub(crate) use impl_object;

/// Place in a response: `DataSet[2].State`.
#[derive(Clone, Copy)]
pub(crate) enum Path<'p> {
    Root,
    Member(&'p Path<'p>, &'p str),
    Element(&'p Path<'p>, usize),
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => Ok(()),
            Self::Member(Path::Root, name) => f.write_str(name),
            Self::Member(parent, name) => write!(f, "{parent}.{name}"),
            Self::Element(parent, index) => write!(f, "{parent}[{index}]"),
        }
    }
}

/// Reads the text into the object.
pub(crate) fn decode(text: &str, object: &mut dyn Object) -> Result<DecodeReport> {
    let mut notes = DecodeReport::default();
    let mut filler = Filler { reader: Reader::new(text), notes: &mut notes };
    let Err(problem) = filler.response(object) else { return Ok(notes) };
    let problem = filler.reader.locate(problem);
    let place = match notes.stopped_at {
        Some(place) if !place.is_empty() => Cow::from(format!(" at {place}")),
        _ => Cow::from(""),
    };
    Err(Error::protocol(format!("invalid response{place}: {problem}")))
}

/// Reads the text as JSON without a type.
pub(crate) fn read_json(text: &str) -> Result<serde_json::Value, String> {
    let mut reader = Reader::new(text);
    let json = reader.json(&mut Entries::default());
    let json = json.and_then(|json| reader.end().map(|()| json));
    json.map_err(|problem| reader.locate(problem))
}

/// Reads a whole value of a type from JSON.
pub(crate) fn from_json<T: Object + Default>(json: &str) -> Result<T> {
    let mut value = T::default();
    decode(json, &mut value)?.emit();
    Ok(value)
}

#[cfg(test)]
mod tests;
