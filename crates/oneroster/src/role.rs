//! The roles of the standard. There is none for a teacher-librarian.

use serde::Serialize;

use crate::Version;

/// A role of either version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Role {
    /// Runs a school, in 1.1.
    Administrator,
    /// Helps in a class.
    Aide,
    /// Counsels.
    Counselor,
    /// Administers the district.
    DistrictAdministrator,
    /// Stands for a child.
    Guardian,
    /// Mother or father.
    Parent,
    /// Leads a school.
    Principal,
    /// Watches over tests.
    Proctor,
    /// Kin.
    Relative,
    /// Administers a school's site.
    SiteAdministrator,
    /// Learns.
    Student,
    /// Administers the systems.
    SystemAdministrator,
    /// Teaches.
    Teacher,
}

impl Role {
    /// All of them.
    pub const ALL: [Role; 13] = [
        Role::Administrator,
        Role::Aide,
        Role::Counselor,
        Role::DistrictAdministrator,
        Role::Guardian,
        Role::Parent,
        Role::Principal,
        Role::Proctor,
        Role::Relative,
        Role::SiteAdministrator,
        Role::Student,
        Role::SystemAdministrator,
        Role::Teacher,
    ];

    /// Its word in a file.
    pub fn word(self) -> &'static str {
        match self {
            Role::Administrator => "administrator",
            Role::Aide => "aide",
            Role::Counselor => "counselor",
            Role::DistrictAdministrator => "districtAdministrator",
            Role::Guardian => "guardian",
            Role::Parent => "parent",
            Role::Principal => "principal",
            Role::Proctor => "proctor",
            Role::Relative => "relative",
            Role::SiteAdministrator => "siteAdministrator",
            Role::Student => "student",
            Role::SystemAdministrator => "systemAdministrator",
            Role::Teacher => "teacher",
        }
    }

    /// The role of a word, in any version.
    pub fn of_word(word: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.word() == word)
    }

    /// Whether a version knows it.
    pub fn is_of(self, version: Version) -> bool {
        match version {
            Version::V11 => matches!(
                self,
                Role::Administrator
                    | Role::Aide
                    | Role::Guardian
                    | Role::Parent
                    | Role::Proctor
                    | Role::Relative
                    | Role::Student
                    | Role::Teacher
            ),
            Version::V12 => self != Role::Administrator,
        }
    }

    /// Whether somebody of it works for the district. Of all others nothing is kept.
    pub fn is_staff(self) -> bool {
        !matches!(self, Role::Student | Role::Parent | Role::Guardian | Role::Relative)
    }

    /// The roles of a version, for a message.
    pub fn words(version: Version) -> String {
        let known: Vec<_> = Role::ALL.into_iter().filter(|role| role.is_of(version)).map(Role::word).collect();
        known.join(", ")
    }
}
