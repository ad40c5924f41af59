//! Values: a person, a role.

use std::str::FromStr;

use crate::clock::Instant;
use crate::ids::{PersonId, SchoolId};

/// Someone with an account.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Person {
    /// Their identifier.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// Their e-mail address, in lower case.
    pub email: String,
    /// Their school; people of several schools or none have none.
    pub school_id: Option<SchoolId>,
    /// The language they chose, a tag.
    pub language: Option<String>,
    /// What to ask them about, in their words.
    pub ask_me_about: String,
    /// When the account was made.
    pub created_at: Instant,
    /// When it last changed.
    pub updated_at: Instant,
    /// When they left the district; history stays, access goes.
    pub left_at: Option<Instant>,
}

impl Person {
    /// What they are found and sorted by: name and what to ask them about, without case and accents.
    pub fn sought(&self) -> String {
        roster::fold(&format!("{} {}", self.name, self.ask_me_about))
    }
}

/// What someone does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, sqlx::Type, serde::Serialize, utoipa::ToSchema)]
#[sqlx(type_name = "text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Runs a library learning commons.
    TeacherLibrarian,
    /// Teaches a class.
    Teacher,
    /// Teaches where someone is away.
    TeacherOnCall,
    /// Principal or vice-principal.
    Administrator,
    /// Education assistant, library technician, office.
    SupportStaff,
    /// Works for the district, not for one school.
    DistrictStaff,
    /// Anything else.
    Other,
    /// Looks after Klatsch for the district.
    Steward,
}

impl Role {
    /// All of them.
    pub const ALL: [Role; 8] = [
        Role::TeacherLibrarian,
        Role::Teacher,
        Role::TeacherOnCall,
        Role::Administrator,
        Role::SupportStaff,
        Role::DistrictStaff,
        Role::Other,
        Role::Steward,
    ];

    /// The word in the database and the API.
    pub fn word(self) -> &'static str {
        match self {
            Role::TeacherLibrarian => "teacher_librarian",
            Role::Teacher => "teacher",
            Role::TeacherOnCall => "teacher_on_call",
            Role::Administrator => "administrator",
            Role::SupportStaff => "support_staff",
            Role::DistrictStaff => "district_staff",
            Role::Other => "other",
            Role::Steward => "steward",
        }
    }

    /// The key of its word for people.
    pub fn key(self) -> &'static str {
        match self {
            Role::TeacherLibrarian => "role-teacher-librarian",
            Role::Teacher => "role-teacher",
            Role::TeacherOnCall => "role-teacher-on-call",
            Role::Administrator => "role-administrator",
            Role::SupportStaff => "role-support-staff",
            Role::DistrictStaff => "role-district-staff",
            Role::Other => "role-other",
            Role::Steward => "role-steward",
        }
    }
}

impl From<roster::people::Role> for Role {
    fn from(role: roster::people::Role) -> Role {
        match role {
            roster::people::Role::TeacherLibrarian => Role::TeacherLibrarian,
            roster::people::Role::Teacher => Role::Teacher,
            roster::people::Role::TeacherOnCall => Role::TeacherOnCall,
            roster::people::Role::Administrator => Role::Administrator,
            roster::people::Role::SupportStaff => Role::SupportStaff,
            roster::people::Role::DistrictStaff => Role::DistrictStaff,
            roster::people::Role::Other => Role::Other,
        }
    }
}

impl FromStr for Role {
    type Err = ();
    fn from_str(word: &str) -> Result<Self, ()> {
        Role::ALL.into_iter().find(|role| role.word() == word).ok_or(())
    }
}
