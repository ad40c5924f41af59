//! The command line; every command is a file in `commands/`.

fn main() -> std::process::ExitCode {
    klatsch::commands::main()
}
