//! One file a command.

pub(crate) mod about;
pub(crate) mod ask;
pub(crate) mod case;
pub(crate) mod check;
pub(crate) mod syntax;
pub(crate) mod tag;
pub(crate) mod text;
pub(crate) mod timeline;
mod timeml;
pub(crate) mod verify;
