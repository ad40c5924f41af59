//! Free tags, as people write them.

use crate::web::{Message, Problems};

/// The longest tag, in characters.
const LONGEST: usize = 40;

/// The most tags of a field.
const MOST: usize = 15;

/// A tag.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tag {
    /// Without case, accents and signs other than `+` and `#`: two people mean the same by it.
    pub key: String,
    /// As it was written.
    pub label: String,
}

impl Tag {
    /// A tag of a text; none of a text without a letter.
    pub fn of(text: &str) -> Option<Tag> {
        let label = text.trim().trim_start_matches('#').split_whitespace().collect::<Vec<_>>().join(" ");
        // C, C++ and C# are three: what else is a sign counts for nothing.
        let key = roster::fold(&label.replace('+', " plus ").replace('#', " sharp "));
        (!key.is_empty()).then_some(Tag { key, label })
    }

    /// The tags of texts that may each hold several, between commas, semicolons or line ends.
    pub fn read(field: &str, texts: &[&str], problems: &mut Problems) -> Vec<Tag> {
        let mut tags: Vec<Tag> = Vec::new();
        for tag in texts.iter().flat_map(|text| text.split([',', ';', '\n', '،', '、'])).filter_map(Tag::of) {
            if tag.label.chars().count() > LONGEST || tag.key.len() > 4 * LONGEST {
                let most = i64::try_from(LONGEST).unwrap_or(0);
                let tag: String = tag.label.chars().take(LONGEST).collect();
                problems.add(field, Message::new("profile-tag-long").with("tag", tag).with("most", most));
                return tags;
            }
            if !tags.iter().any(|known| known.key == tag.key) {
                tags.push(tag);
            }
        }
        if tags.len() > MOST {
            let most = i64::try_from(MOST).unwrap_or(0);
            problems.add(field, Message::new("profile-tags-many").with("most", most));
        }
        tags
    }

    /// Tags in a line, as they are written.
    pub fn line(tags: &[Tag]) -> String {
        tags.iter().map(|tag| tag.label.as_str()).collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn read(text: &str) -> (Vec<Tag>, Option<&'static str>) {
        let mut problems = Problems::new();
        let tags = Tag::read("skills", &[text], &mut problems);
        (tags, problems.about("skills").map(|message| message.key))
    }

    #[test]
    fn tags_are_read_as_people_write_them() {
        let (tags, problem) = read(" Makey  Makey, #podcasts; makey makey,,\nÉcole en forêt, !!");
        assert_eq!(Tag::line(&tags), "Makey Makey, podcasts, École en forêt");
        assert_eq!(tags.last().unwrap().key, "ecole en foret");
        assert_eq!(problem, None);
        let (tags, _) = read("C, C++, C#, #c, c ++");
        assert_eq!(Tag::line(&tags), "C, C++, C#", "three languages, two of them in other writing once more");
        assert_eq!(Tag::of(" ++"), Tag::of("++"));
    }

    #[test]
    fn too_long_and_too_many_are_said() {
        assert_eq!(read(&"x".repeat(41)).1, Some("profile-tag-long"));
        let many = (0..16).map(|number| format!("tag {number}")).collect::<Vec<_>>().join(",");
        assert_eq!(read(&many).1, Some("profile-tags-many"));
    }
}
