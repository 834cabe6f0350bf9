//! A publisher without a client library, which sends whatever header bytes a test asks for.

use std::{
    io::{BufRead, BufReader, Write},
    net::TcpStream,
};

/// Header blocks that a client library must not accept, with a name for each. The server stores all of them.
pub const UNREADABLE: [(&str, &[u8]); 7] = [
    ("a value in Latin-1", b"NATS/1.0\r\nX-Author: Jos\xe9\r\n\r\n"),
    ("a name with a space", b"NATS/1.0\r\nX Author: x\r\n\r\n"),
    ("a name in UTF-8", "NATS/1.0\r\nAuth\u{e9}r: x\r\n\r\n".as_bytes()),
    ("a line without a colon", b"NATS/1.0\r\nAuthor\r\n\r\n"),
    ("another version", b"NATS/2.0\r\nX-Author: x\r\n\r\n"),
    ("a carriage return in a value", b"NATS/1.0\r\nX-Author: a\rb\r\n\r\n"),
    ("no text at all", b"\xff\xfe\xfd"),
];

/// A header block with a status, which only the server may set. Some versions of the server store it as it is,
/// others without the status.
pub const WITH_STATUS: &[u8] = b"NATS/1.0 409 x\r\nX-Author: x\r\n\r\n";

/// A connection that speaks the protocol of NATS by itself.
#[derive(Debug)]
pub struct RawPublisher {
    connection: BufReader<TcpStream>,
}

impl RawPublisher {
    /// Connects to the server at `url`.
    pub fn connect(url: &str) -> Self {
        let connection = TcpStream::connect(url.trim_start_matches("nats://")).expect("the server listens");
        let mut publisher = Self { connection: BufReader::new(connection) };
        assert!(publisher.line().starts_with("INFO "), "a server introduces itself");
        publisher.send(b"CONNECT {\"verbose\":false,\"headers\":true}\r\n");
        publisher
    }

    /// Publishes `payload` under a header block, which is sent as it is.
    pub fn publish(&mut self, subject: &str, headers: &[u8], payload: &[u8]) {
        let (header_length, length) = (headers.len(), headers.len() + payload.len());
        self.send(format!("HPUB {subject} {header_length} {length}\r\n").as_bytes());
        self.send(&[headers, payload, b"\r\n"].concat());
    }

    /// Waits until the server has taken everything that was published.
    pub fn flush(&mut self) {
        self.send(b"PING\r\n");
        loop {
            match self.line().as_str() {
                "PONG" => return,
                "PING" => self.send(b"PONG\r\n"),
                line => assert!(line.starts_with("INFO "), "the server refused: {line}"),
            }
        }
    }

    fn send(&mut self, bytes: &[u8]) {
        self.connection.get_mut().write_all(bytes).expect("the server takes it");
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        self.connection.read_line(&mut line).expect("the server answers");
        line.trim_end().to_owned()
    }
}
