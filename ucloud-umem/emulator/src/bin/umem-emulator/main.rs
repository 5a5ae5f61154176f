//! The emulator as a command. `umem-emulator --help` shows its options.

mod arguments;
mod log;

use std::io::{self, Write as _};
use std::process::ExitCode;
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::Duration;

use arguments::{Arguments, Command, HELP, SeedOption, ServerOption};
use log::{Log, Writer};
use umem_emulator::{Emulator, Server};

/// Wrong arguments.
const USAGE: u8 = 2;
/// Longest time from the signal to the end. [`Server::stop`] gives requests 5 s.
const LONGEST_STOP: Duration = Duration::from_secs(8);

fn main() -> ExitCode {
    let command = match arguments::read(lexopt::Parser::from_env()) {
        Ok(command) => command,
        Err(error) => return wrong_usage(&error.to_string()),
    };
    let result = match command {
        Command::Help => print(HELP),
        Command::Version => print(concat!("umem-emulator ", env!("CARGO_PKG_VERSION"), "\n")),
        Command::SeedSchema => print(&format!("{}\n", umem_emulator::seed_schema())),
        Command::Serve(arguments) => match start_log(&arguments).map(Option::unzip) {
            Ok((log, writer)) => {
                let result = match emulator(&arguments, log.as_ref()) {
                    Ok(emulator) => serve(emulator, *arguments, log),
                    Err(Problem::Usage(problem)) => return wrong_usage(&problem),
                    Err(Problem::State(error)) => Err(error.into()),
                };
                if let Some(writer) = writer {
                    writer.finish();
                }
                result
            }
            Err(error) => Err(error),
        },
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

/// Failure to make or start the emulator.
enum Problem {
    /// An option cannot be.
    Usage(String),
    /// The state file cannot be used.
    State(umem_emulator::Error),
}

/// Starts the log if there is something to write.
fn start_log(arguments: &Arguments) -> Result<Option<(Arc<Log>, Writer)>> {
    if !arguments.log && arguments.servers.is_empty() {
        return Ok(None);
    }
    let (log, writer) = Log::start()?;
    Ok(Some((Arc::new(log), writer)))
}

/// Makes the emulator. Seeds are added only where no state file existed.
fn emulator(arguments: &Arguments, log: Option<&Arc<Log>>) -> Result<Emulator, Problem> {
    let mut builder = Emulator::builder();
    for token in &arguments.bearer_tokens {
        builder = builder.bearer_token(token);
    }
    if let Some(key) = &arguments.channel_key {
        builder = builder.channel_key(key);
    }
    builder = builder
        .credentials(&arguments.public_key, &arguments.private_key)
        .step(arguments.step)
        .list_lag(arguments.list_lag)
        .unsigned(arguments.unsigned);
    for server in &arguments.servers {
        builder = match server {
            ServerOption::Redis(None, path) => builder.redis_server(path),
            ServerOption::Redis(Some(version), path) => builder.redis_server_version(version, path),
            ServerOption::Memcached(path) => builder.memcached(path),
        };
    }
    if let Some(log) = log.cloned() {
        builder = builder.on_message(move |message| log.line(message));
    }
    if let Some(path) = &arguments.state_file {
        builder = builder.state_file(path).map_err(Problem::State)?;
    }
    let emulator = builder.build();
    if emulator.is_restored() {
        return Ok(emulator);
    }
    for path in &arguments.seed_files {
        let added = emulator.seed_file(path);
        added.map_err(|error| Problem::Usage(format!("--seed-file: {error}")))?;
    }
    for SeedOption { name, seed, id, backups } in &arguments.seeds {
        seed(&emulator, id, *backups)
            .map_err(|error| Problem::Usage(format!("{name}: {error}")))?;
    }
    Ok(emulator)
}

/// Serves until a signal, and then lets requests end that have begun.
fn serve(emulator: Emulator, arguments: Arguments, log: Option<Arc<Log>>) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    // Before the line that says it listens, so that whoever reads that line can stop it.
    let mut stopped = {
        let _runtime = runtime.enter();
        signals()?
    };
    let server = start(&emulator, arguments, log)?;
    if emulator.is_unsigned() {
        complain("umem-emulator: keys and signatures are not checked (--unsigned)");
    }
    print(&format!("listening on {}\n", server.url()))?;
    runtime.block_on(stopped.recv());
    // On a separate thread, so that nothing that the server does keeps the program.
    let (done, end) = mpsc::channel::<()>();
    thread::Builder::new().spawn(move || {
        server.stop();
        drop(done);
    })?;
    // It ends, or time is up.
    _ = end.recv_timeout(LONGEST_STOP);
    // A call that still runs may keep the emulator, so that it is not dropped.
    emulator.save_state()?;
    // The real servers end with it.
    drop(emulator);
    Ok(())
}

fn start(emulator: &Emulator, arguments: Arguments, log: Option<Arc<Log>>) -> Result<Server> {
    let mut server = emulator.server().allow_remote(arguments.allow_remote);
    for name in arguments.allowed_hosts {
        server = server.allow_host(name);
    }
    for fault in arguments.faults {
        server = server.fault(fault);
    }
    if let Some(log) = log.filter(|_| arguments.log) {
        server = server.on_call(move |call| log.line(call));
    }
    Ok(server.start(arguments.listen)?)
}

/// Receives once Ctrl-C was pressed or the process was asked to end.
fn signals() -> io::Result<tokio::sync::mpsc::UnboundedReceiver<()>> {
    let (sender, receiver) = tokio::sync::mpsc::unbounded_channel();
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

/// Writes a text to standard output, and flushes it.
fn print(text: &str) -> Result<()> {
    let mut output = io::stdout().lock();
    output.write_all(text.as_bytes())?;
    output.flush()?;
    Ok(())
}

fn wrong_usage(message: &str) -> ExitCode {
    complain(&format!("{message}\n`umem-emulator --help` shows what it takes"));
    ExitCode::from(USAGE)
}

/// Writes a line to standard error, which may be closed.
fn complain(line: &str) {
    _ = writeln!(io::stderr().lock(), "{line}");
}
