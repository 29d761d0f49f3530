//! A mail server on loopback: it speaks SMTP with STARTTLS and logins (RFC 5321, 3207, 4954), and
//! keeps what it gets.

use std::sync::{Arc, Mutex};

use tokio::{
    io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};
use tokio_rustls::TlsAcceptor;

/// What it got.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Letter {
    pub from: String,
    pub to: String,
    /// Headers and body, as they came.
    pub text: String,
    /// Whether it came over TLS.
    pub is_secure: bool,
    /// What it was logged in with: base64 of `\0NAME\0PASSWORD`.
    pub login: Option<String>,
}

/// A server that runs until it is dropped.
pub struct MailServer {
    pub port: u16,
    letters: Arc<Mutex<Vec<Letter>>>,
    /// What it says to recipients: `250 fine`, `451 later`, `550 never`.
    verdict: Arc<Mutex<&'static str>>,
    task: tokio::task::JoinHandle<()>,
}

impl MailServer {
    /// With TLS where there is a configuration.
    pub async fn start(tls: Option<Arc<rustls::ServerConfig>>) -> MailServer {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let letters = Arc::<Mutex<Vec<Letter>>>::default();
        let verdict = Arc::new(Mutex::new("250 fine"));
        let (kept, says) = (letters.clone(), verdict.clone());
        let task = tokio::spawn(async move {
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                let says = *says.lock().unwrap();
                let talk = talk(stream, tls.clone(), says, kept.clone());
                // A client that hangs up in the middle has its reasons.
                tokio::spawn(async move { drop(talk.await) });
            }
        });
        MailServer {
            port,
            letters,
            verdict,
            task,
        }
    }

    pub fn says(&self, verdict: &'static str) {
        *self.verdict.lock().unwrap() = verdict;
    }

    /// What came, and nothing of it again.
    pub fn take(&self) -> Vec<Letter> {
        std::mem::take(&mut self.letters.lock().unwrap())
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn talk(
    mut stream: TcpStream,
    tls: Option<Arc<rustls::ServerConfig>>,
    verdict: &'static str,
    letters: Arc<Mutex<Vec<Letter>>>,
) -> std::io::Result<()> {
    stream.write_all(b"220 localhost\r\n").await?;
    let letter = Letter::default();
    let Some(config) = tls else {
        return session(stream, letter, false, verdict, &letters)
            .await
            .map(drop);
    };
    if session(&mut stream, letter.clone(), true, verdict, &letters).await? {
        let secured = TlsAcceptor::from(config).accept(stream).await?;
        let letter = Letter {
            is_secure: true,
            ..letter
        };
        session(secured, letter, false, verdict, &letters).await?;
    }
    Ok(())
}

/// Whether the client asked for TLS.
async fn session<S: AsyncRead + AsyncWrite + Unpin>(
    stream: S,
    mut letter: Letter,
    offers_tls: bool,
    verdict: &str,
    letters: &Mutex<Vec<Letter>>,
) -> std::io::Result<bool> {
    let mut stream = BufReader::new(stream);
    let mut line = String::new();
    loop {
        line.clear();
        if stream.read_line(&mut line).await? == 0 {
            return Ok(false);
        }
        let said = line.trim_end();
        let word = said.split([' ', ':']).next().unwrap_or_default();
        let reply = match word.to_ascii_uppercase().as_str() {
            "EHLO" if offers_tls => "250-localhost\r\n250 STARTTLS".to_owned(),
            "EHLO" => "250-localhost\r\n250 AUTH PLAIN".to_owned(),
            "STARTTLS" if offers_tls => {
                stream.get_mut().write_all(b"220 go on\r\n").await?;
                return Ok(true);
            }
            // Nothing is taken in the clear by one that could be told in secret.
            _ if offers_tls => "530 say STARTTLS first".to_owned(),
            "AUTH" => {
                letter.login = said.rsplit(' ').next().map(str::to_owned);
                "235 hello".to_owned()
            }
            "MAIL" => {
                letter.from = address(said);
                "250 fine".to_owned()
            }
            "RCPT" => {
                letter.to = address(said);
                verdict.to_owned()
            }
            "DATA" => {
                stream.get_mut().write_all(b"354 go on\r\n").await?;
                letter.text = data(&mut stream).await?;
                letters.lock().unwrap().push(letter.clone());
                "250 taken".to_owned()
            }
            "QUIT" => {
                stream.get_mut().write_all(b"221 bye\r\n").await?;
                return Ok(false);
            }
            "NOOP" | "RSET" => "250 fine".to_owned(),
            _ => "500 what?".to_owned(),
        };
        let reply = format!("{reply}\r\n");
        stream.get_mut().write_all(reply.as_bytes()).await?;
    }
}

async fn data<S: AsyncRead + Unpin>(stream: &mut BufReader<S>) -> std::io::Result<String> {
    let mut text = String::new();
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).await? == 0 || line == ".\r\n" {
            return Ok(text);
        }
        text.push_str(line.strip_prefix('.').unwrap_or(&line));
    }
}

fn address(said: &str) -> String {
    let from = said.find('<').map_or(0, |at| at + 1);
    let to = said.find('>').unwrap_or(said.len());
    said[from..to].to_owned()
}
