//! Work on many documents at a time, with the results in the order of the documents.

use std::sync::Mutex;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

/// How many documents may be between reading and writing, for each job.
const AHEAD: usize = 4;

/// How many jobs to run: as many as asked for, else one a core.
pub(crate) fn number(asked: Option<std::num::NonZeroUsize>) -> usize {
    asked.or_else(|| std::thread::available_parallelism().ok()).map_or(1, usize::from)
}

/// Runs `work` on every item on `jobs` threads and hands the results to `write` in the items' order,
/// each as soon as it is there. Items are taken only as results are written, so that memory does not
/// grow with their number. `write` returns `false` to stop; it is told whether more is waiting.
pub(crate) fn in_order<I, O>(
    items: impl Iterator<Item = I> + Send,
    jobs: usize,
    work: impl Fn(I) -> O + Sync,
    mut write: impl FnMut(O, bool) -> bool,
) where
    I: Send,
    O: Send,
{
    type Task<I, O> = (I, SyncSender<O>);
    let (task_in, task_out) = sync_channel::<Task<I, O>>(jobs * AHEAD);
    // The order of the items is the order of the places where their results will appear.
    let (place_in, place_out) = sync_channel::<Receiver<O>>(jobs * AHEAD);
    let task_out = Mutex::new(task_out);
    std::thread::scope(|scope| {
        for _ in 0..jobs {
            scope.spawn(|| {
                while let Some((item, result)) = next(&task_out) {
                    // Nobody waits for it any more where writing was stopped.
                    let _ = result.send(work(item));
                }
            });
        }
        scope.spawn(move || {
            for item in items {
                let (result_in, result_out) = sync_channel(1);
                if place_in.send(result_out).is_err() || task_in.send((item, result_in)).is_err() {
                    break;
                }
            }
        });
        let mut waiting = place_out.recv().ok();
        while let Some(place) = waiting {
            let Ok(result) = place.recv() else { break };
            let following = place_out.try_recv().ok();
            if !write(result, following.is_some()) {
                break;
            }
            waiting = following.or_else(|| place_out.recv().ok());
        }
        // Dropped here, so that the thread that reads sees that nobody waits.
        drop(place_out);
    });
}

/// The next task, or `None` when there will be no more.
fn next<T>(tasks: &Mutex<Receiver<T>>) -> Option<T> {
    tasks.lock().ok()?.recv().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_keep_the_order_of_the_items() {
        let mut seen = Vec::new();
        let slow_first = |item: u64| {
            std::thread::sleep(std::time::Duration::from_micros(500 - item.min(500)));
            item
        };
        in_order(0..600, 4, slow_first, |item, _| {
            seen.push(item);
            true
        });
        assert_eq!(seen, (0..600).collect::<Vec<_>>());
    }

    #[test]
    fn stopping_ends_the_work() {
        let mut seen = 0;
        in_order(
            0..,
            2,
            |item: u64| item,
            |_, _| {
                seen += 1;
                seen < 10
            },
        );
        assert_eq!(seen, 10);
    }
}
