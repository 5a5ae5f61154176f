//! The API with every decision made: each Rust name chosen, each type resolved, each order fixed.
//!
//! `resolve` makes it from a checked description; the emitters only write it down.

use std::collections::BTreeMap;

/// A whole product.
#[derive(Clone, Debug)]
pub struct Api {
    /// What the product is and where it is found.
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

/// What the product is and where it is found.
#[derive(Clone, Debug)]
pub struct Product {
    /// What the vendor calls it: `UMem`.
    pub name: String,
    /// The crate as Rust code spells it: `ucloud_umem`.
    pub krate: String,
    /// Where requests go when nothing else is said.
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

/// Documentation, still plain text: Markdown in the description's words, or nothing yet.
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
    /// Where it is known from: its page's path, or `sdk-python 0.11.150`.
    pub source: String,
    /// What a retry may do.
    pub effect: Effect,
    /// The action that shows whether a lost call took effect.
    pub verify: Option<String>,
    /// Why not to use it any more.
    pub deprecated: Option<String>,
    /// Whether the table has a Region row.
    pub region: Presence,
    /// Whether the table has a Zone row.
    pub zone: Presence,
    /// Whether the table has a ProjectId row.
    pub project_id: Presence,
    /// Parameters but for the common ones, in the table's order; nested rows are one parameter.
    pub parameters: Vec<Parameter>,
    /// Structures that the request's nested rows need, inner ones first.
    pub structures: Vec<Structure>,
    /// Members of the reply but for the envelope's RetCode, Action and Message, in the table's order.
    pub members: Vec<Member>,
    /// How the action pages.
    pub pages: Option<Pages>,
    /// What can be waited for with it.
    pub waiters: Vec<Waiter>,
    /// The page's example.
    pub example: Option<Example>,
}

/// What happens when an action is executed twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// It changes nothing.
    Read,
    /// Executed again it leaves the same end state.
    Idempotent,
    /// Each execution counts.
    NonIdempotent,
}

/// Whether an action's table has a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It has none.
    Absent,
    /// It has one that may be left out.
    Optional,
    /// It has one that must be there.
    Required,
}

/// One parameter of a request, or one field of a structure in it.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Its name on the wire, the last segment for a field of a structure: `SpaceId`, `Disks`.
    pub wire: String,
    /// The field, the setter and the argument: `space_id`.
    pub rust: String,
    /// What it holds.
    pub ty: ParameterType,
    /// `Name.N`: a list of them.
    pub list: bool,
    /// A required parameter is an argument of `new`; one with a default, or that pages use, is a setter.
    pub argument: bool,
    /// What the table says, which the emulator checks.
    pub required: bool,
    /// What stands in for it when it is left out, as it is on the wire.
    pub default: Option<String>,
    /// A value that looks real, for documentation examples.
    pub sample: Option<String>,
    /// Documentation with unit, default and allowed values already put into words.
    pub doc: Doc,
    /// Why not to use it any more.
    pub deprecated: Option<String>,
}

/// What a parameter holds.
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
    /// `bool`, with words of its own on the wire.
    Switch {
        /// What stands for `true`.
        on: String,
        /// What stands for `false`.
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
        /// Whether the wire carries it in base64.
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
    /// The page's row it stands for: `Disks.N`.
    pub wire: String,
    /// Its fields, in the table's order.
    pub fields: Vec<Parameter>,
}

/// One member of a reply or of a model.
#[derive(Clone, Debug)]
pub struct Member {
    /// `DataSet`.
    pub wire: String,
    /// `data_set`.
    pub rust: String,
    /// What it holds.
    pub ty: MemberType,
    /// What a single value is on the wire, where the words of a switch are the only conversion.
    pub on_wire: Option<Scalar>,
    /// `[T]`: a `Vec`.
    pub list: bool,
    /// Plain rather than `Option`; for a list, whether its absence is worth a word.
    pub required: bool,
    /// Why a success without it is an error.
    pub present: Option<String>,
    /// A required model that would make a type contain itself is boxed.
    pub boxed: bool,
    /// Documentation with unit and allowed values already put into words.
    pub doc: Doc,
    /// Why not to use it any more.
    pub deprecated: Option<String>,
}

/// What a member holds.
#[derive(Clone, Debug, PartialEq)]
pub enum MemberType {
    /// A single value.
    Scalar(Scalar),
    /// A model of [`Api::models`], by Rust name.
    Model(String),
    /// `object` on the page: any JSON.
    Json,
}

/// A structure that replies share.
#[derive(Clone, Debug)]
pub struct Model {
    /// `UMemBackupSet`.
    pub wire: String,
    /// `UMemBackupSet`.
    pub rust: String,
    /// `umem_backup_set`.
    pub module: String,
    /// What it is.
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
    /// What it says.
    pub doc: Doc,
    /// Whether requests may have other values too.
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
    /// What it means.
    pub doc: Doc,
}

/// How an action pages: Rust names of fields.
#[derive(Clone, Debug)]
pub struct Pages {
    /// The parameter that says how many rows to skip.
    pub offset: String,
    /// The parameter that says how many rows a page holds.
    pub limit: String,
    /// Rows of a page when no limit is given, where the description says.
    pub default_limit: Option<i64>,
    /// The reply's member with the rows.
    pub items: String,
    /// Rust type of a row.
    pub item: MemberType,
    /// The reply's member with the number of all rows, and whether it is an `Option`.
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
    /// Whether it is an `Option`.
    pub optional: bool,
}

/// Something that can be waited for.
#[derive(Clone, Debug)]
pub struct Waiter {
    /// `umem_backup_done`: the method is `wait_until_` and this.
    pub name: String,
    /// What it waits for, in words.
    pub doc: Doc,
    /// Rust names of optional parameters that are arguments of the wait.
    pub with: Vec<String>,
    /// Where the entry is found; `None`: the reply itself is watched.
    pub find: Option<Find>,
    /// The member that holds the state.
    pub member: Field,
    /// Members that must equal an argument of the wait, beside the state.
    pub expect: Vec<Expect>,
    /// States that end the wait well.
    pub success: Vec<String>,
    /// States that end it badly.
    pub failure: Vec<String>,
    /// What an absent entry means.
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

/// Where a waiter finds its entry.
#[derive(Clone, Debug)]
pub struct Find {
    /// The reply's list: Rust name.
    pub list: String,
    /// Rust type of that list's entries (a model).
    pub item: String,
    /// A list inside of these entries, whose entries are watched instead.
    pub nested: Option<Nested>,
    /// The watched entry's member that is compared.
    pub key: Field,
    /// Whether the wait needs every entry with the key.
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
    /// Rust type of the entries that are watched.
    pub fn watched(&self) -> &str {
        self.nested.as_ref().map_or(&self.item, |nested| &nested.item)
    }
}

/// What it means when the entry that is waited for is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absent {
    /// Not yet: look again.
    Retry,
    /// Gone, which is what was waited for.
    Success,
    /// Gone, which ends the wait badly.
    Failure,
}

/// The page's example.
#[derive(Clone, Debug)]
pub struct Example {
    /// Documented rows that the example's address shows, in its order: wire name and value.
    pub request: Vec<(String, String)>,
    /// What the address shows beyond the table.
    pub ignored: Vec<(String, String)>,
    /// The reply, parsed; as it stands in the description, it is also `response_text`.
    pub response: serde_json::Value,
    /// The reply's text, with `\n` line ends.
    pub response_text: String,
    /// Wire paths (`DataSet[0].Protocol`) that the description gives no member for.
    pub unreachable: Vec<String>,
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
    /// Whether the same call may succeed a little later.
    pub temporary: bool,
}

/// One region.
#[derive(Clone, Debug)]
pub struct Region {
    /// `cn-bj2`.
    pub id: String,
    /// `CN_BJ2`: the constant.
    pub rust: String,
    /// Where it is, in English.
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
