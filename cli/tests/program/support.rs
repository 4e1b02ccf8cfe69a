//! Runs the program as a user would: arguments, standard input, a folder of files.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const PROGRAM: &str = env!("CARGO_BIN_EXE_frise");

/// A folder of its own for one test, gone when the test ends.
pub(crate) struct Folder(PathBuf);

impl Folder {
    /// A new folder, named after the test.
    pub(crate) fn new(test: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).expect("the folder can be made");
        Self(path)
    }

    /// With a file in it.
    pub(crate) fn with(self, name: &str, bytes: impl AsRef<[u8]>) -> Self {
        let path = self.0.join(name);
        std::fs::create_dir_all(path.parent().expect("a file lies in a folder"))
            .expect("the folder can be made");
        std::fs::write(path, bytes).expect("the file can be written");
        self
    }

    /// The text of a file in it.
    pub(crate) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.0.join(name)).expect("the file is there")
    }

    /// Runs the program in it.
    #[track_caller]
    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        self.run_with(arguments, b"")
    }

    /// Runs the program in it with a standard input.
    #[track_caller]
    pub(crate) fn run_with(&self, arguments: &[&str], input: impl AsRef<[u8]>) -> Ran {
        run_in(&self.0, &[], arguments, input.as_ref())
    }

    /// The same with some variables of the environment.
    #[track_caller]
    pub(crate) fn run_where(
        &self,
        environment: &[(&str, &str)],
        arguments: &[&str],
        input: impl AsRef<[u8]>,
    ) -> Ran {
        run_in(&self.0, environment, arguments, input.as_ref())
    }

    /// The same with so many kilobytes of memory at most, where the system can see to it.
    #[track_caller]
    pub(crate) fn run_within(
        &self,
        kilobytes: u64,
        arguments: &[&str],
        input: impl AsRef<[u8]>,
    ) -> Ran {
        let mut command = if cfg!(target_os = "linux") {
            let mut shell = Command::new("sh");
            shell.args(["-c", "ulimit -v \"$0\" && exec \"$@\"", &kilobytes.to_string()]);
            shell.arg(PROGRAM);
            shell
        } else {
            Command::new(PROGRAM)
        };
        ran(command.args(arguments).current_dir(&self.0), input.as_ref())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// What a run of the program gave.
#[derive(Debug)]
pub(crate) struct Ran {
    /// The exit status.
    pub(crate) status: i32,
    /// Standard output.
    pub(crate) out: String,
    /// Standard error.
    pub(crate) err: String,
}

impl Ran {
    /// Fails unless the run ended with status 2, nothing on standard output and exactly this message.
    #[track_caller]
    pub(crate) fn fails_with(&self, message: &str) {
        assert_eq!(self.err.trim_end(), message.trim_end());
        assert_eq!((self.status, self.out.as_str()), (2, ""));
    }

    /// The output as JSON; fails unless the run ended well and without a warning.
    #[track_caller]
    pub(crate) fn json(&self) -> serde_json::Value {
        assert_eq!((self.status, self.err.as_str()), (0, ""));
        serde_json::from_str(&self.out).expect("the output is JSON")
    }

    /// The output as JSON, a value a line.
    #[track_caller]
    pub(crate) fn json_lines(&self) -> Vec<serde_json::Value> {
        let value = |line| serde_json::from_str(line).expect("each line is JSON");
        self.out.lines().map(value).collect()
    }
}

/// Runs the program at the root of the repository, where the README's commands are run.
#[track_caller]
pub(crate) fn run(arguments: &[&str]) -> Ran {
    run_in(&repository(), &[], arguments, b"")
}

/// The root of the repository.
pub(crate) fn repository() -> PathBuf {
    let cli = Path::new(env!("CARGO_MANIFEST_DIR"));
    cli.parent().expect("cli lies in the repository").to_path_buf()
}

#[track_caller]
fn run_in(folder: &Path, environment: &[(&str, &str)], arguments: &[&str], input: &[u8]) -> Ran {
    let mut program = Command::new(PROGRAM);
    program.args(arguments).envs(environment.iter().copied()).current_dir(folder);
    ran(&mut program, input)
}

#[track_caller]
fn ran(program: &mut Command, input: &[u8]) -> Ran {
    let mut child = program
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program can be started");
    let mut stdin = child.stdin.take().expect("standard input is piped");
    // Written from a thread of its own: the program may answer before it has read everything.
    let output = std::thread::scope(|scope| {
        scope.spawn(move || {
            let _ = stdin.write_all(input);
        });
        child.wait_with_output().expect("the program ends")
    });
    Ran {
        status: output.status.code().expect("the program ends by itself"),
        out: String::from_utf8(output.stdout).expect("the output is UTF-8"),
        err: String::from_utf8(output.stderr).expect("the messages are UTF-8"),
    }
}
