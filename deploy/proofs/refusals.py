"""Checks what the server refuses to each user. Speaks the NATS protocol over TLS without a client library."""

import json
import re
import socket
import ssl

from stack import DEPLOY, Failure

PERMISSIONS = DEPLOY / "nats/permissions.conf"
# Administrative subjects that a worker, a publisher or a reader must never reach.
ADMINISTRATION = [
    "$JS.API.STREAM.CREATE.ARTICLES_EXTRA",
    "$JS.API.STREAM.DELETE.ARTICLES_RECEIVED",
    "$JS.API.STREAM.PURGE.ARTICLES_DEAD",
    "$JS.API.STREAM.UPDATE.ARTICLES_SUMMARIZED",
    "$JS.API.CONSUMER.DELETE.ARTICLES_TAGGED.summarizer-live",
    "$JS.API.CONSUMER.CREATE.ARTICLES_RECEIVED.mine",
]
CONSOLES = ["$JS.API.STREAM.PURGE.ARTICLES_DEAD", "$JS.API.CONSUMER.CREATE.ARTICLES_RECEIVED.mine"]
NOBODYS = ["somebody.elses.subject", "$SYS.REQ.SERVER.PING"]


def users():
    """Reads the shipped permissions: for each user the subjects to publish, to deny and to subscribe to."""
    known = {}
    listed = None
    for line in PERMISSIONS.read_text().splitlines():
        if named := re.match(r' *user: "(.*)"', line):
            user = known[named[1]] = {"publish": [], "deny": [], "subscribe": []}
        elif opened := re.match(r" *(publish|subscribe): \{", line):
            section = opened[1]
        elif opened := re.match(r" *(allow|deny): \[", line):
            listed = user["deny" if opened[1] == "deny" else section]
        elif listed is not None and (subject := re.match(r' *"(.*)"', line)):
            listed.append(subject[1])
    return known


def covers(pattern, subject):
    """Reports whether a subject matches a pattern, by the rules of NATS."""
    for index, token in enumerate(pattern.split(".")):
        if token == ">":
            return len(subject.split(".")) > index
        if index >= len(subject.split(".")) or token not in ("*", subject.split(".")[index]):
            return False
    return len(pattern.split(".")) == len(subject.split("."))


def concrete(pattern):
    return pattern.replace("*", "en").replace(">", "en")


class Connection:
    """One user's connection, one protocol line at a time."""

    def __init__(self, port, ca, user, password):
        plain = socket.create_connection(("127.0.0.1", port), timeout=10)
        # The server begins in clear text and announces that it requires TLS.
        hello = b""
        while not hello.endswith(b"\r\n"):
            hello += plain.recv(1)
        if not json.loads(hello.split(b" ", 1)[1])["tls_required"]:
            raise Failure("the server does not require TLS")
        context = ssl.create_default_context(cafile=str(ca))
        self.socket = context.wrap_socket(plain, server_hostname="localhost")
        self.lines = self.socket.makefile("rb")
        options = {"verbose": False, "pedantic": False, "user": user, "pass": password, "headers": True}
        if refused := self.refusal(f"CONNECT {json.dumps(options)}"):
            raise Failure(f"{user} may not connect: {refused}")

    def refusal(self, line):
        """Sends a line and returns the server's error, if any. The server answers the PING after the line."""
        self.socket.sendall(f"{line}\r\nPING\r\n".encode())
        refused = None
        while (answer := self.lines.readline().strip().decode()) != "PONG":
            if not answer:
                raise Failure(f"the server closed the connection after {line}")
            if answer.startswith("-ERR"):
                refused = answer
        return refused


def check(port, ca, password_of):
    """Tries, as every user, all actions that only other users may do. Returns the numbers of users and actions."""
    known = users()
    published = {concrete(pattern) for user in known.values() for pattern in user["publish"]}
    subscribed = {concrete(pattern) for user in known.values() for pattern in user["subscribe"]}
    tried = 0
    for name, may in known.items():
        connection = Connection(port, ca, name, password_of(name))

        def allowed(subject):
            denied = any(covers(pattern, subject) for pattern in may["deny"])
            return not denied and any(covers(pattern, subject) for pattern in may["publish"])

        forbidden = [
            ("PUB {} 0\r\n", subject)
            for subject in [*published, *ADMINISTRATION, *NOBODYS]
            if not allowed(subject)
        ]
        forbidden += [
            ("SUB {} 1", subject)
            for subject in [*subscribed, "_INBOX.>", ">", "$JS.API.>", "$SYS.>"]
            if not any(covers(pattern, subject) for pattern in may["subscribe"])
        ]
        # The console reads all streams through consumers of its own, and drops dead letters.
        own = CONSOLES if name == "console" else []
        if name != "operator" and any(allowed(subject) for subject in ADMINISTRATION if subject not in own):
            raise Failure(f"{name} may administer the streams")
        for line, subject in forbidden:
            if not connection.refusal(line.format(subject)):
                raise Failure(f"{name} should be refused: {line.format(subject).strip()}")
            tried += 1
        # A control: an allowed action must not be refused.
        if refused := connection.refusal(f"SUB _INBOX_{name}.answers 1"):
            raise Failure(f"{name} cannot subscribe to its own inbox: {refused}")
    return len(known), tried
