"""What the database must not give away: chats, and the tokens that chats wait with.

All keys are derived (HKDF-SHA256, RFC 5869) from the bot's Telegram token, which is in
no database. A stolen database tells neither a chat nor a picture; another bot token
makes all of it unreadable, also to us.
"""

import base64
import hmac
import json
import secrets
from dataclasses import asdict, dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_KEY_BYTES = 32
_NONCE_BYTES = 12
_PERSON_INFO = b"vernissage person 1"
_ERRAND_INFO = b"vernissage errand 1"
_WEBHOOK_INFO = b"vernissage webhook 1"


@dataclass(frozen=True, slots=True)
class Errand:
    """What has to be known to send one message.

    Attributes:
        chat: Telegram's number of the chat.
        language: Two letters.
        words: Which sentence; empty for pictures.
        token: The picture's; empty for words.
        callback: The touch of a button that this answers; may be empty.
    """

    chat: int
    language: str
    words: str = ""
    token: str = ""
    callback: str = ""


class Secrecy:
    """Hides chats and errands.

    Args:
        bot_token: Telegram's.
        salt: Random, kept in the database.
    """

    def __init__(self, bot_token: str, salt: bytes) -> None:
        self._person_key = _derived(bot_token, _PERSON_INFO, salt)
        self._cipher = AESGCM(_derived(bot_token, _ERRAND_INFO))

    def person(self, chat: int) -> str:
        """The name that the database has for a chat: 64 hexadecimal digits."""
        return hmac.new(self._person_key, str(chat).encode(), sha256).hexdigest()

    def hide(self, person: str, errand: Errand) -> bytes:
        """Encrypt an errand, bound to its person."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        plain = json.dumps(asdict(errand)).encode()
        return nonce + self._cipher.encrypt(nonce, plain, person.encode())

    def reveal(self, person: str, hidden: bytes) -> Errand | None:
        """Decrypt an errand; None if it was hidden with another bot token."""
        nonce, ciphertext = hidden[:_NONCE_BYTES], hidden[_NONCE_BYTES:]
        try:
            plain = self._cipher.decrypt(nonce, ciphertext, person.encode())
        except (InvalidTag, ValueError):
            return None
        return Errand(**json.loads(plain))


def webhook_secret(bot_token: str) -> str:
    """What Telegram has to send along, so that nobody else can speak for it."""
    raw = _derived(bot_token, _WEBHOOK_INFO)
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def _derived(bot_token: str, info: bytes, salt: bytes | None = None) -> bytes:
    derivation = HKDF(hashes.SHA256(), length=_KEY_BYTES, salt=salt, info=info)
    return derivation.derive(bot_token.encode())
