//! The guide, and a page a subject. They are the files of `docs/`, and their examples are tests.

#![cfg_attr(
    not(all(feature = "json", feature = "markdown")),
    doc = "The guide's examples need the features `json` and `markdown`."
)]

/// Linking the crate, embedding it, snapshot tests.
#[cfg_attr(all(feature = "json", feature = "markdown"), doc = include_str!("../docs/guide.md"))]
pub mod start {}

#[doc = include_str!("../docs/dates.md")]
pub mod dates {}

#[doc = include_str!("../docs/conflicts.md")]
pub mod conflicts {}

#[doc = include_str!("../docs/unsupported.md")]
pub mod unsupported {}
