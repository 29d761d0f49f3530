//! The least that axum does: what `cargo xtask bench api` compares with.

use axum::{Router, routing::get};
use tokio::{
    net::TcpListener,
    signal::unix::{SignalKind, signal},
};

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let mut asked_to_end = signal(SignalKind::terminate())?;
    println!("listening on http://{}", listener.local_addr()?);
    let router = Router::new().route("/", get(async || "hello, world"));
    // What it counted while it ran, where it was built to count, is written when it ends.
    axum::serve(listener, router)
        .with_graceful_shutdown(async move {
            asked_to_end.recv().await;
        })
        .await
}
