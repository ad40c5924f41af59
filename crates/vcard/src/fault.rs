//! What is wrong with a file.

/// Something that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line of the file, from 1.
    pub line: usize,
    /// Why.
    pub reason: Reason,
}

/// Why something cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// There is no card in the file.
    NoCard,
    /// The file is larger than [`LARGEST`](crate::LARGEST).
    TooLarge,
    /// There are more cards than [`MOST_CARDS`](crate::MOST_CARDS).
    TooMany,
    /// The file is no text.
    NotText,
    /// A text between two cards.
    BetweenCards,
    /// A card begins within a card.
    Nested,
    /// A card ends where none began.
    EndWithoutBegin,
    /// A card that never ends.
    NotEnded,
    /// A card does not say its version.
    NoVersion,
    /// Version 2.1, which is from 1996.
    OldVersion,
    /// A version that is not known.
    UnknownVersion(String),
    /// A line without a colon.
    NoColon,
    /// A property with a name that is none.
    BadName(String),
    /// A parameter that is none.
    BadParameter(String),
    /// A quotation mark that is not closed.
    UnclosedQuote,
    /// A card without a name, organisation or address.
    NoName,
    /// A text that is not in the encoding it should be in.
    NotUtf8,
    /// An encoding that is not known.
    UnknownCharset(String),
    /// Quoted-printable that is none.
    BadQuotedPrintable,
    /// Base64 that is none.
    BadBase64,
    /// A value that is too long.
    TooLong {
        /// Of which property.
        property: String,
        /// How many characters there may be.
        most: usize,
    },
    /// Too many values of one kind.
    TooManyValues(String),
}

impl Reason {
    /// A word for the reason, to look up its sentence by.
    pub fn key(&self) -> &'static str {
        match self {
            Reason::NoCard => "no-card",
            Reason::TooLarge => "too-large",
            Reason::TooMany => "too-many",
            Reason::NotText => "not-text",
            Reason::BetweenCards => "between-cards",
            Reason::Nested => "nested",
            Reason::EndWithoutBegin => "end-without-begin",
            Reason::NotEnded => "not-ended",
            Reason::NoVersion => "no-version",
            Reason::OldVersion => "old-version",
            Reason::UnknownVersion(_) => "unknown-version",
            Reason::NoColon => "no-colon",
            Reason::BadName(_) => "bad-name",
            Reason::BadParameter(_) => "bad-parameter",
            Reason::UnclosedQuote => "unclosed-quote",
            Reason::NoName => "no-name",
            Reason::NotUtf8 => "not-utf-8",
            Reason::UnknownCharset(_) => "unknown-charset",
            Reason::BadQuotedPrintable => "bad-quoted-printable",
            Reason::BadBase64 => "bad-base64",
            Reason::TooLong { .. } => "too-long",
            Reason::TooManyValues(_) => "too-many-values",
        }
    }

    /// The word of the file that the reason is about.
    pub fn word(&self) -> &str {
        match self {
            Reason::UnknownVersion(word)
            | Reason::BadName(word)
            | Reason::BadParameter(word)
            | Reason::UnknownCharset(word)
            | Reason::TooLong { property: word, .. }
            | Reason::TooManyValues(word) => word,
            _ => "",
        }
    }
}
