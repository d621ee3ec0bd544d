"""What can go wrong in the service, each with a sentence that says what to do."""

from kiosk.errors import KioskError


class BotError(KioskError):
    """Base of every expected failure of the service."""


class StoreBusyError(BotError):
    """Database or blobs cannot be used now, but may be later."""


class StoreFullError(BotError):
    """There is no room for another picture."""


class MessengerError(BotError):
    """Telegram did not take a message; trying again later may help."""


class WaitError(MessengerError):
    """Telegram wants to be left alone for a while.

    Attributes:
        retry_after_s: For how long.
    """

    def __init__(self, retry_after_s: float) -> None:
        super().__init__("Telegram is asked too often.")
        self.retry_after_s = retry_after_s


class ConflictError(MessengerError):
    """Another program asks Telegram for this bot's messages."""


class BotTokenError(MessengerError):
    """Telegram does not know the bot's token."""


class RefusedError(MessengerError):
    """Telegram will never take this message: the chat is gone, or it is malformed."""
