//! The Leptos app: csr in the browser, ssr for the server's pages.
