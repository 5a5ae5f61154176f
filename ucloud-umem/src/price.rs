//! Prices.

use std::fmt;

/// Price in hundredths of a yuan.
///
/// UCloud does not document the unit. Its own SDK tests divide a price by 100 to compare it with
/// the amount of the order, which is in yuan. A part of a hundredth is rounded.
///
/// ```
/// use ucloud_umem::Price;
///
/// let price = Price::from_hundredths(64_000);
/// assert_eq!(price.to_string(), "640.00 yuan");
/// assert_eq!(price.yuan(), 640.0);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Price(i64);

impl Price {
    /// Makes a price of this many hundredths of a yuan.
    pub const fn from_hundredths(hundredths: i64) -> Self {
        Self(hundredths)
    }

    /// Rounds a number of hundredths; `None` if it is not finite or out of range.
    pub(crate) fn rounded(hundredths: f64) -> Option<Self> {
        let whole = hundredths.round();
        #[expect(clippy::cast_possible_truncation, reason = "the range is checked")]
        (whole.abs() < 2f64.powi(53)).then_some(Self(whole as i64))
    }

    /// Returns the hundredths of a yuan.
    pub const fn hundredths(self) -> i64 {
        self.0
    }

    /// Returns the price in yuan.
    #[expect(clippy::cast_precision_loss, reason = "a price for display, not for sums")]
    pub fn yuan(self) -> f64 {
        self.0 as f64 / 100.0
    }
}

impl fmt::Display for Price {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let hundredths = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02} yuan", hundredths / 100, hundredths % 100)
    }
}

crate::response::serialize_as!(Price, i64, price => price.0, Self);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode::{Scalar as _, Value};

    #[test]
    fn a_price_prints_in_yuan() {
        for (hundredths, text) in [
            (0, "0.00 yuan"),
            (7, "0.07 yuan"),
            (627_300, "6273.00 yuan"),
            (-150, "-1.50 yuan"),
            (i64::MIN, "-92233720368547758.08 yuan"),
        ] {
            assert_eq!(Price::from_hundredths(hundredths).to_string(), text);
        }
    }

    #[test]
    fn a_price_is_read_from_whole_and_from_broken_numbers() {
        for (value, hundredths) in [
            (Value::Int(16_965), Some(16_965)),
            (Value::Int(9_007_199_254_740_993), Some(9_007_199_254_740_993)),
            (Value::Float(16_965.0), Some(16_965)),
            (Value::Float(16_965.4), Some(16_965)),
            (Value::Float(16_965.5), Some(16_966)),
            (Value::Float(-0.4), Some(0)),
            (Value::Float(1e17), None),
            (Value::Text("16965.33"), Some(16_965)),
            (Value::Text("1E400"), None),
            (Value::Text("NaN"), None),
            (Value::Text("cheap"), None),
            (Value::Bool(true), None),
        ] {
            let mut price = None::<Price>;
            assert_eq!(price.set(value), hundredths.is_some(), "{value:?}");
            assert_eq!(price.map(Price::hundredths), hundredths, "{value:?}");
        }
    }
}
