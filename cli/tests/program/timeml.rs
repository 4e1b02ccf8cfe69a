//! `frise check --timeml`.

use crate::support::*;

