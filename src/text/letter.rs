//! Markdown as a letter of plain text has it: links with their addresses, lists as lists, nothing of the
//! signs. What was ~~deleted~~ is left out: nothing in plain text says that it is.

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

/// Markdown as plain text, a blank line between its parts.
pub fn letter(text: &str) -> String {
    let mut letter = Letter::default();
    for event in Parser::new_ext(text, Options::ENABLE_STRIKETHROUGH) {
        letter.read(event);
    }
    letter.block();
    letter.out.trim_end().to_owned()
}

/// What stands before the lines of a quotation or of an item of a list.
struct Margin {
    /// Before the first line, as long as it has not come.
    first: Option<String>,
    /// Before the others.
    rest: String,
}

#[derive(Default)]
struct Letter {
    out: String,
    /// The words of the part under way.
    words: String,
    margins: Vec<Margin>,
    /// The number of the next item of each list under way; none where it has dots.
    lists: Vec<Option<u64>>,
    /// Where the links under way begin, and where they lead.
    links: Vec<(usize, String)>,
    /// Where what was deleted begins.
    deleted: Vec<usize>,
    /// Whether a blank line is due.
    gap: bool,
}

impl Letter {
    fn read(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(words) | Event::Code(words) | Event::Html(words) | Event::InlineHtml(words) => {
                self.words.push_str(&words);
            }
            Event::SoftBreak | Event::HardBreak => self.words.push('\n'),
            Event::Rule => {
                self.words.push_str("* * *");
                self.part();
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::List(number) => {
                self.block();
                self.lists.push(number);
            }
            Tag::Item => {
                self.space();
                let sign = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        let sign = format!("{number}. ");
                        *number = number.saturating_add(1);
                        sign
                    }
                    _ => "- ".to_owned(),
                };
                let rest = " ".repeat(sign.len());
                self.margins.push(Margin { first: Some(sign), rest });
            }
            Tag::BlockQuote(_) => {
                self.block();
                self.space();
                self.margins.push(Margin { first: None, rest: "> ".to_owned() });
            }
            Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => {
                self.block();
                self.space();
                self.margins.push(Margin { first: None, rest: "    ".to_owned() });
            }
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => {
                self.links.push((self.words.len(), dest_url.into_string()));
            }
            Tag::Strikethrough => self.deleted.push(self.words.len()),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::HtmlBlock => self.part(),
            TagEnd::Item => {
                self.block();
                // An item of nothing has its sign all the same.
                if self.margins.last().is_some_and(|margin| margin.first.is_some()) {
                    self.line("");
                }
                self.margins.pop();
            }
            TagEnd::List(_) => {
                self.lists.pop();
                self.gap |= self.lists.is_empty();
            }
            TagEnd::BlockQuote(_) | TagEnd::CodeBlock => {
                self.block();
                self.margins.pop();
                self.gap = true;
            }
            TagEnd::Link | TagEnd::Image => self.lead(),
            TagEnd::Strikethrough => {
                if let Some(at) = self.deleted.pop() {
                    self.words.truncate(at);
                    if self.words.ends_with(' ') {
                        self.words.pop();
                    }
                }
            }
            _ => {}
        }
    }

    /// The address of a link behind its words, unless they are the address.
    fn lead(&mut self) {
        let Some((begin, address)) = self.links.pop() else { return };
        let leads = ["http://", "https://", "mailto:"].iter().any(|scheme| address.starts_with(scheme));
        let address = address.strip_prefix("mailto:").unwrap_or(&address);
        match self.words.get(begin..) {
            Some(words) if leads && words.trim().is_empty() => self.words.push_str(address),
            Some(words) if leads && words != address => {
                self.words.push_str(" (");
                self.words.push_str(address);
                self.words.push(')');
            }
            _ => {}
        }
    }

    /// Ends a part that has a blank line behind it.
    fn part(&mut self) {
        self.block();
        self.gap = true;
    }

    /// Writes the words of the part under way.
    fn block(&mut self) {
        let words = std::mem::take(&mut self.words);
        // Whatever is left of an address of no words would begin somewhere else.
        self.links.clear();
        self.deleted.clear();
        if words.trim().is_empty() {
            return;
        }
        self.space();
        for line in words.trim_end().lines() {
            self.line(line.trim_end());
        }
    }

    /// The blank line that is due, with the margins of what is around both parts.
    fn space(&mut self) {
        if self.gap && !self.out.is_empty() {
            let margin: String = self.margins.iter().map(|margin| margin.rest.as_str()).collect();
            self.out.push_str(margin.trim_end());
            self.out.push('\n');
        }
        self.gap = false;
    }

    fn line(&mut self, words: &str) {
        let mut line = String::new();
        for margin in &mut self.margins {
            line.push_str(&margin.first.take().unwrap_or_else(|| margin.rest.clone()));
        }
        line.push_str(words);
        self.out.push_str(line.trim_end());
        self.out.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_letter_reads_like_one() {
        let typed = "Paper, **string** and a *wall*.\nTwo lessons.\n\n## Begin with the end\n\n- a map\n- the \
                     [guide](https://a.example/guide)\n  - small ones\n\n3. three\n4. four\n\n> as she said\n\n```\nlet \
                     it = be;\n```\n\n---\nAsk <mina@sample.example> or https://b.example, not ~~me~~ him.";
        assert_eq!(
            letter(typed),
            "Paper, string and a wall.\nTwo lessons.\n\nBegin with the end\n\n- a map\n- the guide \
             (https://a.example/guide)\n  - small ones\n\n3. three\n4. four\n\n> as she said\n\n    let it = \
             be;\n\n* * *\n\nAsk mina@sample.example or https://b.example, not him."
        );
    }

    #[test]
    fn what_is_no_address_of_the_world_is_no_address_of_a_letter() {
        assert_eq!(
            letter("[x](javascript:alert(1)) ![a cup](https://a.example/cup.png)"),
            "x a cup (https://a.example/cup.png)"
        );
        assert_eq!(letter("<b>raw</b> stays & reads"), "<b>raw</b> stays & reads");
        assert_eq!(letter("[](https://a.example)"), "https://a.example");
        assert_eq!(letter(""), "");
    }

    #[test]
    fn an_item_may_have_parts_or_none() {
        assert_eq!(letter("- one\n\n  more\n\n- two"), "- one\n\n  more\n\n- two");
        assert_eq!(letter("- one\n-\n- three"), "- one\n-\n- three");
        assert_eq!(letter("> - a\n> - b\n\nafter"), "> - a\n> - b\n\nafter");
    }

    proptest! {
        #[test]
        fn no_signs_are_left_and_no_words_are_lost(words in prop::collection::vec("[a-z]{1,8}", 1..8)) {
            let typed = format!("**{}**\n\n* *{}*\n* [{}](https://a.example)", words.join(" "), words.join(" "), words.join(" "));
            let letter = letter(&typed);
            prop_assert!(!letter.contains('*') && !letter.contains("]("), "{letter}");
            prop_assert_eq!(letter.matches(&words.join(" ")).count() >= 3, true);
        }
    }
}
