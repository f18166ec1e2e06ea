//! Benchmarks of the meeting; none stands yet.

fn main() {}
