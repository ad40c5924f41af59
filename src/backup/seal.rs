//! The layer that encrypts: the age format with a passphrase, or nothing.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::path::Path;

use age::secrecy::SecretString;

use super::read::Unreadable;

/// A passphrase; it has no printable form.
#[derive(Clone)]
pub struct Passphrase(SecretString);

impl std::fmt::Debug for Passphrase {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Passphrase")
    }
}

impl Passphrase {
    /// Of what was typed; without a line break at its end, which files have.
    pub fn new(typed: &str) -> Option<Passphrase> {
        let typed = typed.trim_end_matches(['\r', '\n']);
        (!typed.is_empty()).then(|| Passphrase(SecretString::from(typed.to_owned())))
    }
}

/// A file being written.
pub enum Sealing {
    /// As it is.
    Open(BufWriter<File>),
    /// Encrypted.
    Sealed(Box<age::stream::StreamWriter<BufWriter<File>>>),
}

impl Sealing {
    /// Begins to write to a file.
    pub fn begin(file: File, passphrase: Option<&Passphrase>) -> io::Result<Sealing> {
        let file = BufWriter::with_capacity(1 << 18, file);
        Ok(match passphrase {
            None => Sealing::Open(file),
            Some(Passphrase(secret)) => {
                Sealing::Sealed(Box::new(age::Encryptor::with_user_passphrase(secret.clone()).wrap_output(file)?))
            }
        })
    }

    /// Writes what is left, and waits until it is on the disk.
    pub fn finish(self) -> io::Result<()> {
        let file = match self {
            Sealing::Open(file) => file,
            Sealing::Sealed(stream) => stream.finish()?,
        };
        file.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()
    }
}

impl Write for Sealing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Sealing::Open(file) => file.write(bytes),
            Sealing::Sealed(stream) => stream.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Sealing::Open(file) => file.flush(),
            Sealing::Sealed(stream) => stream.flush(),
        }
    }
}

/// How a file of each kind begins.
const AGE: &[u8] = b"age-encryption.org/";
const GZIP: &[u8] = &[0x1f, 0x8b];

/// Opens a backup to read what is inside of the encryption.
pub fn unseal(path: &Path, passphrase: Option<&Passphrase>) -> Result<Box<dyn Read>, Unreadable> {
    let mut file = BufReader::with_capacity(1 << 18, File::open(path)?);
    let begin = file.fill_buf()?;
    if begin.starts_with(GZIP) {
        return Ok(Box::new(file));
    }
    if !begin.starts_with(AGE) {
        return Err(Unreadable::NoBackup);
    }
    let Some(Passphrase(secret)) = passphrase else {
        return Err(Unreadable::Locked);
    };
    let damaged = |error: age::DecryptError| Unreadable::Damaged(error.to_string());
    let sealed = age::Decryptor::new_buffered(file).map_err(damaged)?;
    let mut identity = age::scrypt::Identity::new(secret.clone());
    // The work was chosen by the machine that made it; a slower one must still be able to restore.
    identity.set_max_work_factor(24);
    match sealed.decrypt(std::iter::once(&identity as &dyn age::Identity)) {
        Ok(stream) => Ok(Box::new(stream)),
        // A wrong passphrase and a header changed on the way cannot be told apart.
        Err(age::DecryptError::DecryptionFailed | age::DecryptError::KeyDecryptionFailed) => {
            Err(Unreadable::WrongPassphrase)
        }
        Err(age::DecryptError::NoMatchingKeys) => Err(Unreadable::OtherLock),
        Err(error) => Err(damaged(error)),
    }
}
