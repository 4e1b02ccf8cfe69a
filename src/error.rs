//! What the caller can do wrong. Text never is: what a text fails to say is data, not an error.

use std::fmt;

/// The one error of the crate: a misuse by the caller, told in one sentence that says what, where
/// and how to mend it.
///
/// The wording is for people and may change in any release; [`Error::help`] and [`Error::at`] give
/// the parts that a program may want apart.
///
/// ```
/// use frise::Claim;
/// let error = Claim::parse("flood befor warning").unwrap_err();
/// let (start, end) = error.at().expect("it says where");
/// assert_eq!(&"flood befor warning"[start..end], "befor");
/// ```
#[derive(Clone, PartialEq, Eq, thiserror::Error)]
#[error("{what}{}", help.as_ref().map_or(String::new(), |help| format!("; {help}")))]
pub struct Error {
    what: String,
    at: Option<(usize, usize)>,
    help: Option<String>,
}

impl Error {
    pub(crate) fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), at: None, help: None }
    }

    /// Adds the place: byte offsets, half-open, into what was being read.
    pub(crate) fn at_bytes(mut self, start: usize, end: usize) -> Self {
        self.at = Some((start, end));
        self
    }

    /// Adds how to mend it.
    pub(crate) fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// What is wrong, as one clause without the help.
    pub fn what(&self) -> &str {
        &self.what
    }

    /// Where it is wrong: byte offsets, half-open, into the text that was being read (a claim, an
    /// EDTF string …), when there is one place.
    pub fn at(&self) -> Option<(usize, usize)> {
        self.at
    }

    /// How to mend it, when that can be said.
    pub fn help(&self) -> Option<&str> {
        self.help.as_deref()
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Error({self})")
    }
}
