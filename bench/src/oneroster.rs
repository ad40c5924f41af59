//! A OneRoster set of 200,000 users: how long taking it over takes, and how much memory.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};

use crate::process::Folder;
use crate::report::{Report, number};
use crate::setting::Setting;

/// How many users there are.
const USERS: u32 = 200_000;
/// One of so many is of the staff.
const STAFF: [(u32, &str); 2] = [(10, "one in ten of the staff"), (1, "all of the staff")];

const USERS_HEADER: &str = "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,\
email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,resourceSourcedIds,preferredGivenName,\
preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns\r\n";
const ROLES_HEADER: &str = "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId\r\n";

/// Writes the set; the same numbers make the same set.
fn write(folder: &Path, one_in: u32) -> Result<()> {
    let schools = USERS / 500;
    let mut orgs = "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\r\n".to_owned();
    for school in 0..schools {
        write!(orgs, "school-{school},,,Sample School {school},school,{school},\r\n")?;
    }
    let (mut users, mut roles) = (USERS_HEADER.to_owned(), ROLES_HEADER.to_owned());
    for user in 0..USERS {
        let role = if user % one_in == 0 { "teacher" } else { "student" };
        write!(
            users,
            "user-{user:08},,,true,user{user},,\"Given {}\",Family {user},,{user},user{user}@sample.example,,,,,,,,,,,,\r\n",
            user % 700
        )?;
        write!(roles, "role-{user:08},,,user-{user:08},primary,{role},,,school-{},\r\n", user % schools)?;
    }
    fs::create_dir_all(folder)?;
    let manifest = "propertyName,value\r\nmanifest.version,1.0\r\noneroster.version,1.2\r\nfile.orgs,bulk\r\nfile.roles,bulk\r\nfile.users,bulk\r\n";
    for (name, content) in
        [("manifest.csv", manifest), ("orgs.csv", &orgs), ("users.csv", &users), ("roles.csv", &roles)]
    {
        fs::write(folder.join(name), content)?;
    }
    Ok(())
}

/// Runs an import; how long it took, and the most memory it held, in MB.
fn run(setting: &Setting, data: &Path, set: &Path, more: &[&str]) -> Result<(Duration, f64)> {
    let said = set.with_extension("json");
    let start = Instant::now();
    let mut child = Command::new(&setting.program)
        .args(["import", "oneroster", "--json", "--data"])
        .arg(data)
        .args(more)
        .arg(set)
        .env_clear()
        .stdout(fs::File::create(&said)?)
        .spawn()?;
    let mut most = 0.0_f64;
    let status = loop {
        let text = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let held = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok()).unwrap_or(0.0);
        most = most.max(held / 1024.0);
        if let Some(status) = child.try_wait()? {
            break status;
        }
        std::thread::sleep(Duration::from_millis(5));
    };
    let time = start.elapsed();
    let said = fs::read_to_string(said)?;
    ensure!(status.success(), "klatsch import oneroster {more:?} ended with {status}: {:.2000}", said);
    Ok((time, most))
}

/// Measures it.
pub fn measure(setting: &Setting, report: &mut Report) -> Result<()> {
    report.section(
        "OneRoster",
        "`klatsch import oneroster` of a set of 200,000 users and 400 schools in version 1.2, on SQLite: only the \
         difference, the first import into an empty database, and the same set again. The memory is the most that the \
         process ever held.",
    );
    let mut rows = Vec::new();
    for (one_in, staff) in STAFF {
        let folder = Folder::new("oneroster")?;
        let (set, data) = (folder.path().join("set"), folder.path().join("data"));
        write(&set, one_in)?;
        for (what, more) in [("difference", &["--dry-run"][..]), ("first import", &[]), ("the same again", &[])] {
            let (time, memory) = run(setting, &data, &set, more)?;
            rows.push(vec![staff.to_owned(), what.to_owned(), number(time.as_secs_f64()), number(memory)]);
            report.aim(
                &format!("OneRoster, {staff}, {what}"),
                "under 30 s and 300 MB",
                format!("{} s, {} MB", number(time.as_secs_f64()), number(memory)),
                time < Duration::from_secs(30) && memory < 300.0,
            );
        }
    }
    report.table(&["users", "", "s", "most memory, MB"], &rows);
    Ok(())
}
