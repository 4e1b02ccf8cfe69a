//! frise
#![allow(dead_code)]
pub mod amount;
pub mod article;
pub mod constraint;
pub mod error;
pub mod event;
pub mod extent;
pub mod limits;
pub mod edtf;
mod network;
pub mod report;
pub mod timeline;
pub use amount::*;
pub use article::*;
pub use constraint::*;
pub use edtf::*;
pub use error::*;
pub use event::*;
pub use extent::*;
pub use limits::*;
pub use timeline::*;
pub use chrono;
pub use chrono_tz;
