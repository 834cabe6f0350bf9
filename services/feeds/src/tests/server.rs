//! An HTTP server that answers as a test wants, also wrongly.

use std::{
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex},
    thread,
};

use url::Url;

/// A server on a free port. It lives as long as the process.
pub(super) struct Server {
    pub(super) url: Url,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Starts a server that answers each request, which is all of its header, with the bytes of `answer`. Then it
    /// closes the connection, or leaves it open if there are none.
    pub(super) fn start(answer: impl Fn(&str) -> Vec<u8> + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/feed.xml", listener.local_addr().unwrap()).parse().unwrap();
        let requests = Arc::<Mutex<Vec<String>>>::default();
        let (noted, answer) = (Arc::clone(&requests), Arc::new(answer));
        thread::spawn(move || {
            let mut open = Vec::new();
            for mut connection in listener.incoming().map_while(Result::ok) {
                let request = header(&connection);
                noted.lock().unwrap().push(request.clone());
                let bytes = answer(&request);
                if bytes.is_empty() {
                    open.push(connection);
                } else {
                    // The client may have gone.
                    let _ = connection.write_all(&bytes);
                }
            }
        });
        Self { url, requests }
    }

    /// Returns the requests so far.
    pub(super) fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap().clone()
    }
}

fn header(connection: &TcpStream) -> String {
    let mut header = String::new();
    let mut lines = BufReader::new(connection);
    while lines.read_line(&mut header).is_ok_and(|length| length > 2) {}
    header
}

/// Returns an answer with a status line, headers and a body of the right length.
pub(super) fn answer(status: &str, headers: &str, body: &[u8]) -> Vec<u8> {
    let head =
        format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\nconnection: close\r\n{headers}\r\n", body.len());
    [head.as_bytes(), body].concat()
}
