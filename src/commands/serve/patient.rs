//! A connection's patience: it ends when the other side is slow, at whatever it is slow.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::body::Body;
use bytes::Bytes;
use http_body::{Frame, SizeHint};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::Sleep;

use super::connections::Limits;

/// Whose turn it is: counts up when a request has been read up to its body and when it is answered, so
/// that it is odd while an answer is made or sent. Meanwhile nothing has to come from the other side: a
/// live screen listens for hours. (A body that does not come is noticed where it is read.)
#[derive(Debug, Default)]
pub struct Pace(AtomicU64);

impl Pace {
    /// The turn goes over.
    pub fn turn(&self) {
        self.0.fetch_add(1, Ordering::AcqRel);
    }

    fn now(&self) -> u64 {
        self.0.load(Ordering::Acquire)
    }
}

/// The body of an answer; when it is gone, the other side's turn has come.
#[derive(Debug)]
pub struct Answering {
    body: Body,
    pace: Arc<Pace>,
}

impl Answering {
    /// Of an answer.
    pub fn new(body: Body, pace: Arc<Pace>) -> Answering {
        Answering { body, pace }
    }
}

impl Drop for Answering {
    fn drop(&mut self) {
        self.pace.turn();
    }
}

impl http_body::Body for Answering {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// A stream that gives up.
#[derive(Debug)]
pub struct Patient {
    stream: TcpStream,
    limits: Limits,
    pace: Arc<Pace>,
    turn: u64,
    /// Runs while a request is waited for; with its first byte it begins anew, shorter.
    waiting: Option<Pin<Box<Sleep>>>,
    begun: bool,
    /// Runs while the other side does not take what it asked for.
    taking: Option<Pin<Box<Sleep>>>,
    /// Runs while what nobody wants any more is read away.
    leaving: Option<Pin<Box<Sleep>>>,
}

impl Patient {
    /// Of a connection just made.
    pub fn new(stream: TcpStream, limits: Limits, pace: Arc<Pace>) -> Patient {
        // The first request may be expected at once.
        let waiting = Some(Box::pin(tokio::time::sleep(limits.head)));
        Patient { stream, limits, pace, turn: 0, waiting, begun: true, taking: None, leaving: None }
    }
}

/// Whether a time is over; begins it where it has not begun.
fn is_over(timer: &mut Option<Pin<Box<Sleep>>>, limit: Duration, context: &mut Context<'_>) -> bool {
    timer.get_or_insert_with(|| Box::pin(tokio::time::sleep(limit))).as_mut().poll(context).is_ready()
}

fn too_slow() -> io::Error {
    io::Error::new(io::ErrorKind::TimedOut, "the other side was too slow")
}

impl AsyncRead for Patient {
    fn poll_read(self: Pin<&mut Self>, context: &mut Context<'_>, into: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        let before = into.filled().len();
        let read = Pin::new(&mut this.stream).poll_read(context, into);
        let turn = this.pace.now();
        if turn != this.turn {
            (this.turn, this.waiting, this.begun) = (turn, None, false);
        }
        if turn % 2 == 1 {
            return read;
        }
        if into.filled().len() > before && !this.begun {
            this.begun = true;
            this.waiting = None;
        }
        // Also where something came: a byte now and then is no progress.
        let limit = if this.begun { this.limits.head } else { this.limits.quiet };
        if is_over(&mut this.waiting, limit, context) { Poll::Ready(Err(too_slow())) } else { read }
    }
}

impl AsyncWrite for Patient {
    fn poll_write(self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        let written = Pin::new(&mut this.stream).poll_write(context, bytes);
        this.taken(written, context)
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        let written = Pin::new(&mut this.stream).poll_write_vectored(context, bytes);
        this.taken(written, context)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_flush(context)
    }

    /// Says that nothing more comes, and reads away what the other side still sends, for two seconds.
    /// Closed with bytes unread, TCP would reset the connection, and the other side lose the answer that
    /// told it why (RFC 9112, section 9.6).
    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        ready!(Pin::new(&mut this.stream).poll_shutdown(context))?;
        let mut bytes = [0; 8192];
        loop {
            if is_over(&mut this.leaving, Duration::from_secs(2), context) {
                return Poll::Ready(Ok(()));
            }
            let mut away = ReadBuf::new(&mut bytes);
            match ready!(Pin::new(&mut this.stream).poll_read(context, &mut away)) {
                Ok(()) if !away.filled().is_empty() => {}
                _ => return Poll::Ready(Ok(())),
            }
        }
    }
}

impl Patient {
    fn taken(&mut self, written: Poll<io::Result<usize>>, context: &mut Context<'_>) -> Poll<io::Result<usize>> {
        if written.is_ready() {
            self.taking = None;
        } else if is_over(&mut self.taking, self.limits.taken, context) {
            return Poll::Ready(Err(too_slow()));
        }
        written
    }
}
