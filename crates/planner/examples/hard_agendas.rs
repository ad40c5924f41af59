//! How long agendas take that are made to be hard: `cargo run -p planner --example hard_agendas`.
//! One line per case: topics, box, chosen, the shortest and the median of eleven fits.
#![allow(clippy::print_stdout, clippy::disallowed_methods)]

use std::time::{Duration, Instant};

use planner::agenda::{Request, Topic, fit};

fn main() {
    let cases: [(&str, Request); 11] = [
        ("everyday", request(30, 40, 12, |n| (5 + n * 7 % 16, n * 5 % 23))),
        ("value is minutes, box half", request(30, 80_000_000, 30, |n| (huge(n), huge(n)))),
        ("value is minutes, box third", request(30, 55_000_000, 30, |n| (huge(n), huge(n)))),
        ("value is minutes, box two thirds", request(30, 110_000_000, 30, |n| (huge(n), huge(n)))),
        ("doubling minutes", request(30, (1 << 30) - 2, 30, |n| (1 << (n % 30), 1 << (n % 30)))),
        ("the same, one proposer", request(30, 80_000_000, 1, |n| (huge(n), huge(n)))),
        ("the same, three proposers", request(30, 80_000_000, 3, |n| (huge(n), huge(n)))),
        ("whole day", request(200, 480, 80, |n| (5 + n * 7 % 56, n * 5 % 43))),
        ("whole day, one proposer", request(200, 480, 1, |n| (5 + n * 7 % 56, n * 5 % 43))),
        ("million minutes", request(200, 1_000_000, 60, |n| (5_000 + n * 7_919 % 20_000, n * 5 % 43))),
        ("hopeless", request(200, 500_000_000, 200, |n| (huge(n), huge(n)))),
    ];
    for (name, request) in cases {
        let mut chosen = String::new();
        let mut times: Vec<Duration> = (0..11)
            .map(|_| {
                let start = Instant::now();
                let agenda = fit(&request);
                let time = start.elapsed();
                chosen = match agenda {
                    Ok(agenda) => format!("{} chosen", agenda.chosen.len()),
                    Err(error) => error.to_string(),
                };
                time
            })
            .collect();
        times.sort();
        println!(
            "{name}: {} topics, box {}, {chosen}: {:?}, median {:?}",
            request.topics.len(),
            request.minutes,
            times.first().unwrap_or(&Duration::ZERO),
            times.get(5).unwrap_or(&Duration::ZERO),
        );
    }
}

fn request(topics: u32, minutes: u32, proposers: u32, wants: impl Fn(u32) -> (u32, u32)) -> Request {
    let topic = |n: u32| {
        let (minutes, hear) = wants(n);
        Topic { id: format!("t{n}"), minutes, hear, share: 0, carried: 0, by: format!("p{}", n % proposers), pin: None }
    };
    Request { minutes, topics: (0..topics).map(topic).collect() }
}

/// Long and odd: from one million to over nine, without a pattern.
fn huge(n: u32) -> u32 {
    1_000_000 + ((n + 1).pow(3).wrapping_mul(2_654_435_761) >> 9)
}
