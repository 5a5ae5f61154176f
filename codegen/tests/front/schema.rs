use serde_json::Value;

fn schema() -> Value {
    serde_json::from_str(&codegen::schema()).unwrap()
}

#[test]
fn there_is_one_entry_per_kind_of_file() {
    let schema = schema();
    let kinds: Vec<_> = schema["$defs"].as_object().unwrap().keys().collect();
    assert_eq!(kinds, ["action", "enum", "model", "product", "regions", "ret_codes"]);
    assert!(codegen::schema().ends_with("}\n"));
}

/// Walks every schema of a map in it.
fn maps<'a>(value: &'a Value, found: &mut Vec<&'a Value>) {
    match value {
        Value::Object(object) => {
            if object.get("type").is_some_and(|ty| ty == "object")
                && object.contains_key("properties")
            {
                found.push(value);
            }
            object.values().for_each(|value| maps(value, found));
        }
        Value::Array(values) => values.iter().for_each(|value| maps(value, found)),
        _ => {}
    }
}

#[test]
fn every_map_is_closed_and_every_key_is_documented() {
    let schema = schema();
    let mut found = Vec::new();
    maps(&schema, &mut found);
    assert!(found.len() > 15, "{}", found.len());
    for map in found {
        assert_eq!(map["additionalProperties"], false, "{map}");
        let keys = map["properties"].as_object().unwrap();
        for required in map["required"].as_array().unwrap() {
            assert!(keys.contains_key(required.as_str().unwrap()), "{map}");
        }
        // `{ bool: [on, off] }` is documented by the key that it is the value of.
        for (key, value) in keys.iter().filter(|(key, _)| *key != "bool") {
            let doc = value["description"].as_str().unwrap_or_default();
            assert!(doc.ends_with('.'), "{key}: {doc}");
        }
    }
}
