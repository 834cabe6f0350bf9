//! A TCP proxy between the workers and the server. The suite closes it to cut the network.

use std::{net::SocketAddr, sync::Arc};

use tokio::{
    io::copy_bidirectional,
    net::{TcpListener, TcpStream},
    sync::watch,
};

/// The proxy. While it is closed, its connections break and it refuses new ones.
pub(crate) struct Proxy {
    address: SocketAddr,
    open: Arc<watch::Sender<bool>>,
}

impl Proxy {
    /// Starts a proxy in front of `server`, such as `127.0.0.1:4222`.
    pub(crate) async fn start(server: String) -> std::io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let address = listener.local_addr()?;
        let open = Arc::new(watch::Sender::new(true));
        let state = Arc::clone(&open);
        tokio::spawn(async move {
            loop {
                let Ok((client, _)) = listener.accept().await else { continue };
                if *state.borrow() {
                    tokio::spawn(forward(client, server.clone(), state.subscribe()));
                }
            }
        });
        Ok(Self { address, open })
    }

    pub(crate) fn url(&self) -> String {
        format!("nats://{}", self.address)
    }

    pub(crate) fn set_open(&self, open: bool) {
        self.open.send_replace(open);
    }
}

/// Copies bytes both ways until either side ends or the proxy is closed.
async fn forward(mut client: TcpStream, server: String, mut open: watch::Receiver<bool>) {
    let Ok(mut server) = TcpStream::connect(server).await else { return };
    tokio::select! {
        _ = copy_bidirectional(&mut client, &mut server) => {}
        _ = open.wait_for(|open| !open) => {}
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    use super::*;

    #[tokio::test]
    async fn a_closed_proxy_breaks_connections_and_refuses_new_ones() {
        let echo = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let address = echo.local_addr().unwrap().to_string();
        tokio::spawn(async move {
            loop {
                let (mut stream, _) = echo.accept().await.unwrap();
                tokio::spawn(async move {
                    let (mut read, mut write) = stream.split();
                    let _ = tokio::io::copy(&mut read, &mut write).await;
                });
            }
        });
        let proxy = Proxy::start(address).await.unwrap();
        let mut stream = TcpStream::connect(proxy.address).await.unwrap();
        stream.write_all(b"rain").await.unwrap();
        let mut received = [0; 4];
        stream.read_exact(&mut received).await.unwrap();
        assert_eq!(&received, b"rain");
        proxy.set_open(false);
        assert!(!matches!(stream.read(&mut received).await, Ok(1..)), "the open connection breaks");
        let mut refused = TcpStream::connect(proxy.address).await.unwrap();
        assert!(!matches!(refused.read(&mut received).await, Ok(1..)), "a new connection is closed at once");
    }
}
