//! How does an example end when the reader of its output has seen enough, as `head` has? Quietly, and with success.

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

/// Runs a program that writes to standard output. A closed pipe ends it quietly; any other error of the output is told.
pub fn to_stdout(program: impl FnOnce(&mut dyn Write) -> io::Result<ExitCode>) -> ExitCode {
    let mut out = BufWriter::new(io::stdout().lock());
    match program(&mut out).and_then(|code| out.flush().map(|()| code)) {
        Ok(code) => code,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("standard output: {error}");
            ExitCode::FAILURE
        }
    }
}
