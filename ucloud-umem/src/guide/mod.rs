//! Guides, one page per topic.
//!
//! Start with [`requests`]. [`actions`] and [`ret_codes`] are tables.

// Names that the pages link to.
#[cfg(doc)]
use crate::{
    Client, ClientBuilder, CredentialsProvider, Effect, Error, ErrorKind, IntoParamValue, Outcome,
    PresignedUrl, Preview, RetCode,
};

#[doc = include_str!("requests.md")]
pub mod requests {}

#[doc = include_str!("credentials.md")]
pub mod credentials {}

#[doc = include_str!("creating.md")]
pub mod creating {}

#[doc = include_str!("waiting.md")]
pub mod waiting {}

#[doc = include_str!("downloads.md")]
pub mod downloads {}

#[doc = include_str!("errors.md")]
pub mod errors {}

#[doc = include_str!("testing.md")]
pub mod testing {}

#[doc = include_str!("observability.md")]
pub mod observability {}

#[doc = include_str!("secrets.md")]
pub mod secrets {}

#[doc = include_str!("features.md")]
pub mod features {}

/// Table of all actions.
#[doc = include_str!("../generated/actions.md")]
pub mod actions {}

/// Table of all RetCodes.
#[doc = include_str!("../generated/ret_codes.md")]
pub mod ret_codes {}
