//! The health check of a running console, for containers without a shell.

use std::{
    io::{self, Read, Write},
    net::{Ipv4Addr, SocketAddr, TcpStream},
    time::Duration,
};

/// The time limit for each step.
const LIMIT: Duration = Duration::from_secs(3);

/// Asks the console that listens on `address` whether it is alive.
///
/// # Errors
///
/// When it does not answer, or says no.
pub(crate) fn check(address: SocketAddr) -> io::Result<()> {
    let mut stream = TcpStream::connect_timeout(&reachable(address), LIMIT)?;
    stream.set_read_timeout(Some(LIMIT))?;
    stream.set_write_timeout(Some(LIMIT))?;
    stream.write_all(b"GET /healthz HTTP/1.0\r\nHost: localhost\r\n\r\n")?;
    let mut status = [0; 12];
    stream.read_exact(&mut status)?;
    if status.ends_with(b" 200") { Ok(()) } else { Err(io::Error::other("the console is not healthy")) }
}

/// Returns where a console that listens on `address` can be reached from this machine.
fn reachable(address: SocketAddr) -> SocketAddr {
    if address.ip().is_unspecified() {
        SocketAddr::from((Ipv4Addr::LOCALHOST, address.port()))
    } else {
        address
    }
}

#[cfg(test)]
mod tests {
    use std::{net::TcpListener, thread};

    use super::*;

    fn check_answer(answer: &'static [u8]) -> bool {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let address = listener.local_addr().unwrap();
        let server = thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let _ = stream.read(&mut [0; 256]).unwrap();
            stream.write_all(answer).unwrap();
        });
        let is_healthy = check(address).is_ok();
        server.join().unwrap();
        is_healthy
    }

    #[test]
    fn a_console_is_healthy_if_it_says_so() {
        assert!(check_answer(b"HTTP/1.0 200 OK\r\n\r\nok\n"));
        assert!(!check_answer(b"HTTP/1.0 503 Service Unavailable\r\n\r\n"));
        assert!(!check_answer(b"SSH-2.0"));
    }

    #[test]
    fn a_console_on_all_addresses_is_asked_on_this_machine() {
        assert_eq!(reachable("0.0.0.0:80".parse().unwrap()), "127.0.0.1:80".parse().unwrap());
        assert_eq!(reachable("10.0.0.1:80".parse().unwrap()), "10.0.0.1:80".parse().unwrap());
    }
}
