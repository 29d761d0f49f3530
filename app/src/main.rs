//! The PWA's entry; natively an empty program, because the server renders the pages itself.

fn main() {
    #[cfg(target_arch = "wasm32")]
    app::browser::start();
}
