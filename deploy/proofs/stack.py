"""One pipeline in containers, started from the shipped compose files."""

import http.client
import json
import os
import shutil
import socket
import subprocess
import time
from pathlib import Path

DEPLOY = Path(__file__).resolve().parent.parent
WORKERS = ["language-detector", "segmenter", "entity-tagger", "summarizer"]
PATIENCE_SECONDS = 120
NATS_IMAGE = "nats:2.15-alpine"
COMPOSE = ["docker-compose"] if shutil.which("docker-compose") else ["docker", "compose"]


class Failure(Exception):
    """A proof that failed."""


def run(*command, env=None, check=True):
    """Runs a command and returns its standard output."""
    done = subprocess.run(command, env=env, text=True, capture_output=True)
    if check and done.returncode:
        raise Failure(f"{' '.join(command)}: exit {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def wait_for(what, found, patience=PATIENCE_SECONDS):
    """Waits for the first true result of `found` and returns it."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        answer = found()
        if answer:
            return answer
        time.sleep(0.2)
    raise Failure(f"waited {patience} s for {what}")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Stack:
    """A compose project on free ports. Leaving its `with` block removes containers, networks and volumes."""

    def __init__(self, name, *overlays, image, more=(), **settings):
        self.project = f"wiredesk-prove-{os.getpid()}-{name}"
        self.files = ["docker-compose.yml", *(f"docker-compose.{overlay}.yml" for overlay in overlays), *more]
        self.ports = {name: free_port() for name in ["NATS", "MONITOR", "NATS_2", "NATS_3", "CONSOLE"]}
        ports = {f"WIREDESK_{name}_PORT": str(port) for name, port in self.ports.items()}
        self.env = {**os.environ, **ports, "WIREDESK_IMAGE": image, **settings}
        self.url = f"nats://127.0.0.1:{self.ports['NATS']}"

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if error is not None:
            print(self.compose("logs", "--no-color", "--tail", "15", check=False))
        self.compose("down", "--volumes", "--remove-orphans", "--timeout", "5", check=False)

    def compose(self, *arguments, check=True):
        files = [part for name in self.files for part in ("-f", str(DEPLOY / name))]
        command = [*COMPOSE, "--project-name", self.project, *files, *arguments]
        return run(*command, env=self.env, check=check)

    def up(self, *arguments):
        """Starts everything and returns the seconds until all containers were healthy."""
        started = time.monotonic()
        self.compose("up", "-d", "--no-build", *arguments)
        self.wait_healthy()
        return time.monotonic() - started

    def containers(self, service=None):
        """Returns what Docker reports about each container, except those that run once."""
        filters = ["--filter", f"label=com.docker.compose.project={self.project}"]
        if service:
            filters += ["--filter", f"label=com.docker.compose.service={service}"]
        ids = run("docker", "ps", "--quiet", "--all", "--no-trunc", *filters).split()
        known = json.loads(run("docker", "inspect", *ids)) if ids else []
        return [container for container in known if service_of(container) not in ("setup", "volume-owner")]

    def wait_healthy(self, service=None):
        def healthy():
            containers = self.containers(service)
            return containers and all(health_of(container) == "healthy" for container in containers)

        wait_for(f"{service or 'every container'} to be healthy", healthy)

    def crash(self, service):
        """Kills the process of one container from outside Docker, and waits until Docker has restarted it."""
        container = self.containers(service)[0]
        before, pid = container["RestartCount"], container["State"]["Pid"]
        # `docker kill` would prevent the restart, so a container that sees the host's processes sends the signal.
        kill = ["--pid", "host", "--user", "0", "--entrypoint", "kill", NATS_IMAGE, "-9", str(pid)]
        run("docker", "run", "--rm", *kill)
        wait_for(
            f"{service} to be restarted",
            lambda: any(c["RestartCount"] > before and c["State"]["Running"] for c in self.containers(service)),
        )

    def usage(self):
        """Returns processor seconds and peak memory (MiB) of each service, as Docker counts them."""
        used = {}
        for container in self.containers():
            seconds, memory = usage_of(container["Id"])
            before = used.get(service_of(container), (0, 0))
            used[service_of(container)] = (before[0] + seconds, max(before[1], memory))
        return used


def service_of(container):
    return container["Config"]["Labels"]["com.docker.compose.service"]


def health_of(container):
    """Returns the health of a container. One without a check is healthy while it runs."""
    state = container["State"]
    if check := state.get("Health"):
        return check["Status"]
    return "healthy" if state["Running"] and not state["Restarting"] else "stopped"


def usage_of(identity):
    connection = http.client.HTTPConnection("docker")
    connection.sock = socket.socket(socket.AF_UNIX)
    connection.sock.connect("/var/run/docker.sock")
    connection.request("GET", f"/containers/{identity}/stats?stream=false&one-shot=true")
    stats = json.load(connection.getresponse())
    connection.close()
    memory = stats["memory_stats"]
    peak = memory.get("max_usage", memory.get("usage", 0))
    return stats["cpu_stats"]["cpu_usage"]["total_usage"] / 1e9, peak / 2**20


def unhardened(container):
    """Returns what is wrong with a container, by its settings and by what the kernel reports about its process."""
    wrong = []
    host = container["HostConfig"]
    if not host["ReadonlyRootfs"]:
        wrong.append("its root file system is writable")
    if "ALL" not in (host["CapDrop"] or []):
        wrong.append("it keeps capabilities")
    if not host["Memory"] or not host["NanoCpus"] or not host["PidsLimit"]:
        wrong.append("it has no limits")
    if not host["LogConfig"]["Config"].get("max-size"):
        wrong.append("its log has no size limit")
    for bound in container["NetworkSettings"]["Ports"].values():
        if any(address["HostIp"] != "127.0.0.1" for address in bound or []):
            wrong.append("a port is open to other machines")
    status = dict(
        line.split(":\t", 1) for line in Path(f"/proc/{container['State']['Pid']}/status").read_text().splitlines()
    )
    if "0" in status["Uid"].split():
        wrong.append("its process runs as root")
    if int(status["CapEff"], 16) or int(status["CapBnd"], 16):
        wrong.append("its process has capabilities")
    if status["NoNewPrivs"] != "1":
        wrong.append("its process may gain privileges")
    return wrong
