//! Conversations with the other side of a connection, when it is slow or large or will not let go.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::routing::{get, post};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::{sleep, timeout};

use super::connections::{Limits, serve};
use crate::web::{Failure, Input};

const SHORT: Duration = Duration::from_millis(200);
const LONG: Duration = Duration::from_secs(20);
const HEAD: &[u8] = b"GET /small HTTP/1.1\r\nhost: a\r\n\r\n";

const LIMITS: Limits = Limits { head: LONG, piece: LONG, taken: LONG, quiet: LONG, stopping: LONG, connections: 100 };

struct Served {
    address: SocketAddr,
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
}

async fn serving(limits: Limits) -> Served {
    let endless = || async {
        let pieces = futures_util::stream::unfold((), |()| async {
            sleep(Duration::from_millis(20)).await;
            Some((Ok::<_, std::io::Error>(Bytes::from(vec![b'x'; 64 * 1024])), ()))
        });
        Body::from_stream(pieces)
    };
    let live = || async {
        let pieces = futures_util::stream::unfold(0, |turn| async move {
            sleep(Duration::from_millis(if turn == 0 { 0 } else { 600 })).await;
            Some((Ok::<_, std::io::Error>(Bytes::from("data: now\n\n")), turn + 1))
        });
        Body::from_stream(pieces)
    };
    let router = Router::new()
        .route("/small", get(|| async { "small" }))
        .route("/later", get(|| async { sleep(Duration::from_millis(300)).await }))
        .route("/endless", get(endless))
        .route("/live", get(live))
        .route("/read", post(async |input: Input| -> Result<String, Failure> { Ok(input.typed("a").to_owned()) }));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = watch::channel(false);
    Served { address, stop, task: tokio::spawn(serve(listener, router, limits, stopped)) }
}

impl Served {
    async fn say(&self, words: &[u8]) -> TcpStream {
        let mut stream = TcpStream::connect(self.address).await.unwrap();
        stream.write_all(words).await.unwrap();
        stream
    }
}

/// What comes until the other side closes.
async fn all(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    timeout(Duration::from_secs(5), stream.read_to_end(&mut bytes)).await.expect("it is still open").ok();
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Reads what has come so far.
async fn some(stream: &mut TcpStream) -> String {
    let mut bytes = [0; 64 * 1024];
    let read = timeout(Duration::from_secs(5), stream.read(&mut bytes)).await.expect("nothing comes").unwrap();
    String::from_utf8_lossy(&bytes[..read]).into_owned()
}

#[tokio::test]
async fn a_head_that_dribbles_in_is_not_waited_for() {
    let served = serving(Limits { head: SHORT, ..LIMITS }).await;
    let mut stream = served.say(b"GET /small HTTP/1.1\r\nx").await;
    // A byte now and then does not buy more time.
    let (mut reading, mut writing) = stream.split();
    let dribble = async {
        while writing.write_all(b"x").await.is_ok() {
            sleep(Duration::from_millis(50)).await;
        }
    };
    let mut bytes = Vec::new();
    tokio::select! {
        () = dribble => {}
        _ = timeout(Duration::from_secs(5), reading.read_to_end(&mut bytes)) => {}
    }
    assert_eq!(String::from_utf8_lossy(&bytes), "", "closed without an answer");
    // The second request of a connection has no more time than the first.
    let mut stream = served.say(HEAD).await;
    assert!(some(&mut stream).await.ends_with("small"));
    sleep(2 * SHORT).await;
    stream.write_all(b"GET /sm").await.unwrap();
    assert_eq!(all(&mut stream).await, "");
}

#[tokio::test]
async fn a_connection_may_be_quiet_for_a_while_between_two_requests() {
    let served = serving(Limits { head: SHORT, quiet: Duration::from_millis(800), ..LIMITS }).await;
    let mut stream = served.say(HEAD).await;
    assert!(some(&mut stream).await.ends_with("small"));
    sleep(2 * SHORT).await;
    stream.write_all(HEAD).await.unwrap();
    assert!(some(&mut stream).await.ends_with("small"));
    assert_eq!(all(&mut stream).await, "", "then it is closed");
}

#[tokio::test]
async fn an_answer_that_takes_its_time_is_not_cut_off() {
    let served = serving(Limits { head: SHORT, quiet: SHORT, ..LIMITS }).await;
    let mut stream = served.say(b"GET /later HTTP/1.1\r\nhost: a\r\n\r\n").await;
    assert!(some(&mut stream).await.starts_with("HTTP/1.1 200"));
    let mut live = served.say(b"GET /live HTTP/1.1\r\nhost: a\r\n\r\n").await;
    assert!(some(&mut live).await.starts_with("HTTP/1.1 200"));
    for _ in 0..2 {
        while !some(&mut live).await.contains("data: now") {}
    }
}

#[tokio::test]
async fn a_body_that_does_not_come_is_answered_408() {
    let served = serving(Limits { piece: SHORT, ..LIMITS }).await;
    let head = b"POST /read HTTP/1.1\r\nhost: a\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 9\r\n\r\na=";
    assert!(all(&mut served.say(head).await).await.starts_with("HTTP/1.1 408"));
}

#[tokio::test]
async fn a_body_that_is_too_large_is_told_so_while_it_is_still_sent() {
    let served = serving(LIMITS).await;
    let kind = "content-type: application/x-www-form-urlencoded";
    let size = 4 * 1024 * 1024;
    let whole =
        format!("POST /read HTTP/1.1\r\nhost: a\r\n{kind}\r\ncontent-length: {size}\r\n\r\n{}", "x".repeat(size));
    let piece = format!("8000\r\n{}\r\n", "x".repeat(0x8000));
    let chunked = format!(
        "POST /read HTTP/1.1\r\nhost: a\r\n{kind}\r\ntransfer-encoding: chunked\r\n\r\n{}0\r\n\r\n",
        piece.repeat(128)
    );
    for request in [whole, chunked] {
        let mut stream = TcpStream::connect(served.address).await.unwrap();
        let (mut reading, mut writing) = stream.split();
        let mut answer = Vec::new();
        let (_, _) = tokio::join!(writing.write_all(request.as_bytes()), reading.read_to_end(&mut answer));
        let answer = String::from_utf8_lossy(&answer);
        assert!(answer.starts_with("HTTP/1.1 413"), "the answer was lost: {answer:?}");
    }
}

#[tokio::test]
async fn who_does_not_take_the_answer_does_not_keep_it() {
    let served = serving(Limits { taken: SHORT, ..LIMITS }).await;
    let mut stream = served.say(b"GET /endless HTTP/1.1\r\nhost: a\r\n\r\n").await;
    sleep(Duration::from_secs(2)).await;
    // What lies in the buffers is there to be read; then it ends, though the answer has no end.
    all(&mut stream).await;
}

#[tokio::test]
async fn more_connections_than_there_may_be_wait_their_turn() {
    let served = serving(Limits { connections: 2, head: SHORT, ..LIMITS }).await;
    let _slow = (served.say(b"GET").await, served.say(b"GET").await);
    let mut third = served.say(HEAD).await;
    let read = timeout(SHORT / 2, some(&mut third)).await;
    assert!(read.is_err(), "it was answered at once");
    assert!(some(&mut third).await.ends_with("small"), "and after the slow ones were closed");
}

#[tokio::test]
async fn stopping_answers_what_was_asked_and_ends_what_has_no_end() {
    let served = serving(Limits { stopping: Duration::from_secs(1), ..LIMITS }).await;
    let mut quiet = served.say(HEAD).await;
    assert!(some(&mut quiet).await.ends_with("small"));
    let mut live = served.say(b"GET /live HTTP/1.1\r\nhost: a\r\n\r\n").await;
    some(&mut live).await;
    let mut asked = served.say(b"GET /later HTTP/1.1\r\nhost: a\r\n\r\n").await;
    sleep(Duration::from_millis(50)).await;
    served.stop.send(true).unwrap();
    assert!(all(&mut asked).await.starts_with("HTTP/1.1 200"));
    timeout(Duration::from_secs(3), served.task).await.expect("it does not stop").unwrap();
    assert_eq!(all(&mut quiet).await, "");
    assert!(TcpStream::connect(served.address).await.is_err());
}
