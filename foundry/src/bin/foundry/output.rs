//! Where rows go: standard output, or a file that has its name only once it is whole.

use std::fs::{self, OpenOptions};
use std::io::{self, BufWriter, StdoutLock, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::exit::Stop;
use crate::failure::Failure;

/// What rows are written to.
pub(crate) struct Output {
    name: String,
    target: Target,
}

enum Target {
    Standard(BufWriter<StdoutLock<'static>>),
    /// A temporary file beside the place of the whole one.
    File(BufWriter<NamedTempFile>, PathBuf),
    /// A pipe or a device: it has no name to take.
    Direct(BufWriter<fs::File>),
}

impl Output {
    /// Standard output.
    pub(crate) fn standard() -> Self {
        Self {
            name: "standard output".to_owned(),
            target: Target::Standard(BufWriter::new(io::stdout().lock())),
        }
    }

    /// The file at `path`, which is there once [`Self::finish`] returns, and is as it was until then.
    pub(crate) fn file(path: &Path) -> Result<Self, Failure> {
        let name = format!("`{}`", path.display());
        let failed = |error: &io::Error| Failure::of_file(&format!("write {name}"), error);
        // What a link leads to is written, and not the link.
        let path = &followed(path).map_err(|error| failed(&error))?;
        let target = match fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => {
                return Err(Failure::new(format!("cannot write {name}: it is a folder"))
                    .with_help("name a file in it"));
            }
            // What is open already is appended to: a shell may have written to it.
            Ok(metadata) if !metadata.is_file() || is_of_system(path) => {
                let file = OpenOptions::new().append(true).open(path);
                Target::Direct(BufWriter::new(file.map_err(|error| failed(&error))?))
            }
            Ok(metadata) => temporary(path.clone(), Some(metadata.permissions()), &failed)?,
            Err(_) => temporary(path.clone(), None, &failed)?,
        };
        Ok(Self { name, target })
    }

    /// Whether rows go to the terminal that a progress bar would be drawn on.
    pub(crate) fn is_standard(&self) -> bool {
        matches!(self.target, Target::Standard(_))
    }

    /// Appends `bytes`.
    pub(crate) fn write(&mut self, bytes: &[u8]) -> Result<(), Stop> {
        let written = match &mut self.target {
            Target::Standard(stdout) => stdout.write_all(bytes),
            Target::File(file, _) => file.write_all(bytes),
            Target::Direct(file) => file.write_all(bytes),
        };
        written.map_err(|error| stopped(&self.name, &error))
    }

    /// Writes what is still held back, and gives a file its name.
    pub(crate) fn finish(self) -> Result<(), Stop> {
        let finished = match self.target {
            Target::Standard(mut stdout) => stdout.flush(),
            Target::Direct(mut file) => file.flush(),
            Target::File(file, path) => publish(file, &path),
        };
        finished.map_err(|error| stopped(&self.name, &error))
    }
}

/// Prints `text` to standard output, at once.
pub(crate) fn print(text: &[u8]) -> Result<(), Stop> {
    let mut output = Output::standard();
    output.write(text)?;
    output.finish()
}

/// Where a chain of links leads, also where nothing is there yet; what the system keeps open is left as it is called.
fn followed(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..MAX_LINKS {
        if is_of_system(&path) || !path.is_symlink() {
            return Ok(path);
        }
        let target = fs::read_link(&path)?;
        path = path.parent().unwrap_or(Path::new("")).join(target);
    }
    Err(io::Error::other(format!("more than {MAX_LINKS} links lead on from each other")))
}

/// A longer chain of links is a circle.
const MAX_LINKS: usize = 40;

/// Whether a path names what the system keeps: devices, and the files that a process has open.
fn is_of_system(path: &Path) -> bool {
    cfg!(unix) && (path.starts_with("/dev") || path.starts_with("/proc"))
}

/// A file beside `path` that takes its name at the end, with the `permissions` of the one that is there.
fn temporary(
    path: PathBuf,
    permissions: Option<fs::Permissions>,
    failed: &dyn Fn(&io::Error) -> Failure,
) -> Result<Target, Failure> {
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let mut builder = tempfile::Builder::new();
    builder.prefix(".foundry-").suffix(".part");
    #[cfg(unix)]
    {
        // As a file has it that is simply created; temporary ones are private otherwise.
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let file = builder.tempfile_in(folder).map_err(|error| failed(&without_path(&error)))?;
    if let Some(permissions) = permissions {
        file.as_file().set_permissions(permissions).map_err(|error| failed(&error))?;
    }
    Ok(Target::File(BufWriter::new(file), path))
}

/// The name of a temporary file is chance, and means nothing to a reader.
fn without_path(error: &io::Error) -> io::Error {
    let text = error.to_string();
    io::Error::new(error.kind(), text.split(" at path ").next().unwrap_or_default())
}

fn publish(file: BufWriter<NamedTempFile>, path: &Path) -> io::Result<()> {
    let file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
    file.as_file().sync_all()?;
    file.persist(path).map(|_| ()).map_err(|error| error.error)
}

fn stopped(name: &str, error: &io::Error) -> Stop {
    if error.kind() == io::ErrorKind::BrokenPipe {
        return Stop::Closed;
    }
    Failure::of_file(&format!("write {name}"), error).into()
}
