//! People who write without a pause, and remember what they were told.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use super::chance::Chance;
use super::district::District;
use super::http;

/// How many people write at once.
pub const PEOPLE: usize = 8;

/// One post.
#[derive(Debug, Clone)]
pub struct Deed {
    /// Who, by their place in the list of cookies.
    pub person: usize,
    /// About which gathering.
    pub gathering: String,
    /// What.
    pub said: Said,
    /// Whether the person was told that it is done.
    pub acknowledged: bool,
}

/// What was posted.
#[derive(Debug, Clone)]
pub enum Said {
    /// A topic: its title, and the form with its key, to be sent again.
    Topic(String, String),
    /// Yes or no.
    Answer(&'static str),
}

/// What all of them did so far.
#[derive(Debug, Default)]
pub struct Book {
    deeds: Vec<Deed>,
    /// Answers that were neither done nor refused because of a trouble, a sentence each.
    pub odd: Vec<String>,
    /// How many were told that there is a trouble (503).
    pub turned_away: usize,
    people: HashMap<usize, String>,
}

/// People at work.
#[derive(Debug)]
pub struct Load {
    stop: Arc<AtomicBool>,
    threads: Vec<JoinHandle<Book>>,
}

impl Load {
    /// Sets them to work; with one address or more, round and round.
    pub fn begin(district: &District, addresses: &[SocketAddr], round: usize, chance: &mut Chance) -> Load {
        let stop = Arc::new(AtomicBool::new(false));
        let (coming, cookies) = (district.coming(), district.cookies());
        let threads = cookies.into_iter().take(PEOPLE).enumerate().map(|(person, cookie)| {
            let (stop, mut chance) = (Arc::clone(&stop), chance.split());
            let (addresses, coming) = (addresses.to_vec(), coming.clone());
            std::thread::spawn(move || {
                let mut book = Book::default();
                for number in 0_usize.. {
                    let at = coming.get((round + number) % coming.len().max(1)).cloned();
                    let address = addresses.get((person + number) % addresses.len().max(1)).copied();
                    let (Some(gathering), Some(address)) = (at, address) else { break };
                    if stop.load(Ordering::SeqCst) {
                        break;
                    }
                    let said = if number % 2 == 0 {
                        let title = format!("Topic {round}-{person}-{number}");
                        let key = chance.key();
                        let form = format!("title={}&about=Under+load&minutes=5&once={key}", title.replace(' ', "+"));
                        Said::Topic(title, form)
                    } else {
                        Said::Answer(if number % 4 == 1 { "yes" } else { "no" })
                    };
                    let deed = Deed { person, gathering, said, acknowledged: false };
                    book.post(address, &cookie, deed);
                    std::thread::sleep(Duration::from_millis(chance.between(2, 8)));
                }
                book
            })
        });
        Load { threads: threads.collect(), stop }
    }

    /// Lets them finish what they are at; what they did goes into the book.
    pub fn end(self, book: &mut Book) -> Result<()> {
        self.stop.store(true, Ordering::SeqCst);
        for thread in self.threads {
            let Ok(theirs) = thread.join() else { bail!("a thread of the load stopped") };
            book.deeds.extend(theirs.deeds);
            book.odd.extend(theirs.odd);
            book.turned_away += theirs.turned_away;
        }
        Ok(())
    }
}

impl Deed {
    fn send(&self, address: SocketAddr, cookie: &str) -> Result<http::Answer> {
        match &self.said {
            Said::Topic(_, form) => {
                http::post(address, &format!("/gatherings/{}/topics", self.gathering), cookie, form)
            }
            Said::Answer(word) => {
                let form = format!("answer={word}");
                http::post(address, &format!("/gatherings/{}/answer", self.gathering), cookie, &form)
            }
        }
    }
}

impl Book {
    fn post(&mut self, address: SocketAddr, cookie: &str, mut deed: Deed) {
        match deed.send(address, cookie) {
            Ok(answer) if answer.status == 303 => deed.acknowledged = true,
            Ok(answer) if answer.status == 503 => self.turned_away += 1,
            // nginx, of a program that fell in the middle: nothing was acknowledged.
            Ok(answer) if answer.status == 502 || answer.status == 504 => {}
            Ok(answer) => self.odd.push(format!("{:?} was answered {}: {}", deed.said, answer.status, answer.head)),
            // Nobody there, or gone in the middle: the person was told nothing.
            Err(_) => {}
        }
        self.deeds.push(deed);
    }

    /// How many posts were acknowledged, and how many there were.
    pub fn count(&self) -> (usize, usize) {
        (self.deeds.iter().filter(|deed| deed.acknowledged).count(), self.deeds.len())
    }

    /// Holds the district against what people were told: each acknowledged topic is there once and each
    /// acknowledged answer stands. Then sends again, with its key, what nobody heard of: it is there once too.
    pub fn settle(&mut self, district: &District, address: SocketAddr) -> Result<()> {
        ensure!(self.odd.is_empty(), "{} odd answers, as {}", self.odd.len(), self.odd.join("\n"));
        self.topics_are_there(district, address, true)?;
        self.answers_stand(district, address)?;
        let cookies = district.cookies();
        for deed in self.deeds.iter_mut().filter(|deed| !deed.acknowledged) {
            if let (Said::Topic(..), Some(cookie)) = (&deed.said, cookies.get(deed.person)) {
                deed.send(address, cookie)?.is(303).context("a topic, sent again")?;
                deed.acknowledged = true;
            }
        }
        self.topics_are_there(district, address, false)
    }

    fn topics_are_there(&mut self, district: &District, address: SocketAddr, may_lack: bool) -> Result<()> {
        let mut found: HashMap<String, usize> = HashMap::new();
        for gathering in district.coming() {
            let list = json(address, &format!("/api/v1/gatherings/{gathering}/topics"), district.host())?;
            for topic in list.as_array().into_iter().flatten() {
                let title = topic.get("title").and_then(Value::as_str).unwrap_or_default();
                *found.entry(title.to_owned()).or_default() += 1;
                let proposer = topic.pointer("/proposer/id").and_then(Value::as_str);
                let person = title.split('-').nth(1).and_then(|person| person.parse().ok());
                if let (Some(person), Some(proposer)) = (person, proposer) {
                    self.people.insert(person, proposer.to_owned());
                }
            }
        }
        for deed in &self.deeds {
            let Said::Topic(title, _) = &deed.said else { continue };
            match found.get(title) {
                Some(1) => {}
                None if may_lack && !deed.acknowledged => {}
                Some(times) => bail!("{title} is there {times} times"),
                None => bail!("{title} was acknowledged and is missing"),
            }
        }
        Ok(())
    }

    fn answers_stand(&self, district: &District, address: SocketAddr) -> Result<()> {
        // What may stand: what was acknowledged last, or anything sent after that.
        let mut may_stand: HashMap<(String, usize), Vec<&str>> = HashMap::new();
        for deed in &self.deeds {
            let Said::Answer(word) = deed.said else { continue };
            let words = may_stand.entry((deed.gathering.clone(), deed.person)).or_default();
            if deed.acknowledged {
                words.clear();
            }
            words.push(word);
        }
        for gathering in district.coming() {
            let list = json(address, &format!("/api/v1/gatherings/{gathering}/answers"), district.host())?;
            for answer in list.get("answers").and_then(Value::as_array).into_iter().flatten() {
                let text = |name| answer.get(name).and_then(Value::as_str).unwrap_or_default();
                let person = self.people.iter().find(|(_, id)| id.as_str() == text("person")).map(|(at, _)| *at);
                let Some(words) = person.and_then(|person| may_stand.remove(&(gathering.clone(), person))) else {
                    continue;
                };
                let stands = if text("answer") == "waiting" { "yes" } else { text("answer") };
                // An unacknowledged first answer may not have arrived at all.
                let known = words.contains(&stands) || !self.was_acknowledged(&gathering, person);
                ensure!(known, "person {person:?} said {words:?} of {gathering}, and {stands} stands");
            }
        }
        for ((gathering, person), words) in may_stand {
            let lost = self.was_acknowledged(&gathering, Some(person)) && self.people.contains_key(&person);
            ensure!(!lost, "person {person} said {words:?} of {gathering}, and nothing stands");
        }
        Ok(())
    }

    fn was_acknowledged(&self, gathering: &str, person: Option<usize>) -> bool {
        self.deeds.iter().any(|deed| {
            deed.acknowledged
                && deed.gathering == gathering
                && Some(deed.person) == person
                && matches!(deed.said, Said::Answer(_))
        })
    }
}

/// What the API says.
pub fn json(address: SocketAddr, path: &str, cookie: &str) -> Result<Value> {
    let answer = http::get(address, path, cookie)?.is(200).with_context(|| path.to_owned())?;
    serde_json::from_str(&answer.body).with_context(|| path.to_owned())
}
