//! Keeps an engine's panic from taking the rest with it.

/// The engine's result, or nothing where it panicked.
///
/// Both engines can panic on camera input. Natively that loses only what this engine would have
/// found; wasm32 aborts, and the page restarts the worker.
pub(crate) fn or_nothing<T: Default>(engine: impl FnOnce() -> T) -> T {
    // The closures only read the picture and build new values: nothing half-done is left behind.
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(engine)).unwrap_or_default()
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_an_empty_list() {
        let silent = std::panic::take_hook();
        std::panic::set_hook(Box::new(|_| {}));
        let found: Vec<u8> = or_nothing(|| Vec::<Vec<u8>>::new().remove(0));
        std::panic::set_hook(silent);
        assert_eq!(found, []);
    }
}
