//! An HTTP server that receives what a webhook sends, and answers as a test says.

use std::{
    collections::BTreeMap,
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex},
    thread,
};

/// How a request is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reply {
    /// With this status and a short text.
    Status(u16, &'static str),
    /// The connection is closed without an answer.
    CutOff,
    /// With a part of an answer, after which the connection is closed.
    Half,
    /// Not at all, until the sender gives up.
    Never,
}

/// A request as it came.
#[derive(Debug, Clone)]
pub(super) struct Received {
    pub(super) headers: BTreeMap<String, String>,
    pub(super) body: Vec<u8>,
    pub(super) reply: Reply,
}

impl Received {
    pub(super) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }

    /// Returns the id of the article.
    pub(super) fn id(&self) -> String {
        let event: serde_json::Value = serde_json::from_slice(&self.body).expect("a request is an event");
        event["article"]["id"].as_str().expect("an article has an id").to_owned()
    }
}

/// Chooses a reply: by the id of the article, and how often it came before.
type Choose = dyn Fn(&str, usize) -> Reply + Send + Sync;

/// A receiver on a free port. It serves until the tests end.
pub(super) struct Receiver {
    pub(super) url: String,
    received: Arc<Mutex<Vec<Received>>>,
    choose: Arc<Mutex<Arc<Choose>>>,
}

impl Receiver {
    pub(super) fn start(choose: impl Fn(&str, usize) -> Reply + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("there is a free port");
        let url = format!("http://{}/articles", listener.local_addr().expect("a listener has an address"));
        let requests = Arc::new(Mutex::new(Vec::new()));
        let choose: Arc<Mutex<Arc<Choose>>> = Arc::new(Mutex::new(Arc::new(choose)));
        let receiver = Self { url, received: Arc::clone(&requests), choose: Arc::clone(&choose) };
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (requests, choose) = (Arc::clone(&requests), Arc::clone(&choose));
                // A sender that hangs up in the middle ends the thread.
                thread::spawn(move || serve(&stream, &requests, &choose));
            }
        });
        receiver
    }

    /// Changes how requests are answered.
    pub(super) fn reply(&self, choose: impl Fn(&str, usize) -> Reply + Send + Sync + 'static) {
        *self.choose.lock().expect("no thread panics") = Arc::new(choose);
    }

    /// Returns all requests so far.
    pub(super) fn received(&self) -> Vec<Received> {
        self.received.lock().expect("no thread panics").clone()
    }

    /// Returns the ids of the articles that were accepted, in order.
    pub(super) fn accepted(&self) -> Vec<String> {
        let is_accepted = |request: &&Received| matches!(request.reply, Reply::Status(200..=299, _));
        self.received().iter().filter(is_accepted).map(Received::id).collect()
    }
}

/// Answers the requests of one connection.
fn serve(mut stream: &TcpStream, received: &Mutex<Vec<Received>>, choose: &Mutex<Arc<Choose>>) -> Option<()> {
    let mut reader = BufReader::new(stream);
    loop {
        let (headers, body) = request(&mut reader)?;
        let mut request = Received { headers, body, reply: Reply::CutOff };
        let choose: Arc<Choose> = choose.lock().ok()?.clone();
        let reply = {
            let mut all = received.lock().ok()?;
            let id = request.id();
            request.reply = choose(&id, all.iter().filter(|earlier| earlier.id() == id).count());
            all.push(request.clone());
            request.reply
        };
        match reply {
            Reply::Status(status, text) => {
                write!(stream, "HTTP/1.1 {status} x\r\ncontent-length: {}\r\n\r\n{text}", text.len()).ok()?;
            }
            Reply::CutOff => return None,
            Reply::Half => return write!(stream, "HTTP/1.1 200 OK\r\ncontent-le").ok(),
            // Returns when the sender hangs up.
            Reply::Never => return reader.read(&mut [0]).ok().map(drop),
        }
    }
}

/// Reads one request, or `None` at the end of the connection.
fn request(reader: &mut BufReader<&TcpStream>) -> Option<(BTreeMap<String, String>, Vec<u8>)> {
    let mut headers = BTreeMap::new();
    let mut line = String::new();
    loop {
        line.clear();
        if reader.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim_end().split_once(": ") {
            Some((name, value)) => {
                headers.insert(name.to_lowercase(), value.to_owned());
            }
            None if line.trim_end().is_empty() => break,
            None => {}
        }
    }
    let mut body = vec![0; headers.get("content-length")?.parse().ok()?];
    reader.read_exact(&mut body).ok()?;
    Some((headers, body))
}
