//! Drives serde over the places of an object.

use std::borrow::Cow;
use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::{AnyJson, DecodeReport, Field, Need, Object, Path, Slot, Value};

/// Status of a field after its value was read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum FieldStatus {
    /// It is in its place.
    Kept,
    /// There was none, or none that fits.
    Absent,
}

/// Puts one value of a response into its place.
pub(crate) struct SlotVisitor<'s, 'p, 'n> {
    slot: Slot<'s>,
    at: &'p Path<'p>,
    notes: &'n mut DecodeReport,
}

/// The whole response: an object and nothing else.
pub(crate) struct Root<'s, 'n> {
    object: &'s mut dyn Object,
    notes: &'n mut DecodeReport,
}

impl<'s, 'n> SlotVisitor<'s, '_, 'n> {
    pub(crate) fn root(object: &'s mut dyn Object, notes: &'n mut DecodeReport) -> Root<'s, 'n> {
        Root { object, notes }
    }
}

impl<'de> DeserializeSeed<'de> for Root<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Root<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        fill_object(self.object, &Path::Root, self.notes, map)
    }
}

impl<'de> DeserializeSeed<'de> for SlotVisitor<'_, '_, '_> {
    type Value = FieldStatus;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<FieldStatus, D::Error> {
        if let Slot::Json(place) = self.slot {
            let json = AnyJson(&mut self.notes.entries).deserialize(deserializer)?;
            return Ok(if json.is_null() {
                FieldStatus::Absent
            } else {
                place.put(json);
                FieldStatus::Kept
            });
        }
        deserializer.deserialize_any(self)
    }
}

impl SlotVisitor<'_, '_, '_> {
    /// Puts a single value into its place.
    fn scalar(self, value: Value<'_>) -> FieldStatus {
        let taken = match self.slot {
            Slot::Scalar(place) | Slot::Exact(place) => place.set(value),
            Slot::Scalars(list) => {
                let taken = list.grow().set(value);
                if !taken {
                    list.shrink();
                }
                taken
            }
            Slot::Switch(place, on, off) => match value {
                Value::Text(word) if word == on => place.set(Value::Bool(true)),
                Value::Text(word) if word == off => place.set(Value::Bool(false)),
                other => place.set(other),
            },
            Slot::Base64(place) => match value {
                Value::Text(text) => {
                    let plain =
                        BASE64.decode(text).ok().and_then(|plain| String::from_utf8(plain).ok());
                    // Text that is not base64 was sent as it is.
                    place.set(Value::Text(plain.as_deref().unwrap_or(text)))
                }
                other => place.set(other),
            },
            Slot::Object(_) | Slot::Objects(_) if value == Value::Text("") => {
                return FieldStatus::Absent;
            }
            Slot::Object(_) | Slot::Objects(_) | Slot::Json(_) => false,
        };
        if taken {
            FieldStatus::Kept
        } else {
            // What it was is not said: it may be anything, a secret too.
            self.notes.unusable(self.at, "a value of another type");
            FieldStatus::Absent
        }
    }

    /// The first of a list, where a single value is documented.
    fn first_of<'de, A: SeqAccess<'de>>(self, mut list: A) -> Result<FieldStatus, A::Error> {
        let Self { slot, at, notes } = self;
        let Some(fate) = list.next_element_seed(SlotVisitor { slot, at, notes: &mut *notes })?
        else {
            return Ok(FieldStatus::Absent);
        };
        let mut others = 0;
        while list.next_element::<IgnoredAny>()?.is_some() {
            others += 1;
        }
        if others > 0 {
            notes.unusable(at, "a list where a single value is documented: the first is taken");
        }
        Ok(fate)
    }
}

impl<'de> Visitor<'de> for SlotVisitor<'_, '_, '_> {
    type Value = FieldStatus;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<FieldStatus, E> {
        Ok(self.scalar(Value::Text(text)))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<FieldStatus, E> {
        Ok(self.scalar(Value::Int(number)))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<FieldStatus, E> {
        Ok(match i64::try_from(number) {
            Ok(number) => self.scalar(Value::Int(number)),
            // A text or a float can still hold it; an integer refuses it.
            Err(_) => self.scalar(Value::Text(itoa::Buffer::new().format(number))),
        })
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<FieldStatus, E> {
        Ok(self.scalar(Value::Float(number)))
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<FieldStatus, E> {
        Ok(self.scalar(Value::Bool(value)))
    }

    fn visit_unit<E: Error>(self) -> Result<FieldStatus, E> {
        Ok(FieldStatus::Absent)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<FieldStatus, A::Error> {
        let Self { mut slot, at, notes } = self;
        let mut index = 0;
        // Each element is put at the list's end; one that is absent or unusable leaves no gap.
        while let Some(end) = slot.end_of_list() {
            let here = Path::Element(at, index);
            let fill = SlotVisitor { slot: end, at: &here, notes: &mut *notes };
            let fate = match list.next_element_seed(fill) {
                Ok(Some(fate)) => fate,
                Ok(None) => return Ok(FieldStatus::Kept),
                Err(error) => return Err(notes.stopped(here, error)),
            };
            if let Err(error) = notes.entries.add() {
                return Err(notes.stopped(here, error));
            }
            if fate == FieldStatus::Kept {
                index += 1;
            }
        }
        if let Slot::Exact(_) = slot {
            while list.next_element::<IgnoredAny>()?.is_some() {}
            notes.unusable(at, "a list where a single value is documented");
            return Ok(FieldStatus::Absent);
        }
        SlotVisitor { slot, at, notes }.first_of(list)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<FieldStatus, A::Error> {
        match self.slot {
            Slot::Object(place) => fill_object(place.make(), self.at, self.notes, map)?,
            Slot::Objects(places) => {
                fill_object(places.grow(), self.at, self.notes, map)?;
            }
            _ => {
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                self.notes.unusable(self.at, "an object where a single value is documented");
                return Ok(FieldStatus::Absent);
            }
        }
        Ok(FieldStatus::Kept)
    }
}

impl Slot<'_> {
    /// Returns the same place once more, if it is a list: a new value is put at its end.
    fn end_of_list(&mut self) -> Option<Slot<'_>> {
        match self {
            Slot::Scalars(list) => Some(Slot::Scalars(&mut **list)),
            Slot::Objects(list) => Some(Slot::Objects(&mut **list)),
            _ => None,
        }
    }
}

fn fill_object<'de, A: MapAccess<'de>>(
    object: &mut dyn Object,
    at: &Path<'_>,
    notes: &mut DecodeReport,
    mut map: A,
) -> Result<(), A::Error> {
    let fields = object.fields();
    let order = notes.field_order(fields);
    let mut seen = FieldSet::default();
    let mut kept = FieldSet::default();
    let mut before = None;
    loop {
        let name = match map.next_key_seed(Name) {
            Ok(Some(name)) => name,
            Ok(None) => break,
            Err(error) => return Err(notes.stopped(at, error)),
        };
        let here = Path::Member(at, &name);
        let index = match notes.orders[order].find(before, &name) {
            Some(index) => Some(index),
            None => object.further_field(&name),
        };
        let Some((index, slot)) = index.and_then(|index| Some((index, object.slot(index)?))) else {
            if let Err(error) = map.next_value::<IgnoredAny>() {
                return Err(notes.stopped(here, error));
            }
            continue;
        };
        before = Some(index);
        if !seen.insert(index) {
            return Err(notes.stopped(here, A::Error::custom("it is there twice")));
        }
        match map.next_value_seed(SlotVisitor { slot, at: &here, notes }) {
            Ok(FieldStatus::Kept) => _ = kept.insert(index),
            Ok(FieldStatus::Absent) => {}
            Err(error) => return Err(notes.stopped(here, error)),
        }
    }
    for (index, field) in fields.iter().enumerate() {
        if field.need != Need::Optional && !kept.contains(index) {
            notes.missing(Path::Member(at, field.name));
        }
    }
    Ok(())
}

/// Order of a structure's fields, learned from the structure before: entries of a list have the
/// same order.
#[derive(Debug)]
pub(super) struct FieldOrder {
    pub(super) fields: &'static [Field],
    /// By the index of a field and 1, the index of the next; 0 holds the first.
    next: [u8; 64],
}

impl FieldOrder {
    pub(super) fn new(fields: &'static [Field]) -> Self {
        let mut next = [0; 64];
        for (next, index) in next.iter_mut().zip(0..) {
            *next = index;
        }
        Self { fields, next }
    }

    /// Returns the index of the field with this name, and remembers which field it follows.
    fn find(&mut self, before: Option<usize>, name: &str) -> Option<usize> {
        let place = before.map_or(0, |index| index + 1);
        let expected = self.next.get(place).map_or(place, |index| usize::from(*index));
        if self.fields.get(expected).is_some_and(|field| field.name == name) {
            return Some(expected);
        }
        let index = self.fields.iter().position(|field| field.name == name)?;
        if let (Some(next), Ok(index)) = (self.next.get_mut(place), u8::try_from(index)) {
            *next = index;
        }
        Some(index)
    }
}

/// Set of fields, by their indexes.
#[derive(Default)]
struct FieldSet {
    low: u64,
    /// From 64 on, which few structures have.
    high: Vec<usize>,
}

impl FieldSet {
    fn insert(&mut self, index: usize) -> bool {
        let new = !self.contains(index);
        if index < 64 {
            self.low |= 1 << index;
        } else if new {
            self.high.push(index);
        }
        new
    }

    fn contains(&self, index: usize) -> bool {
        if index < 64 { self.low >> index & 1 == 1 } else { self.high.contains(&index) }
    }
}

/// A member's name, borrowed from the response where it has no escapes.
struct Name;

impl<'de> DeserializeSeed<'de> for Name {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Name {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member's name")
    }

    fn visit_borrowed_str<E: Error>(self, name: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(name))
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(name.to_owned()))
    }
}
