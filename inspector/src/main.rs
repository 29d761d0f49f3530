//! The page's entry; natively an empty program.

fn main() {
    #[cfg(target_arch = "wasm32")]
    inspector::browser::start();
}
