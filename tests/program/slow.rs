//! Slow ones do not hold the server.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use super::house::House;

#[test]
fn two_hundred_slow_connections_hold_up_nobody_and_are_closed() {
    let folder = tempfile::tempdir().unwrap();
    super::init(folder.path());
    let house = House::open(folder.path(), &[]);
    let mut slow: Vec<TcpStream> = (0..200).map(|_| TcpStream::connect(house.address).unwrap()).collect();
    for (number, stream) in slow.iter_mut().enumerate() {
        // Half of them say a little of a head, half announce a body that does not come.
        let words: &[u8] = match number % 2 {
            0 => b"GET / HTTP/1.1\r\nhost: a\r\nx-",
            _ => b"POST /sign-in HTTP/1.1\r\nhost: a\r\nsec-fetch-site: same-origin\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 99\r\n\r\ne",
        };
        stream.write_all(words).unwrap();
    }
    let begin = Instant::now();
    // Half a minute: 15 seconds for a head, 20 for a piece of a body.
    let mut slowest = Duration::ZERO;
    while begin.elapsed() < Duration::from_secs(23) {
        let asked = Instant::now();
        assert_eq!(house.get("/", "").status, 200);
        slowest = slowest.max(asked.elapsed());
        for (_, stream) in slow.iter_mut().enumerate().filter(|(number, _)| number % 2 == 0) {
            let _ = stream.write_all(b"x");
        }
        std::thread::sleep(Duration::from_millis(500));
    }
    assert!(slowest < Duration::from_secs(1), "somebody waited {slowest:?}");
    let told = slow.into_iter().enumerate().filter_map(|(number, mut stream)| {
        stream.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
        let mut bytes = Vec::new();
        let ended = stream.read_to_end(&mut bytes);
        let open = ended
            .is_err_and(|error| matches!(error.kind(), std::io::ErrorKind::WouldBlock | std::io::ErrorKind::TimedOut));
        assert!(!open, "slow connection {number} is still open");
        String::from_utf8_lossy(&bytes).starts_with("HTTP/1.1 408").then_some(number)
    });
    assert_eq!(told.count(), 100, "who announced a body was told that it did not come");
    house.close();
}

#[test]
fn what_is_too_large_is_answered_before_it_is_read() {
    let folder = tempfile::tempdir().unwrap();
    super::init(folder.path());
    let house = House::open(folder.path(), &[]);
    let french = "accept-language: fr\r\n";
    let body = "x".repeat(2 * 1024 * 1024);
    let answer = house.post("/sign-in", french, &body);
    assert_eq!(answer.status, 413);
    assert!(answer.text.contains("plus gros") && answer.header("content-security-policy").is_some(), "{}", answer.text);
    let head = "POST /sign-in HTTP/1.1\r\nhost: a\r\nsec-fetch-site: same-origin\r\nconnection: close\r\ntransfer-encoding: chunked\r\ncontent-type: application/x-www-form-urlencoded\r\n\r\n";
    let chunked = format!("{head}{:x}\r\n{body}\r\n0\r\n\r\n", body.len());
    assert_eq!(house.send(&chunked).status, 413);
    let answer = house.get(&format!("/?{}", "x".repeat(20_000)), french);
    assert!(answer.status == 414 && answer.text.contains("plus longue"), "{}", answer.text);
    let answer = house.get("/", &format!("{french}cookie: {}\r\n", "x".repeat(40_000)));
    assert!(answer.status == 431 && answer.text.contains("témoins"), "{}", answer.text);
    // Beyond that no page is made any more, but the status is the right one.
    assert_eq!(house.get("/", &format!("cookie: {}\r\n", "x".repeat(100_000))).status, 431);
    assert_eq!(house.get("/", &"x: y\r\n".repeat(500)).status, 431);
    for odd in
        ["\0\0\0\0", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET / HTTP/1.1\r\nhost a\r\n\r\n", "\u{16}\u{3}\u{1}\0"]
    {
        let status = house.send(&format!("{odd}\r\n\r\n")).status;
        assert!(matches!(status, 0 | 400), "{odd:?}: {status}");
    }
    house.close();
}
