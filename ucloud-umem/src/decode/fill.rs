//! Fills the places of an object from JSON.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

use super::reader::{Reader, Result};
use super::{DecodeReport, Field, Need, Object, Path, Slot, Value};

/// Status of a field after its value was read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum FieldStatus {
    /// It is in its place.
    Kept,
    /// There was none, or none that fits.
    Absent,
}

/// Puts the values of a response into their places.
pub(super) struct Filler<'t, 'n> {
    pub(super) reader: Reader<'t>,
    pub(super) notes: &'n mut DecodeReport,
}

impl Filler<'_, '_> {
    /// Reads the whole response: an object and nothing else.
    pub(super) fn response(&mut self, object: &mut dyn Object) -> Result<()> {
        match self.reader.peek() {
            Some(b'{') => {}
            _ => return Err("object expected"),
        }
        self.object(object, &Path::Root)?;
        self.reader.end()
    }

    /// Reads one value.
    fn value(&mut self, slot: &mut Slot<'_>, at: &Path<'_>) -> Result<FieldStatus> {
        if let Slot::Json(place) = slot {
            let json = self.reader.json(&mut self.notes.entries)?;
            let is_there = !json.is_null() && place.set(Value::Json(&json));
            return Ok(if is_there { FieldStatus::Kept } else { FieldStatus::Absent });
        }
        let value = match self.reader.peek() {
            Some(b'"') => match self.reader.plain_string() {
                Some(text) => Value::Text(text),
                None => {
                    let text = self.reader.string()?;
                    return Ok(self.scalar(slot, Value::Text(&text), at));
                }
            },
            Some(b'-' | b'0'..=b'9') => self.reader.number()?,
            Some(b'[') => return self.list(slot, at),
            Some(b'{') => return self.structure(slot, at),
            Some(b'n') => return self.reader.word("null").map(|()| FieldStatus::Absent),
            Some(b't') => self.reader.word("true").map(|()| Value::Bool(true))?,
            Some(b'f') => self.reader.word("false").map(|()| Value::Bool(false))?,
            _ => return Err("value expected"),
        };
        Ok(match slot {
            Slot::Scalar(place) => self.status(place.set(value), at),
            slot => self.scalar(slot, value, at),
        })
    }

    /// Puts a single value into its place.
    fn scalar(&mut self, slot: &mut Slot<'_>, value: Value<'_>, at: &Path<'_>) -> FieldStatus {
        let taken = match slot {
            Slot::Scalar(place) | Slot::Exact(place) | Slot::Scalars(place) => place.set(value),
            Slot::Switch(place, on, off) => match value {
                Value::Text(word) if word == *on => place.set(Value::Bool(true)),
                Value::Text(word) if word == *off => place.set(Value::Bool(false)),
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
            Slot::Object(_) | Slot::Objects(_) if matches!(value, Value::Text("")) => {
                return FieldStatus::Absent;
            }
            Slot::Object(_) | Slot::Objects(_) | Slot::Json(_) => false,
        };
        self.status(taken, at)
    }

    /// Returns the status of a value that its place has taken or not.
    fn status(&mut self, taken: bool, at: &Path<'_>) -> FieldStatus {
        if taken {
            FieldStatus::Kept
        } else {
            // The value is not shown: it may be anything, a secret too.
            self.notes.unusable(at, "a value of another type");
            FieldStatus::Absent
        }
    }

    /// Reads an object into the place of a value.
    fn structure(&mut self, slot: &mut Slot<'_>, at: &Path<'_>) -> Result<FieldStatus> {
        match slot {
            Slot::Object(place) | Slot::Objects(place) => self.object(place.make(), at)?,
            _ => {
                self.reader.skip()?;
                self.notes.unusable(at, "an object where a single value is documented");
                return Ok(FieldStatus::Absent);
            }
        }
        Ok(FieldStatus::Kept)
    }

    /// Reads a list into the place of a value.
    fn list(&mut self, slot: &mut Slot<'_>, at: &Path<'_>) -> Result<FieldStatus> {
        self.reader.enter()?;
        let mut is_first = true;
        let status = match slot {
            Slot::Scalars(_) | Slot::Objects(_) => self.elements(slot, at)?,
            Slot::Exact(_) => {
                self.skip_elements(&mut is_first)?;
                self.notes.unusable(at, "a list where a single value is documented");
                FieldStatus::Absent
            }
            _ if !self.reader.advance(&mut is_first, b']')? => FieldStatus::Absent,
            _ => {
                let status = self.value(slot, at)?;
                if self.skip_elements(&mut is_first)? > 0 {
                    let problem = "a list where a single value is documented: the first is taken";
                    self.notes.unusable(at, problem);
                }
                status
            }
        };
        self.reader.leave(b']')?;
        Ok(status)
    }

    /// Reads elements, each to the end of a list. One that is absent or unusable leaves no gap.
    fn elements(&mut self, list: &mut Slot<'_>, at: &Path<'_>) -> Result<FieldStatus> {
        let mut is_first = true;
        let mut index = 0;
        loop {
            let here = Path::Element(at, index);
            let status = match self.reader.advance(&mut is_first, b']') {
                Ok(true) => self.value(list, &here),
                Ok(false) => return Ok(FieldStatus::Kept),
                Err(problem) => Err(problem),
            };
            let status = status.and_then(|status| self.notes.entries.add().map(|()| status));
            match status {
                Ok(FieldStatus::Kept) => index += 1,
                Ok(FieldStatus::Absent) => {}
                Err(problem) => return Err(self.notes.stopped(here, problem)),
            }
        }
    }

    /// Moves over the rest of a list, and returns the number of its elements.
    fn skip_elements(&mut self, is_first: &mut bool) -> Result<usize> {
        let mut skipped = 0;
        while self.reader.advance(is_first, b']')? {
            self.reader.skip()?;
            skipped += 1;
        }
        Ok(skipped)
    }

    /// Reads the fields of an object.
    fn object(&mut self, object: &mut dyn Object, at: &Path<'_>) -> Result<()> {
        self.reader.enter()?;
        let fields = object.fields();
        let order = self.notes.field_order(fields);
        let mut seen = FieldSet::default();
        let mut kept = FieldSet::default();
        let (mut before, mut is_first) = (None, true);
        loop {
            let name;
            let (index, name) = match self.reader.advance(&mut is_first, b'}') {
                Ok(false) => break,
                Err(problem) => return Err(self.notes.stopped(at, problem)),
                Ok(true) => match self.notes.orders[order].expected(before) {
                    Some((index, field)) if self.reader.accept_name(field.name) => {
                        (Some(index), field.name)
                    }
                    _ => {
                        name = match self.reader.name() {
                            Ok(name) => name,
                            Err(problem) => return Err(self.notes.stopped(at, problem)),
                        };
                        let index = self.notes.orders[order].find(before, &name);
                        (index.or_else(|| object.further_field(&name)), &*name)
                    }
                },
            };
            let here = Path::Member(at, name);
            let Some((index, mut slot)) =
                index.and_then(|index| Some((index, object.slot(index)?)))
            else {
                match self.reader.skip() {
                    Ok(()) => continue,
                    Err(problem) => return Err(self.notes.stopped(here, problem)),
                }
            };
            before = Some(index);
            if !seen.insert(index) {
                return Err(self.notes.stopped(here, "it is there twice"));
            }
            match self.value(&mut slot, &here) {
                Ok(FieldStatus::Kept) => _ = kept.insert(index),
                Ok(FieldStatus::Absent) => {}
                Err(problem) => return Err(self.notes.stopped(here, problem)),
            }
        }
        let is_whole = self.notes.orders[order].is_whole(&kept);
        for (index, field) in fields.iter().enumerate().filter(|_| !is_whole) {
            if field.need != Need::Optional && !kept.contains(index) {
                self.notes.missing(Path::Member(at, field.name));
            }
        }
        self.reader.leave(b'}')
    }
}

/// Order of a structure's fields, learned from the structure before: entries of a list have the
/// same order.
#[derive(Debug)]
pub(super) struct FieldOrder {
    pub(super) fields: &'static [Field],
    /// By the index of a field and 1, the index of the next; 0 holds the first.
    next: [u8; 64],
    /// The required fields, if none has a higher index than 63.
    required: Option<u64>,
}

impl FieldOrder {
    pub(super) fn new(fields: &'static [Field]) -> Self {
        let mut next = [0; 64];
        for (next, index) in next.iter_mut().zip(0..) {
            *next = index;
        }
        let required = (fields.len() <= 64).then(|| {
            let is_required = fields.iter().map(|field| field.need != Need::Optional);
            is_required.rev().fold(0, |bits, is_required| bits << 1 | u64::from(is_required))
        });
        Self { fields, next, required }
    }

    /// Returns `true` if it is certain that these are all of the required fields.
    fn is_whole(&self, kept: &FieldSet) -> bool {
        self.required.is_some_and(|required| required & !kept.low == 0)
    }

    /// Returns the field that is expected after this one.
    fn expected(&self, before: Option<usize>) -> Option<(usize, &'static Field)> {
        let place = before.map_or(0, |index| index + 1);
        let index = self.next.get(place).map_or(place, |index| usize::from(*index));
        Some((index, self.fields.get(index)?))
    }

    /// Returns the index of the field with this name, and remembers which field it follows.
    fn find(&mut self, before: Option<usize>, name: &str) -> Option<usize> {
        let place = before.map_or(0, |index| index + 1);
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
