//! Processes of real servers. Each is in a process group, which ends as a whole.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::guardian_input::GuardianInput;

/// Name of the file with the process id, in the folder of a server.
pub(super) const PID_FILE: &str = "pid";
/// Name of the file with the output of the process, in the folder of a server.
const OUTPUT_FILE: &str = "log";
/// Number of last lines of the output that a message shows.
const LAST_LINES: usize = 5;
const PAUSE: Duration = Duration::from_millis(2);

/// Process that is killed when it is dropped.
#[derive(Debug)]
pub(super) struct Process {
    child: Child,
    folder: PathBuf,
    guardian: GuardianInput,
}

impl Process {
    /// Starts a program in a folder, with this input.
    pub(super) fn start(
        program: &Path,
        arguments: &[String],
        folder: &Path,
        input: &str,
        guardian: &GuardianInput,
    ) -> io::Result<Self> {
        let output = File::create(folder.join(OUTPUT_FILE))?;
        let mut command = Command::new(program);
        command
            .args(arguments)
            .current_dir(folder)
            .stdin(Stdio::piped())
            .stdout(output.try_clone()?)
            .stderr(output);
        let child = in_own_group(&mut command).spawn()?;
        guardian.begin(child.id());
        let mut process = Self { child, folder: folder.to_owned(), guardian: guardian.clone() };
        fs::write(folder.join(PID_FILE), process.child.id().to_string())?;
        if let Some(mut stdin) = process.child.stdin.take() {
            // A program that does not read it has ended; its exit is seen.
            _ = stdin.write_all(input.as_bytes());
        }
        Ok(process)
    }

    pub(super) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Returns its exit status if it has ended.
    pub(super) fn exit_status(&mut self) -> Option<ExitStatus> {
        self.child.try_wait().ok().flatten()
    }

    /// Waits until it has ended; false if it takes longer than this.
    pub(super) fn has_ended_by(&mut self, deadline: Instant) -> bool {
        while self.exit_status().is_none() {
            if Instant::now() >= deadline {
                return false;
            }
            thread::sleep(PAUSE);
        }
        true
    }

    /// Returns the last lines of its output, in one line.
    pub(super) fn last_lines(&self) -> String {
        let output = fs::read(self.folder.join(OUTPUT_FILE)).unwrap_or_default();
        let output = String::from_utf8_lossy(&output);
        let lines: Vec<_> = output.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        lines[lines.len().saturating_sub(LAST_LINES)..].join(" | ")
    }

    /// Asks it to end, as SIGTERM does, even if it is stopped.
    pub(super) fn terminate(&self) {
        #[cfg(unix)]
        for each in [rustix::process::Signal::TERM, rustix::process::Signal::CONT] {
            signal(&self.child, each);
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        if self.exit_status().is_none() {
            #[cfg(unix)]
            signal(&self.child, rustix::process::Signal::KILL);
            // The group may be gone already, and on other systems there is none.
            _ = self.child.kill();
            _ = self.child.wait();
        }
        self.guardian.end(self.child.id());
        // The folder may be gone.
        _ = fs::remove_file(self.folder.join(PID_FILE));
    }
}

/// Puts a process in a separate group: Ctrl-C in a terminal does not reach it, and what it starts
/// ends with it.
pub(super) fn in_own_group(command: &mut Command) -> &mut Command {
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(command, 0);
    command
}

/// Sends a signal to the group of a child that has not been waited for.
#[cfg(unix)]
fn signal(child: &Child, signal: rustix::process::Signal) {
    let group = i32::try_from(child.id()).ok().and_then(rustix::process::Pid::from_raw);
    if let Some(group) = group {
        // It may have ended just now.
        _ = rustix::process::kill_process_group(group, signal);
    }
}
