//! Text people write as Markdown, made into HTML that can do nothing.
//!
//! [`Html`] is the only thing a template prints as it is; a test keeps `HtmlSafe` and safe filters out of
//! every other file. Two fences stand one behind the other: raw HTML in the text is shown as text, and
//! what pulldown-cmark makes goes through ammonia with a short list of tags.

mod letter;

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::sync::LazyLock;

use ammonia::Builder;
use askama::Template;
use pulldown_cmark::{Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html};

pub use letter::letter;

/// HTML that is safe to print.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Html(String);

impl fmt::Display for Html {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl askama::filters::HtmlSafe for Html {}

impl Html {
    /// A part of a page, which its own template has escaped.
    ///
    /// # Errors
    /// When the template cannot be rendered.
    pub fn of(template: &impl Template) -> anyhow::Result<Html> {
        Ok(Html(template.render()?))
    }
}

/// The tags a text may have. No images: a page asks nobody but its own server for anything.
const TAGS: [&str; 16] =
    ["p", "h4", "h5", "h6", "em", "strong", "del", "a", "ul", "ol", "li", "blockquote", "code", "pre", "hr", "br"];

static FENCE: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut fence = Builder::empty();
    fence
        .tags(TAGS.into_iter().collect())
        .tag_attributes(HashMap::from([("a", HashSet::from(["href"])), ("ol", HashSet::from(["start"]))]))
        .allowed_classes(HashMap::from([("a", HashSet::from(["bare"]))]))
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .url_relative(ammonia::UrlRelative::PassThrough)
        .link_rel(Some("noopener nofollow ugc"));
    fence
});

/// Markdown (CommonMark, with ~~deleted~~ words) as HTML. A heading of the first rank becomes one of the
/// fourth, so that a text stays below the headings of its page; an image becomes a link to it.
pub fn markdown(text: &str) -> Html {
    let events = Parser::new_ext(text, Options::ENABLE_STRIKETHROUGH).map(|event| match event {
        Event::Start(Tag::Heading { level, .. }) => {
            Event::Start(Tag::Heading { level: lower(level), id: None, classes: Vec::new(), attrs: Vec::new() })
        }
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(lower(level))),
        // An address that is its own words is not to be printed behind itself.
        Event::Start(Tag::Link { link_type: LinkType::Autolink, dest_url, .. }) => {
            Event::InlineHtml(format!("<a class=\"bare\" href=\"{}\">", escaped(&dest_url)).into())
        }
        Event::Start(Tag::Image { dest_url, title, .. }) => {
            Event::Start(Tag::Link { link_type: LinkType::Inline, dest_url, title, id: "".into() })
        }
        Event::End(TagEnd::Image) => Event::End(TagEnd::Link),
        Event::Html(raw) | Event::InlineHtml(raw) => Event::Text(raw),
        // A line that ends is a line that ends: people do not know of two spaces.
        Event::SoftBreak => Event::HardBreak,
        event => event,
    });
    let mut made = String::new();
    html::push_html(&mut made, events);
    Html(FENCE.clean(&made).to_string())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Markdown as its words alone, a line for each of its parts, to look something up in.
pub fn plain(text: &str) -> String {
    let mut plain = String::new();
    for event in Parser::new_ext(text, Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Text(words) | Event::Code(words) | Event::Html(words) | Event::InlineHtml(words) => {
                plain.push_str(&words);
            }
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item) => {
                plain.push('\n');
            }
            _ => {}
        }
    }
    plain.trim().to_owned()
}

fn lower(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 => HeadingLevel::H4,
        HeadingLevel::H2 => HeadingLevel::H5,
        _ => HeadingLevel::H6,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use proptest::prelude::*;
    use scraper::{Html as Document, Node};

    use super::*;

    fn made(text: &str) -> String {
        markdown(text).to_string()
    }

    #[test]
    fn what_people_write_looks_like_it() {
        assert_eq!(made("Try *this*\nand **that**"), "<p>Try <em>this</em><br>\nand <strong>that</strong></p>\n");
        assert_eq!(made("# Big\n## Less"), "<h4>Big</h4>\n<h5>Less</h5>\n");
        assert_eq!(made("3. three\n4. four"), "<ol start=\"3\">\n<li>three</li>\n<li>four</li>\n</ol>\n");
        assert_eq!(
            made("[guide](https://a.example/x?y=1&z=2)"),
            "<p><a href=\"https://a.example/x?y=1&amp;z=2\" rel=\"noopener nofollow ugc\">guide</a></p>\n"
        );
    }

    #[test]
    fn an_image_from_elsewhere_is_a_link_and_html_is_text() {
        let page = made("![a cup](https://a.example/cup.png)");
        assert!(!page.contains("<img") && page.contains(">a cup</a>"), "{page}");
        assert!(made("<script>alert(1)</script>").starts_with("&lt;script"), "raw HTML is shown");
        assert!(made("a <b onclick=x>b</b>").contains("&lt;b onclick=x&gt;"));
    }

    #[test]
    fn addresses_that_run_are_taken_out() {
        for address in
            ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "&#106;avascript:alert(1)", "data:text/html,x", "vbscript:x"]
        {
            assert!(!made(&format!("[x]({address})")).contains("href"), "{address}");
        }
    }

    /// Elements that are not on the list, attributes that are not, addresses of another scheme.
    fn faults(html: &str) -> Vec<String> {
        let document = Document::parse_fragment(html);
        let mut faults = Vec::new();
        for node in document.tree.nodes() {
            let Node::Element(element) = node.value() else { continue };
            if !TAGS.contains(&element.name()) && !matches!(element.name(), "html" | "body") {
                faults.push(format!("<{}>", element.name()));
            }
            for (name, value) in element.attrs() {
                let fine = match name {
                    "rel" | "start" => true,
                    "class" => value == "bare",
                    // As a browser reads it on a page of ours; what is no address leads nowhere.
                    "href" => {
                        let page = url::Url::parse("https://klatsch.example/page").unwrap();
                        page.join(value).is_ok_and(|url| ["http", "https", "mailto"].contains(&url.scheme()))
                            || page.join(value).is_err()
                    }
                    _ => false,
                };
                if !fine {
                    faults.push(format!("{name}={value}"));
                }
            }
        }
        faults
    }

    #[test]
    fn the_test_would_see_a_fault() {
        assert_eq!(faults("<p onclick=x><a href='javascript:x'>y</a><img></p>").len(), 3);
    }

    const PIECES: [&str; 24] = [
        "<script>",
        "</script>",
        "<img src=x onerror=alert(1)>",
        "[a](",
        ")",
        "javascript:",
        "java\tscript:",
        "\n\n",
        "> ",
        "```html\n",
        "<svg/onload=x>",
        "![",
        "](data:text/html,<script>)",
        "&lt;script&gt;",
        "<!--",
        "-->",
        "# ",
        "<a href=\"",
        "\" onclick=\"x",
        "&#x6A;avascript:x",
        "\u{0}",
        "<style>",
        "<math><mi>",
        "http://a.example/",
    ];

    proptest! {
        #[test]
        fn no_text_becomes_anything_that_acts(pieces in prop::collection::vec(prop_oneof![
            prop::sample::select(&PIECES[..]).prop_map(ToOwned::to_owned), "\\PC{0,8}"
        ], 0..14)) {
            let html = made(&pieces.concat());
            prop_assert_eq!(faults(&html), Vec::<String>::new(), "{}", html);
        }
    }
}
