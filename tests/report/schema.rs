//! `docs/debrief.schema.json`, the schema of the debrief's JSON document, is generated from the debrief's types.

use goldenhour_core::debrief::Debrief;
use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use serde_json::{Value, json};

use crate::support::document::assert_document;

#[test]
fn debrief_schema_matches_its_types() {
    let settings = SchemaSettings::draft2020_12()
        .for_serialize()
        .with_transform(RecursiveTransform(close))
        .with_transform(RecursiveTransform(omit_null))
        .with_transform(RecursiveTransform(join_lines));
    let mut schema = settings.into_generator().into_root_schema_for::<Debrief>();
    schema.insert("$id".to_owned(), "debrief.schema.json".into());
    let text = serde_json::to_string_pretty(&schema).unwrap();
    assert_document(
        "debrief.schema.json",
        &format!("{text}\n"),
        "cargo test -p goldenhour-report --test report schema",
    );
}

/// Disallows undeclared properties in objects.
fn close(schema: &mut Schema) {
    if schema.get("properties").is_some() {
        schema.insert("additionalProperties".to_owned(), false.into());
    }
}

/// Removes null from the types of optional properties, because `skip_serializing_if` omits them instead.
fn omit_null(schema: &mut Schema) {
    let required = schema.get("required").and_then(Value::as_array).cloned().unwrap_or_default();
    let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) else { return };
    for (_, property) in properties.iter_mut().filter(|(name, _)| !required.contains(&json!(name))) {
        let property = property.as_object_mut().unwrap();
        if let Some([kind, Value::String(null)]) = property.get("type").and_then(Value::as_array).map(Vec::as_slice)
            && null == "null"
        {
            let kind = kind.clone();
            property.insert("type".to_owned(), kind);
        }
        if let Some([kind, null]) = property.get("anyOf").and_then(Value::as_array).map(Vec::as_slice)
            && *null == json!({"type": "null"})
        {
            let kind = kind.as_object().unwrap().clone();
            property.remove("anyOf");
            property.extend(kind);
        }
    }
}

/// Joins the lines of a wrapped doc comment, so that rewrapping it does not change the schema.
fn join_lines(schema: &mut Schema) {
    if let Some(Value::String(description)) = schema.get_mut("description") {
        let paragraphs: Vec<String> = description.split("\n\n").map(|lines| lines.replace('\n', " ")).collect();
        *description = paragraphs.join("\n\n");
    }
}
