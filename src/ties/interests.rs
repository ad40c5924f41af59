//! Values: what two people both care about.

/// Whether a text names a tag: as words of their own, whatever their case and accents.
pub fn names(text: &str, tag: &str) -> bool {
    let words = |text: &str| {
        let folded = roster::fold(text);
        let words: Vec<String> = folded
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect();
        words
    };
    let (text, tag) = (words(text), words(tag));
    !tag.is_empty() && text.windows(tag.len()).any(|some| some == tag)
}

/// Which of my tags another has, by place; `theirs` are tags, `ask` what they may be asked about.
pub fn shared(mine: &[String], theirs: &[String], ask: &str) -> Vec<u32> {
    let has = |tag: &&String| theirs.iter().any(|their| roster::fold(their) == roster::fold(tag)) || names(ask, tag);
    (0..).zip(mine).filter(|(_, tag)| has(tag)).map(|(place, _)| place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_found_as_words() {
        assert!(names("Micro:bits, design thinking and Poésie", "Design Thinking"));
        assert!(names("Poésie", "poesie"));
        assert!(!names("Articles", "art"));
        assert!(!names("anything", " # "));
        let mine = ["art".to_owned(), "scratch".to_owned(), "sumobot".to_owned()];
        assert_eq!(shared(&mine, &["Scratch".to_owned()], "SumoBot referee"), [1, 2]);
    }
}
