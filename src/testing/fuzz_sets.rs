//! Sets of OneRoster are fuzzed too: archives, and what is in them.

use super::fuzz::read;

/// A set of three files in an archive, whatever they say.
fn archive(files: [(&str, &[u8]); 4]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, content) in files {
        archive.start_file(name, stored).unwrap();
        std::io::Write::write_all(&mut archive, content).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn read_archive(bytes: Vec<u8>) -> oneroster::Set {
    let set = oneroster::read_zip(Box::new(std::io::Cursor::new(bytes)), "set.zip");
    for problem in set.notes.errors.all() {
        assert!(!problem.file.is_empty() && problem.row != Some(0), "{problem:?}");
    }
    set
}

const MANIFESTS: [&str; 2] = [
    "propertyName,value\noneroster.version,1.2\nfile.orgs,bulk\nfile.users,bulk\nfile.roles,bulk\n",
    "propertyName,value\noneroster.version,1.1\nfile.orgs,delta\nfile.users,delta\n",
];

#[test]
fn sets_of_oneroster() {
    let pieces = &[
        ",",
        "\"",
        "\"\"",
        "\n",
        "\r\n",
        "\u{feff}",
        "|",
        "sourcedId",
        "status",
        "dateLastModified",
        "name",
        "type",
        "school",
        "enabledUser",
        "givenName",
        "familyName",
        "username",
        "orgSourcedIds",
        "orgSourcedId",
        "userSourcedId",
        "roleType",
        "role",
        "teacher",
        "student",
        "tobedeleted",
        "true",
        "metadata.a",
        "s1",
        "\0",
        "sourcedId,name,type\n",
        "sourcedId,enabledUser,orgSourcedIds,role,username,givenName,familyName\n",
        "sourcedId,userSourcedId,roleType,role,orgSourcedId\n",
        "propertyName,value\n",
        "oneroster.version,1.2\n",
        "file.users,bulk\n",
        "file.usres,delta\n",
    ];
    read(pieces, |text| {
        let mut parts = text.split(|byte| *byte == b'|');
        let [orgs, users, roles] = std::array::from_fn(|_| parts.next().unwrap_or_default());
        for manifest in MANIFESTS {
            let files = [("orgs.csv", orgs), ("users.csv", users), ("roles.csv", roles)];
            let [orgs, users, roles] = files;
            let set = read_archive(archive([("manifest.csv", manifest.as_bytes()), orgs, users, roles]));
            if set.notes.errors.is_empty() {
                assert!(set.users.iter().all(|user| !user.sourced_id.is_empty()));
                assert!(set.users.iter().all(|user| user.gone || !user.name.is_empty()));
                assert!(set.orgs.iter().all(|org| org.gone || !org.name.is_empty()));
            }
        }
        read_archive(archive([("manifest.csv", orgs), ("orgs.csv", users), ("users.csv", roles), ("roles.csv", b"")]));
    });
}

#[test]
fn archives_that_are_damaged() {
    let rows = b"sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\ns1,,,Sample,school,,\n";
    let manifest = b"propertyName,value\noneroster.version,1.2\nfile.orgs,bulk\n";
    let whole = archive([("manifest.csv", manifest), ("orgs.csv", rows), ("a.csv", b"a"), ("b/c.csv", b"b")]);
    assert!(read_archive(whole.clone()).notes.errors.is_empty());
    read(&[], move |bytes| {
        let mut broken = whole.clone();
        for change in bytes.chunks(3).take(8) {
            if let [high, low, byte] = change {
                let place = (usize::from(*high) << 8 | usize::from(*low)) % broken.len();
                broken[place] = *byte;
            }
        }
        if bytes.len() % 3 == 1 {
            broken.truncate(usize::from(bytes[0]) * broken.len() / 256);
        }
        read_archive(broken);
    });
}
