//! What somebody asks for, read from what they typed. Nothing they type is wrong: what cannot be read
//! as words is nothing to look for.

use std::collections::BTreeSet;

use crate::marks::{Form, forms, meant, phrase};
use crate::stems::Stems;
use crate::stop::is_stop;
use crate::words::{bare, fold, is_hyphen, words};

/// More words than this narrow nothing any further.
const MOST_TERMS: usize = 10;

/// Fewer letters begin too many words.
const SHORTEST_BEGINNING: usize = 3;

/// A mark a document may have.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// This one.
    Whole(String),
    /// One that begins so.
    Begins(String),
}

/// What marks a document must have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// This one.
    Has(Mark),
    /// One of these; there is at least one.
    Any(Vec<Wish>),
    /// All of these; there is at least one.
    All(Vec<Wish>),
}

impl Wish {
    /// One mark.
    pub fn whole(mark: impl Into<String>) -> Wish {
        Wish::Has(Mark::Whole(mark.into()))
    }

    fn any(mut wishes: Vec<Wish>) -> Wish {
        match (wishes.pop(), wishes.is_empty()) {
            (Some(one), true) => one,
            (Some(last), false) => {
                wishes.push(last);
                Wish::Any(wishes)
            }
            // Of nothing, nothing: no document has a mark of no letters.
            (None, _) => Wish::whole("_"),
        }
    }

    fn all(mut wishes: Vec<Wish>) -> Wish {
        if wishes.len() == 1 { wishes.swap_remove(0) } else { Wish::All(wishes) }
    }
}

/// A word somebody asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Term {
    /// The ways to have it; each is a list of forms a document must all have.
    ways: Vec<Vec<Form>>,
    /// Whether exactly this word is meant, as between quotation marks.
    exact: bool,
    /// Whether it says nothing by itself.
    stop: bool,
}

impl Term {
    fn of(word: &str, exact: bool) -> Option<Term> {
        let word = bare(word);
        let whole = Form::of(word)?;
        let stop = is_stop(&whole.whole) && !exact;
        let mut ways = Vec::new();
        let parts: Vec<&str> = word.split(is_hyphen).filter(|part| !fold(part).is_empty()).collect();
        if parts.len() > 1 {
            ways.push(parts.into_iter().filter_map(|part| Form::of(bare(part))).collect());
        }
        let other: Vec<Form> = meant(&whole.whole).iter().filter_map(|other| Form::of(other)).collect();
        if !other.is_empty() && !exact {
            ways.push(other);
        }
        ways.push(vec![whole]);
        Some(Term { ways, exact, stop })
    }

    fn wish(&self, begins: bool, title: bool) -> Wish {
        let place = if title { "t_" } else { "" };
        let mark = |mark: &str| Wish::whole(format!("{place}{mark}"));
        let form = |form: &Form| {
            if self.exact {
                mark(&format!("w_{}", form.whole))
            } else if is_stop(&form.whole) {
                mark(&form.whole)
            } else {
                Wish::any(form.stems.sought().iter().map(|stem| mark(stem)).collect())
            }
        };
        let mut ways: Vec<Wish> = self.ways.iter().map(|forms| Wish::all(forms.iter().map(form).collect())).collect();
        if begins && let Some(beginning) = self.beginning() {
            ways.push(Wish::Has(Mark::Begins(format!("{place}w_{beginning}"))));
        }
        Wish::any(ways)
    }

    /// What a longer word may begin with.
    fn beginning(&self) -> Option<&str> {
        let whole = self.ways.last().and_then(|forms| forms.first()).map(|form| form.whole.as_str())?;
        (!self.exact && whole.chars().count() >= SHORTEST_BEGINNING).then_some(whole)
    }

    fn sought(&self) -> Vec<String> {
        let forms = self.ways.iter().flatten();
        if self.exact {
            return forms.map(|form| format!("w_{}", form.whole)).collect();
        }
        forms
            .flat_map(|form| if is_stop(&form.whole) { vec![form.whole.clone()] } else { form.stems.sought() })
            .collect()
    }
}

/// What somebody asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    terms: Vec<Term>,
    without: Vec<Term>,
    phrases: Vec<String>,
    without_phrases: Vec<String>,
    /// Whether the last word may go on.
    open: bool,
}

impl Asked {
    /// Reads what was typed: words, `"a phrase"` (also “ ” and « »), `-without`.
    pub fn read(typed: &str) -> Asked {
        let mut asked = Asked::default();
        let mut rest = typed.trim_start();
        while !rest.is_empty() {
            let minus = rest.strip_prefix('-').filter(|after| !after.starts_with([' ', '-']));
            let without = minus.is_some();
            let now = minus.unwrap_or(rest);
            let quote = now.chars().next().filter(|letter| is_quote(*letter));
            if let Some(quote) = quote {
                let inner = now.get(quote.len_utf8()..).unwrap_or_default();
                let (said, after) = inner.split_once(is_quote).unwrap_or((inner, ""));
                asked.phrase(said, without);
                rest = after.trim_start();
            } else {
                let end = now.find(|letter: char| letter.is_whitespace() || is_quote(letter)).unwrap_or(now.len());
                let (chunk, after) = now.split_at(end);
                asked.words(chunk, without);
                rest = after.trim_start();
            }
        }
        asked.terms.truncate(MOST_TERMS);
        asked.without.truncate(MOST_TERMS);
        if asked.terms.iter().any(|term| !term.stop) {
            if asked.terms.last().is_some_and(|term| term.stop) {
                asked.open = false;
            }
            asked.terms.retain(|term| !term.stop);
        }
        asked
    }

    fn words(&mut self, chunk: &str, without: bool) {
        for word in words(chunk) {
            let Some(term) = Term::of(word.text, false) else { continue };
            if without {
                self.without.push(term);
            } else {
                self.terms.push(term);
            }
            self.open = !without;
        }
    }

    fn phrase(&mut self, said: &str, without: bool) {
        self.open = false;
        let words = phrase(said);
        if words.len() > 1 {
            let phrase = format!(" {} ", words.join(" "));
            if without {
                self.without_phrases.push(phrase);
                return;
            }
            self.phrases.push(phrase);
        }
        let terms = words.iter().filter_map(|word| Term::of(word, true));
        if without {
            self.without.extend(terms);
        } else {
            self.terms.extend(terms);
        }
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// What a document must have, the best first: all words in the title; all words; the last word only
    /// begun, in the title; so anywhere. A document is found by the first that fits; the last fits whatever fits any.
    pub fn wishes(&self) -> Vec<Wish> {
        if self.terms.is_empty() {
            return Vec::new();
        }
        let all = |begins: bool, title: bool| {
            let last = self.terms.len() - 1;
            let wish = |(at, term): (usize, &Term)| term.wish(begins && at == last, title);
            Wish::all(self.terms.iter().enumerate().map(wish).collect())
        };
        let mut wishes = vec![all(false, true), all(false, false)];
        if self.open && self.terms.last().is_some_and(|term| term.beginning().is_some()) {
            wishes.extend([all(true, true), all(true, false)]);
        }
        wishes
    }

    /// What a document may not have.
    pub fn without(&self) -> Option<Wish> {
        let wishes: Vec<_> = self.without.iter().map(|term| term.wish(false, false)).collect();
        (!wishes.is_empty()).then(|| Wish::any(wishes))
    }

    /// What must stand in the [plain](crate::plain) text of a document, word by word.
    pub fn phrases(&self) -> &[String] {
        &self.phrases
    }

    /// What may not stand there.
    pub fn without_phrases(&self) -> &[String] {
        &self.without_phrases
    }

    /// What to show in a text that was found.
    pub(crate) fn shown(&self) -> Shown {
        let last = self.terms.last().filter(|_| self.open).and_then(Term::beginning);
        Shown { marks: self.terms.iter().flat_map(Term::sought).collect(), beginning: last.map(ToOwned::to_owned) }
    }
}

fn is_quote(letter: char) -> bool {
    matches!(letter, '"' | '“' | '”' | '„' | '«' | '»')
}

/// The words to show.
#[derive(Debug)]
pub struct Shown {
    marks: BTreeSet<String>,
    beginning: Option<String>,
}

impl Shown {
    /// Whether a word of a text is one that was asked for.
    pub fn has(&self, word: &str) -> bool {
        forms(word).into_iter().any(|form| {
            self.marks.contains(&form.whole)
                || self.marks.contains(&format!("w_{}", form.whole))
                || self.beginning.as_ref().is_some_and(|beginning| form.whole.starts_with(beginning))
                || (!is_stop(&form.whole) && Stems::kept(&form.stems).iter().any(|mark| self.marks.contains(mark)))
        })
    }
}
