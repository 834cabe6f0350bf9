"""A news feed on this machine, and where containers find it."""

import ipaddress
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from xml.sax.saxutils import escape

from stack import run


class Feed:
    """An RSS feed of articles, served while its `with` block lasts."""

    def __init__(self, articles):
        self.ids = {f"https://gazette.example/{article['id']}" for article in articles}
        items = "".join(
            f"<item><guid>https://gazette.example/{article['id']}</guid><title>{escape(article.get('headline') or article['id'])}</title>"
            f"<content:encoded>{escape(escape(article['body']))}</content:encoded></item>"
            for article in articles
        )
        namespace = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        self.text = f'<rss version="2.0" {namespace}><channel><title>The Gazette</title>{items}</channel></rss>'.encode()
        self.polls = 0

    def list_in(self, file):
        """Writes a list with this feed."""
        file.write_text(f'[[feed]]\nurl = "{self.url}"\nsource = "The Gazette"\n')

    def __enter__(self):
        feed = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                is_feed = self.path == "/feed.xml"
                feed.polls += is_feed
                text = feed.text if is_feed else b""
                self.send_response(200 if is_feed else 404)
                self.send_header("Content-Type", "application/rss+xml; charset=utf-8")
                self.send_header("Content-Length", str(len(text)))
                self.end_headers()
                self.wfile.write(text)

            def log_message(self, *_):
                """Logs nothing."""

        # Containers reach this machine under its address in Docker's own network, which is the first one there.
        subnet = run("docker", "network", "inspect", "bridge", "--format", "{{(index .IPAM.Config 0).Subnet}}").strip()
        address = str(ipaddress.ip_network(subnet)[1])
        self.server = ThreadingHTTPServer((address, 0), Handler)
        self.url = f"http://{address}:{self.server.server_address[1]}/feed.xml"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, kind, error, trace):
        self.server.shutdown()
        self.server.server_close()
