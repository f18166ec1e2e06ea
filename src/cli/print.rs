//! PDFs, printed by a program of this machine: a browser of the Chromium family prints HTML, an office program prints DOCX. Owns which
//! program that is and how it is run: in a folder of its own that is gone afterwards, never on the person's screen, never for ever. What it
//! prints is made by `export`.

use std::ffi::OsString;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::surroundings::from_home;
use crate::error::Error;
use crate::plain::Objection;
use crate::text::{Arg, Message, Text};

/// Longer than any program needs for a long meeting; reached only by one that hangs.
const PATIENCE: Duration = Duration::from_secs(60);
/// Between two looks whether it is done.
const PAUSE: Duration = Duration::from_millis(20);

/// The commands that are looked for, best first.
const COMMANDS: &[&str] = &[
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "brave-browser",
    "soffice",
    "libreoffice",
];

/// Where such programs are on systems that do not put them among the commands; what stands there is on no other system.
const PLACES: &[&str] = &[
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Brave Browser.app/Contents/MacOS/Brave Browser",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
];

/// A program that makes PDFs.
#[derive(Debug)]
pub struct Printer {
    program: PathBuf,
    kind: Kind,
    patience: Duration,
}

/// How a program is told to print.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Browser,
    Office,
}

impl Kind {
    /// What a program of that name is.
    fn of(program: &Path) -> Self {
        let name = program.file_name().unwrap_or_default().to_string_lossy();
        if name.to_lowercase().contains("office") {
            Self::Office
        } else {
            Self::Browser
        }
    }
}

impl Printer {
    /// The program that is set; where none is, the first that is there.
    ///
    /// # Errors
    /// That there is none, and what was looked for.
    pub fn find(set: Option<&Path>) -> Result<Self, Message> {
        let program = match set {
            Some(set) => from_home(set)
                .and_then(|set| located(&set))
                .ok_or_else(|| {
                    Message::new("print-no-such")
                        .with("program", set.to_string_lossy().into_owned())
                })?,
            None => COMMANDS
                .iter()
                .chain(PLACES)
                .find_map(|program| located(Path::new(program)))
                .ok_or_else(|| {
                    let known: Vec<Arg> = COMMANDS.iter().copied().map(Arg::from).collect();
                    Message::new("print-none").with("known", known)
                })?,
        };
        Ok(Self {
            kind: Kind::of(&program),
            program,
            patience: PATIENCE,
        })
    }

    /// The formats that it prints, best first.
    pub const fn prints(&self) -> &'static [&'static str] {
        match self.kind {
            Kind::Browser => &["html"],
            Kind::Office => &["docx", "html"],
        }
    }

    /// The PDF of a document in the format of that name.
    ///
    /// # Errors
    /// Why there is none.
    pub fn print(&self, document: &[u8], format: &str) -> Result<Vec<u8>, Objection> {
        let temporary = std::env::temp_dir();
        let folder = tempfile::Builder::new()
            .prefix("tribune-")
            .tempdir()
            .map_err(|error| {
                Error::create(&temporary, error)
                    .messages()
                    .collect::<Objection>()
            })?;
        let job = Job::of(folder.path(), format);
        fs::write(&job.document, document).map_err(|error| {
            Error::write(&job.document, error)
                .messages()
                .collect::<Objection>()
        })?;
        self.run(&job).map_err(|message| vec![message])
    }

    fn run(&self, job: &Job) -> Result<Vec<u8>, Message> {
        let ended = self
            .command(job)
            .and_then(|mut command| command.spawn())
            .and_then(|child| ended_within(child, self.patience));
        match ended {
            Err(error) => Err(self.told("print-failed").with("said", error.to_string())),
            Ok(false) => Err(self.told("print-slow").with(
                "seconds",
                i64::try_from(self.patience.as_secs()).unwrap_or(i64::MAX),
            )),
            // Some end well without a PDF, and some complain with one: the PDF itself is what counts.
            Ok(true) => match fs::read(&job.printed) {
                Ok(pdf) if pdf.starts_with(b"%PDF") => Ok(pdf),
                Ok(_) | Err(_) => Err(match job.last_words() {
                    Some(said) => self.told("print-failed").with("said", said),
                    None => self.told("print-silent"),
                }),
            },
        }
    }

    fn told(&self, id: &'static str) -> Message {
        Message::new(id).with("program", self.program.to_string_lossy().into_owned())
    }

    /// The program with what it is told; it has no terminal, and whatever it says goes into a file.
    fn command(&self, job: &Job) -> io::Result<Command> {
        let mut command = Command::new(&self.program);
        command
            .args(match self.kind {
                Kind::Browser => browser(job),
                Kind::Office => office(job),
            })
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(File::create(&job.said)?);
        #[cfg(unix)]
        {
            use std::os::unix::process::CommandExt as _;
            // A group of its own, so that it can be ended with all that it started.
            command.process_group(0);
        }
        Ok(command)
    }
}

/// The files of one printing.
struct Job {
    document: PathBuf,
    printed: PathBuf,
    said: PathBuf,
    profile: PathBuf,
}

impl Job {
    fn of(folder: &Path, format: &str) -> Self {
        Self {
            document: folder.join("document").with_extension(format),
            // An office program names it after the document.
            printed: folder.join("document.pdf"),
            said: folder.join("said"),
            profile: folder.join("profile"),
        }
    }

    /// The last line that the program said.
    fn last_words(&self) -> Option<Text> {
        let said = fs::read(&self.said).ok()?;
        let said = String::from_utf8_lossy(&said);
        let mut lines = said.lines().rev().map(Text::line);
        lines.find(|line| !line.is_empty())
    }
}

/// What a browser is told: print, keep to itself, and stay off the network.
fn browser(job: &Job) -> Vec<OsString> {
    let mut arguments: Vec<OsString> = [
        "--headless",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-extensions",
        "--disable-sync",
        "--disable-background-networking",
        "--disable-component-update",
        "--host-resolver-rules=MAP * ~NOTFOUND",
        "--no-first-run",
        "--no-default-browser-check",
        "--no-pdf-header-footer",
        // What that was called before.
        "--print-to-pdf-no-header",
    ]
    .map(OsString::from)
    .to_vec();
    if is_root() {
        // Its sandbox needs an account that is not root's; it prints one page of our own, without scripts and without network.
        arguments.push("--no-sandbox".into());
    }
    arguments.push(assigned(
        "--user-data-dir=",
        job.profile.as_os_str().to_owned(),
    ));
    arguments.push(assigned(
        "--print-to-pdf=",
        job.printed.as_os_str().to_owned(),
    ));
    arguments.push(url(&job.document).into());
    arguments
}

/// What an office program is told: convert, with a profile of its own, so that a copy that is open elsewhere is left alone.
fn office(job: &Job) -> Vec<OsString> {
    let folder = job.document.parent().unwrap_or(Path::new(""));
    let mut arguments: Vec<OsString> = ["--headless", "--norestore", "--nologo", "--nodefault"]
        .map(OsString::from)
        .to_vec();
    arguments.push(assigned("-env:UserInstallation=", url(&job.profile).into()));
    arguments.extend(["--convert-to", "pdf", "--outdir"].map(OsString::from));
    arguments.push(folder.into());
    arguments.push(job.document.clone().into());
    arguments
}

fn assigned(name: &str, value: OsString) -> OsString {
    let mut argument = OsString::from(name);
    argument.push(value);
    argument
}

/// A whole path as programs of the web name it.
fn url(path: &Path) -> String {
    let path = path.to_string_lossy().replace('\\', "/");
    let mut url = String::from(if path.starts_with('/') {
        "file://"
    } else {
        "file:///"
    });
    for byte in path.bytes() {
        match byte {
            b'/' | b':' | b'-' | b'_' | b'.' | b'~' => url.push(char::from(byte)),
            byte if byte.is_ascii_alphanumeric() => url.push(char::from(byte)),
            byte => {
                let _ = write!(url, "%{byte:02X}");
            }
        }
    }
    url
}

/// Where a program is: a path as it stands, a command among those of this account.
fn located(program: &Path) -> Option<PathBuf> {
    if program.components().count() > 1 {
        return program.is_file().then(|| program.to_owned());
    }
    let folders = std::env::var_os("PATH")?;
    let with_ending = assigned(
        &program.to_string_lossy(),
        std::env::consts::EXE_SUFFIX.into(),
    );
    std::env::split_paths(&folders)
        .flat_map(|folder| [folder.join(program), folder.join(&with_ending)])
        .find(|path| path.is_file())
}

/// Waits for the end of a program; gives false where it had to be stopped.
fn ended_within(mut child: Child, patience: Duration) -> io::Result<bool> {
    let began = Instant::now();
    while child.try_wait()?.is_none() {
        if began.elapsed() >= patience {
            stop(&mut child);
            return Ok(false);
        }
        thread::sleep(PAUSE);
    }
    Ok(true)
}

/// Ends a program and all that it started. One that is gone already is no mistake.
fn stop(child: &mut Child) {
    #[cfg(unix)]
    {
        use rustix::process::{Pid, Signal, kill_process_group};
        let _ = kill_process_group(Pid::from_child(child), Signal::KILL);
    }
    let _ = child.kill();
    let _ = child.wait();
}

#[cfg(unix)]
fn is_root() -> bool {
    rustix::process::geteuid().is_root()
}

#[cfg(not(unix))]
const fn is_root() -> bool {
    false
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    /// A program that does what that script says; `$pdf` is where the PDF is to be.
    fn printer(folder: &Path, script: &str) -> Printer {
        let path = folder.join("browser");
        let written = format!(
            "#!/bin/sh\nfor a; do case $a in --print-to-pdf=*) pdf=${{a#--print-to-pdf=}};; esac; done\n{script}\n"
        );
        // Written by another process: a program that is being written cannot be run, and a test beside this one may hold it open.
        let status = Command::new("sh")
            .args(["-c", "printf %s \"$1\" > \"$2\" && chmod +x \"$2\"", "sh"])
            .arg(written)
            .arg(&path)
            .status();
        assert!(status.is_ok_and(|status| status.success()));
        Printer {
            kind: Kind::of(&path),
            program: path,
            patience: Duration::from_secs(30),
        }
    }

    fn told(script: &str, patience: Option<Duration>) -> Message {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let mut printer = printer(folder.path(), script);
        printer.patience = patience.unwrap_or(printer.patience);
        let mut told = printer.print(b"<p>", "html").expect_err("there is no PDF");
        assert_eq!(told.len(), 1);
        told.remove(0)
    }

    #[test]
    fn what_the_program_printed_is_the_pdf() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let script = "echo noise; echo noise >&2; for last; do :; done; printf '%%PDF-1.7 %s' \"$last\" > \"$pdf\"";
        let printed = printer(folder.path(), script).print(b"<p>", "html");
        let printed = String::from_utf8(printed.expect("it prints")).expect("text");
        assert!(printed.starts_with("%PDF-1.7 file:///"), "{printed}");
        assert!(printed.ends_with("/document.html"), "{printed}");
    }

    #[test]
    fn a_program_that_fails_is_named_with_its_last_words() {
        let told = told(
            "echo first >&2; echo 'no fonts' >&2; echo >&2; exit 3",
            None,
        );
        assert_eq!(told.id, "print-failed");
        assert!(told.args.contains(&("said", Arg::from("no fonts"))));
    }

    #[test]
    fn what_is_no_pdf_is_not_taken_for_one() {
        assert_eq!(told("exit 0", None).id, "print-silent");
        assert_eq!(told("echo '<html>' > \"$pdf\"", None).id, "print-silent");
    }

    #[test]
    fn a_program_that_hangs_is_stopped_with_all_that_it_started() {
        let began = Instant::now();
        let told = told("sleep 600 & sleep 600", Some(Duration::from_millis(200)));
        assert_eq!(told.id, "print-slow");
        assert!(began.elapsed() < Duration::from_secs(60));
    }

    #[test]
    fn a_program_that_is_not_there_is_named() {
        for program in ["/nowhere/browser", "no-such-browser"] {
            let told = Printer::find(Some(Path::new(program))).expect_err("it is not there");
            assert_eq!(told.id, "print-no-such");
        }
    }

    #[test]
    fn an_office_program_is_known_by_its_name() {
        assert_eq!(
            Kind::of(Path::new("/opt/LibreOffice.app/soffice")),
            Kind::Office
        );
        assert_eq!(Kind::of(Path::new("/usr/bin/libreoffice")), Kind::Office);
        assert_eq!(Kind::of(Path::new("/usr/bin/chromium")), Kind::Browser);
    }

    #[test]
    fn a_path_of_any_characters_is_an_address() {
        assert_eq!(
            url(Path::new("/tmp/a b#严")),
            "file:///tmp/a%20b%23%E4%B8%A5"
        );
    }
}
