"""Reads what Telegram answers to "what was said?": one odd message spoils no other.

The library gives up a whole batch for one message that it cannot read, and logs all of
it, names and texts too. Here such a message is emptied before the library sees it.
"""

import json
from typing import Any

from telegram import Update
from telegram.error import TelegramError
from telegram.request import HTTPXRequest

UNREADABLE = (
    ArithmeticError,
    AttributeError,
    KeyError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What the library raises over a message that it cannot read."""


class PollingRequest(HTTPXRequest):
    """Asks Telegram for messages; of one that cannot be read only its number is left.

    So it counts as dealt with and is not brought again.
    """

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Read an answer of Telegram's.

        Args:
            payload: Anything.

        Raises:
            TelegramError: If it is none.
        """
        try:
            answer = json.loads(payload.decode("utf-8", "replace"))
        except (ValueError, RecursionError):
            answer = None
        if not isinstance(answer, dict):
            raise TelegramError("Invalid server response")
        updates = answer.get("result")
        if isinstance(updates, list) and updates:
            answer["result"] = [_readable(one) for one in updates if _number(one)]
            if not answer["result"]:
                raise TelegramError("Invalid server response")
        return answer


def _number(update: object) -> int:
    """An update's number; 0, which Telegram never gives, where it has none."""
    number = update.get("update_id") if isinstance(update, dict) else 0
    return number if isinstance(number, int) else 0


def _readable(update: dict[str, Any]) -> dict[str, Any]:
    """The update, or its number alone if it cannot be read."""
    try:
        Update.de_json(update, None)
    except UNREADABLE:
        return {"update_id": update["update_id"]}
    return update
