//! The threads of one batch: those of rayon with the feature of that name, and scoped ones of the standard
//! library without it.

use std::io;

/// Calls `draw` once on each of `threads` threads, of which the caller's own is one, and returns when all of
/// them are done. A thread that cannot be started is an error; `stop` lets the others end then.
#[cfg(not(feature = "rayon"))]
pub(super) fn on_threads(
    threads: usize,
    draw: &(dyn Fn() + Sync),
    stop: &dyn Fn(),
) -> io::Result<()> {
    std::thread::scope(|scope| {
        let mut others = Vec::with_capacity(threads);
        let mut started = Ok(());
        for _ in 1..threads {
            match std::thread::Builder::new().spawn_scoped(scope, draw) {
                Ok(thread) => others.push(thread),
                Err(error) => {
                    stop();
                    started = Err(error);
                    break;
                }
            }
        }
        if started.is_ok() {
            draw();
        }
        for thread in others {
            // The panic as it was, and not that of a scope in which something panicked.
            thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        }
        started
    })
}

/// The same in the pool of rayon that the caller is in, or in the global one: its threads are there already,
/// and so are their buffers. A pool that has fewer threads draws on fewer.
#[cfg(feature = "rayon")]
pub(super) fn on_threads(
    threads: usize,
    draw: &(dyn Fn() + Sync),
    _stop: &dyn Fn(),
) -> io::Result<()> {
    if threads > 1 {
        start_pool()?;
    }
    rayon::in_place_scope(|scope| {
        for _ in 1..threads {
            scope.spawn(|_| draw());
        }
        draw();
    });
    Ok(())
}

/// Starts the global pool, unless it runs already: rayon would panic where that fails.
#[cfg(feature = "rayon")]
fn start_pool() -> io::Result<()> {
    use std::error::Error as _;
    use std::sync::OnceLock;

    static STARTED: OnceLock<Result<(), String>> = OnceLock::new();

    if rayon::current_thread_index().is_some() {
        return Ok(());
    }
    let started = STARTED.get_or_init(|| match rayon::ThreadPoolBuilder::new().build_global() {
        // Somebody else has started it.
        Err(error) if error.source().is_none() => Ok(()),
        Err(error) => Err(error.to_string()),
        Ok(()) => Ok(()),
    });
    started.clone().map_err(io::Error::other)
}
