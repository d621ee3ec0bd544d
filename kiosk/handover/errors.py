"""What can go wrong with handing over, each with a sentence for staff.

::

    HandoverError
    ├── OutboxError              the disk does not take or give a picture
    │   └── OutboxFullError      more may not wait
    └── ServiceError             the service did not do what it was asked
        ├── UnreachableError     it may, later
        │   └── BusyError        it says when
        ├── KeyRefusedError      it will not, until somebody gives another key
        ├── UnknownPictureError  it has no such picture
        ├── GoneError            the picture was deleted, or its time is over
        └── RefusedError         it will never take this picture
"""

from kiosk.errors import KioskError


class HandoverError(KioskError):
    """Base of what can go wrong with handing a picture over."""


class OutboxError(HandoverError):
    """The outbox cannot be used now."""


class OutboxFullError(OutboxError):
    """No more pictures may wait."""


class ServiceError(HandoverError):
    """The service did not do what it was asked."""


class UnreachableError(ServiceError):
    """No usable answer came; it may later."""


class BusyError(UnreachableError):
    """The service asks to wait.

    Args:
        sentence: For staff.
        wait_s: How long, in seconds.
    """

    def __init__(self, sentence: str, wait_s: float) -> None:
        super().__init__(sentence)
        self.wait_s = wait_s


class KeyRefusedError(ServiceError):
    """The service does not accept the kiosk's key."""


class UnknownPictureError(ServiceError):
    """The service has no such picture of ours."""


class GoneError(ServiceError):
    """The picture was deleted, or its time is over."""


class RefusedError(ServiceError):
    """The service will never take this picture."""
