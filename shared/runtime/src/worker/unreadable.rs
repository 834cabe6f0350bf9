//! What is wrong with a header block that cannot be read, in words.

/// The line with the version of the protocol, which begins every header block.
const VERSION: &[u8] = b"NATS/1.0";

/// Returns what is wrong with a header block that the client library could not read. Quotes nothing from it.
pub(super) fn fault_in(block: &[u8]) -> String {
    let mut lines = block.split(|byte| *byte == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line));
    let first = lines.next().unwrap_or_default();
    match first.strip_prefix(VERSION) {
        None => return "the first line is not `NATS/1.0`".to_owned(),
        Some(rest) if !rest.trim_ascii().is_empty() => {
            return "the first line has a status, which only the server may set".to_owned();
        }
        Some(_) => {}
    }
    let faults = lines.zip(2..).filter_map(|(line, number)| Some((number, fault_in_line(line)?)));
    faults
        .map(|(number, fault)| format!("line {number} {fault}"))
        .next()
        .unwrap_or_else(|| "unknown".to_owned())
}

/// Returns what is wrong with one line after the first, if anything is.
fn fault_in_line(line: &[u8]) -> Option<&'static str> {
    if std::str::from_utf8(line).is_err() {
        return Some("is not UTF-8");
    }
    if line.contains(&b'\r') {
        return Some("contains a carriage return");
    }
    let continues = line.first().is_none_or(u8::is_ascii_whitespace);
    let mut parts = line.splitn(2, |byte| *byte == b':');
    match (parts.next(), parts.next()) {
        _ if continues => None,
        (Some(name), Some(_)) if name.iter().all(u8::is_ascii_graphic) => None,
        (_, Some(_)) => Some("has a name with a space or with characters outside ASCII"),
        (_, None) => Some("has no colon"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_the_first_fault() {
        for (block, expected) in [
            (&b"NATS/2.0\r\nA: b\r\n\r\n"[..], "the first line is not `NATS/1.0`"),
            (b"", "the first line is not `NATS/1.0`"),
            (b"NATS/1.0 409 x\r\n\r\n", "the first line has a status, which only the server may set"),
            (b"NATS/1.0\r\nA: b\r\nX-Author: Jos\xe9\r\n\r\n", "line 3 is not UTF-8"),
            (b"NATS/1.0\r\nA: b\rc\r\n\r\n", "line 2 contains a carriage return"),
            (b"NATS/1.0\r\nA: b\r\n c\r\nplain\r\n\r\n", "line 4 has no colon"),
            (
                b"NATS/1.0\r\nX Author: x\r\n\r\n",
                "line 2 has a name with a space or with characters outside ASCII",
            ),
        ] {
            assert_eq!(fault_in(block), expected, "{}", block.escape_ascii());
        }
    }
}
