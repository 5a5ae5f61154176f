//! Guardian of the servers: a small shell that outlives the emulator and ends its servers.
//!
//! It waits for the end of its input, which comes however the emulator ends: by SIGKILL, by
//! `exit`, or by a crash. An emulator that ends properly has ended its servers before.

use std::fs::File;
use std::io;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use super::process::in_own_group;

/// Takes the folder, and `keep` if its data is to stay. Servers get up to 10 s to save their data.
const SCRIPT: &str = r#"
trap '' HUP INT QUIT TERM
while read -r _; do :; done
send() {
    for file in "$1"/servers/*/pid; do
        [ -f "$file" ] && kill -s "$2" -- "-$(cat "$file")" && found=1
    done
}
if [ "$2" = keep ]; then
    send "$1" TERM
    for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
        found=0
        send "$1" 0
        [ "$found" = 0 ] && break
        sleep 0.5
    done
fi
send "$1" KILL
if [ "$2" = keep ]; then rm -f -- "$1"/servers/*/pid; else rm -rf -- "$1"; fi
"#;

/// Running guardian. Dropped, it has nothing more to guard.
#[derive(Debug)]
pub(super) struct Guardian(Child);

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
        in_own_group(&mut command).spawn().map(Self)
    }
}

impl Drop for Guardian {
    fn drop(&mut self) {
        drop(self.0.stdin.take());
        // It is only reaped here.
        _ = self.0.wait();
    }
}
