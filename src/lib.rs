//! frise
#![allow(dead_code)]
pub mod allen;
pub mod amount;
pub mod article;
pub mod claim;
pub mod constraint;
mod draft;
pub mod edtf;
pub mod error;
pub mod event;
pub mod extent;
pub mod limits;
mod network;
pub mod report;
pub mod timeline;
pub use allen::*;
pub use amount::*;
pub use article::*;
pub use chrono;
pub use chrono_tz;
pub use claim::*;
pub use constraint::*;
pub use edtf::*;
pub use error::*;
pub use event::*;
pub use extent::*;
pub use limits::*;
pub use timeline::*;
