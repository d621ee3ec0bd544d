"""What can go wrong while fetching, each with a sentence that says what to do.

::

    FetchError
    ├── BadReferenceError    a text names no work in a collection
    ├── NotFoundError        the museum has no such work or image
    ├── NotOpenError         the work is not public domain or CC0
    ├── UnreachableError     no answer, too slow, or asked to come back later
    ├── BadAnswerError       an answer that cannot be used
    ├── DiskError            what was fetched cannot be kept
    └── FetchCancelledError  somebody stopped it
"""

from kiosk.errors import PackError


class FetchError(PackError):
    """Base of every expected failure of fetching."""


class BadReferenceError(FetchError):
    """A text names no work in a collection that we know."""


class NotFoundError(FetchError):
    """The museum has no such work, or no image of it."""


class NotOpenError(FetchError):
    """The work is not marked as public domain or CC0."""


class UnreachableError(FetchError):
    """The museum did not answer in time; later it may."""


class BadAnswerError(FetchError):
    """The museum's answer cannot be used."""


class DiskError(FetchError):
    """The disk does not take what was fetched."""


class FetchCancelledError(FetchError):
    """The caller stopped it."""
