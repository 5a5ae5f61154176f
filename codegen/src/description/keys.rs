//! Every key of every kind of file: the reader checks against these tables, and the JSON Schema is written from them.

/// What a map may hold.
#[derive(Debug)]
pub(crate) struct Shape {
    /// What it is called in a message: `row`.
    pub(crate) title: &'static str,
    /// The key whose value tells one such map from another in a message.
    pub(crate) name: Option<&'static str>,
    /// One sentence.
    pub(crate) doc: &'static str,
    /// In the order that they are written in.
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

/// What a key's value is.
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
    /// One of some words.
    Choice(&'static [Choice]),
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

/// One of some words.
#[derive(Debug)]
pub(crate) struct Choice {
    pub(crate) word: &'static str,
    /// One sentence.
    pub(crate) doc: &'static str,
}

const fn key(name: &'static str, kind: Kind, doc: &'static str) -> Key {
    Key { name, kind, required: false, doc }
}

const fn required(name: &'static str, kind: Kind, doc: &'static str) -> Key {
    Key { name, kind, required: true, doc }
}

const fn choice(word: &'static str, doc: &'static str) -> Choice {
    Choice { word, doc }
}

/// Kinds of files: their entry in the schema, the folder or file that they stand in, and their keys.
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
    doc: "An action: its request, its reply and what is known of both.",
    keys: &[
        required(
            "action",
            Kind::Text,
            "Its name on the wire, which is also the file's.",
        ),
        key("rust", Kind::Text, "A better name for the request's type."),
        key("title", Kind::Text, "What it does, in one line."),
        key(
            "section",
            Kind::Text,
            "Title of the section of `product.yaml` that it belongs to.",
        ),
        required(
            "source",
            Kind::Text,
            "The vendor's page: what follows `docs_url` of `product.yaml`.",
        ),
        key("doc", Kind::Text, "What a reader must know beyond the title."),
        key("deprecated", Kind::Text, "Why not to use it any more."),
        key("note", Kind::Text, NOTE),
        required(
            "effect",
            Kind::Choice(EFFECTS),
            "What happens when it is executed twice.",
        ),
        key(
            "verify",
            Kind::Text,
            "The action that shows whether a lost call took effect.",
        ),
        key(
            "request",
            Kind::Maps(&PARAMETER),
            "Parameters, in the order of the arguments.",
        ),
        key(
            "response",
            Kind::Maps(&MEMBER),
            "Members of the reply beside RetCode, Action and Message.",
        ),
        key("pagination", Kind::Map(&PAGES), "How the action pages."),
        key("waiters", Kind::Maps(&WAITER), "What can be waited for with it."),
        key("example", Kind::Map(&EXAMPLE), "The page's example."),
    ],
};

const EFFECTS: &[Choice] = &[
    choice("read", "It changes nothing."),
    choice("idempotent", "Executed again it leaves the same end state."),
    choice("non_idempotent", "Each execution counts."),
];

/// A row of a request's table.
pub(crate) static PARAMETER: Shape = Shape {
    title: "row",
    name: Some("name"),
    doc: "A parameter of a request.",
    keys: &[
        required(
            "name",
            Kind::Text,
            "Its name on the wire: `Name`, `Name.N`, `Name.N.Member`.",
        ),
        required("type", Kind::Text, PARAMETER_TYPE),
        key("required", Kind::Flag, REQUIRED),
        key("source", Kind::Text, SOURCE),
        key("as", Kind::Conversion, AS),
        key(
            "optional",
            Kind::Text,
            "Why it can be left out, though the table requires it; Region, Zone and ProjectId are then sent when known.",
        ),
        key("reconciled", Kind::Text, RECONCILED),
        key(
            "default",
            Kind::Value,
            "What the service takes when it is left out; a required one is then a setter.",
        ),
        key(
            "sample",
            Kind::Value,
            "A value that looks real, for documentation examples; instead of that of `product.yaml`.",
        ),
        key("unit", Kind::Text, UNIT),
        key("sensitive", Kind::Flag, SENSITIVE),
        key("not_sensitive", Kind::Text, NOT_SENSITIVE),
        key("deprecated", Kind::Text, DEPRECATED),
        key("rust", Kind::Text, RUST),
        key("doc", Kind::Text, DOC),
        key("note", Kind::Text, NOTE),
    ],
};

/// A row of a reply's or a model's table.
pub(crate) static MEMBER: Shape = Shape {
    title: "row",
    name: Some("name"),
    doc: "A member of a reply or of a model.",
    keys: &[
        required("name", Kind::Text, "Its name on the wire."),
        required("type", Kind::Text, MEMBER_TYPE),
        key("required", Kind::Flag, REQUIRED),
        key("undocumented", Kind::Flag, "An example has it, no table does."),
        key("source", Kind::Text, SOURCE),
        key("as", Kind::Conversion, AS),
        key(
            "optional",
            Kind::Text,
            "Why it is an `Option`, though the table requires it: an example has none, or the page says so.",
        ),
        key(
            "present",
            Kind::Text,
            "Why a success without it is an error: the id of what was created. Its field is plain.",
        ),
        key("reconciled", Kind::Text, RECONCILED),
        key("unit", Kind::Text, UNIT),
        key("sensitive", Kind::Flag, SENSITIVE),
        key("not_sensitive", Kind::Text, NOT_SENSITIVE),
        key("deprecated", Kind::Text, DEPRECATED),
        key("rust", Kind::Text, RUST),
        key("doc", Kind::Text, DOC),
        key("note", Kind::Text, NOTE),
    ],
};

const PARAMETER_TYPE: &str =
    "`string`, `int`, `float`, `bool`, `object`, or a list of them: `[string]`.";
const MEMBER_TYPE: &str = "`string`, `int`, `float`, `bool`, `object` (any JSON), a model, or a list of them: `[string]`.";
const REQUIRED: &str = "Whether the table requires it.";
const SOURCE: &str = "Where it is known from when no page has it.";
const DOC: &str = "What a reader needs to know of it.";
const AS: &str = "What it is in Rust: `timestamp`, `price`, `base64`, `presigned_url`, another scalar, an enum, or `{ bool: [on, off] }`.";
const RECONCILED: &str =
    "What the pages contradict each other in, and how it is reconciled.";
const UNIT: &str = "What it is counted in: `GB`.";
const SENSITIVE: &str = "Whether it is a secret, which nothing prints.";
const NOT_SENSITIVE: &str = "Why it can be printed, though its name, its text or an example sounds like a secret.";
const DEPRECATED: &str = "Why not to use it any more.";
const RUST: &str = "A better name for the field.";
const NOTE: &str =
    "For maintainers: a reason, or a fact that is not documented to users.";

/// `pagination` of an action.
pub(crate) static PAGES: Shape = Shape {
    title: "pagination",
    name: None,
    doc: "The rows by which an action pages.",
    keys: &[
        required("offset", Kind::Text, "The parameter that says how many rows to skip."),
        required(
            "limit",
            Kind::Text,
            "The parameter that says how many rows a page holds.",
        ),
        required("items", Kind::Text, "The reply's list of rows."),
        key("total", Kind::Text, "The reply's number of rows on all pages."),
        key("key", Kind::Text, "The member that tells one row from another."),
    ],
};

/// One of the `waiters` of an action.
pub(crate) static WAITER: Shape = Shape {
    title: "waiter",
    name: Some("name"),
    doc: "Something that can be waited for.",
    keys: &[
        required("name", Kind::Text, "The method is `wait_until_` and this."),
        key("doc", Kind::Text, "What it waits for."),
        key("note", Kind::Text, NOTE),
        key(
            "with",
            Kind::Values,
            "Optional parameters that the wait cannot do without: arguments too.",
        ),
        key(
            "find",
            Kind::Map(&FIND),
            "Where the entry is found; without it the reply itself is watched.",
        ),
        required("member", Kind::Text, "The member that holds the state."),
        key(
            "expect",
            Kind::Names,
            "Members that must also equal an argument of the waiter: `{ Size: size }`.",
        ),
        key("success", Kind::Values, "States that end the wait well."),
        key("failure", Kind::Values, "States that end it badly."),
        key(
            "absent",
            Kind::Choice(ABSENT),
            "What an absent entry means; `retry` when nothing is said.",
        ),
    ],
};

const ABSENT: &[Choice] = &[
    choice("retry", "Not yet: look again."),
    choice("success", "Gone, which is what was waited for."),
    choice("failure", "Gone, which ends the wait badly."),
];

const ENTRIES: &[Choice] = &[
    choice("first", "The first entry with this key."),
    choice(
        "all",
        "Every entry with this key: all in a success state, or one in a failure state.",
    ),
];

/// `find` of a waiter.
pub(crate) static FIND: Shape = Shape {
    title: "find",
    name: None,
    doc: "Where a waiter finds its entry.",
    keys: &[
        required(
            "in",
            Kind::Text,
            "The response's list of entries, or a list inside of its entries: `DataSet.Replicas`.",
        ),
        required("key", Kind::Text, "The entry's member that is compared."),
        key(
            "entries",
            Kind::Choice(ENTRIES),
            "Entries that the wait needs; `first` when nothing is said.",
        ),
    ],
};

/// `example` of an action.
pub(crate) static EXAMPLE: Shape = Shape {
    title: "example",
    name: None,
    doc: "The page's example.",
    keys: &[
        key("request", Kind::Names, "Documented parameters of the example's address."),
        key("ignored", Kind::Names, "What the address shows beyond the table."),
        key("note", Kind::Text, NOTE),
        key("response", Kind::Lines, "The response, as JSON."),
    ],
};

/// `models/*.yaml`.
pub(crate) static MODEL: Shape = Shape {
    title: "model",
    name: Some("model"),
    doc: "A structure that replies share.",
    keys: &[
        required("model", Kind::Text, "Its name on the page, which is also the file's."),
        key("rust", Kind::Text, "A better name for the type."),
        key("doc", Kind::Text, "What it is."),
        key("note", Kind::Text, NOTE),
        required("members", Kind::Maps(&MEMBER), "Its members."),
    ],
};

/// `enums/*.yaml`.
pub(crate) static ENUM: Shape = Shape {
    title: "enum",
    name: Some("enum"),
    doc: "A set of values that is known to grow.",
    keys: &[
        required("enum", Kind::Text, "Its name, which is also the file's."),
        key("rust", Kind::Text, "A better name for the type."),
        key("doc", Kind::Text, "What it says."),
        key("note", Kind::Text, NOTE),
        key("open", Kind::Flag, "Whether requests may have other values too."),
        required("values", Kind::Maps(&VALUE), "The values that are known."),
    ],
};

/// One of the `values` of an enum.
pub(crate) static VALUE: Shape = Shape {
    title: "value",
    name: Some("wire"),
    doc: "A known value.",
    keys: &[
        required("wire", Kind::Value, "The value on the wire."),
        key("doc", Kind::Text, "What it means."),
        key("rust", Kind::Text, "A better name for the variant."),
        key("note", Kind::Text, NOTE),
    ],
};

/// `product.yaml`.
pub(crate) static PRODUCT: Shape = Shape {
    title: "product",
    name: Some("product"),
    doc: "The product as a whole.",
    keys: &[
        required("product", Kind::Text, "What the vendor calls it."),
        key("title", Kind::Text, "What it is, in one line."),
        key("note", Kind::Text, NOTE),
        required("crate", Kind::Text, "The published crate."),
        required("endpoint", Kind::Text, "Where requests go when nothing else is said."),
        required(
            "in_vpc_endpoint",
            Kind::Text,
            "The endpoint inside the vendor's own network.",
        ),
        required(
            "docs_url",
            Kind::Text,
            "The vendor's page of an action is this and the action's `source`.",
        ),
        key("docs", Kind::Map(&DOCS), "The vendor's pages that the description covers."),
        key(
            "words",
            Kind::Names,
            "Words that capitals cut wrongly: spelling on the wire, spelling in types.",
        ),
        key(
            "samples",
            Kind::Names,
            "Values that look real, by the name of a parameter: documentation examples show them.",
        ),
        key(
            "sections",
            Kind::Maps(&SECTION),
            "Groups of actions, in the order that a reader meets them.",
        ),
        key(
            "common",
            Kind::Maps(&COMMON),
            "Rows that most actions share, documented once.",
        ),
    ],
};

/// `docs` of a product.
pub(crate) static DOCS: Shape = Shape {
    title: "docs",
    name: None,
    doc: "Pages by their paths in the vendor's documentation, which import reads.",
    keys: &[
        key("folders", Kind::Values, "Folders of which all pages are read: `umem-api`."),
        key("pages", Kind::Values, "Further pages: `summary/regionlist`."),
    ],
};

/// One of the `sections` of a product.
pub(crate) static SECTION: Shape = Shape {
    title: "section",
    name: Some("title"),
    doc: "A group of actions that a reader thinks of together.",
    keys: &[
        required("title", Kind::Text, "Its heading."),
        key("doc", Kind::Text, "What is in it."),
    ],
};

/// One of the `common` rows of a product.
pub(crate) static COMMON: Shape = Shape {
    title: "row",
    name: Some("name"),
    doc: "A parameter that most actions share.",
    keys: &[
        required("name", Kind::Text, "`Region`, `Zone` or `ProjectId`."),
        required("type", Kind::Text, "`string`."),
        key("doc", Kind::Text, DOC),
    ],
};

/// `ret_codes.yaml`.
pub(crate) static RET_CODES: Shape = Shape {
    title: "file",
    name: None,
    doc: "What a RetCode other than 0 means.",
    keys: &[
        key("note", Kind::Text, NOTE),
        key("gateway", Kind::Map(&CODES), "The gateway's codes."),
        key("product", Kind::Map(&CODES), "The product's codes."),
    ],
};

/// `gateway` and `product` of the RetCodes.
pub(crate) static CODES: Shape = Shape {
    title: "codes",
    name: None,
    doc: "The codes of one page.",
    keys: &[
        required("source", Kind::Text, "The vendor's page."),
        key("note", Kind::Text, NOTE),
        required("codes", Kind::Maps(&CODE), "Its codes."),
    ],
};

/// One RetCode.
pub(crate) static CODE: Shape = Shape {
    title: "code",
    name: Some("code"),
    doc: "A RetCode.",
    keys: &[
        required("code", Kind::Int, "The number."),
        required("name", Kind::Text, "The name of the variant."),
        required(
            "temporary",
            Kind::Flag,
            "Whether the same call may succeed a little later.",
        ),
        key("source", Kind::Text, SOURCE),
        key("doc", Kind::Text, "What happened and what helps."),
    ],
};

/// `regions.yaml`.
pub(crate) static REGIONS: Shape = Shape {
    title: "file",
    name: None,
    doc: "Regions and zones.",
    keys: &[
        required("source", Kind::Text, "The vendor's page."),
        key("note", Kind::Text, NOTE),
        required("regions", Kind::Maps(&REGION), "The regions."),
    ],
};

/// One region.
pub(crate) static REGION: Shape = Shape {
    title: "region",
    name: Some("id"),
    doc: "A region.",
    keys: &[
        required("id", Kind::Text, "Its id on the wire."),
        required("name", Kind::Text, "Where it is, in English."),
        key("zones", Kind::Maps(&ZONE), "Its zones."),
    ],
};

/// One zone.
pub(crate) static ZONE: Shape = Shape {
    title: "zone",
    name: Some("id"),
    doc: "A zone of a region.",
    keys: &[
        required("id", Kind::Text, "Its id on the wire."),
        required("name", Kind::Text, "Its name, in English."),
    ],
};
