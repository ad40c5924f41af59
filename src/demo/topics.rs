//! What the demo's people would like to share at lunch.

/// A topic as someone would propose it.
#[derive(Debug, Clone, Copy)]
pub struct Idea {
    /// Title.
    pub title: &'static str,
    /// What it is.
    pub about: &'static str,
    /// Tags, by commas.
    pub tags: &'static str,
    /// Minutes wanted.
    pub minutes: i64,
}

const fn idea(title: &'static str, minutes: i64, tags: &'static str, about: &'static str) -> Idea {
    Idea { title, about, tags, minutes }
}

/// In the order in which they come up through the season, four a week or so.
pub const IDEAS: [Idea; 44] = [
    idea(
        "Digital portfolios that students finish",
        15,
        "portfolios, assessment",
        "What we kept after trying three tools: one page, three pieces of work, one sentence why.",
    ),
    idea(
        "Our outdoor classroom, one term in",
        10,
        "outdoors, science",
        "Logs, tarps, and the ten minutes that make or break a lesson outside.",
    ),
    idea(
        "What the guest author did in grade 4",
        10,
        "guest speaker, reading",
        "How she got every child to write a first line, and the list she left us.",
    ),
    idea(
        "A makerspace cart for ninety dollars",
        10,
        "makerspace, classroom tools",
        "What is on it, what nobody used, and who may borrow it.",
    ),
    idea("Exit tickets on paper", 5, "assessment, classroom tools", "Five minutes, three questions, no screen."),
    idea("Book tasting with grade 7", 10, "reading", "Table cloths, menus, and 140 holds in a week."),
    idea(
        "Scratch stories in French immersion",
        15,
        "Scratch, French",
        "Two voices, one sprite: dialogue practice that they ask for.",
    ),
    idea(
        "Conferencing in four minutes",
        10,
        "assessment",
        "The two questions I ask each student, and where I write the answers.",
    ),
    idea(
        "Mapping our street then and now",
        15,
        "inquiry, local history",
        "Old photographs, the same corner today, and what students noticed.",
    ),
    idea(
        "The quiet hour in the learning commons",
        5,
        "library",
        "One hour a week without a class: who came, and for what.",
    ),
    idea("Podcasts with one microphone", 10, "podcasts, classroom tools", "From script to upload in three lessons."),
    idea("Single-point rubrics", 10, "assessment", "One column, and what happened to the question «what did I get»."),
    idea("Seed library", 5, "outdoors, science", "Envelopes, a card catalogue, and a waiting list for tomatoes."),
    idea(
        "A guest from the water utility",
        10,
        "guest speaker, science",
        "She brought pipes. Would she come to your school? Yes.",
    ),
    idea(
        "Choosing picture books that reflect our students",
        15,
        "reading, inclusion",
        "How we audited one shelf, and what we bought.",
    ),
    idea(
        "Portfolio evenings led by students",
        10,
        "portfolios",
        "Parents listen, students speak: the schedule that worked.",
    ),
    idea("Micro:bits in a box", 10, "coding, classroom tools", "Six lessons, thirty boards, one table of batteries."),
    idea(
        "Design thinking: the lunch line",
        15,
        "design thinking",
        "Grade 6 redesigned the lunch line. It is now shorter.",
    ),
    idea(
        "Peer feedback that is kind and of use",
        10,
        "assessment",
        "Two stars and a wish, practised on the teacher first.",
    ),
    idea("Reading buddies across schools", 10, "reading", "Grade 10 reads with grade 1 by video, twice a month."),
    idea("A class set of museum objects", 5, "inquiry, local history", "Borrowed, insured, touched."),
    idea("Citing sources in grade 5", 10, "research, library", "Author, title, where: three colours of sticky notes."),
    idea(
        "The expo of awesome: what our students want to show",
        15,
        "expo",
        "Categories, spaces, and who still needs a robot.",
    ),
    idea("SumoBots for beginners", 15, "expo, robotics", "Push, do not flip: what the referees look at."),
    idea("Gratitude walls and why we stopped", 5, "well-being", "An honest five minutes."),
    idea("Math talks with picture books", 10, "numeracy, reading", "Five books, five questions."),
    idea("Learning outside in February", 10, "outdoors", "Mittens, clipboards, and pencils on strings."),
    idea(
        "What AI writes, and what it gets wrong",
        15,
        "research, classroom tools",
        "A lesson in which students check every sentence.",
    ),
    idea("Elders in the classroom", 15, "guest speaker, Indigenous education", "Protocol, honoraria, and listening."),
    idea("Genre shelves: half a year later", 10, "library", "Loans by genre before and after, with the chart."),
    idea(
        "Self-assessment of core competencies",
        10,
        "assessment, portfolios",
        "One sentence starter for each, and examples from grade 3.",
    ),
    idea("A repair café at lunch", 5, "makerspace", "Three toasters were harmed."),
    idea("Poetry on the windows", 5, "writing", "Chalk markers and permission from the custodian."),
    idea("Stop-motion in two lessons", 10, "classroom tools, storytelling", "Tablets, tape, and a lamp."),
    idea(
        "Reading the room: seating for inquiry",
        10,
        "design thinking, library",
        "Four layouts, one afternoon of moving tables.",
    ),
    idea("Debate with evidence cards", 10, "research, speaking", "Every claim needs a card from the shelf."),
    idea(
        "A speaker from the observatory",
        10,
        "guest speaker, science",
        "He answers every question, also the one about black holes.",
    ),
    idea("French comics everyone can read", 5, "French, reading", "Twelve series by level."),
    idea(
        "Data that students collect themselves",
        15,
        "numeracy, inquiry",
        "Cars, birds, and the length of the line for the microwave.",
    ),
    idea("Portfolios for teachers", 10, "portfolios", "I keep one too. Here is mine."),
    idea("Co-planning in twenty minutes", 10, "collaboration", "The sheet we fill in, and the part we skip."),
    idea("Our learning commons in the evening", 10, "library", "Families came. So did the grandparents."),
    idea("Geocaching the curriculum", 10, "outdoors, inquiry", "Clues written by grade 8 for grade 5."),
    idea("One word a week", 5, "vocabulary", "Posters, a ballot, and a very long word."),
];
