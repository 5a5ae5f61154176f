//! The API with every decision made: each Rust name chosen, each type resolved, each order fixed.
//!
//! `resolve` makes it from a checked description; the emitters only write it down.

use std::collections::BTreeMap;

/// A whole product.
#[derive(Clone, Debug)]
pub struct Api {
    /// Product and its base URLs.
    pub product: Product,
    /// In order of their wire names.
    pub actions: Vec<Action>,
    /// In order of their wire names.
    pub models: Vec<Model>,
    /// In order of their names.
    pub enums: Vec<Enum>,
    /// In order of their numbers.
    pub ret_codes: Vec<RetCode>,
    /// In the order of the description.
    pub regions: Vec<Region>,
}

/// Product and its base URLs.
#[derive(Clone, Debug)]
pub struct Product {
    /// Name that the vendor gives it: `UMem`.
    pub name: String,
    /// The crate as Rust code spells it: `ucloud_umem`.
    pub krate: String,
    /// Default base URL.
    pub endpoint: String,
    /// The vendor's endpoint inside its own network, which speaks plain `http`.
    pub in_vpc_endpoint: String,
    /// Titles of the sections, in the order that a reader meets them.
    pub sections: Vec<Section>,
    /// Documentation of the rows that most actions share, by wire name.
    pub common: BTreeMap<String, Doc>,
}

/// A group of actions that a reader thinks of together.
#[derive(Clone, Debug)]
pub struct Section {
    /// Its heading.
    pub title: String,
    /// A sentence on what is in it.
    pub doc: Doc,
}

/// Documentation as written in the description, or none yet.
pub type Doc = Option<String>;

/// One action of the API.
#[derive(Clone, Debug)]
pub struct Action {
    /// `DescribeUMemBackup`.
    pub wire: String,
    /// `DescribeUMemBackup`: the request's type.
    pub rust: String,
    /// `describe_umem_backup`: the client's method and the file.
    pub method: String,
    /// One line; where none is written yet, the wire name.
    pub title: String,
    /// More on it.
    pub doc: Doc,
    /// The section's title.
    pub section: String,
    /// Address of the vendor's page; `None` when it has none.
    pub page: Option<String>,
    /// Source: its page's path, or `sdk-python 0.11.150`.
    pub source: String,
    /// Effect, which decides about retries.
    pub effect: Effect,
    /// The action that shows whether a lost call took effect.
    pub verify: Option<String>,
    /// Reason not to use it any more.
    pub deprecated: Option<String>,
    /// Presence of the Region row.
    pub region: Presence,
    /// Presence of the Zone row.
    pub zone: Presence,
    /// Presence of the ProjectId row.
    pub project_id: Presence,
    /// Parameters but for the common ones, in the table's order; nested rows are one parameter.
    pub parameters: Vec<Parameter>,
    /// Structures that the request's nested rows need, inner ones first.
    pub structures: Vec<Structure>,
    /// Fields of the response except RetCode, Action and Message, in the table's order.
    pub members: Vec<Member>,
    /// Pagination.
    pub pages: Option<Pages>,
    /// Way to find what it creates by its name.
    pub once: Option<Once>,
    /// States that can be waited for with it.
    pub waiters: Vec<Waiter>,
    /// The page's example.
    pub example: Option<Example>,
}

/// Result of a second execution of an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Changes nothing.
    Read,
    /// Has the same end state when executed again.
    Idempotent,
    /// Each execution counts.
    NonIdempotent,
}

/// Presence of a row in an action's table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// Not accepted.
    Absent,
    /// Optional.
    Optional,
    /// Required.
    Required,
}

/// One parameter of a request, or one field of a structure in it.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Its name on the wire, the last segment for a field of a structure: `SpaceId`, `Disks`.
    pub wire: String,
    /// The field, the setter and the argument: `space_id`.
    pub rust: String,
    /// Type.
    pub ty: ParameterType,
    /// `Name.N`: a list of them.
    pub list: bool,
    /// A required parameter is an argument of `new`; one with a default, or that pages use, is a
    /// setter.
    pub argument: bool,
    /// True if the table requires it, which the emulator checks.
    pub required: bool,
    /// Value that the service takes when it is left out, as on the wire.
    pub default: Option<String>,
    /// A value that looks real, for documentation examples.
    pub sample: Option<String>,
    /// Documentation with unit, default and allowed values already put into words.
    pub doc: Doc,
    /// Reason not to use it any more.
    pub deprecated: Option<String>,
}

/// Type of a parameter.
#[derive(Clone, Debug, PartialEq)]
pub enum ParameterType {
    /// A single value.
    Scalar(Scalar),
    /// A structure of [`Action::structures`], by Rust name.
    Structure(String),
}

/// A single value, as Rust sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scalar {
    /// `String`.
    Text,
    /// `i64`.
    Int,
    /// `f64`.
    Float,
    /// `bool`.
    Bool,
    /// `bool`, with other words on the wire.
    Switch {
        /// Word for `true`.
        on: String,
        /// Word for `false`.
        off: String,
    },
    /// `Timestamp`: seconds since 1970.
    Timestamp,
    /// `Price`: hundredths of a yuan.
    Price,
    /// `String` here, base64 on the wire.
    Base64,
    /// `Password`, base64 on the wire when `base64`.
    Password {
        /// True if it is base64 on the wire.
        base64: bool,
    },
    /// `PresignedUrl`: an address whose query nothing prints. Only responses have it.
    PresignedUrl,
    /// An enum of [`Api::enums`], by Rust name.
    Enum(String),
}

/// A structure inside a request.
#[derive(Clone, Debug)]
pub struct Structure {
    /// `CreateThingDisk`.
    pub rust: String,
    /// Row of the page: `Disks.N`.
    pub wire: String,
    /// Its fields, in the table's order.
    pub fields: Vec<Parameter>,
}

/// Field of a response or of a model.
#[derive(Clone, Debug)]
pub struct Member {
    /// `DataSet`.
    pub wire: String,
    /// `data_set`.
    pub rust: String,
    /// Type.
    pub ty: MemberType,
    /// Type of a single value on the wire, where the words of a switch are the only conversion.
    pub on_wire: Option<Scalar>,
    /// `[T]`: a `Vec`.
    pub list: bool,
    /// Plain rather than `Option`; for a list, whether its absence is worth a word.
    pub required: bool,
    /// Reason why a success without it is an error.
    pub present: Option<String>,
    /// A required model that would make a type contain itself is boxed.
    pub boxed: bool,
    /// Documentation with unit and allowed values already put into words.
    pub doc: Doc,
    /// Reason not to use it any more.
    pub deprecated: Option<String>,
}

/// Type of a field.
#[derive(Clone, Debug, PartialEq)]
pub enum MemberType {
    /// A single value.
    Scalar(Scalar),
    /// A model of [`Api::models`], by Rust name.
    Model(String),
    /// `object` on the page: any JSON.
    Json,
}

/// Structure that responses share.
#[derive(Clone, Debug)]
pub struct Model {
    /// `UMemBackupSet`.
    pub wire: String,
    /// `UMemBackupSet`.
    pub rust: String,
    /// `umem_backup_set`.
    pub module: String,
    /// Documentation.
    pub doc: Doc,
    /// In the table's order.
    pub members: Vec<Member>,
}

/// An open set of values.
#[derive(Clone, Debug)]
pub struct Enum {
    /// `BackupState`.
    pub rust: String,
    /// `backup_state`.
    pub module: String,
    /// Documentation.
    pub doc: Doc,
    /// True if requests may have other values too.
    pub open: bool,
    /// In the order of the description.
    pub values: Vec<EnumValue>,
}

/// One known value.
#[derive(Clone, Debug)]
pub struct EnumValue {
    /// `Starting`.
    pub wire: String,
    /// `Starting`.
    pub rust: String,
    /// Documentation.
    pub doc: Doc,
}

/// Pagination of an action: Rust names of fields.
#[derive(Clone, Debug)]
pub struct Pages {
    /// The parameter that says how many rows to skip.
    pub offset: String,
    /// The parameter that says how many rows a page holds.
    pub limit: String,
    /// Rows of a page when no limit is given, where the description says.
    pub default_limit: Option<i64>,
    /// Field of the response with the entries.
    pub items: String,
    /// Rust type of a row.
    pub item: MemberType,
    /// Field of the response with the number of all entries.
    pub total: Option<Field>,
    /// The row's member that tells one row from another.
    pub key: Option<Field>,
}

/// A field that generated code reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its Rust name.
    pub rust: String,
    /// Its scalar type.
    pub scalar: Scalar,
    /// True for an `Option`.
    pub optional: bool,
}

/// Way to find a resource by the name that its create gave it.
#[derive(Clone, Debug)]
pub struct Once {
    /// Action that lists the resources: name on the wire.
    pub find: String,
    /// Parameter with the name: name on the wire.
    pub name: String,
    /// Optional parameters that the list takes from the create: names on the wire.
    pub with: Vec<String>,
    /// Field of an entry with the name.
    pub entry_name: Field,
    /// Field of an entry with the id.
    pub entry_id: Field,
    /// Field of the create's response with the id: Rust name.
    pub id: String,
}

/// Something that can be waited for.
#[derive(Clone, Debug)]
pub struct Waiter {
    /// `umem_backup_done`: the method is `wait_until_` and this.
    pub name: String,
    /// Documentation of the state.
    pub doc: Doc,
    /// Rust names of optional parameters that are arguments of the wait.
    pub with: Vec<String>,
    /// Place of the entry; `None`: the response itself is watched.
    pub find: Option<Find>,
    /// The member that holds the state.
    pub member: Field,
    /// Members that must equal an argument of the wait, beside the state.
    pub expect: Vec<Expect>,
    /// States that end the wait well.
    pub success: Vec<String>,
    /// States that end it badly.
    pub failure: Vec<String>,
    /// Meaning of a missing entry.
    pub absent: Absent,
}

/// A member that must equal an argument of the wait.
#[derive(Clone, Debug)]
pub struct Expect {
    /// Its name on the wire.
    pub wire: String,
    /// The member.
    pub member: Field,
    /// Name of the argument.
    pub argument: String,
    /// Documentation of the member, and so of the argument.
    pub doc: Doc,
}

/// Place where a waiter finds its entry.
#[derive(Clone, Debug)]
pub struct Find {
    /// List in the response: Rust name.
    pub list: String,
    /// Rust type of that list's entries (a model).
    pub item: String,
    /// A list inside of these entries, whose entries are watched instead.
    pub nested: Option<Nested>,
    /// The watched entry's member that is compared.
    pub key: Field,
    /// True if the wait needs every entry with the key.
    pub all: bool,
}

/// A list inside of the entries of a list.
#[derive(Clone, Debug)]
pub struct Nested {
    /// Its Rust name.
    pub list: String,
    /// Rust type of its entries (a model).
    pub item: String,
}

impl Find {
    /// Returns the Rust type of the entries that are watched.
    pub fn watched(&self) -> &str {
        self.nested.as_ref().map_or(&self.item, |nested| &nested.item)
    }
}

/// Meaning of a missing entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absent {
    /// The entry may still appear: poll again.
    Retry,
    /// The missing entry is the wanted result.
    Success,
    /// The missing entry ends the wait with an error.
    Failure,
}

/// The page's example.
#[derive(Clone, Debug)]
pub struct Example {
    /// Documented rows that the example's address shows, in its order: wire name and value.
    pub request: Vec<(String, String)>,
    /// Parameters of the address that the table lacks.
    pub ignored: Vec<(String, String)>,
    /// Parsed response.
    pub response: serde_json::Value,
    /// Text of the response, with `\n` line ends.
    pub response_text: String,
}

/// One RetCode.
#[derive(Clone, Debug)]
pub struct RetCode {
    /// `171`.
    pub number: i64,
    /// `SignatureVerifyFailed`.
    pub rust: String,
    /// A sentence on what happened and what helps.
    pub doc: Doc,
    /// True if the same call may succeed later.
    pub temporary: bool,
}

/// One region.
#[derive(Clone, Debug)]
pub struct Region {
    /// `cn-bj2`.
    pub id: String,
    /// `CN_BJ2`: the constant.
    pub rust: String,
    /// Location, in English.
    pub name: String,
    /// Its zones, in the order of the description.
    pub zones: Vec<Zone>,
}

/// One zone.
#[derive(Clone, Debug)]
pub struct Zone {
    /// `cn-bj2-05`.
    pub id: String,
    /// `CN_BJ2_05`: the constant.
    pub rust: String,
    /// Its name, in English.
    pub name: String,
}
