//! How far long work has come, on a terminal.

use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

/// Nothing is shown of work that is done sooner than this.
const PATIENCE: Duration = Duration::from_millis(800);
const EVERY: Duration = Duration::from_millis(200);

/// A line on standard error that is written over as the work goes on; nothing where that is no
/// terminal.
#[derive(Debug)]
pub(crate) struct Progress {
    what: String,
    done: u64,
    is_shown: bool,
    next: Option<Instant>,
}

impl Progress {
    /// Of work whose result comes at its end.
    pub(crate) fn new(what: impl Into<String>, quiet: bool) -> Self {
        let wanted = !quiet && std::io::stderr().is_terminal();
        let next = wanted.then(|| Instant::now() + PATIENCE);
        Self { what: what.into(), done: 0, is_shown: false, next }
    }

    /// Of work that writes its results as they come: on a terminal they are the progress.
    pub(crate) fn beside_output(what: impl Into<String>, quiet: bool) -> Self {
        Self::new(what, quiet || std::io::stdout().is_terminal())
    }

    /// One more is done.
    pub(crate) fn step(&mut self) {
        self.done += 1;
        let Some(next) = self.next else { return };
        let now = Instant::now();
        if next <= now {
            self.next = Some(now + EVERY);
            self.is_shown = true;
            eprint!("\r{} {}", self.done, self.what);
            // A line of progress that cannot be written is not worth an error.
            let _ = std::io::stderr().flush();
        }
    }

    /// Takes the line away.
    pub(crate) fn end(&self) {
        if self.is_shown {
            eprint!("\r\x1b[K");
        }
    }
}
