//! Values of parameters: how each type is written.

use super::{Form, Sensitivity};
use crate::secret::Password;
use crate::{Price, Timestamp};

/// Value of a parameter; `None` and an empty list write nothing.
pub trait EncodeValue {
    /// Writes the value under this name.
    fn write(&self, name: &str, form: &mut Form<'_>);
}

impl EncodeValue for String {
    fn write(&self, name: &str, form: &mut Form<'_>) {
        form.text(name, self);
    }
}

impl EncodeValue for Password {
    fn write(&self, name: &str, form: &mut Form<'_>) {
        form.merge(name, self.reveal(), Sensitivity::Secret);
    }
}

impl EncodeValue for i64 {
    fn write(&self, name: &str, form: &mut Form<'_>) {
        form.text(name, itoa::Buffer::new().format(*self));
    }
}

impl EncodeValue for f64 {
    fn write(&self, name: &str, form: &mut Form<'_>) {
        if self.is_finite() {
            // `Display` uses no exponent and no `.0`; adding 0.0 removes the sign of -0.0.
            form.text(name, &(self + 0.0).to_string());
        } else {
            let prefix = &form.prefix;
            form.problem = Some(format!("invalid number for {prefix}{name}: {self}"));
        }
    }
}

impl EncodeValue for bool {
    fn write(&self, name: &str, form: &mut Form<'_>) {
        form.text(name, if *self { "true" } else { "false" });
    }
}

impl EncodeValue for Timestamp {
    fn write(&self, name: &str, form: &mut Form<'_>) {
        self.unix_seconds().write(name, form);
    }
}

impl EncodeValue for Price {
    fn write(&self, name: &str, form: &mut Form<'_>) {
        self.hundredths().write(name, form);
    }
}

impl<T: EncodeValue> EncodeValue for Option<T> {
    fn write(&self, name: &str, form: &mut Form<'_>) {
        if let Some(value) = self {
            value.write(name, form);
        }
    }
}

impl<T: EncodeValue> EncodeValue for Vec<T> {
    fn write(&self, name: &str, form: &mut Form<'_>) {
        for_each_index(self.len(), |index| {
            self[index].write(&format!("{name}.{index}"), form);
        });
    }
}

/// Visits 0..length in the byte order of the numbers' text: 0, 1, 10, 11, 2.
pub(super) fn for_each_index(length: usize, mut visit: impl FnMut(usize)) {
    fn below(first: usize, length: usize, visit: &mut impl FnMut(usize)) {
        for index in first..(first + 10).min(length) {
            visit(index);
            if index > 0 && index.checked_mul(10).is_some_and(|next| next < length) {
                below(index * 10, length, visit);
            }
        }
    }
    if length > 0 {
        visit(0);
    }
    for index in 1..length.min(10) {
        visit(index);
        if index * 10 < length {
            below(index * 10, length, &mut visit);
        }
    }
}
