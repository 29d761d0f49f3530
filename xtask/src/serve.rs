//! `cargo xtask serve`: from a clean clone to everything running.

use std::{
    net::{IpAddr, UdpSocket},
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result, bail};
use label::{Request, Symbology, encode, to_terminal};

use crate::{
    command::{self, command, root, step, target},
    lan, tools,
};

/// How to serve.
#[derive(clap::Args)]
pub struct Options {
    /// Serve phones on the same network too, over HTTPS with a certificate authority of this
    /// machine's own: a camera and a service worker need a trusted page.
    #[arg(long)]
    lan: bool,
    /// The port of http://localhost.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// The port of HTTPS with `--lan`.
    #[arg(long, default_value_t = 8443)]
    tls_port: u16,
}

/// Builds what is handed out: the app into `dist`, and the server.
///
/// # Errors
/// Where a tool can't be installed, or a build fails.
pub fn build() -> Result<()> {
    let tools = tools::for_wasm()?;
    step("building the app for the browser", || {
        command::run(
            tools
                .command("trunk")
                .args(["build", "--release", "--offline"])
                .env_remove("NO_COLOR"),
        )
    })?;
    step("building the server", || {
        command::run(command("cargo").args(["build", "--release", "--package", "api"]))
    })
}

/// Builds and serves until it is stopped.
pub fn run(options: &Options) -> Result<()> {
    build()?;
    let state = root().join(".touchstone");
    std::fs::create_dir_all(&state)?;
    let database = format!("sqlite:{}", state.join("demo.db").display());
    command::run(command(server_path()).args(["migrate", "--database", &database]))?;
    let mut server = command(server_path());
    server
        .arg("serve")
        .args(["--listen", &format!("0.0.0.0:{}", options.port)])
        .arg("--web")
        .arg(root().join("dist"))
        .args(["--database", &database])
        .arg("--issue-key")
        .arg(state.join("issue-key"))
        .arg("--hidden-key")
        .arg(state.join("hidden-key"))
        .arg("--seal-key")
        .arg(state.join("seal-key"))
        .arg("--demo");

    let address = lan_address();
    println!("\n  Touchstone   http://localhost:{}", options.port);
    println!("  Demo labels  http://localhost:{}/demo", options.port);
    if options.lan {
        let address = address.context("no network address was found to serve phones on")?;
        let trust = lan::certificates(address)?;
        let origin = format!("https://{address}:{}", options.tls_port);
        server
            .args(["--tls-listen", &format!("0.0.0.0:{}", options.tls_port)])
            .arg("--tls-cert")
            .arg(&trust.certificate)
            .arg("--tls-key")
            .arg(&trust.key)
            .args(["--public-origin", &origin]);
        let guide = lan::offer(&trust, address)?;
        println!("  For phones   {origin}\n");
        print_code(&origin)?;
        println!("{guide}");
    } else if let Some(address) = address {
        let link = format!("http://{address}:{}", options.port);
        println!("  On this network  {link}\n");
        println!(
            "  A phone can open its pages there; for the phone's camera, which browsers give to"
        );
        println!("  trusted pages only, stop this and run `cargo xtask serve --lan`.\n");
        print_code(&link)?;
    }
    wait_for(server)
}

/// Where the built server is.
pub fn server_path() -> PathBuf {
    target().join("release/touchstone")
}

fn print_code(link: &str) -> Result<()> {
    let request = Request {
        symbology: Symbology::QrCode,
        gs1: false,
        content: link,
    };
    for line in to_terminal(&encode(&request)?).lines() {
        println!("    {line}");
    }
    Ok(())
}

/// The address that this machine has on its network. Nothing is sent: connecting a datagram socket
/// only asks the routing table.
fn lan_address() -> Option<IpAddr> {
    let socket = UdpSocket::bind("0.0.0.0:0").ok()?;
    socket.connect("192.0.2.1:9").ok()?;
    let address = socket.local_addr().ok()?.ip();
    (!address.is_loopback() && !address.is_unspecified()).then_some(address)
}

/// Waits for the server, which Ctrl-C reaches too; meanwhile the certificate is offered.
fn wait_for(mut server: std::process::Command) -> Result<()> {
    let path = Path::new(server.get_program()).to_owned();
    let status = server
        .status()
        .with_context(|| format!("`{}` could not be started", path.display()))?;
    if !status.success() {
        bail!("the server ended ({status})");
    }
    Ok(())
}
