//! Checks of a call's parameters against the description of its action.

use base64::prelude::{BASE64_STANDARD, Engine as _};

use crate::action::{ActionSpec, ParameterKind, ParameterSpec};
use crate::gateway::Parameters;
use crate::refusal::Refusal;

/// Checks every parameter of a call.
pub(crate) fn check_parameters(
    action: &ActionSpec,
    parameters: &Parameters,
) -> Result<(), Refusal> {
    for row in action.parameters {
        let found = check_values(row, parameters)?;
        if row.required && !found {
            return Err(Refusal::missing(row.name));
        }
    }
    Ok(())
}

/// Checks every value of a row of the table: `Disks.N.Size` has the values `Disks.0.Size` and more.
/// Returns `true` if there is one.
fn check_values(row: &ParameterSpec, parameters: &Parameters) -> Result<bool, Refusal> {
    let mut found = false;
    for (name, value) in parameters.iter().filter(|(name, _)| stands_for(row.name, name)) {
        // An empty text is a text, but no place.
        found |= !value.is_empty() || !matches!(row.name, "Region" | "Zone");
        if !is_usable(row.kind, value) {
            return Err(match row.kind {
                ParameterKind::Secret | ParameterKind::Base64 => Refusal::unusable_secret(name),
                _ => Refusal::unusable(name, value),
            });
        }
    }
    Ok(found)
}

fn is_usable(kind: ParameterKind, value: &str) -> bool {
    match kind {
        ParameterKind::Text | ParameterKind::Secret => true,
        ParameterKind::Base64 => BASE64_STANDARD.decode(value).is_ok(),
        ParameterKind::Int => value.trim().parse::<i64>().is_ok(),
        ParameterKind::Float => value.trim().parse::<f64>().is_ok_and(f64::is_finite),
        ParameterKind::Bool => matches!(value, "true" | "false"),
        ParameterKind::Switch(on, off) => value == on || value == off,
        ParameterKind::OneOf(values) => values.contains(&value),
    }
}

fn stands_for(row: &str, name: &str) -> bool {
    let (mut row, mut name) = (row.split('.'), name.split('.'));
    loop {
        match (row.next(), name.next()) {
            (None, None) => return true,
            (Some("N"), Some(index)) if is_index(index) => {}
            (Some(segment), Some(other)) if segment == other => {}
            _ => return false,
        }
    }
}

fn is_index(segment: &str) -> bool {
    !segment.is_empty() && segment.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_stand_for_their_indexes() {
        for (row, name, stands) in [
            ("SpaceId", "SpaceId", true),
            ("SpaceId", "SpaceIds", false),
            ("Ids.N", "Ids.0", true),
            ("Ids.N", "Ids.12", true),
            ("Ids.N", "Ids", false),
            ("Ids.N", "Ids.", false),
            ("Ids.N", "Ids.x", false),
            ("Disks.N.Size", "Disks.3.Size", true),
            ("Disks.N.Size", "Disks.3.Type", false),
            ("Disks.N.Size", "Disks.3.Size.More", false),
        ] {
            assert_eq!(stands_for(row, name), stands, "{row} {name}");
        }
    }

    #[test]
    fn values_are_what_the_row_says() {
        const COLOURS: ParameterKind = ParameterKind::OneOf(&["red", "blue"]);
        for (kind, value, usable) in [
            (ParameterKind::Text, "", true),
            (ParameterKind::Int, "-3", true),
            (ParameterKind::Int, "3.0", false),
            (ParameterKind::Int, "", false),
            (ParameterKind::Float, "1e3", true),
            (ParameterKind::Float, "NaN", false),
            (ParameterKind::Bool, "false", true),
            (ParameterKind::Bool, "no", false),
            (ParameterKind::Switch("Yes", "No"), "No", true),
            (ParameterKind::Switch("Yes", "No"), "no", false),
            (COLOURS, "blue", true),
            (COLOURS, "Blue", false),
            (COLOURS, "", false),
            (ParameterKind::Base64, "UGFzc3dvcmQx", true),
            (ParameterKind::Base64, "", true),
            (ParameterKind::Base64, "Password1", false),
        ] {
            assert_eq!(is_usable(kind, value), usable, "{kind:?} {value}");
        }
    }

    #[test]
    fn a_secret_that_cannot_be_used_is_not_repeated() {
        let row = super::super::action::optional("Password", ParameterKind::Base64);
        let parameters = Parameters::from_iter([("Password".into(), "Secret!1".into())]);
        let refusal = check_values(&row, &parameters).unwrap_err();
        assert_eq!(refusal.ret_code, 230);
        assert!(!refusal.message.contains("Secret"), "{}", refusal.message);
    }
}
