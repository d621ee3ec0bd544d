"""What a kiosk gets to be let in: a name and a key. Nothing heavy is loaded here."""

import re
import secrets
import unicodedata

from kiosk.errors import SettingsError

OWN_KIOSK = "this computer"
"""Reserved for the kiosk that runs the service beside itself."""
LONGEST_NAME = 80

KEY_START = "vnk_"
"""So that a key can be told from other secrets."""
_KEY_BYTES = 32
_KEY = re.compile(rf"{KEY_START}[A-Za-z0-9_-]{{43}}")
_ODD_CATEGORIES = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})


def new_key() -> str:
    """Draw a key: 256 random bits."""
    return KEY_START + secrets.token_urlsafe(_KEY_BYTES)


def is_key(text: str) -> bool:
    """Whether a text can be a key at all."""
    return _KEY.fullmatch(text) is not None


def checked_name(name: str) -> str:
    """A kiosk's name without spaces around it.

    Raises:
        SettingsError: If it is empty, too long, reserved or cannot be shown.
    """
    name = name.strip()
    odd = any(unicodedata.category(letter) in _ODD_CATEGORIES for letter in name)
    if not name or len(name) > LONGEST_NAME or odd:
        raise SettingsError(
            f"A kiosk's name is one line of 1 to {LONGEST_NAME} letters."
        )
    if name.casefold() == OWN_KIOSK:
        raise SettingsError(f"'{OWN_KIOSK}' is the kiosk that runs the service itself.")
    return name
