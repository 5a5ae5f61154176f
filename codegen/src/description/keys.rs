//! Every key of every kind of file: the reader checks against these tables, and the JSON Schema is
//! written from them.

use Kind::{Choice, Conversion, Flag, Int, Lines, Map, Maps, Names, Text, Value, Values};

/// Keys that a map may have.
#[derive(Debug)]
pub(crate) struct Shape {
    /// Noun for messages: `row`.
    pub(crate) title: &'static str,
    /// Key whose value identifies the map in messages.
    pub(crate) name: Option<&'static str>,
    /// One sentence.
    pub(crate) doc: &'static str,
    /// In the order of the layout.
    pub(crate) keys: &'static [Key],
}

/// One key of a map.
#[derive(Debug)]
pub(crate) struct Key {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    pub(crate) required: bool,
    /// One sentence.
    pub(crate) doc: &'static str,
}

/// Kinds of values.
#[derive(Debug)]
pub(crate) enum Kind {
    /// A word or a sentence. One that YAML reads as a number or a truth value is put in quotes.
    Text,
    /// Text of several lines, written with `|`.
    Lines,
    /// Any single value, taken as it is written.
    Value,
    /// `true` or `false`.
    Flag,
    /// A whole number.
    Int,
    /// One of some words, each with one sentence of documentation.
    Choice(&'static [(&'static str, &'static str)]),
    /// `as`: a word, or `{ bool: [on, off] }`.
    Conversion,
    /// A map.
    Map(&'static Shape),
    /// A list of maps.
    Maps(&'static Shape),
    /// A list of single values.
    Values,
    /// A map from names of any kind to single values.
    Names,
}

const fn key(name: &'static str, kind: Kind, doc: &'static str) -> Key {
    Key { name, kind, required: false, doc }
}

const fn required(name: &'static str, kind: Kind, doc: &'static str) -> Key {
    Key { name, kind, required: true, doc }
}

/// Kinds of files, with their entries in the schema.
pub(crate) const FILES: [(&str, &Shape); 6] = [
    ("action", &ACTION),
    ("model", &MODEL),
    ("enum", &ENUM),
    ("product", &PRODUCT),
    ("ret_codes", &RET_CODES),
    ("regions", &REGIONS),
];

/// `actions/*.yaml`.
pub(crate) static ACTION: Shape = Shape {
    title: "action",
    name: Some("action"),
    doc: "An action: its request, its response and what is known of both.",
    keys: &[
        required("action", Text, "Name on the wire, which is also the file's."),
        key("rust", Text, "A better name for the request's type."),
        key("title", Text, "One line that says what the action does."),
        key("section", Text, "Title of its section in `product.yaml`."),
        required("source", Text, "Page of the vendor: what follows `docs_url`."),
        key("doc", Text, "Further documentation."),
        DEPRECATED,
        NOTE,
        required("effect", Choice(EFFECTS), "Result of a second execution."),
        key("verify", Text, "Action that shows whether a lost call took effect."),
        key("request", Maps(&PARAMETER), "Parameters, in the order of the arguments."),
        key("response", Maps(&MEMBER), "Fields beside RetCode, Action and Message."),
        key("pagination", Map(&PAGES), "Rows by which the action pages."),
        key("once", Map(&ONCE), "Way to find a resource by the name that its create gave it."),
        key("waiters", Maps(&WAITER), "States that can be waited for with it."),
        key("example", Map(&EXAMPLE), "Example of the page."),
    ],
};

const EFFECTS: &[(&str, &str)] = &[
    ("read", "It changes nothing."),
    ("idempotent", "Executed again, it leaves the same end state."),
    ("non_idempotent", "Each execution counts."),
];

/// A row of a request's table.
pub(crate) static PARAMETER: Shape = Shape {
    title: "row",
    name: Some("name"),
    doc: "A parameter of a request.",
    keys: &[
        required("name", Text, "Name on the wire: `Name`, `Name.N`, `Name.N.Member`."),
        required("type", Text, PARAMETER_TYPE),
        REQUIRED,
        SOURCE,
        AS,
        key("optional", Text, OPTIONAL_PARAMETER),
        RECONCILED,
        key("default", Value, DEFAULT),
        key("sample", Value, SAMPLE),
        UNIT,
        SENSITIVE,
        NOT_SENSITIVE,
        DEPRECATED,
        key("rust", Text, "A better name for the field, and for the type of a structure."),
        DOC,
        NOTE,
    ],
};

/// A row of a response's or a model's table.
pub(crate) static MEMBER: Shape = Shape {
    title: "row",
    name: Some("name"),
    doc: "A field of a response or of a model.",
    keys: &[
        required("name", Text, "Name on the wire."),
        required("type", Text, MEMBER_TYPE),
        REQUIRED,
        key("undocumented", Flag, "True if an example has it and no table does."),
        SOURCE,
        AS,
        key("optional", Text, OPTIONAL_MEMBER),
        key("present", Text, PRESENT),
        RECONCILED,
        UNIT,
        SENSITIVE,
        NOT_SENSITIVE,
        DEPRECATED,
        key("rust", Text, "A better name for the field."),
        DOC,
        NOTE,
    ],
};

const PARAMETER_TYPE: &str =
    "`string`, `int`, `float`, `bool`, `object`, or a list of them: `[string]`.";
const MEMBER_TYPE: &str = "`string`, `int`, `float`, `bool`, `object` (any JSON), a model, or a list of them: `[string]`.";
const AS: Key = key(
    "as",
    Conversion,
    "Type in Rust: `timestamp`, `price`, `base64`, `presigned_url`, another scalar, an enum, or `{ bool: [on, off] }`.",
);
const OPTIONAL_PARAMETER: &str = "Why it can be left out, though the table requires it. Region, Zone and ProjectId are then sent when known.";
const OPTIONAL_MEMBER: &str = "Why it is an `Option`, though the table requires it: an example has none, or the page says so.";
const PRESENT: &str =
    "Why a success without it is an error: the id of what was created. Its field is plain.";
const DEFAULT: &str = "Value that the service takes when it is left out. A required parameter with a default is a setter.";
const SAMPLE: &str =
    "Value that looks real, for documentation examples. It overrides `samples` of `product.yaml`.";
const REQUIRED: Key = key("required", Flag, "True if the table requires it.");
const SOURCE: Key = key("source", Text, "Source of a row that no page has.");
const RECONCILED: Key =
    key("reconciled", Text, "Contradiction of the pages, and how it is reconciled.");
const UNIT: Key = key("unit", Text, "Unit: `GB`.");
const SENSITIVE: Key = key("sensitive", Flag, "True for a secret, which is not printed.");
const NOT_SENSITIVE: Key = key(
    "not_sensitive",
    Text,
    "Why it can be printed, though its name, its text or an example suggests a secret.",
);
const DEPRECATED: Key = key("deprecated", Text, "Why not to use it any more.");
const DOC: Key = key("doc", Text, "Documentation for users.");
const NOTE: Key = key("note", Text, "For maintainers: a reason, or a fact that users do not need.");

/// `pagination` of an action.
pub(crate) static PAGES: Shape = Shape {
    title: "pagination",
    name: None,
    doc: "Rows by which an action pages.",
    keys: &[
        required("offset", Text, "Parameter with the number of entries to skip."),
        required("limit", Text, "Parameter with the number of entries of a page."),
        required("items", Text, "List of entries in the response."),
        key("total", Text, "Field with the number of entries on all pages."),
        key("key", Text, "Field that identifies an entry."),
    ],
};

/// `once` of an action that creates.
pub(crate) static ONCE: Shape = Shape {
    title: "once",
    name: None,
    doc: "Way to find a resource by the name that its create gave it.",
    keys: &[
        required("name", Text, "Parameter with the name."),
        required("find", Text, "Action that lists the resources."),
        key("with", Values, "Optional parameters that the list takes from the create."),
        required("in", Text, "List of entries in its response."),
        required("match", Text, "Field of an entry with the name."),
        required("id", Text, "Field with the id, in an entry and in the response of the create."),
    ],
};

/// One of the `waiters` of an action.
pub(crate) static WAITER: Shape = Shape {
    title: "waiter",
    name: Some("name"),
    doc: "A state that can be waited for.",
    keys: &[
        required("name", Text, "The method is `wait_until_` and this name."),
        key("doc", Text, "Documentation of the state."),
        NOTE,
        key("with", Values, "Optional parameters that are arguments of the wait."),
        key("find", Map(&FIND), "Place of the entry; the response itself by default."),
        required("member", Text, "Field that holds the state."),
        key("expect", Names, "Fields that must equal an argument: `{ Size: size }`."),
        key("success", Values, "States that end the wait with success."),
        key("failure", Values, "States that end the wait with an error."),
        key("absent", Choice(ABSENT), "Meaning of a missing entry; `retry` by default."),
    ],
};

const ABSENT: &[(&str, &str)] = &[
    ("retry", "Not there yet: poll again."),
    ("success", "Deleted, as wanted."),
    ("failure", "Deleted, which ends the wait with an error."),
];

const ENTRIES: &[(&str, &str)] = &[
    ("first", "The first entry with this key."),
    ("all", "Every entry with this key: all in a success state, or one in a failure state."),
];

/// `find` of a waiter.
pub(crate) static FIND: Shape = Shape {
    title: "find",
    name: None,
    doc: "Place where a waiter finds its entry.",
    keys: &[
        required("in", Text, "List of entries, or a list in them: `DataSet.Replicas`."),
        required("key", Text, "Field that identifies the entry."),
        key("entries", Choice(ENTRIES), "Entries that the wait needs; `first` by default."),
    ],
};

/// `example` of an action.
pub(crate) static EXAMPLE: Shape = Shape {
    title: "example",
    name: None,
    doc: "The page's example.",
    keys: &[
        key("request", Names, "Documented parameters of the example's address."),
        key("ignored", Names, "Parameters of the address that the table lacks."),
        NOTE,
        key("response", Lines, "The response, as JSON."),
    ],
};

/// `models/*.yaml`.
pub(crate) static MODEL: Shape = Shape {
    title: "model",
    name: Some("model"),
    doc: "A structure that responses share.",
    keys: &[
        required("model", Text, "Name on the page, which is also the file's."),
        key("rust", Text, "A better name for the type."),
        DOC,
        NOTE,
        required("members", Maps(&MEMBER), "Fields."),
    ],
};

/// `enums/*.yaml`.
pub(crate) static ENUM: Shape = Shape {
    title: "enum",
    name: Some("enum"),
    doc: "A set of values that may grow.",
    keys: &[
        required("enum", Text, "Name, which is also the file's."),
        key("rust", Text, "A better name for the type."),
        DOC,
        NOTE,
        key("open", Flag, "True if requests may have other values too."),
        required("values", Maps(&VALUE), "Known values."),
    ],
};

/// One of the `values` of an enum.
pub(crate) static VALUE: Shape = Shape {
    title: "value",
    name: Some("wire"),
    doc: "A known value.",
    keys: &[
        required("wire", Value, "Value on the wire."),
        DOC,
        key("rust", Text, "A better name for the variant."),
        NOTE,
    ],
};

/// `product.yaml`.
pub(crate) static PRODUCT: Shape = Shape {
    title: "product",
    name: Some("product"),
    doc: "The product as a whole.",
    keys: &[
        required("product", Text, "The vendor's name of the product."),
        key("title", Text, "One line that says what the product is."),
        NOTE,
        required("crate", Text, "Published crate."),
        required("endpoint", Text, "Default base URL."),
        required("in_vpc_endpoint", Text, "Base URL inside the vendor's network."),
        required("docs_url", Text, "Start of the address of each page."),
        key("docs", Map(&DOCS), "Pages of the vendor that the description covers."),
        key("words", Names, "Words in names: spelling on the wire, spelling in types."),
        key("samples", Names, "Values for documentation examples, by parameter name."),
        key("sections", Maps(&SECTION), "Groups of actions, in the order of the docs."),
        key("common", Maps(&COMMON), "Rows that most actions share, documented once."),
    ],
};

/// `docs` of a product.
pub(crate) static DOCS: Shape = Shape {
    title: "docs",
    name: None,
    doc: "Pages by their paths in the vendor's documentation, which import reads.",
    keys: &[
        key("folders", Values, "Folders of which all pages are read: `umem-api`."),
        key("pages", Values, "Further pages: `summary/regionlist`."),
    ],
};

/// One of the `sections` of a product.
pub(crate) static SECTION: Shape = Shape {
    title: "section",
    name: Some("title"),
    doc: "A group of actions.",
    keys: &[required("title", Text, "Heading."), DOC],
};

/// One of the `common` rows of a product.
pub(crate) static COMMON: Shape = Shape {
    title: "row",
    name: Some("name"),
    doc: "A parameter that most actions share.",
    keys: &[
        required("name", Text, "`Region`, `Zone` or `ProjectId`."),
        required("type", Text, "`string`."),
        DOC,
    ],
};

/// `ret_codes.yaml`.
pub(crate) static RET_CODES: Shape = Shape {
    title: "file",
    name: None,
    doc: "RetCodes other than 0.",
    keys: &[
        NOTE,
        key("gateway", Map(&CODES), "Codes of the gateway."),
        key("product", Map(&CODES), "Codes of the product."),
    ],
};

/// `gateway` and `product` of the RetCodes.
pub(crate) static CODES: Shape = Shape {
    title: "codes",
    name: None,
    doc: "Codes of one page.",
    keys: &[
        required("source", Text, "Page of the vendor."),
        NOTE,
        required("codes", Maps(&CODE), "Codes."),
    ],
};

/// One RetCode.
pub(crate) static CODE: Shape = Shape {
    title: "code",
    name: Some("code"),
    doc: "A RetCode.",
    keys: &[
        required("code", Int, "Number."),
        required("name", Text, "Name of the variant."),
        required("temporary", Flag, "True if the same call may succeed later."),
        SOURCE,
        key("doc", Text, "Cause of the error, and what to do."),
    ],
};

/// `regions.yaml`.
pub(crate) static REGIONS: Shape = Shape {
    title: "file",
    name: None,
    doc: "Regions and zones.",
    keys: &[
        required("source", Text, "Page of the vendor."),
        NOTE,
        required("regions", Maps(&REGION), "Regions."),
    ],
};

/// One region.
pub(crate) static REGION: Shape = Shape {
    title: "region",
    name: Some("id"),
    doc: "A region.",
    keys: &[
        required("id", Text, "Id on the wire."),
        required("name", Text, "Location, in English."),
        key("zones", Maps(&ZONE), "Zones."),
    ],
};

/// One zone.
pub(crate) static ZONE: Shape = Shape {
    title: "zone",
    name: Some("id"),
    doc: "A zone of a region.",
    keys: &[required("id", Text, "Id on the wire."), required("name", Text, "Name, in English.")],
};
