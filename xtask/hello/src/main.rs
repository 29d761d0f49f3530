//! The least that axum does: what `cargo xtask bench api` compares with.

use axum::{Router, routing::get};
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    println!("listening on http://{}", listener.local_addr()?);
    let router = Router::new().route("/", get(async || "hello, world"));
    axum::serve(listener, router).await
}
