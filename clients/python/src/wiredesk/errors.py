"""The errors of this package. Each says what is wrong and what to do."""


class WiredeskError(Exception):
    """The base of all errors of this package."""

    retry_after: float = 0.0
    """The seconds after which a console asks to be tried again."""


class InvalidSettings(WiredeskError, ValueError):
    """A setting of the connection or of a reader cannot be used."""


class InvalidArticle(WiredeskError, ValueError):
    """This can never be published as an article. The message names the member, never its value."""


class ArticleTooLarge(InvalidArticle):
    """The article is larger than the server accepts."""


class InvalidEvent(WiredeskError, ValueError):
    """What was read is not an event of the wire format that this package knows."""


class NotSetUp(WiredeskError):
    """A stream of the pipeline is missing."""


class Unavailable(WiredeskError):
    """The server could not be reached, or did not confirm, for as long as the caller wanted to wait."""


class PositionError(WiredeskError):
    """The position that the server keeps under this name belongs to another reader, or was deleted."""


class Denied(WiredeskError):
    """The console wants a token, or the token may not do this."""


class NotFound(WiredeskError):
    """The console has no such article or dead letter. The message says why."""


class Conflict(WiredeskError):
    """An action would be about another number of dead letters than expected. Nothing was done."""
