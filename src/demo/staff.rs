//! The people of the demo: plainly invented, and nobody's namesake as far as we could help it.

use crate::people::Role;

/// Someone of the demo.
#[derive(Debug, Clone)]
pub struct Colleague {
    /// First and last name.
    pub name: String,
    /// Mail address at the demo's own, never routable domain (RFC 2606).
    pub email: String,
    /// Index of their school, if they belong to one.
    pub school: Option<usize>,
    /// What they do.
    pub roles: Vec<Role>,
    /// What to ask them about.
    pub ask: &'static str,
}

const FIRST: [&str; 36] = [
    "Maple", "Robin", "Juniper", "Wren", "Aspen", "Clover", "Rowan", "Sage", "Linden", "Heron", "Hazel", "Finch",
    "Olive", "Basil", "Fern", "Jasper", "Coral", "Reed", "Poppy", "Cedar", "Iris", "Lark", "Myrtle", "Ash", "Briar",
    "Flint", "Ginger", "Hollis", "Ivy", "Jay", "Laurel", "Moss", "Nettle", "Pepper", "Quill", "Teal",
];

const LAST: [&str; 34] = [
    "Thistledown",
    "Brightwater",
    "Quillfeather",
    "Applecart",
    "Bookbinder",
    "Candlewick",
    "Driftwood",
    "Everglade",
    "Featherstitch",
    "Goldenrod",
    "Honeycomb",
    "Inkwell",
    "Jellybean",
    "Kettleworth",
    "Lamplighter",
    "Marmalade",
    "Nightingown",
    "Oatcake",
    "Papercraft",
    "Quiltmaker",
    "Rainbarrel",
    "Shortbread",
    "Teakettle",
    "Umbrellaman",
    "Velveteen",
    "Willowbank",
    "Yarrowfield",
    "Zephyrson",
    "Butterscotch",
    "Cloverleaf",
    "Dandelyon",
    "Figtree",
    "Gingersnap",
    "Huckleberry",
];

const ASK: [&str; 12] = [
    "digital portfolios",
    "outdoor classrooms",
    "picture books in French and English",
    "micro:bits and Scratch",
    "inquiry questions that last",
    "assessment without grades",
    "local history and maps",
    "podcasting with a class",
    "graphic novels",
    "design thinking",
    "reading with grade 1 buddies",
    "the 3D printer, and why it is out of order",
];

/// The persona who hosts.
pub const HOST: &str = "maple@demo.example";
/// The persona who teaches and drops in.
pub const TEACHER: &str = "robin@demo.example";
/// The persona who is new.
pub const NEWCOMER: &str = "juniper@demo.example";
/// The persona who looks after Klatsch.
pub const ADMINISTRATOR: &str = "wren@demo.example";

/// One of a list, going round.
fn pick(list: &'static [&'static str], index: usize) -> &'static str {
    list.iter().cycle().nth(index % list.len().max(1)).copied().unwrap_or_default()
}

/// About 120 colleagues of `schools` schools: at each a teacher-librarian, teachers and, at every other,
/// an administrator; besides, teachers on call and the district's own. The first four are the personas.
pub fn colleagues(schools: usize) -> Vec<Colleague> {
    let mut all: Vec<Colleague> = Vec::new();
    let mut add = |school: Option<usize>, roles: &[Role]| {
        let index = all.len();
        // 36 and 34 share the factor 2: the step after each round of 36 keeps all pairs apart.
        let (first, last) = (pick(&FIRST, index), pick(&LAST, index + index / FIRST.len()));
        let name = format!("{first} {last}");
        let address = first.to_lowercase();
        let email = match index / FIRST.len() {
            0 => format!("{address}@demo.example"),
            round => format!("{address}{}@demo.example", round + 1),
        };
        all.push(Colleague { name, email, school, roles: roles.to_vec(), ask: pick(&ASK, index) });
    };
    // The personas: a teacher-librarian, a teacher of the same school, someone on call, the district's.
    add(Some(0), &[Role::TeacherLibrarian]);
    add(Some(0), &[Role::Teacher]);
    add(None, &[Role::TeacherOnCall]);
    add(None, &[Role::Steward, Role::DistrictStaff]);
    for school in 0..schools {
        if school > 0 {
            add(Some(school), &[Role::TeacherLibrarian]);
        }
        add(Some(school), &[Role::Teacher]);
        if school % 3 != 2 {
            add(Some(school), &[Role::Teacher]);
        }
        if school % 2 == 0 {
            add(Some(school), &[Role::Administrator]);
        }
    }
    for role in [Role::TeacherOnCall, Role::TeacherOnCall, Role::TeacherOnCall, Role::SupportStaff, Role::DistrictStaff]
    {
        add(None, &[role]);
    }
    all
}
