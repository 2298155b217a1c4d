//! Bodies by the schema of Close's API, and what is said of those that break it.

use serde_json::{Map, Value, json};

/// The definitions that are enforced.
pub(crate) struct Schemas {
    create: jsonschema::Validator,
    update: jsonschema::Validator,
    upload: jsonschema::Validator,
    activity: jsonschema::Validator,
}

#[derive(Clone, Copy)]
pub(crate) enum Kind {
    Create,
    Update,
    Upload,
    /// What the server itself sends.
    Activity,
}

const SCHEMA: &str = include_str!("../../../../../tests/data/close-whatsapp.schema.json");

impl Schemas {
    pub(crate) fn new() -> Self {
        let of = |definition: &str| {
            let mut schema: Value = serde_json::from_str(SCHEMA).unwrap();
            schema["$ref"] = format!("#/$defs/{definition}").into();
            jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
        };
        Self {
            create: of("CreateWhatsAppMessage"),
            update: of("UpdateWhatsAppMessage"),
            upload: of("UploadFile"),
            activity: of("WhatsAppMessageActivity"),
        }
    }

    /// The object in a body, or what is wrong with it as Close says such things.
    pub(crate) fn read(&self, kind: Kind, body: &[u8]) -> Result<Map<String, Value>, Value> {
        let whole = |text: &str| json!({"errors": [text], "field-errors": {}});
        let value: Value =
            serde_json::from_slice(body).map_err(|_| whole("The body is not JSON."))?;
        let schema = match kind {
            Kind::Create => &self.create,
            Kind::Update => &self.update,
            Kind::Upload => &self.upload,
            Kind::Activity => &self.activity,
        };
        let (mut errors, mut fields) = (Vec::new(), Map::new());
        for error in schema.iter_errors(&value) {
            let path = error.instance_path().to_string();
            match path.split('/').nth(1) {
                Some(field) => _ = fields.insert(field.to_owned(), json!(error.to_string())),
                None => errors.push(json!(error.to_string())),
            }
        }
        match value {
            Value::Object(map) if errors.is_empty() && fields.is_empty() => Ok(map),
            _ => Err(json!({"errors": errors, "field-errors": fields})),
        }
    }
}
