"""Makes articles, and publishes them while faults are injected into the pipeline."""

import json
import subprocess
import threading
import time

from stack import DEPLOY, Failure

TOOL = DEPLOY.parent / "target/image/bin/wiredesk"
EXAMPLES = sorted((DEPLOY.parent / "tests/articles").glob("*.json"))
ROUNDS = 12


def articles(name, count):
    """Yields `count` articles made from the tests' articles, each with a unique id and text."""
    texts = [json.loads(path.read_text(encoding="utf-8")) for path in EXAMPLES]
    for number in range(count):
        article = dict(texts[number % len(texts)])
        article["id"] = f"{name}-{number:05}"
        article["body"] += f"\n\n({number})"
        yield article


class Publisher(threading.Thread):
    """Feeds `wiredesk publish` until its `with` block ends, and repeats what the tool could not publish.

    With a `rate`, feeds that many articles a second, at most `most` in all. Without one, feeds `most` at once.
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
        self.last_error = None

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, kind, error, trace):
        if self.rate and not self.is_alive() and self.error is None:
            self.error = "the load ended before the faults did"
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
                # Articles that were fed once must be published. The rest of the load is not needed.
                self.waiting = {name: article for name, article in self.waiting.items() if name in self.ids}
        if self.waiting:
            self.error = f"{len(self.waiting)} articles were not published in {ROUNDS} runs: {self.last_error}"

    def publish(self):
        tool = subprocess.Popen(
            [TOOL, "publish", "--json", "--input", "jsonl", "-"],
            env=self.env, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )
        feeding = threading.Thread(target=self.feed, args=(tool.stdin, list(self.waiting.values())))
        feeding.start()
        for line in tool.stdout:
            report = json.loads(line)
            # A line without an id reports a failure. The article stays in `waiting` and is fed again.
            if report.get("id"):
                self.waiting.pop(report["id"], None)
            else:
                self.last_error = line.strip()
        feeding.join()
        # Standard error has a few lines at most, which the pipe has buffered.
        self.last_error = tool.stderr.read().strip() or self.last_error
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
            pass  # The tool exited early. The next run publishes the rest.
