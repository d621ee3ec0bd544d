"""What somebody said to the bot, as far as it matters. Everything in it is data."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from kiosk.handover.offer import token_of
from kiosk.handover.sealing import picture_id

_START = re.compile(r"[?&]start=([A-Za-z0-9_-]{1,64})")
_MOST_LETTERS = 4096
_TELLING_LETTERS = 20
"""So many letters and digits without a word of their own are an attempt at a code."""


class Kind(Enum):
    """What it was."""

    TEXT = auto()
    FILE = auto()
    """A photo, a document, a voice, a sticker: anything that is no text."""
    FORWARD = auto()
    TOUCH = auto()
    """A button beneath one of our messages."""


@dataclass(frozen=True, slots=True)
class Said:
    """One message of Telegram's.

    Attributes:
        update_id: Its number; Telegram may bring it twice, and in any order.
        chat: Telegram's number of the chat.
        private: Whether it is a chat with one person.
        language_code: Of that person's Telegram, such as ``de-AT``; may be empty.
        kind: What it was.
        text: The text, or what the button says to us.
        album: What files that belong together have in common; may be empty.
        callback: The touch that has to be answered; may be empty.
    """

    update_id: int
    chat: int
    private: bool
    language_code: str
    kind: Kind
    text: str = ""
    album: str = ""
    callback: str = ""

    @property
    def command(self) -> str:
        """``start`` of ``/start@Bot payload``; empty where there is none."""
        if self.kind is not Kind.TEXT or not self.text.startswith("/"):
            return ""
        first = self.text[:_MOST_LETTERS].split(maxsplit=1)[0]
        return first[1:].partition("@")[0].lower()

    @property
    def rest(self) -> str:
        """What follows a command, or the whole text where there is none."""
        if not self.command:
            return self.text.strip()
        return "".join(self.text.split(maxsplit=1)[1:]).strip()


def token_in(text: str) -> str | None:
    """The token that somebody sent, as a payload, a code or a link.

    Args:
        text: Anything.

    Returns:
        None if there is none.
    """
    text = text[:_MOST_LETTERS].strip()
    link = _START.search(text)
    candidate = link[1] if link else text
    try:
        picture_id(candidate)
    except ValueError:
        return token_of(text)
    return candidate


def is_attempt(text: str) -> bool:
    """Whether somebody seems to have meant a code."""
    short = text[:_MOST_LETTERS].strip()
    letters = [letter for letter in short if letter.isalnum()]
    digits = [letter for letter in letters if letter.isdigit()]
    words = [word for word in short.split() if len(word) > 1]
    alike = bool(words) and all(len(word) <= 5 or not word.isalpha() for word in words)
    return len(letters) >= _TELLING_LETTERS and alike and len(digits) >= 2
