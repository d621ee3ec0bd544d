"""Seals a picture so that only its token opens it.

Whoever stores a sealed picture, on the kiosk's disk or at the service, sees random
bytes under a `picture_id` and can make neither the picture nor the token of them. The
key is HKDF-SHA256 (RFC 5869) over the token's 128 random bits, the cipher AES-256-GCM
(NIST SP 800-38D) with a random nonce; each token seals one picture. The picture's id is
authenticated with it, so one sealed picture cannot be passed off as another.

A sealed picture is::

    b"VSP1" | nonce, 12 bytes | ciphertext and tag of (
        length of the header, 4 bytes, big-endian | header, JSON in UTF-8 | content )
"""

import hashlib
import json
import re
import secrets
import unicodedata
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from kiosk.errors import SealError
from kiosk.handover.offer import bytes_of_token

MOST_CONTENT_BYTES = 40_000_000
MOST_HEADER_BYTES = 4096
MOST_TITLE_LETTERS = 300

MAGIC = b"VSP1"
"""What every sealed picture begins with."""

_INFO = b"vernissage picture 1"
_KEY_BYTES = 32
_NONCE_BYTES = 12
_TAG_BYTES = 16
_LENGTH_BYTES = 4
_PREFIX_BYTES = len(MAGIC) + _NONCE_BYTES
MOST_SEALED_BYTES = (
    _PREFIX_BYTES + _LENGTH_BYTES + MOST_HEADER_BYTES + MOST_CONTENT_BYTES + _TAG_BYTES
)

# What a file of each kind begins with, and how its name ends.
_KINDS = {
    "image/png": (b"\x89PNG\r\n\x1a\n", ".png"),
    "image/jpeg": (b"\xff\xd8\xff", ".jpg"),
}
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,90}\.(?:png|jpg)")
_LANGUAGE = re.compile(r"[a-z]{2}")
_DIRECTIONS = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_FORBIDDEN_CATEGORIES = frozenset({"Cc", "Cs", "Zl", "Zp"})
_HEADER_FIELDS = frozenset({"name", "media_type", "title", "language"})


@dataclass(frozen=True, slots=True)
class Document:
    """A picture as a visitor gets it.

    Attributes:
        name: Of the file: small letters, digits and hyphens, ``.png`` or ``.jpg``.
        media_type: ``image/png`` or ``image/jpeg``; name and content agree with it.
        title: Of the painting, for the caption: plain text without control characters,
            1 to `MOST_TITLE_LETTERS` letters.
        language: Of the visit, two letters.
        content: The file, byte for byte; at most `MOST_CONTENT_BYTES`.

    Raises:
        ValueError: If a field is not as described.
    """

    name: str
    media_type: str
    title: str
    language: str
    content: bytes

    def __post_init__(self) -> None:
        if self.media_type not in _KINDS:
            raise ValueError("A document is a PNG or a JPEG.")
        signature, ending = _KINDS[self.media_type]
        if not _NAME.fullmatch(self.name) or not self.name.endswith(ending):
            raise ValueError("The document's file name is not one of ours.")
        if not self.title.strip() or self.title != plain_title(self.title):
            raise ValueError(
                "The document's title is empty, too long or no plain text."
            )
        if not _LANGUAGE.fullmatch(self.language):
            raise ValueError("The document's language is not two small letters.")
        if len(self.content) > MOST_CONTENT_BYTES:
            raise ValueError(f"The document is larger than {MOST_CONTENT_BYTES} bytes.")
        if not self.content.startswith(signature):
            raise ValueError("The document's content is not of the kind it says.")


def plain_title(text: str) -> str:
    """Make a title out of any text.

    Returns:
        The text without control characters, signs that turn the direction of writing
        and breaks, cut at `MOST_TITLE_LETTERS`; may be empty.
    """
    spaced = "".join(" " if letter.isspace() else letter for letter in text)
    plain = "".join(letter for letter in spaced if _is_plain(letter))
    return " ".join(plain.split())[:MOST_TITLE_LETTERS].strip()


def picture_id(token: str) -> str:
    """Say under which name a token's picture is stored: 64 hexadecimal digits.

    Raises:
        ValueError: If it is no token.
    """
    bytes_of_token(token)
    return hashlib.sha256(token.encode()).hexdigest()


def seal(token: str, document: Document) -> bytes:
    """Seal a picture with a key that comes of its token.

    Raises:
        ValueError: If it is no token.
    """
    fields = {name: getattr(document, name) for name in sorted(_HEADER_FIELDS)}
    header = json.dumps(fields, ensure_ascii=False).encode()
    plain = b"".join((len(header).to_bytes(_LENGTH_BYTES), header, document.content))
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return MAGIC + nonce + _cipher(token).encrypt(nonce, plain, _bound_to(token))


def unseal(token: str, sealed: bytes) -> Document:
    """Open a sealed picture.

    Raises:
        SealError: If the token does not open it, or if what is in it is no picture.
    """
    if not sealed.startswith(MAGIC):
        raise SealError("This is no sealed picture.")
    if not _PREFIX_BYTES + _TAG_BYTES <= len(sealed) <= MOST_SEALED_BYTES:
        raise SealError("The sealed picture is cut off or too large.")
    nonce, ciphertext = sealed[len(MAGIC) : _PREFIX_BYTES], sealed[_PREFIX_BYTES:]
    try:
        plain = _cipher(token).decrypt(nonce, ciphertext, _bound_to(token))
    except (InvalidTag, ValueError):
        raise SealError("The token does not open this picture.") from None
    return _read(plain)


def _read(plain: bytes) -> Document:
    header_bytes = int.from_bytes(plain[:_LENGTH_BYTES])
    content_start = _LENGTH_BYTES + header_bytes
    if header_bytes > MOST_HEADER_BYTES or content_start > len(plain):
        raise SealError("What is sealed has no header.")
    try:
        fields = json.loads(plain[_LENGTH_BYTES:content_start])
    except (ValueError, RecursionError):
        raise SealError("The header of what is sealed cannot be read.") from None
    if not isinstance(fields, dict) or fields.keys() != _HEADER_FIELDS:
        raise SealError("The header of what is sealed has other fields.")
    if not all(isinstance(value, str) for value in fields.values()):
        raise SealError("The header of what is sealed has fields that are no text.")
    try:
        return Document(content=plain[content_start:], **fields)
    except ValueError as error:
        raise SealError(str(error)) from None


def _cipher(token: str) -> AESGCM:
    derivation = HKDF(hashes.SHA256(), length=_KEY_BYTES, salt=None, info=_INFO)
    return AESGCM(derivation.derive(bytes_of_token(token)))


def _bound_to(token: str) -> bytes:
    return MAGIC + picture_id(token).encode()


def _is_plain(letter: str) -> bool:
    return (
        letter not in _DIRECTIONS
        and unicodedata.category(letter) not in _FORBIDDEN_CATEGORIES
    )
