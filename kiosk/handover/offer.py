"""What is offered to a visitor who keeps a picture: a link, and a code to type.

Both say the same thing, a **token** of 128 random bits. Whoever has it has the picture:
the key that encrypts the picture is derived from it, so neither may be shortened.

- The link carries the token as base64url without padding, 22 characters: letters,
  digits, ``-`` and ``_``, which a Telegram start payload may have (up to 64 of them).
- The code is for people who cannot scan: they send it to the bot as a message. It is
  the 128 bits followed by the first 12 bits of their SHA-256, written in Crockford's
  base 32 (https://www.crockford.com/base32.html: no I, L, O or U) as seven groups of
  four: ``000G 40R4 0M30 …``. The check tells a mistyped code from a picture that has
  not arrived yet; one mistyped code in 4096 gets past it.
"""

import base64
import binascii
import hashlib
import secrets
from dataclasses import dataclass

TOKEN_BYTES = 16
TOKEN_LETTERS = 22
CODE_LETTERS = 28
GROUP_LETTERS = 4
PLACE_OF_TOKEN = "{token}"  # noqa: S105 (a mark in a link, no secret)

_CHECK_BITS = 12
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOKALIKES = str.maketrans("OIL", "011")
_CYRILLIC_LOOKALIKES = str.maketrans("АВЕЗКМНОРСТУХ", "ABE3KMH0PCTYX")  # noqa: RUF001 (meant)
_LONGEST_TYPED = 200


@dataclass(frozen=True, slots=True)
class HandoverOffer:
    """How a visitor can fetch their picture.

    Attributes:
        link: For the QR code.
        code: For people who cannot scan: seven groups of four, with spaces between.
    """

    link: str
    code: str


def new_token() -> str:
    """Draw a token: 128 random bits, 22 characters."""
    return _token_of_bytes(secrets.token_bytes(TOKEN_BYTES))


def offer_for(link_template: str, token: str) -> HandoverOffer:
    """Make the offer for one picture.

    Args:
        link_template: The setting ``handover.link``, with ``{token}`` in it.
        token: From `new_token`.

    Raises:
        ValueError: If the token is none, or the link has no place for it.
    """
    code = code_of(token)
    if PLACE_OF_TOKEN not in link_template:
        raise ValueError("The link for the hand-over has no {token} in it.")
    return HandoverOffer(link_template.replace(PLACE_OF_TOKEN, token), code)


def code_of(token: str) -> str:
    """Write a token as a code: seven groups of four, with spaces between.

    Raises:
        ValueError: If it is no token.
    """
    raw = bytes_of_token(token)
    number = int.from_bytes(raw) << _CHECK_BITS | _check_of(raw)
    letters = "".join(
        _ALPHABET[number >> 5 * place & 31] for place in reversed(range(CODE_LETTERS))
    )
    starts = range(0, CODE_LETTERS, GROUP_LETTERS)
    return " ".join(letters[start : start + GROUP_LETTERS] for start in starts)


def token_of(code: str) -> str | None:
    """Read a code that somebody typed.

    Args:
        code: Anything: small letters, spaces, hyphens and other signs between the
            letters are allowed, O, I and L for the digits they look like, and the
            Cyrillic letters that look like Latin ones.

    Returns:
        The token; None if it is no code or mistyped.
    """
    if len(code) > _LONGEST_TYPED:
        return None
    upper = code.upper().translate(_LOOKALIKES).translate(_CYRILLIC_LOOKALIKES)
    letters = "".join(letter for letter in upper if letter.isalnum())
    if len(letters) != CODE_LETTERS or not set(letters) <= set(_ALPHABET):
        return None
    number = 0
    for letter in letters:
        number = number << 5 | _ALPHABET.index(letter)
    raw = (number >> _CHECK_BITS).to_bytes(TOKEN_BYTES)
    if number & (1 << _CHECK_BITS) - 1 != _check_of(raw):
        return None
    return _token_of_bytes(raw)


def bytes_of_token(token: str) -> bytes:
    """Read a token: the 128 random bits.

    Raises:
        ValueError: If it is no token.
    """
    try:
        raw = base64.b64decode(token + "==", altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        raw = b""
    if len(raw) != TOKEN_BYTES or _token_of_bytes(raw) != token:
        raise ValueError("This is no token.")
    return raw


def _check_of(raw: bytes) -> int:
    return int.from_bytes(hashlib.sha256(raw).digest()[:2]) >> 16 - _CHECK_BITS


def _token_of_bytes(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")
