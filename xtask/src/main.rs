//! The project's own chores.
mod gen_ai_table;
fn main() -> anyhow::Result<()> {
    let args: Vec<String> = std::env::args().collect();
    gen_ai_table::run(args[2].as_ref(), "gs1/src/table.rs".as_ref())
}
