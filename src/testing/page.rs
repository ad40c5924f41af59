//! A page as a person reads it: its words, links and forms.

use axum::http::{HeaderMap, header};
use axum::response::Response;
use scraper::{ElementRef, Html, Selector};

use super::Visitor;

/// An answer.
#[derive(Debug)]
pub struct Page {
    visitor: Visitor,
    /// The path it was asked by.
    pub path: String,
    /// The HTTP status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub html: String,
    /// The body as it came.
    pub bytes: bytes::Bytes,
}

fn select(css: &str) -> Selector {
    Selector::parse(css).unwrap()
}

/// Text with its white space as a browser shows it (no-break spaces count as spaces).
fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Page {
    pub(super) async fn read(visitor: Visitor, path: &str, response: Response) -> Page {
        let (parts, body) = response.into_parts();
        // A stream of events has no end: its first one is what a page of it says.
        let streams = parts.headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind == "text/event-stream");
        let bytes = if streams {
            http_body_util::BodyExt::frame(&mut Box::pin(body)).await.unwrap().unwrap().into_data().unwrap()
        } else {
            axum::body::to_bytes(body, 32 * 1024 * 1024).await.unwrap()
        };
        Page {
            visitor,
            path: path.to_owned(),
            status: parts.status.as_u16(),
            headers: parts.headers,
            html: String::from_utf8_lossy(&bytes).into_owned(),
            bytes,
        }
    }

    /// Where it redirects to.
    pub fn location(&self) -> Option<String> {
        Some(self.headers.get(header::LOCATION)?.to_str().unwrap().to_owned())
    }

    /// All words of the page.
    pub fn text(&self) -> String {
        let html = Html::parse_document(&self.html);
        let body = html.select(&select("body")).next().map(|body| body.text().collect::<Vec<_>>().join(" "));
        squeeze(&body.unwrap_or_else(|| self.html.clone()))
    }

    /// The words of the first element that a selector finds.
    pub fn text_of(&self, css: &str) -> String {
        let html = Html::parse_document(&self.html);
        let found =
            html.select(&select(css)).next().unwrap_or_else(|| panic!("no {css} on {}:\n{}", self.path, self.text()));
        squeeze(&found.text().collect::<Vec<_>>().join(" "))
    }

    /// How many elements a selector finds.
    pub fn count(&self, css: &str) -> usize {
        Html::parse_document(&self.html).select(&select(css)).count()
    }

    /// An attribute of each element that a selector finds.
    pub fn attributes(&self, css: &str, name: &str) -> Vec<String> {
        let html = Html::parse_document(&self.html);
        html.select(&select(css)).filter_map(|element| Some(element.attr(name)?.to_owned())).collect()
    }

    /// The page says this.
    #[track_caller]
    pub fn shows(&self, words: &str) -> &Page {
        assert!(self.text().contains(&squeeze(words)), "{} does not say “{words}”, but:\n{}", self.path, self.text());
        self
    }

    /// The page does not say this.
    #[track_caller]
    pub fn hides(&self, words: &str) -> &Page {
        assert!(!self.text().contains(&squeeze(words)), "{} says “{words}”:\n{}", self.path, self.text());
        self
    }

    /// The status is this.
    #[track_caller]
    pub fn is(&self, status: u16) -> &Page {
        assert_eq!(self.status, status, "{} answered {}:\n{}", self.path, self.status, self.text());
        self
    }

    /// Follows the link of these words.
    pub async fn click(&self, words: &str) -> Page {
        let href = self.link(words);
        self.visitor.get(&href).await
    }

    /// The address of the link of these words.
    pub fn link(&self, words: &str) -> String {
        let html = Html::parse_document(&self.html);
        let link = html
            .select(&select("a[href]"))
            .find(|link| squeeze(&link.text().collect::<Vec<_>>().join(" ")).contains(words))
            .unwrap_or_else(|| panic!("no link “{words}” on {}:\n{}", self.path, self.text()));
        link.attr("href").unwrap().to_owned()
    }

    /// Presses the button of these words in a form as it stands.
    pub async fn submit(&self, button: &str) -> Page {
        self.fill(button, &[]).await
    }

    /// Fills in fields of the form with the button of these words, and presses it. A field given
    /// several times gets several values; fields not given keep what they hold.
    pub async fn fill(&self, button: &str, values: &[(&str, &str)]) -> Page {
        let (action, fields) = self.form(button, values);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        self.visitor.post(&action, &fields).await
    }

    fn form(&self, words: &str, values: &[(&str, &str)]) -> (String, Vec<(String, String)>) {
        let html = Html::parse_document(&self.html);
        let says = |button: &ElementRef<'_>| {
            let text = squeeze(&button.text().collect::<Vec<_>>().join(" "));
            text.contains(words) || button.attr("aria-label").is_some_and(|label| label.contains(words))
        };
        let forms = select("form");
        let buttons = select("button:not([type=button]), input[type=submit]");
        let (form, button) = html
            .select(&forms)
            .find_map(|form| Some((form, form.select(&buttons).find(says)?)))
            .unwrap_or_else(|| panic!("no button “{words}” on {}:\n{}", self.path, self.text()));
        let mut fields = Vec::new();
        for field in form.select(&select("input[name], select[name], textarea[name]")) {
            let name = field.attr("name").unwrap().to_owned();
            if values.iter().any(|(given, _)| *given == name) {
                continue;
            }
            match (field.value().name(), field.attr("type").unwrap_or("text")) {
                ("select", _) => {
                    let options: Vec<_> = field.select(&select("option")).collect();
                    let chosen: Vec<_> = options.iter().filter(|option| option.attr("selected").is_some()).collect();
                    let multiple = field.attr("multiple").is_some();
                    for option in if chosen.is_empty() && !multiple { options.iter().take(1).collect() } else { chosen }
                    {
                        let text = || option.text().collect::<String>();
                        fields.push((name.clone(), option.attr("value").map_or_else(text, ToOwned::to_owned)));
                    }
                }
                ("textarea", _) => fields.push((name, field.text().collect())),
                ("input", "checkbox" | "radio") => {
                    if field.attr("checked").is_some() {
                        fields.push((name, field.attr("value").unwrap_or("on").to_owned()));
                    }
                }
                ("input", "submit" | "button" | "file") => {}
                _ => fields.push((name, field.attr("value").unwrap_or_default().to_owned())),
            }
        }
        fields.extend(values.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        if let Some(name) = button.attr("name") {
            fields.push((name.to_owned(), button.attr("value").unwrap_or_default().to_owned()));
        }
        let action = button.attr("formaction").or(form.attr("action")).unwrap_or(&self.path).to_owned();
        (action, fields)
    }

    /// What a field holds.
    pub fn value(&self, name: &str) -> String {
        let html = Html::parse_document(&self.html);
        let field = html
            .select(&select(&format!("[name=\"{name}\"]")))
            .next()
            .unwrap_or_else(|| panic!("no field {name} on {}", self.path));
        match field.value().name() {
            "textarea" => field.text().collect(),
            "select" => field
                .select(&select("option[selected]"))
                .next()
                .map(|option| option.attr("value").unwrap_or_default().to_owned())
                .unwrap_or_default(),
            _ => field.attr("value").unwrap_or_default().to_owned(),
        }
    }
}
