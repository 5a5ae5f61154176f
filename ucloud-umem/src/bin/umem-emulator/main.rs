//! The emulator as a command: UMem in a box, over HTTP. `umem-emulator --help` says what it takes.

mod arguments;

use std::io::{self, Write as _};
use std::process::ExitCode;

use arguments::{Arguments, Command, HELP};
use tokio::sync::mpsc;
use ucloud_umem::emulator::{Emulator, Server};

/// Wrong arguments.
const USAGE: u8 = 2;

fn main() -> ExitCode {
    let command = match arguments::read(lexopt::Parser::from_env()) {
        Ok(command) => command,
        Err(error) => {
            complain(&format!("{error}\n`umem-emulator --help` shows what it takes"));
            return ExitCode::from(USAGE);
        }
    };
    let result = match command {
        Command::Help => say(HELP),
        Command::Version => {
            say(concat!("umem-emulator ", env!("CARGO_PKG_VERSION"), "\n"))
        }
        Command::Serve(arguments) => serve(arguments),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

type Result<T, E = Box<dyn std::error::Error>> = std::result::Result<T, E>;

/// Serves until it is told to stop, and then lets what has begun come to its end.
fn serve(arguments: Arguments) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    // Before the line that says it listens, so that whoever reads that line can stop it.
    let mut stopped = {
        let _runtime = runtime.enter();
        signals()?
    };
    let server = start(arguments)?;
    say(&format!("listening on {}\n", server.url()))?;
    runtime.block_on(stopped.recv());
    server.stop();
    Ok(())
}

fn start(arguments: Arguments) -> Result<Server> {
    let emulator = Emulator::builder()
        .credentials(arguments.public_key, arguments.private_key)
        .step(arguments.step)
        .build();
    for (id, backups) in arguments.spaces {
        emulator.seed_space(id, backups);
    }
    for (id, backups) in arguments.groups {
        emulator.seed_group(id, backups);
    }
    let mut server = emulator.server().allow_remote(arguments.allow_remote);
    for fault in arguments.faults {
        server = server.fault(fault);
    }
    if arguments.log {
        server = server.on_call(|call| complain(&call.to_string()));
    }
    Ok(server.start(arguments.listen)?)
}

/// Receives once Ctrl-C was pressed or the process was asked to end.
fn signals() -> io::Result<mpsc::UnboundedReceiver<()>> {
    let (sender, receiver) = mpsc::unbounded_channel();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        for kind in [SignalKind::interrupt(), SignalKind::terminate()] {
            let (mut signal, sender) = (signal(kind)?, sender.clone());
            tokio::spawn(async move {
                signal.recv().await;
                // It may be stopping already.
                _ = sender.send(());
            });
        }
    }
    #[cfg(not(unix))]
    tokio::spawn(async move {
        if tokio::signal::ctrl_c().await.is_ok() {
            _ = sender.send(());
        }
    });
    Ok(receiver)
}

/// On the standard output, at once.
fn say(text: &str) -> Result<()> {
    let mut output = io::stdout().lock();
    output.write_all(text.as_bytes())?;
    output.flush()?;
    Ok(())
}

/// A line on the standard error, which nobody may be reading.
fn complain(line: &str) {
    _ = writeln!(io::stderr().lock(), "{line}");
}
