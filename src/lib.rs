//! frise
#![allow(dead_code)]
pub mod amount;
pub mod article;
pub(crate) mod clause;
pub mod constraint;
pub mod error;
pub mod event;
pub mod expr;
pub mod extent;
pub(crate) mod lang;
pub mod limits;
pub mod reader;
pub mod resolve;
pub mod scan;
pub use amount::*;
pub use article::*;
pub use chrono;
pub use chrono_tz;
pub use constraint::*;
pub use error::*;
pub use event::*;
pub use expr::*;
pub use extent::*;
pub use limits::*;
pub use reader::*;
pub use resolve::*;
pub use scan::*;
