//! A throw-away PostgreSQL: its own folder, its own port, gone when this process is.

use std::fs;
use std::io::Write;
use std::net::TcpListener;
use std::os::unix::fs::{PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::packages;
use crate::programs::{find, is_set, succeed_quietly};

/// The variable by which tests find a server; each test makes its own database there.
pub const VARIABLE: &str = "KLATSCH_TEST_POSTGRES";

/// A running server. Dropping it stops it and removes its folder.
pub struct Cluster {
    folder: PathBuf,
    keeper: Option<Child>,
    url: String,
}

/// Starts the server, waits for its end pipe to close, stops the server, removes the folder.
///
/// The keeper is a process of its own in a process group of its own: a Ctrl-C on the terminal does
/// not reach it, and when this program ends, however it ends (also by SIGKILL), the pipe closes.
/// A signal handler here would have covered less.
const KEEPER: &str = r#"
trap '' INT HUP
programs=$1 folder=$2 port=$3
shift 3
start() {
    "$programs/postgres" -D "$folder/data" -h 127.0.0.1 -p "$port" -k "$folder" \
        -c max_connections=200 -c shared_buffers=128MB -c autovacuum=off "$@" \
        </dev/null >"$folder/log" 2>&1 &
    server=$!
}
start "$@"
while read -r line; do
    case $line in
    # QUIT is the immediate shutdown: nobody is waited for, nothing is tidied up.
    crash) kill -QUIT "$server"; wait "$server" 2>/dev/null; rm -f "$folder/data/postmaster.pid" ;;
    again) start "$@" ;;
    esac
done
# INT is the fast shutdown; if a stuck back end holds it up, the data is worthless anyway.
kill -INT "$server" 2>/dev/null
tries=0
while kill -0 "$server" 2>/dev/null && [ "$tries" -lt 100 ]; do
    sleep 0.1
    tries=$((tries + 1))
done
kill -KILL "$server" 2>/dev/null
wait "$server" 2>/dev/null
cd / && rm -rf "$folder"
"#;

/// What a server promises of its data.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Promise {
    /// Nothing: it is for tests.
    Nothing,
    /// That what is committed is on the disk, as PostgreSQL does by itself.
    Durable,
}

impl Cluster {
    /// Makes and starts a server, installing PostgreSQL if need be.
    pub fn start(promise: Promise) -> Result<Cluster> {
        let programs = find_programs()?;
        let account = Account::to_run_as()?;
        let mut refusal = String::new();
        // Another process may take the free port before the server does, hence a few tries.
        for _ in 0..3 {
            let mut cluster = Cluster::launch(&programs, account.as_ref(), promise)?;
            if cluster.becomes_ready() {
                return Ok(cluster);
            }
            refusal = cluster.log();
            if !refusal.contains("could not bind") {
                break;
            }
        }
        bail!("PostgreSQL did not start:\n{refusal}")
    }

    fn launch(programs: &Path, account: Option<&Account>, promise: Promise) -> Result<Cluster> {
        let folder = make_folder(account)?;
        let port = free_port()?;
        let url = format!("postgres://klatsch@127.0.0.1:{port}/postgres");
        let mut cluster = Cluster { folder, keeper: None, url };
        succeed_quietly(
            unprivileged(account, &programs.join("initdb"))?
                .arg("--pgdata")
                .arg(cluster.folder.join("data"))
                // Locale C orders text by its bytes, as SQLite does.
                .args(["--username=klatsch", "--auth=trust", "--encoding=UTF8", "--locale=C"])
                .arg("--no-sync")
                .current_dir(&cluster.folder),
        )?;
        let keeper = unprivileged(account, Path::new("/bin/sh"))?
            .args(["-c", KEEPER, "postgres-keeper"])
            .arg(programs)
            .arg(&cluster.folder)
            .arg(port.to_string())
            .args(match promise {
                Promise::Nothing => {
                    &["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"][..]
                }
                Promise::Durable => &[],
            })
            .current_dir(&cluster.folder)
            .stdin(Stdio::piped())
            .process_group(0)
            .spawn()
            .context("could not start PostgreSQL")?;
        cluster.keeper = Some(keeper);
        Ok(cluster)
    }

    /// Where it is reached, with the right to create databases.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The process of the server.
    pub fn postmaster(&self) -> Option<u32> {
        fs::read_to_string(self.folder.join("data/postmaster.pid")).ok()?.lines().next()?.trim().parse().ok()
    }

    /// Ends the server at once, as a power cut does.
    pub fn crash(&mut self) -> Result<()> {
        self.tell("crash\n")?;
        for _ in 0..200 {
            if !self.folder.join("data/postmaster.pid").exists() {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        bail!("PostgreSQL did not end:\n{}", self.log())
    }

    /// Starts it again after [`Cluster::crash`].
    pub fn again(&mut self) -> Result<()> {
        self.tell("again\n")?;
        for _ in 0..300 {
            if self.is_ready() {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        bail!("PostgreSQL did not start again:\n{}", self.log())
    }

    fn tell(&mut self, line: &str) -> Result<()> {
        let pipe = self.keeper.as_mut().and_then(|keeper| keeper.stdin.as_mut()).context("no server was started")?;
        pipe.write_all(line.as_bytes())?;
        Ok(pipe.flush()?)
    }

    /// Runs one statement in a database of this server.
    pub fn run(&self, database: &str, statement: &str) -> Result<String> {
        let psql = find_programs()?.join("psql");
        succeed_quietly(
            Command::new(if psql.is_file() { psql } else { "psql".into() })
                .args(["--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--set", "ON_ERROR_STOP=1"])
                .args(["--dbname", &self.at(database), "--command", statement]),
        )
    }

    /// The address of a database of this server.
    pub fn at(&self, database: &str) -> String {
        self.url.strip_suffix("/postgres").map_or_else(String::new, |server| format!("{server}/{database}"))
    }

    /// Gives a folder to the account the server runs as.
    pub fn own(&self, folder: &Path) -> Result<()> {
        if let Some(Account { user, group }) = Account::to_run_as()? {
            chown(folder, Some(user), Some(group))?;
        }
        Ok(())
    }

    fn is_ready(&self) -> bool {
        let state = fs::read_to_string(self.folder.join("data/postmaster.pid"));
        state.is_ok_and(|text| text.lines().nth(7).is_some_and(|line| line.trim() == "ready"))
    }

    /// The server writes `ready` on the eighth line of its pid file once it takes connections.
    fn becomes_ready(&mut self) -> bool {
        for _ in 0..300 {
            if self.is_ready() {
                return true;
            }
            if self.log().contains("FATAL") {
                return false;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        false
    }

    fn log(&self) -> String {
        fs::read_to_string(self.folder.join("log")).unwrap_or_default()
    }

    fn stop(&mut self) {
        if let Some(mut keeper) = self.keeper.take() {
            drop(keeper.stdin.take());
            let _ = keeper.wait();
        }
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        self.stop();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// The server for a run of the tests: the one named by the environment, or a new one.
pub enum Server {
    /// Somebody else's, which stays.
    Given(String),
    /// Ours, which goes.
    Started(Cluster),
}

impl Server {
    /// Takes the server that the environment names, else starts one.
    pub fn for_tests() -> Result<Server> {
        if is_set(VARIABLE) {
            return Ok(Server::Given(std::env::var(VARIABLE)?));
        }
        Cluster::start(Promise::Nothing).map(Server::Started)
    }

    /// Where it is reached.
    pub fn url(&self) -> &str {
        match self {
            Server::Given(url) => url,
            Server::Started(cluster) => cluster.url(),
        }
    }
}

/// `cargo xtask postgres`: a server for as long as the developer wants one.
pub fn keep() -> Result<ExitCode> {
    let mut cluster = Cluster::start(Promise::Nothing)?;
    println!("export {VARIABLE}={}", cluster.url());
    eprintln!("PostgreSQL is running; its data goes when you press Ctrl-C");
    if let Some(keeper) = cluster.keeper.as_mut() {
        let pipe = keeper.stdin.take();
        keeper.wait()?;
        drop(pipe);
    }
    bail!("PostgreSQL has stopped");
}

fn find_programs() -> Result<PathBuf> {
    if let Some(folder) = installed() {
        return Ok(folder);
    }
    packages::install(&["postgresql"], "testing on PostgreSQL")?;
    installed().context("the package postgresql brought no initdb")
}

/// The folder that has both `initdb` and `postgres`: in `PATH`, or where Debian puts them, newest
/// version first.
fn installed() -> Option<PathBuf> {
    let from_path = find(&["initdb"]).and_then(|file| file.parent().map(Path::to_path_buf));
    let mut debian: Vec<(u32, PathBuf)> = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            let entry = entry.ok()?;
            let version = entry.file_name().to_str()?.parse().ok()?;
            Some((version, entry.path().join("bin")))
        })
        .collect();
    debian.sort();
    from_path
        .into_iter()
        .chain(debian.into_iter().rev().map(|(_, folder)| folder))
        .find(|folder| folder.join("initdb").is_file() && folder.join("postgres").is_file())
}

/// Whom the server runs as when we are root, for PostgreSQL refuses root.
struct Account {
    user: u32,
    group: u32,
}

impl Account {
    fn to_run_as() -> Result<Option<Account>> {
        if !packages::is_root() {
            return Ok(None);
        }
        let accounts = fs::read_to_string("/etc/passwd").context("could not read /etc/passwd")?;
        ["postgres", "nobody"]
            .iter()
            .find_map(|name| Account::named(name, &accounts))
            .map(Some)
            .context("PostgreSQL does not run as root, and there is no account postgres or nobody")
    }

    /// Finds an account in the text of `passwd(5)`: `name:password:uid:gid:…`.
    fn named(name: &str, accounts: &str) -> Option<Account> {
        let mut fields = accounts
            .lines()
            .map(|line| line.split(':'))
            .find_map(|mut fields| (fields.next() == Some(name)).then_some(fields))?;
        let user = fields.nth(1)?.parse().ok()?;
        let group = fields.next()?.parse().ok()?;
        Some(Account { user, group })
    }
}

/// A command that runs as the account; `Command::uid` would do, but would keep root's groups.
fn unprivileged(account: Option<&Account>, program: &Path) -> Result<Command> {
    let Some(Account { user, group }) = account else {
        return Ok(Command::new(program));
    };
    let setpriv = find(&["setpriv"]).context("running PostgreSQL as root needs setpriv (util-linux)")?;
    let mut command = Command::new(setpriv);
    command.args([format!("--reuid={user}"), format!("--regid={group}")]).arg("--clear-groups").arg(program);
    Ok(command)
}

/// A folder outside of the checkout, since the account may not be able to enter that.
fn make_folder(account: Option<&Account>) -> Result<PathBuf> {
    let name = format!("klatsch-postgres-{}-{}", std::process::id(), free_port()?);
    let folder = std::env::temp_dir().join(name);
    fs::create_dir(&folder).with_context(|| format!("could not make {}", folder.display()))?;
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o700))?;
    if let Some(Account { user, group }) = account {
        chown(&folder, Some(*user), Some(*group))?;
    }
    Ok(folder)
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
    use super::Account;

    const ACCOUNTS: &str = "root:x:0:0:root:/root:/bin/bash\n\
        nobody:x:65534:65533:nobody:/nonexistent:/usr/sbin/nologin\n\
        postgres:x:101:104::/var/lib/postgresql:/bin/bash\n";

    #[test]
    fn an_account_is_found_by_its_whole_name() {
        let account = Account::named("postgres", ACCOUNTS).unwrap();
        assert_eq!((account.user, account.group), (101, 104));
        let nobody = Account::named("nobody", ACCOUNTS).unwrap();
        assert_eq!((nobody.user, nobody.group), (65534, 65533));
        assert!(Account::named("post", ACCOUNTS).is_none());
    }
}
