//! Responses: attributes of a resource, limited to the documented fields of an action.

use std::borrow::Cow;

use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

use crate::action::{ActionSpec, MemberKind, MemberSpec};
use crate::refusal::Refusal;

/// Attributes of a resource, by wire names. They may be more than an action shows.
pub(crate) type Attributes = Map<String, Value>;

/// Attributes from pairs.
pub(crate) fn attributes<const N: usize>(pairs: [(&str, Value); N]) -> Attributes {
    pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// Returns the response to a successful call: the documented fields that have an attribute.
pub(crate) fn success(action: &ActionSpec, attributes: &Attributes) -> String {
    let mut response = envelope(action.name, 0);
    response.0.extend(projected(action.response, attributes).0);
    response.text()
}

/// Returns the response to a refused call.
pub(crate) fn refused(action: &str, refusal: &Refusal) -> String {
    let mut response = envelope(action, refusal.ret_code);
    response.0.push(("Message", Node::Single(refusal.message.as_str().into())));
    response.text()
}

fn envelope(action: &str, ret_code: i64) -> Object {
    Object(vec![
        ("Action", Node::Single(format!("{action}Response").into())),
        ("RetCode", Node::Single(ret_code.into())),
    ])
}

/// Members in the order of the page.
struct Object(Vec<(&'static str, Node)>);

enum Node {
    Single(Value),
    List(Vec<Node>),
    Object(Object),
}

impl Object {
    fn text(&self) -> String {
        // All names are texts and all numbers are finite, so this cannot fail.
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// Returns the documented fields that have an attribute of the right type.
fn projected(members: &[MemberSpec], attributes: &Attributes) -> Object {
    let members = members.iter().filter_map(|member| {
        let attribute = attributes.get(member.name)?;
        Some((member.name, node(member, attribute)?))
    });
    Object(members.collect())
}

fn node(member: &MemberSpec, attribute: &Value) -> Option<Node> {
    match attribute {
        Value::Null => None,
        _ if !member.list => entry(member.kind, attribute),
        Value::Array(attributes) => Some(Node::List(
            attributes.iter().filter_map(|attribute| entry(member.kind, attribute)).collect(),
        )),
        attribute => Some(Node::List(vec![entry(member.kind, attribute)?])),
    }
}

fn entry(kind: MemberKind, attribute: &Value) -> Option<Node> {
    let single = match (kind, attribute) {
        (MemberKind::Object(model), Value::Object(attributes)) => {
            return Some(Node::Object(projected(model.members, attributes)));
        }
        (MemberKind::Json, attribute) => attribute.clone(),
        (MemberKind::Text, attribute) => text(attribute)?.into_owned().into(),
        (MemberKind::Int, Value::Number(number)) if !number.is_f64() => attribute.clone(),
        (MemberKind::Int, attribute) => text(attribute)?.parse::<i64>().ok()?.into(),
        (MemberKind::Float, Value::Number(_)) => attribute.clone(),
        (MemberKind::Float, attribute) => text(attribute)?.parse::<f64>().ok()?.into(),
        (MemberKind::Bool, attribute) => text(attribute)?.parse::<bool>().ok()?.into(),
        (MemberKind::Switch(on, off), Value::Bool(is_on)) => if *is_on { on } else { off }.into(),
        (MemberKind::Switch(on, off), attribute) => {
            let word = text(attribute)?;
            [on, off].into_iter().find(|known| *known == word)?.into()
        }
        (MemberKind::Object(_), _) => return None,
    };
    Some(Node::Single(single))
}

/// Returns a single value as text.
fn text(attribute: &Value) -> Option<Cow<'_, str>> {
    match attribute {
        Value::String(text) => Some(text.as_str().into()),
        Value::Number(_) | Value::Bool(_) => Some(attribute.to_string().into()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

impl Serialize for Object {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, node)| (name, node)))
    }
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Single(value) => value.serialize(serializer),
            Self::List(nodes) => nodes.serialize(serializer),
            Self::Object(object) => object.serialize(serializer),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::action::{Effect, ModelSpec, list, single};

    static SHARD: ModelSpec =
        ModelSpec { members: &[single("Port", MemberKind::Int), single("Id", MemberKind::Text)] };

    const ACTION: ActionSpec = ActionSpec {
        effect: Effect::Read,
        name: "DescribeSpace",
        parameters: &[],
        response: &[
            single("State", MemberKind::Text),
            single("Size", MemberKind::Text),
            single("Count", MemberKind::Int),
            single("Price", MemberKind::Float),
            single("Default", MemberKind::Text),
            single("AutoBackup", MemberKind::Switch("enable", "disable")),
            single("Standby", MemberKind::Switch("Yes", "No")),
            list("Shards", MemberKind::Object(&SHARD)),
            list("States", MemberKind::Text),
            single("Any", MemberKind::Json),
        ],
        example: None,
    };

    fn shown(attributes: &Value) -> String {
        success(&ACTION, attributes.as_object().unwrap())
    }

    #[test]
    fn documented_members_come_in_documented_order_and_types() {
        let attributes = json!({
            "Any": [1, { "a": null }],
            "AutoBackup": true,
            "Count": "12",
            "Default": false,
            "Hidden": "nobody documents this",
            "Price": 1.5,
            "Shards": [{ "Id": 7, "Port": 6379, "Slot": 0 }, { "Id": "b" }],
            "Size": 4,
            "Standby": "No",
            "State": "Running",
            "States": "Running",
        });
        let expected = r#"{"Action":"DescribeSpaceResponse","RetCode":0,"State":"Running","Size":"4","Count":12,"Price":1.5,"Default":"false","AutoBackup":"enable","Standby":"No","Shards":[{"Port":6379,"Id":"7"},{"Id":"b"}],"States":["Running"],"Any":[1,{"a":null}]}"#;
        assert_eq!(shown(&attributes), expected);
    }

    /// A member without an attribute that fits is left out, so that the coverage test finds it.
    #[test]
    fn what_does_not_fit_is_left_out() {
        let attributes = json!({
            "AutoBackup": "on",
            "Count": 1.5,
            "Price": "free",
            "Shards": ["no object"],
            "Size": [4],
            "State": null,
        });
        let expected = r#"{"Action":"DescribeSpaceResponse","RetCode":0,"Shards":[]}"#;
        assert_eq!(shown(&attributes), expected);
    }

    #[test]
    fn a_refusal_says_why() {
        let response = refused("DescribeSpace", &Refusal::missing("SpaceId"));
        let expected = r#"{"Action":"DescribeSpaceResponse","RetCode":220,"Message":"Missing params [SpaceId]"}"#;
        assert_eq!(response, expected);
    }
}
