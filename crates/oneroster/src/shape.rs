//! The files of the standard and their columns.

use crate::Version;

/// A file of the standard.
#[derive(Debug)]
pub struct Shape {
    /// Its name without `.csv`.
    pub name: &'static str,
    /// Its columns in order: `!` is required, `*` is required in delta sets.
    columns: &'static str,
}

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// Whether a header without it is refused.
    pub required: bool,
    /// Whether one in a delta set is.
    pub required_in_delta: bool,
}

impl Shape {
    /// Its name with `.csv`.
    pub fn file(&self) -> String {
        format!("{}.csv", self.name)
    }

    /// Its columns in a version.
    pub fn columns(&self, version: Version) -> Vec<Column> {
        let text = match (self.name, version) {
            ("users", Version::V11) => USERS_1_1,
            _ => self.columns,
        };
        text.split_whitespace()
            .map(|column| {
                let name = column.trim_end_matches(['!', '*']);
                Column {
                    name,
                    // New in 1.2 of a file that 1.1 has as well.
                    required: column.ends_with('!')
                        && !(version == Version::V11 && self.name == "lineItems" && name == "schoolSourcedId"),
                    required_in_delta: column.ends_with('*'),
                }
            })
            .collect()
    }
}

const USERS_1_1: &str = "sourcedId! status* dateLastModified* enabledUser! orgSourcedIds! role! username! userIds \
    givenName! familyName! middleName identifier email sms phone agentSourcedIds grades password";

/// Every file of either version, besides the manifest.
pub const FILES: &[Shape] = &[
    Shape { name: "orgs", columns: "sourcedId! status* dateLastModified* name! type! identifier parentSourcedId" },
    Shape {
        name: "roles",
        columns: "sourcedId! status* dateLastModified* userSourcedId! roleType! role! beginDate endDate \
                  orgSourcedId! userProfileSourcedId",
    },
    Shape {
        name: "users",
        columns: "sourcedId! status* dateLastModified* enabledUser! username! userIds givenName! familyName! \
                  middleName identifier email sms phone agentSourcedIds grades password userMasterIdentifier \
                  resourceSourcedIds preferredGivenName preferredMiddleName preferredFamilyName \
                  primaryOrgSourcedId pronouns",
    },
    Shape {
        name: "academicSessions",
        columns: "sourcedId! status* dateLastModified* title! type! startDate! endDate! parentSourcedId schoolYear!",
    },
    Shape { name: "categories", columns: "sourcedId! status* dateLastModified* title! weight" },
    Shape {
        name: "classes",
        columns: "sourcedId! status* dateLastModified* title! grades courseSourcedId! classCode classType! location \
                  schoolSourcedId! termSourcedIds! subjects subjectCodes periods",
    },
    Shape {
        name: "classResources",
        columns: "sourcedId! status* dateLastModified* title classSourcedId! resourceSourcedId!",
    },
    Shape {
        name: "courseResources",
        columns: "sourcedId! status* dateLastModified* title courseSourcedId! resourceSourcedId!",
    },
    Shape {
        name: "courses",
        columns: "sourcedId! status* dateLastModified* schoolYearSourcedId title! courseCode grades orgSourcedId! \
                  subjects subjectCodes",
    },
    Shape {
        name: "demographics",
        columns: "sourcedId! status* dateLastModified* birthDate sex americanIndianOrAlaskaNative asian \
                  blackOrAfricanAmerican nativeHawaiianOrOtherPacificIslander white demographicRaceTwoOrMoreRaces \
                  hispanicOrLatinoEthnicity countryOfBirthCode stateOfBirthAbbreviation cityOfBirth \
                  publicSchoolResidenceStatus",
    },
    Shape {
        name: "enrollments",
        columns: "sourcedId! status* dateLastModified* classSourcedId! schoolSourcedId! userSourcedId! role! primary \
                  beginDate endDate",
    },
    Shape {
        name: "lineItemLearningObjectiveIds",
        columns: "sourcedId! status* dateLastModified* lineItemSourcedId! source! learningObjectiveId!",
    },
    Shape {
        name: "lineItems",
        columns: "sourcedId! status* dateLastModified* title! description assignDate! dueDate! classSourcedId! \
                  categorySourcedId! academicSessionSourcedId! resultValueMin resultValueMax schoolSourcedId!",
    },
    Shape {
        name: "lineItemScoreScales",
        columns: "sourcedId! status* dateLastModified* title lineItemSourcedId! scoreScaleSourcedId!",
    },
    Shape {
        name: "resources",
        columns: "sourcedId! status* dateLastModified* vendorResourceId! title roles importance vendorId applicationId",
    },
    Shape {
        name: "resultLearningObjectiveIds",
        columns: "sourcedId! status* dateLastModified* resultSourcedId! source! learningObjectiveId! score textScore",
    },
    Shape {
        name: "results",
        columns: "sourcedId! status* dateLastModified* lineItemSourcedId! studentSourcedId! scoreStatus! score \
                  scoreDate! comment textScore classSourcedId inProgress incomplete late missing",
    },
    Shape {
        name: "resultScoreScales",
        columns: "sourcedId! status* dateLastModified* title resultSourcedId! scoreScaleSourcedId!",
    },
    Shape {
        name: "scoreScales",
        columns: "sourcedId! status* dateLastModified* title! type! orgSourcedId! courseSourcedId! classSourcedId! \
                  scoreScaleValue!",
    },
    Shape {
        name: "userProfiles",
        columns: "sourcedId! status* dateLastModified* userSourcedId! profileType! vendorId! applicationId \
                  description credentialType! username! password",
    },
    Shape {
        name: "userResources",
        columns: "sourcedId! status* dateLastModified* userSourcedId! orgSourcedId classSourcedId resourceSourcedId!",
    },
];

/// The file of a name without `.csv`.
pub fn of(name: &str) -> Option<&'static Shape> {
    FILES.iter().find(|shape| shape.name == name)
}
