//! Names that generated code and the core have already.

/// Names of types that generated files have in scope: the prelude's and the runtime's.
pub(crate) const TYPES: &str = "\
    Acceptor Action ActionSpec AsMut AsRef Box Call Client ClientBuilder Clone Copy \
    CreateOnce CreatedOnce Credentials Debug Default DoubleEndedIterator Drop Effect EncodeForm Entries Eq Err \
    Error ErrorKind ExactSizeIterator Extend Fn FnMut FnOnce Form From FromIterator \
    Future Hash Into IntoFuture IntoIterator IntoParamValue Items Iterator \
    Listing Matches Metadata None Object Ok OnMissing Option Options Ord Outcome Paged \
    Pages ParameterKind ParameterSpec PartialEq PartialOrd Password Presence \
    PresignedUrl Price Region Request Response Result RetCode Self Send Sized Slot Some \
    String Sync Timestamp ToOwned ToString TryFrom TryInto UnknownCode UnknownValue \
    Unpin Vec Waiter Zone";

/// Methods and fields that every request has.
pub(crate) const PARAMETERS: &str = "\
    call clone default items new on pages param preview project_id region required send \
    send_once with_deadline with_list_lag with_max_attempts with_timeout without_zone zone";

/// Methods and fields that every structure of a request has, or may have.
pub(crate) const FIELDS: &str = "default new required";

/// Methods and fields that every response and model has.
pub(crate) const MEMBERS: &str = "from_json metadata missing";

/// Methods that every client has, except those that start with `with_` and `wait_until_`.
pub(crate) const METHODS: &str = "\
    action builder clone credentials from_env from_profile inner new preview project_id region \
    runtime send send_once shared show waiter zone";

/// Variants that every enum has.
pub(crate) const VARIANTS: &str = "Unknown";

/// Checks for a name in one of the lists.
pub(crate) fn contains(names: &str, name: &str) -> bool {
    names.split(' ').any(|reserved| reserved == name)
}
