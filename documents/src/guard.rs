//! Runs a parser so that nothing it does ends the program: on a thread with room for its recursion, its
//! panics caught, and given up after a while.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::document::Document;
use crate::limits::Limits;
use crate::refusal::Refusal;

/// A reader of documents: what it is called, and what reads.
pub(crate) struct Task {
    /// The format, for the message that it is damaged.
    pub(crate) format: &'static str,
    /// What reads; it owns all that it needs, because it may outlive whoever waits for it.
    pub(crate) read: Box<dyn FnOnce() -> Result<Document, Refusal> + Send>,
}

/// Runs a task. One that is given up goes on by itself until it ends.
pub(crate) fn run(task: Task, limits: &Limits) -> Result<Document, Refusal> {
    on_a_thread(move || contained(task), limits)
}

fn contained(task: Task) -> Result<Document, Refusal> {
    let format = task.format;
    catch_unwind(AssertUnwindSafe(task.read)).unwrap_or(Err(Refusal::Damaged(format)))
}

/// What a parser's recursion may take of the stack.
#[cfg(not(target_family = "wasm"))]
const STACK: usize = 64 << 20;

/// Threads of this name say nothing when they panic: the file is what is wrong, and it is said.
#[cfg(not(target_family = "wasm"))]
const NAME: &str = "frise-documents";

#[cfg(not(target_family = "wasm"))]
fn on_a_thread(
    work: impl FnOnce() -> Result<Document, Refusal> + Send + 'static,
    limits: &Limits,
) -> Result<Document, Refusal> {
    use std::sync::mpsc::{RecvTimeoutError, channel};

    quiet();
    let (send, receive) = channel();
    let thread = std::thread::Builder::new().name(NAME.to_owned()).stack_size(STACK);
    let started = thread.spawn(move || {
        let _ = send.send(work());
    });
    if started.is_err() {
        return Err(Refusal::TooLong { seconds: 0 });
    }
    match receive.recv_timeout(limits.time) {
        Ok(document) => document,
        Err(RecvTimeoutError::Timeout) => Err(Refusal::TooLong { seconds: limits.time.as_secs() }),
        Err(RecvTimeoutError::Disconnected) => Err(Refusal::Damaged("document")),
    }
}

/// Without threads there is no limit of time, and the host's stack is what there is.
#[cfg(target_family = "wasm")]
fn on_a_thread(
    work: impl FnOnce() -> Result<Document, Refusal> + Send + 'static,
    _: &Limits,
) -> Result<Document, Refusal> {
    work()
}

/// Keeps the hook for panics, but not for the threads above.
#[cfg(not(target_family = "wasm"))]
fn quiet() {
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if std::thread::current().name() != Some(NAME) {
                before(info);
            }
        }));
    });
}
