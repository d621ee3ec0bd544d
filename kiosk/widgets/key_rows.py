"""The letters on our keyboard, by language: rows of at most eleven keys."""

from collections.abc import Mapping
from types import MappingProxyType

DIGITS = "1234567890-"
KEY_ROWS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "en": ("qwertyuiop", "asdfghjkl'", "zxcvbnm,."),
        "de": ("qwertzuiopü", "asdfghjklöä", "yxcvbnmß,."),
        "fr": ("azertyuiop", "qsdfghjklmù", "wxcvbnéèçà'"),
        "es": ("qwertyuiopú", "asdfghjklñó", "zxcvbnmáéí"),
        "ru": ("йцукенгшщзх", "ъфывапролдж", "эячсмитьбюё"),
    }
)
"""Letters that searching in these languages needs; capitals make no difference."""
