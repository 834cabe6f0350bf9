"""The consumers of readers on the server: durable ones, which keep a position, and nameless ones."""

from __future__ import annotations

import uuid

from nats.js.api import AckPolicy, ConsumerConfig, ConsumerInfo, DeliverPolicy
from nats.js.client import JetStreamContext
from nats.js.errors import NotFoundError

from .errors import PositionError
from .query import Query

_DESCRIPTION = "a reader's position, kept by the Python package"
"""What the server shows as the purpose of a consumer. It distinguishes ours from others of the same name."""
_INACTIVE = 30.0
"""How long the server keeps the consumer of a reader without a name that is gone, in seconds."""
_MOST_UNACKNOWLEDGED = 1_000


async def durable(jetstream: JetStreamContext, query: Query, name: str, may_be_new: bool) -> float:
    """Finds the consumer that keeps the position `name`, or makes it. Returns its `ack_wait` in seconds."""
    try:
        info = await jetstream.consumer_info(query.stream, name)
    except NotFoundError:
        if not may_be_new:
            raise PositionError(f"{name!r} was deleted from {query.stream}, and with it the position") from None
        config = _config(query, name)
        config.durable_name = name
        config.description = _DESCRIPTION
        config.ack_policy = AckPolicy.EXPLICIT
        config.ack_wait = query.ack_wait
        config.max_ack_pending = _MOST_UNACKNOWLEDGED
        info = await jetstream.add_consumer(query.stream, config)
    return _checked(query, name, info)


async def nameless(jetstream: JetStreamContext, query: Query, after: int) -> str:
    """Makes a consumer that begins after the sequence `after`, and returns the name that the server knows it by."""
    name = f"reader-{uuid.uuid4().hex}"
    config = _config(query, name)
    config.ack_policy = AckPolicy.NONE
    config.inactive_threshold = _INACTIVE
    config.mem_storage = True
    config.num_replicas = 1
    if after > 0:
        config.deliver_policy = DeliverPolicy.BY_START_SEQUENCE
        config.opt_start_seq = after + 1
        config.opt_start_time = None
    await jetstream.add_consumer(query.stream, config)
    return name


def _config(query: Query, name: str) -> ConsumerConfig:
    config = ConsumerConfig(name=name)
    if len(query.filters) == 1:
        config.filter_subject = query.filters[0]
    else:
        config.filter_subjects = list(query.filters)
    if query.since is not None:
        config.deliver_policy = DeliverPolicy.BY_START_TIME
        config.opt_start_time = query.since
    return config


def _checked(query: Query, name: str, info: ConsumerInfo) -> float:
    config, stream = info.config, query.stream
    if config is None or config.description != _DESCRIPTION:
        raise PositionError(f"{name!r} is a consumer of {stream} that another program made: choose another name")
    found = tuple(config.filter_subjects or filter(None, [config.filter_subject]))
    if found != query.filters:
        raise PositionError(
            f"{name!r} reads {', '.join(found)}, not {', '.join(query.filters)}: choose another name, or delete it "
            f"with `nats consumer rm {stream} {name}`"
        )
    return config.ack_wait or query.ack_wait
