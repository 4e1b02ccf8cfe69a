//! One file a command.

pub(crate) mod ask;
pub(crate) mod case;
pub(crate) mod check;
pub(crate) mod tag;
mod timeml;
pub(crate) mod timeline;
