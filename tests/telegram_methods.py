"""The methods of the Bot API: what a bot sends is kept, what it asks is answered."""

import asyncio
import hashlib
import itertools
import json
import time
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.telegram_updates import Updates

USERNAME = "vernissage_test_bot"
MOST_UPLOAD_BYTES = 50_000_000
MOST_DOWNLOAD_BYTES = 20_000_000
_SENDING = ("sendMessage", "sendDocument", "sendPhoto", "sendMediaGroup", "copyMessage")


@dataclass(frozen=True)
class Sent:
    """One message that a bot sent."""

    at_s: float
    chat: int
    method: str
    text: str
    content: bytes = b""
    filename: str = ""
    message_id: int = 0
    fields: dict[str, str] = field(default_factory=dict)


class Methods(Updates):
    """What a bot may ask for, answered as Telegram answers."""

    def __init__(self, token: str, *, keeps: bool) -> None:
        super().__init__()
        self.token, self._keeps = token, keeps
        self.sent: list[Sent] = []
        self.answered: list[str] = []
        self.deleted: set[tuple[int, int]] = set()
        self.commands: dict[str, Any] = {}
        self._files: dict[str, bytes] = {}
        self._polling = 0

    async def do(
        self, method: str, fields: dict[str, str], files: dict[str, tuple[str, bytes]]
    ) -> web.StreamResponse:
        """Do what a bot asks for.

        Args:
            method: As the Bot API names it.
            fields: What came with it, as text.
            files: Likewise, names and contents.
        """
        if method in _SENDING:
            return self._send(method, fields, files)
        known = getattr(self, f"_{method}", None)
        if known is None:
            return no(404, "Not Found: method not found")
        answer = known(fields)
        return await answer if asyncio.iscoroutine(answer) else answer

    def _send(
        self, method: str, fields: dict[str, str], files: dict[str, tuple[str, bytes]]
    ) -> web.StreamResponse:
        chat = int(fields["chat_id"])
        text = fields.get("text") or fields.get("caption", "")
        if len(text) > (4096 if method == "sendMessage" else 1024):
            return no(400, "Bad Request: message is too long")
        name, content = next(iter(files.values()), ("", b""))
        if len(content) > MOST_UPLOAD_BYTES:
            return no(413, "Request Entity Too Large")
        number = next(self._numbers)
        if content and not self._keeps:
            content = hashlib.sha256(content).digest()
        sent = Sent(time.monotonic(), chat, method, text, content, name, number, fields)
        self.sent.append(sent)
        message: dict[str, Any] = {
            "message_id": number,
            "date": int(time.time()),
            "chat": {"id": chat, "type": "private", "first_name": "R"},
        }
        if content:
            file_id = f"file{number}"
            self._files[file_id] = content
            held = {"file_id": file_id, "file_unique_id": file_id}
            if method == "sendPhoto":
                message["photo"] = [{**held, "width": 1, "height": 1}]
            else:
                message["document"] = {**held, "file_name": name}
        else:
            message["text"] = text
        return yes(message)

    def _getMe(self, _fields: dict[str, str]) -> web.Response:  # noqa: N802 (Telegram's name)
        return yes(
            {
                "id": int(self.token.partition(":")[0]),
                "is_bot": True,
                "first_name": "Vernissage",
                "username": USERNAME,
            }
        )

    async def _getUpdates(self, fields: dict[str, str]) -> web.Response:  # noqa: N802 (Telegram's name)
        if self.webhook:
            return no(
                409, "Conflict: can't use getUpdates method while webhook is active"
            )
        if self._polling:
            return no(409, "Conflict: terminated by other getUpdates request")
        self._polling += 1
        try:
            offset = int(fields.get("offset", 0))
            while self._updates and self._updates[0]["update_id"] < offset:
                self._updates.popleft()
            until_s = time.monotonic() + min(float(fields.get("timeout", 0)), 5.0)
            while not self._updates and time.monotonic() < until_s:
                self._changed.clear()
                try:
                    await asyncio.wait_for(self._changed.wait(), 0.2)
                except TimeoutError:
                    continue
            return yes(list(itertools.islice(self._updates, 100)))
        finally:
            self._polling -= 1

    def _setWebhook(self, fields: dict[str, str]) -> web.Response:  # noqa: N802 (Telegram's name)
        self.webhook, self.secret = fields["url"], fields.get("secret_token", "")
        waiting = list(self._updates)
        self._updates.clear()
        self._take(waiting)
        return yes(True)

    def _deleteWebhook(self, _fields: dict[str, str]) -> web.Response:  # noqa: N802 (Telegram's name)
        self.webhook = ""
        return yes(True)

    def _setMyCommands(self, fields: dict[str, str]) -> web.Response:  # noqa: N802 (Telegram's name)
        language = fields.get("language_code", "")
        self.commands[language] = json.loads(fields["commands"])
        return yes(True)

    def _answerCallbackQuery(self, fields: dict[str, str]) -> web.Response:  # noqa: N802 (Telegram's name)
        self.answered.append(fields["callback_query_id"])
        return yes(True)

    def _editMessageText(self, fields: dict[str, str]) -> web.Response:  # noqa: N802 (Telegram's name)
        return yes(
            {
                "message_id": int(fields["message_id"]),
                "date": int(time.time()),
                "chat": {"id": int(fields["chat_id"]), "type": "private"},
                "text": fields["text"],
            }
        )

    def _deleteMessage(self, fields: dict[str, str]) -> web.Response:  # noqa: N802 (Telegram's name)
        self.deleted.add((int(fields["chat_id"]), int(fields["message_id"])))
        return yes(True)

    def _getFile(self, fields: dict[str, str]) -> web.Response:  # noqa: N802 (Telegram's name)
        content = self._files.get(fields["file_id"])
        if content is None or len(content) > MOST_DOWNLOAD_BYTES:
            return no(400, "Bad Request: file is too big or not there")
        return yes(
            {
                "file_id": fields["file_id"],
                "file_unique_id": fields["file_id"],
                "file_size": len(content),
                "file_path": f"documents/{fields['file_id']}",
            }
        )


def yes(result: Any) -> web.Response:
    """What was asked for."""
    return web.json_response({"ok": True, "result": result})


def no(status: int, description: str, retry_after: int = 0) -> web.Response:
    """Why it was not done."""
    answer: dict[str, Any] = {
        "ok": False,
        "error_code": status,
        "description": description,
    }
    if retry_after:
        answer["parameters"] = {"retry_after": retry_after}
    return web.json_response(answer, status=status)
