"""Articles, and a publisher that keeps them coming while the pipeline is mistreated."""

import json
import subprocess
import threading
import time

from stack import DEPLOY, Failure

TOOL = DEPLOY.parent / "target/image/bin/wiredesk"
EXAMPLES = sorted((DEPLOY.parent / "tests/articles").glob("*.json"))
ROUNDS = 12


def articles(name, count):
    """As many articles, each with an id and a text of its own, made from the tests' articles."""
    texts = [json.loads(path.read_text(encoding="utf-8")) for path in EXAMPLES]
    for number in range(count):
        article = dict(texts[number % len(texts)])
        article["id"] = f"{name}-{number:05}"
        article["body"] += f"\n\n({number})"
        yield article


class Publisher(threading.Thread):
    """`wiredesk publish`, fed until its `with` block ends; what it could not publish is fed to it again.

    With a `rate` it is fed that many articles a second and `most` at the most; without, `most` at once.
    """

    def __init__(self, env, name, most, rate=None):
        super().__init__()
        self.env = env
        self.waiting = {article["id"]: article for article in articles(name, most)}
        self.ids = set()
        self.rate = rate
        self.runs = 0
        self.enough = threading.Event()
        self.error = None
        self.said = None

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, kind, error, trace):
        if self.rate and not self.is_alive() and self.error is None:
            self.error = "the load ended too early"
        if self.rate:
            self.enough.set()
        self.join()
        if error is None and self.error is not None:
            raise Failure(self.error)

    def run(self):
        while self.waiting and self.runs < ROUNDS:
            self.runs += 1
            self.publish()
            if self.enough.is_set():
                # Only what has been fed once must get through; the rest of the load is not needed.
                self.waiting = {name: article for name, article in self.waiting.items() if name in self.ids}
        if self.waiting:
            self.error = f"{len(self.waiting)} articles were not published in {ROUNDS} runs of the tool: {self.said}"

    def publish(self):
        tool = subprocess.Popen(
            [TOOL, "publish", "--json", "--input", "jsonl", "-"],
            env=self.env, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )
        feeding = threading.Thread(target=self.feed, args=(tool.stdin, list(self.waiting.values())))
        feeding.start()
        for line in tool.stdout:
            told = json.loads(line)
            # A line without an id is a failure: that article stays, and its turn comes again.
            if told.get("id"):
                self.waiting.pop(told["id"], None)
            else:
                self.said = line.strip()
        feeding.join()
        # A few lines at the most, which the pipe holds until here.
        self.said = tool.stderr.read().strip() or self.said
        if tool.wait() and self.waiting:
            time.sleep(1)

    def feed(self, stdin, waiting):
        started = time.monotonic()
        try:
            for number, article in enumerate(waiting):
                if self.enough.is_set() and article["id"] not in self.ids:
                    continue
                if self.rate:
                    time.sleep(max(0, started + number / self.rate - time.monotonic()))
                self.ids.add(article["id"])
                stdin.write(json.dumps(article, ensure_ascii=False) + "\n")
                stdin.flush()
            stdin.close()
        except BrokenPipeError:
            pass  # It gave up before the end; what is left is fed to the next one.
