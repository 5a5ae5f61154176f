//! Guardian of the servers: a small shell that outlives the emulator and ends its servers.
//!
//! It waits for the end of its input, which comes however the emulator ends: by SIGKILL, by
//! `exit`, or by a crash. An emulator that ends properly has ended its servers before.

use std::fs::File;
use std::io;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use super::guardian_input::GuardianInput;
use super::process::in_own_group;

/// Reads the ids of processes that begin, and with a `-` before them of those that have ended. Takes
/// the folder, and `keep` if its data is to stay; servers get 10 s to save it then.
const SCRIPT: &str = r#"
trap '' HUP INT QUIT TERM
pids=
while read -r line; do
    case $line in
    -*)
        kept=
        for pid in $pids; do [ "-$pid" = "$line" ] || kept="$kept $pid"; done
        pids=$kept
        ;;
    *) pids="$pids $line" ;;
    esac
done
send() {
    for pid in $pids; do kill -s "$1" -- "-$pid" && found=1; done
}
if [ "$2" = keep ]; then
    send TERM
    send CONT
    for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
        found=0
        send 0
        [ "$found" = 0 ] && break
        sleep 0.5
    done
fi
send KILL
if [ "$2" = keep ]; then rm -f -- "$1"/servers/*/pid; else rm -rf -- "$1"; fi
"#;

/// Running guardian. Dropped, it has nothing more to guard.
#[derive(Debug)]
pub(super) struct Guardian {
    child: Child,
    input: GuardianInput,
}

impl Guardian {
    /// Starts the guardian of a folder. It holds the lock as long as it works.
    pub(super) fn start(folder: &Path, keeps: bool, lock: File) -> io::Result<Self> {
        let mut command = Command::new("sh");
        command
            .args(["-c", SCRIPT, "umem-emulator-guardian"])
            .arg(folder)
            .arg(if keeps { "keep" } else { "remove" })
            .stdin(Stdio::piped())
            .stdout(lock)
            .stderr(Stdio::null());
        let mut child = in_own_group(&mut command).spawn()?;
        let input = GuardianInput::new(child.stdin.take());
        Ok(Self { child, input })
    }

    pub(super) fn input(&self) -> GuardianInput {
        self.input.clone()
    }
}

impl Drop for Guardian {
    fn drop(&mut self) {
        self.input = GuardianInput::default();
        // It is only reaped here.
        _ = self.child.wait();
    }
}
