//! Identifiers: one newtype per kind of thing, so that a person can never be taken for a topic.

/// Declares identifier newtypes over UUID version 7: `id!(/// A person. PersonId);`
macro_rules! id {
    ($($(#[$about:meta])* $name:ident);+ $(;)?) => {$(
        $(#[$about])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash,
            sqlx::Type, serde::Serialize, serde::Deserialize, utoipa::ToSchema,
        )]
        #[sqlx(transparent)]
        #[serde(transparent)]
        pub struct $name(pub uuid::Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.hyphenated().fmt(out)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                uuid::Uuid::try_parse(text).map($name)
            }
        }

        impl From<uuid::Uuid> for $name {
            fn from(uuid: uuid::Uuid) -> Self {
                $name(uuid)
            }
        }
    )+};
}

id! {
    /// Someone with an account.
    PersonId;
    /// A school of the district.
    SchoolId;
    /// A rule that makes gatherings.
    SeriesId;
    /// A time, a place and people.
    GatheringId;
    /// A day off of the district.
    DayId;
    /// A proposal for an agenda.
    TopicId;
    /// What was written down of a topic or a gathering.
    NoteId;
    /// A link or a file.
    ResourceId;
    /// People with a purpose.
    NetworkId;
    /// A year of a network.
    YearId;
    /// Something that a year leads to.
    MilestoneId;
    /// What the members of a network are told.
    AnnouncementId;
    /// A school in the year of a network.
    TeamId;
    /// What someone brings.
    TreatId;
    /// A stored object.
    FileId;
    /// A computer that shows a gathering.
    ScreenId;
    /// A set of the district's own systems that was sent.
    RosterImportId;
    /// A line of a record that is contested.
    ContestId;
    /// Somebody new who answered five questions.
    NewcomerId;
    /// A link by which somebody new answers.
    LinkId;
    /// A short letter to somebody one might like to meet.
    GreetingId;
    /// Somebody outside, in a private book.
    ContactId;
    /// A file of contacts that is looked at before it is taken over.
    ContactImportId;
    /// Somebody who may be asked to speak.
    SpeakerId;
    /// A signed-in browser.
    SessionId;
    /// A key for programs.
    TokenId;
    /// Work to do later.
    JobId;
}
