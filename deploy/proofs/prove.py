"""Runs the seven proofs. `deploy/prove` prepares their images and packages, then calls this."""

import json
import logging
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import refusals
from bus import Bus
from feed import Feed
from load import TOOL, Publisher, articles
from stack import COMPOSE, DEPLOY, WORKERS, Failure, Stack, run, service_of, unhardened, wait_for

IMAGE = "wiredesk:prove"
# As this script builds it for CI, without optimization at link time; with it, the image has about 4 MB less. The table of
# vectors for stories takes 10 MB of it.
MOST_MEGABYTES = 92
# Proof 3 upgrades to the same image under another name. It tests the replacement of a container.
NEXT_IMAGE = "wiredesk:prove-next"
# Articles a second during the faults: a load that two busy cores can carry.
RATE = 60
# The load ends with the faults, or after three minutes.
MOST = 180 * RATE
# The items of the feed in the proofs.
ITEMS = 20
# `Bus.check_results` fails unless this holds.
NO_LOSS = "0 lost, 0 duplicated, 0 dead letters"


def tool(env, *arguments, check=True):
    """Runs the tool. Returns its exit status and what it wrote to both streams."""
    done = subprocess.run([TOOL, *arguments], env=env, text=True, capture_output=True, timeout=60)
    if check and done.returncode:
        raise Failure(f"wiredesk {' '.join(arguments)}: {done.stderr}")
    return done


def check_hardened(stack, but=()):
    containers = [container for container in stack.containers() if service_of(container) not in but]
    for container in containers:
        if wrong := unhardened(container):
            raise Failure(f"{container['Name']}: {', '.join(wrong)}")
    return len(containers)


def show_usage(before, after, results):
    """Prints the sizing table of docs/deployment.md."""
    print("  | service | processor seconds for 1,000 articles | peak memory |")
    for service in sorted(after):
        seconds = (after[service][0] - before[service][0]) / results * 1000
        print(f"  | {service} | {seconds:.1f} | {after[service][1]:.0f} MiB |")


def the_files_are_valid():
    """0: the compose files, alone and with each overlay, are valid for the installed docker-compose and Compose v2."""
    both = [COMPOSE, [str(Path(sys.executable).with_name("docker-compose"))]]
    for command in both:
        overlaid = [[], ["fused"], ["accurate"], ["model"], ["feeds"], ["sink"], ["stories"], ["alerts"], ["cluster"], ["tls"]]
        overlaid += [["cluster", "fused"], ["feeds", "sink"]]
        overlaid += [["feeds", "sink", "tls", "feeds-tls", "sink-tls"], ["stories", "alerts"]]
        overlaid += [["stories", "alerts", "tls", "stories-tls", "alerts-tls"]]
        for overlays in overlaid:
            names = ["docker-compose.yml", *(f"docker-compose.{overlay}.yml" for overlay in overlays)]
            run(*command, *(part for name in names for part in ("-f", str(DEPLOY / name))), "config", "--quiet")
    versions = [run(*command, "version", "--short").strip() for command in both]
    print(f"  valid for {' and '.join(versions)}")


def check_metrics(stack):
    """Checks that each worker serves its counts where a Prometheus in its network would read them."""
    for worker in WORKERS:
        metrics = stack.compose("exec", "-T", "nats", "wget", "-q", "-O", "-", f"http://{worker}:9090/metrics")
        if 'outcome="published"} ' not in metrics:
            raise Failure(f"{worker} has no count of published articles: {metrics[:500]}")


def everything_comes_out(stack):
    """1: after `up`, articles from the tool and from nats-py all have results; every container is hardened."""
    seconds = stack.up()
    count = check_hardened(stack)
    print(f"  {count} containers healthy after {seconds:.0f} s: non-root, read-only, without capabilities")
    bus = Bus(stack.url)
    before, started = stack.usage(), time.monotonic()
    with Publisher({**os.environ, "NATS_URL": stack.url}, "tool", 500) as publisher:
        pass
    foreign = list(articles("nats-py", 10))
    bus.publish(foreign)
    published = publisher.ids | {article["id"] for article in foreign}
    results = bus.check_results(published)
    took = time.monotonic() - started
    print(f"  500 articles from the tool and 10 from nats-py: {results} results, {results / took:.0f} a second")
    show_usage(before, stack.usage(), results)
    size = sum(len(json.dumps(article, ensure_ascii=False).encode()) for article in articles("", 500)) / 500
    stored = [stream / results / 1e3 for stream in bus.bytes_stored()]
    print(f"  an article of {size / 1e3:.1f} kB takes {sum(stored):.1f} kB in the event streams, {stored[-1]:.1f} kB in the last")
    check_metrics(stack)
    if "no dead letters" not in (printed := stack.compose("run", "--rm", "-T", "tool", "status")):
        raise Failure(f"`status` in the tool's container prints: {printed}")
    stack.wait_healthy()
    return published


def one_process_does_it_all(stack):
    """1, fused: 500 articles through one worker that runs all stages."""
    stack.up()
    if {service_of(container) for container in stack.containers()} != {"nats", "worker", "console"}:
        raise Failure("other services than nats, worker and console are running")
    check_hardened(stack)
    before, started = stack.usage(), time.monotonic()
    with Publisher({**os.environ, "NATS_URL": stack.url}, "fused", 500) as publisher:
        pass
    results = Bus(stack.url).check_results(publisher.ids)
    took = time.monotonic() - started
    print(f"  500 articles: {results} results, {results / took:.0f} a second")
    show_usage(before, stack.usage(), results)


def nothing_is_lost(stack, published):
    """2: under load, scaling, a killed worker, a killed server and a `down` lose nothing."""
    env = {**os.environ, "NATS_URL": stack.url}
    bus = Bus(stack.url)
    before = sum(bus.deliveries(worker) for worker in WORKERS)
    with Publisher(env, "chaos", MOST, RATE) as publisher:
        stack.up("--scale", "entity-tagger=3")
        if len(stack.containers("entity-tagger")) != 3:
            raise Failure("three entity-taggers should be running")
        stack.up("--scale", "entity-tagger=1")
        stack.crash("summarizer")
        stack.crash("nats")
        stack.wait_healthy()
        stack.compose("down")
        stack.up()
    published |= publisher.ids
    results = bus.check_results(published)
    again = sum(bus.deliveries(worker) for worker in WORKERS) - before - len(WORKERS) * len(publisher.ids)
    print(f"  entity-tagger 1 → 3 → 1, summarizer and nats killed, everything down and up again, at {RATE} articles a second")
    print(f"  {len(publisher.ids)} published in {publisher.runs} run(s) of the tool, {results} results in total: {NO_LOSS}")
    print(f"  {again} redeliveries; the streams dropped their repeated results")


def an_upgrade_redelivers_nothing(stack, published):
    """3: under load, replacing a worker's container by another image causes no redelivery."""
    bus = Bus(stack.url)
    before = {worker: bus.deliveries(worker) for worker in WORKERS}
    with Publisher({**os.environ, "NATS_URL": stack.url}, "rolling", MOST, RATE) as publisher:
        time.sleep(5)
        [old] = stack.containers("entity-tagger")
        stack.env["WIREDESK_IMAGE"] = NEXT_IMAGE
        stack.compose("up", "-d", "--no-build", "--no-deps", "entity-tagger")
        stack.wait_healthy("entity-tagger")
        [new] = stack.containers("entity-tagger")
        if new["Id"] == old["Id"] or new["Config"]["Image"] != NEXT_IMAGE:
            raise Failure("the container was not replaced")
    published |= publisher.ids
    bus.check_results(published)
    count = len(publisher.ids)
    again = {worker: bus.deliveries(worker) - before[worker] - count for worker in WORKERS}
    if any(again.values()):
        raise Failure(f"redelivered: {again}")
    print(f"  entity-tagger replaced at {RATE} articles a second: {count} published, {count} results, 0 redeliveries in any stage")


def any_server_may_stop(stack):
    """4: under load, each of three servers is stopped and started in turn."""
    seconds = stack.up()
    urls = ",".join(f"nats://127.0.0.1:{stack.ports[name]}" for name in ["NATS", "NATS_2", "NATS_3"])
    bus = Bus(urls)
    with Publisher({**os.environ, "NATS_URL": urls}, "cluster", MOST, RATE) as publisher:
        for server in ["nats", "nats-2", "nats-3"]:
            stack.compose("stop", "--timeout", "20", server)
            time.sleep(2)
            stack.compose("start", server)
            stack.wait_healthy(server)
    results = bus.check_results(publisher.ids)
    print(f"  three servers and four workers healthy after {seconds:.0f} s")
    print(f"  each server stopped and started at {RATE} articles a second: {results} published, {results} results: {NO_LOSS}")


def each_user_does_its_own_work_only(stack, secrets, list_file):
    """5: TLS and users: forbidden actions are refused, and failed connections are explained."""
    with Feed(list(articles("feed", ITEMS))) as feed:
        feed.list_in(list_file)
        stack.up()
        wait_for("the feed's items as rows", lambda: rows(stack, "articles") == ITEMS)
    port = stack.ports["NATS"]
    ca = secrets / "ca.pem"
    password_file = lambda user: secrets / "passwords" / user

    def as_user(user, **more):
        return {**os.environ, "NATS_URL": f"tls://localhost:{port}", "NATS_CA": str(ca), "NATS_USER": user,
                "NATS_PASSWORD_FILE": str(password_file(user)), "NATS_INBOX_PREFIX": f"_INBOX_{user}", **more}

    with Publisher(as_user("publisher"), "guarded", 100) as publisher:
        pass
    published = publisher.ids | feed.ids
    wait_for("all results as rows", lambda: rows(stack, "articles") == len(published))
    read = tool(as_user("reader"), "results", "--count", str(len(published)), "--follow", "--output", "jsonl").stdout.splitlines()
    operator = Bus(f"tls://localhost:{port}", ca, "operator", password_file("operator").read_text().strip())
    operator.check_results(published)
    print(f"  through TLS, each program with its own user: {len(published)} published, {ITEMS} of them by feeds, {len(read)} results read")
    print(f"  the sink has written {rows(stack, 'articles')} of them to PostgreSQL")
    known, tried = refusals.check(port, ca, lambda user: password_file(user).read_text().strip())
    print(f"  {known} users tried {tried} forbidden actions: all refused")

    wrong = secrets / "wrong-password"
    wrong.write_text("not the password\n")
    for what, env, words in [
        ("a wrong password", as_user("segmenter", NATS_PASSWORD_FILE=str(wrong)), "refused the connection"),
        ("a plain-text connection", as_user("segmenter", NATS_URL=f"nats://localhost:{port}", NATS_CA=""), "TLS"),
    ]:
        done = subprocess.run([TOOL.parent / "segmenter"], env=env, text=True, capture_output=True, timeout=30)
        message = done.stderr.strip().splitlines()[-1] if done.stderr else ""
        if done.returncode != 1 or words not in message or "not the password" in done.stderr:
            raise Failure(f"{what}: exit {done.returncode}, {done.stderr}")
        print(f"  {what}: exit 1, “{message}”")
    print(f"  a client that continues in clear text receives: {answer_to_clear_text(port)}")


def feeds_become_rows(stack, list_file):
    """6: a feed's items and published articles become rows, each once, while sink and database are killed."""
    with Feed(list(articles("feed", ITEMS))) as feed:
        feed.list_in(list_file)
        seconds = stack.up()
        count = check_hardened(stack, but=["postgres"])
        print(f"  {count} containers and the database run after {seconds:.0f} s")
        wait_for("the feed's items as rows", lambda: rows(stack, "articles") == ITEMS)
        with Publisher({**os.environ, "NATS_URL": stack.url}, "sunk", MOST, RATE) as publisher:
            for service in ["sink", "postgres"]:
                stack.crash(service)
            stack.wait_healthy()
        expected = ITEMS + len(publisher.ids)
        wait_for(f"{expected} rows", lambda: rows(stack, "articles") == expected)
    Bus(stack.url).check_results(publisher.ids | feed.ids)
    if (mentions := rows(stack, "mentions")) == 0 or rows(stack, "articles WHERE source = 'The Gazette'") != ITEMS:
        raise Failure(f"{mentions} mentions, and not {ITEMS} articles of the feed")
    named = query(stack, "SELECT name, count(*) FROM entities WHERE type = 'ORG' GROUP BY name ORDER BY 2 DESC LIMIT 1")
    print(f"  {ITEMS} items of a feed and {len(publisher.ids)} published articles, sink and database killed: {expected} rows")
    print(f"  the organization that most of them name: {named}")


def copies_become_stories(stack, rules):
    """7: copies become stories with one alert each, while story-linker and alerter are killed."""
    rules.mkdir(exist_ok=True)
    (rules / "copies.toml").write_text('[[rule]]\nname = "copies"\nquery = "articles>=2"\nonce = "story"\n')
    stack.up()
    count = check_hardened(stack)
    bus = Bus(stack.url)
    with Publisher({**os.environ, "NATS_URL": stack.url}, "copied", MOST, RATE) as publisher:
        for service in ["story-linker", "alerter"]:
            stack.crash(service)
        stack.wait_healthy()
    bus.check_results(publisher.ids)
    wait_for("a story for each article", lambda: bus.stored("LINKED") >= len(publisher.ids))
    linked = bus.events("LINKED")
    if sorted(event["article"]["id"] for event in linked) != sorted(publisher.ids):
        raise Failure(f"{len(publisher.ids)} articles have {len(linked)} links")
    # A story that became part of another had its alert before.
    stories = {event["story"]["id"] for event in linked if event["story"]["size"] > 1}
    wait_for("an alert for each story", lambda: bus.stored("ALERTS") >= len(stories))
    alerted = [event["story"]["id"] for event in bus.events("ALERTS")]
    if sorted(alerted) != sorted(stories):
        raise Failure(f"{len(stories)} stories have {len(alerted)} alerts")
    print(f"  {count} containers; {len(publisher.ids)} published, each in one of {len(stories)} stories: one alert for each story")


def query(stack, sql):
    """Returns what the database answers, or nothing while it is away."""
    psql = ["exec", "-T", "postgres", "psql", "-U", "wiredesk", "--no-align", "--tuples-only", "news", "-c", sql]
    return stack.compose(*psql, check=False).strip()


def rows(stack, table):
    answer = query(stack, f"SELECT count(*) FROM {table}")
    return int(answer) if answer.isdecimal() else None


def answer_to_clear_text(port):
    """Returns what the server answers to a client that continues without TLS."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as plain:
        plain.sendall(b"CONNECT {}\r\nPING\r\n")
        received = b""
        while data := plain.recv(4096):
            received += data
    lines = [line for line in received.decode(errors="replace").splitlines() if not line.startswith("INFO ")]
    if any(line.startswith(("PONG", "+OK")) for line in lines):
        raise Failure("the server accepts a client without TLS")
    return " ".join(lines) or "nothing, then is disconnected"


def proof(prove, *arguments):
    print(f"proof {prove.__doc__}", flush=True)
    started = time.monotonic()
    result = prove(*arguments)
    print(f"  ok after {time.monotonic() - started:.0f} s", flush=True)
    return result


def main(work, *wanted):
    secrets = work / "secrets"
    run(str(DEPLOY / "make-secrets"), str(secrets))
    proof(the_files_are_valid)
    size = int(run("docker", "image", "inspect", "--format", "{{.Size}}", IMAGE)) / 1e6
    print(f"image: {size:.1f} MB, models included")
    if size > MOST_MEGABYTES:
        raise Failure(f"the image is larger than {MOST_MEGABYTES} MB")
    if "single" in wanted or not wanted:
        with Stack("single", image=IMAGE) as stack:
            published = proof(everything_comes_out, stack)
            proof(nothing_is_lost, stack, published)
            proof(an_upgrade_redelivers_nothing, stack, published)
    if "fused" in wanted or not wanted:
        with Stack("fused", "fused", image=IMAGE) as stack:
            proof(one_process_does_it_all, stack)
    if "cluster" in wanted or not wanted:
        with Stack("cluster", "cluster", image=IMAGE) as stack:
            proof(any_server_may_stop, stack)
    list_file = work / "feeds.toml"
    nearby = {"more": ["proofs/feeds-nearby.yml"], "WIREDESK_FEEDS": str(list_file), "WIREDESK_SECRETS": str(secrets)}
    if "tls" in wanted or not wanted:
        overlays = ["feeds", "sink", "tls", "feeds-tls", "sink-tls"]
        with Stack("tls", *overlays, image=IMAGE, **nearby) as stack:
            proof(each_user_does_its_own_work_only, stack, secrets, list_file)
    if "sink" in wanted or not wanted:
        with Stack("sink", "feeds", "sink", image=IMAGE, **nearby) as stack:
            proof(feeds_become_rows, stack, list_file)
    if "stories" in wanted or not wanted:
        rules = work / "rules"
        settings = {"WIREDESK_RULES": str(rules), "WIREDESK_ALERTS_STORIES": "true"}
        with Stack("stories", "stories", "alerts", image=IMAGE, **settings) as stack:
            proof(copies_become_stories, stack, rules)


if __name__ == "__main__":
    # asyncio logs a warning about the way in which the client library closes its connections.
    logging.getLogger("asyncio").setLevel(logging.ERROR)
    try:
        main(Path(sys.argv[1]), *sys.argv[2:])
    except Failure as failure:
        sys.exit(f"not proved: {failure}")
