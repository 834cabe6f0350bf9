//! Describes the machine of a measurement by its processor and cores, not by its name.

use std::thread;

/// Returns processor and cores, such as `Intel(R) Xeon(R) Processor, 2 cores`.
pub(crate) fn describe() -> String {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let unit = if cores == 1 { "core" } else { "cores" };
    let information = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = model(&information).unwrap_or(std::env::consts::ARCH);
    format!("{model}, {cores} {unit}")
}

/// Returns the processor's name in the text of Linux' `/proc/cpuinfo`.
fn model(information: &str) -> Option<&str> {
    let named = information.lines().filter_map(|line| line.split_once(':'));
    named.map(|(key, value)| (key.trim(), value.trim())).find(|(key, _)| *key == "model name").map(|(_, v)| v)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_name_of_the_processor() {
        assert_eq!(model("processor\t: 0\nmodel name\t: Example CPU 3\n"), Some("Example CPU 3"));
        assert_eq!(model("processor\t: 0\n"), None);
    }
}
