//! Decisions taken from bytes, and the names, types and sentences that they choose from: mostly nasty ones.

/// Decisions, one after the other; the first of each when the bytes run out, so that fewer bytes make a simpler page.
#[derive(Debug)]
pub(crate) struct Tape<'a> {
    bytes: std::slice::Iter<'a, u8>,
}

impl<'a> Tape<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes: bytes.iter() }
    }

    /// A number below `count`.
    pub(crate) fn pick(&mut self, count: usize) -> usize {
        self.bytes.next().map_or(0, |byte| usize::from(*byte) % count)
    }

    /// Whether something happens that does so once in `count` times.
    pub(crate) fn once_in(&mut self, count: usize) -> bool {
        self.pick(count) == 1
    }

    /// One of a list.
    pub(crate) fn of<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.pick(list.len())]
    }
}

/// Names of actions: some that are Rust's or the runtime's, some that are the same in Rust, some that are types of others.
pub(crate) const ACTIONS: &[&str] = &[
    "DescribeShip", "CreateShip", "MoveShip", "DescribeVPC", "DescribeVpc", "describeVPC", "Describe_VPC", "CreateShipDisk",
    "CreateShipResponse", "CreateShipRequired", "Send", "New", "Items", "Type", "Self", "Result", "Response", "Region",
    "Zone", "Client", "Builder", "WithPilot", "Clone", "Action", "Con", "Mod", "Box", "Async", "Move", "Vec", "Pages",
    "WaitUntil", "Shared", "ShipSet", "X", "DescribeShipX", "Describe_Ship_2", "Get2FACode", "IPv6", "ListIPV6", "From_Env",
    "Models", "Super", "CreateShipMast", "CreateShipMastFlag", "Default", "Emulator", "Some", "RunAction", "Core", "Crate",
];

/// Names of structures.
pub(crate) const MODELS: &[&str] = &[
    "ShipSet", "Mast", "Flag", "Shipset", "SHIPSET", "Ship_Set", "Result", "Response", "Region", "Type", "Option",
    "DescribeShip", "DescribeShipResponse", "CreateShipDisk", "DescribeShipShipSet", "Data", "Self", "Vec", "String",
    "Items", "Con", "Aux", "N", "Mod", "Super", "string", "object", "Int", "array", "List", "Model", "VPCInfo", "VpcInfo",
    "T", "C", "Slot", "Object", "Timestamp", "Node", "Error", "X2", "DescribeVPC", "Fn", "Str", "U8", "Static",
];

/// Names of rows, and parts of such names.
pub(crate) const ROWS: &[&str] = &[
    "ShipId", "Name", "Size", "Tags", "Disks", "Mast", "Flag", "Count", "TotalCount", "DataSet", "Type", "Self", "self",
    "Items", "New", "Send", "Zone", "Region", "ProjectId", "Limit", "Offset", "VPCId", "VpcId", "vpc_id", "Vpc_Id",
    "VPCID", "VIP", "Vip", "Metadata", "Missing", "FromJson", "Call", "Param", "On", "Pages", "WithTimeout", "WithDeadline",
    "WithPilot", "WithoutZone", "Password", "async", "gen", "Try", "R2D2", "IPv6", "IPV6", "Ip_V6", "Status", "Statuses", "X",
    "x", "M", "Con", "Result", "Vec", "Option", "Box", "Response", "Message", "Action", "RetCode", "Signature", "Clone",
    "Client", "Value", "Values", "Name_Value", "NameValue", "Form", "Parameters", "Slot", "Prefix", "Entry", "Index", "Key",
    "F", "Self_", "Crate", "Super", "Str", "String", "U8", "I64", "Bool", "Static", "Into", "From", "Default", "Debug",
    "Other", "Request", "Options", "Item", "Extra", "Object", "Write", "Encode", "Decode", "Seed", "Name_Value2", "A__B",
    "A_", "Id2", "Required", "Abstract", "Union", "Dyn", "Raw", "Field", "Fields", "Fill", "Builder", "Iter", "Next",
];

/// What cannot name a row, or only after some thought.
pub(crate) const BAD_ROWS: &[&str] = &[
    "", "N", "n", "1st", "磁盘", "Two Words", "A-B", "A/B", "A..B", ".", "*Star*", "`Tick`", "A|B", "A\\|B", "<b>Bold</b>",
    "[Link](#link)", "Foot¹", "\u{200b}Hidden", "Ünï", "r#type", "Ids.N.N", "Ids[N][N].Id", "ids.[n]", "Ids.0", "Disks[0].Size",
    "Disks.N.", ".Lead", "A.B.C.D.E.F.G.H", "A.B.C.D.E.F.G.H.I", "A.N.B.N.C.N.D.N.E.N.F.N.G.N.H.N", "_Under", "参数名",
    "LongLongLongLongLongLongLongLongLongLongLongLongLongLongLongLongLongLongLongLongLongLongLongLongLongName",
    "Zone.N", "Region.Id", "ProjectId.N.Id", "Tags.n", "Name*", "a\u{7}b", "&lt;x&gt;", "\\", "\\|", "|", "{{}}", "Action.N",
];

/// Types that name no structure.
pub(crate) const TYPES: &[&str] = &[
    "string", "int", "bool", "boolean", "float", "object", "array[string]", "array[int]", "array[object]", "array", "list",
    "array[float]", "array[boolean]", "String", "INT", "interger", "sting", "boolen", "arry[string]", "List<string>",
    "string[]", "[]int", "[string]", "array(string)", "Array of string", "array[array[string]]", "long", "uint64", "double",
    "map", "json", "timestamp", "", "???", "array[]", "string or int", "string|int", "string\\|int", "**int**", "`int`",
    "[*Nowhere*](#Nowhere)", "array[[*Nowhere*](#Nowhere)]", "enum", "null", "[*Two Words*](#x)", "array[[*bad-name*](#x)]",
];

/// Whether a row is required.
pub(crate) const REQUIRED: &[&str] =
    &["No", "**Yes**", "Yes", "是", "否", "", "true", "√", "conditional", "**No**", "必填"];

/// Sentences.
pub(crate) const TEXTS: &[&str] = &[
    "a short text", "船的名字", "one | two", "one \\| two", "first<br />second", "**bold**", "`code`", "", "a \u{7} bell",
    "*/ fn main() {} /*", "\"quoted\"", "a \\ stroke", "&amp; &#124; more", "<script>x</script>", "[link](api/x.md)", "${x}", "#",
];

/// Texts that stand for values in an example's address.
pub(crate) const VALUES: &[&str] = &[
    "abc", "7", "0", "-1", "true", "false", "1.5", "9999999999", "99999999999999999999", "", "a%20b", "%zz", "%00", "x y",
    "公共参数", "1e400", "NaN", "\"quoted\"", "a=b", "007", "+5", "null", "{}", "cn-bj2", "'single'", "#hash", "- x", "a: b",
];

/// Values in an example's reply, as JSON.
pub(crate) const JSON: &[&str] = &[
    "\"abc\"", "7", "true", "1.5", "null", "\"\"", "[]", "{}", "9999999999", "99999999999999999999", "1e400", "\"7\"", "[1, \"a\"]",
    "[null]", "{ \"Deep\": { \"Deeper\": [1] } }", "\"true\"", "[[1], []]", "\"\\u0000\"", "\"\\ud800\"", "-0", "1e5", "[{}, 1]",
    "[{ \"Id\": 1 }, { \"Id\": \"a\" }]", "\"1.5\"", "[1.5, 2]", "18446744073709551615", "\"日本\"", "0", "\" \"", "[\"a\"]",
];
