import logging

import pytest

from kiosk.bot.discretion import HIDDEN, Discreet
from kiosk.log import JsonFormatter, PlainFormatter
from tests.fake_telegram import TOKEN

KEY = "vnk_" + "k" * 43


@pytest.mark.parametrize("inner", [JsonFormatter(), PlainFormatter()])
@pytest.mark.parametrize(
    ("text", "secret"),
    [
        (f"POST https://api.telegram.org/bot{TOKEN}/getMe", TOKEN),
        (f"Authorization: Bearer {KEY}", KEY),
        ("Bearer something-else", "something-else"),
        ("postgresql://me:pass-word@db/bot", "pass-word"),
        ("https://t.me/bot?start=AAAAAAAAAAAAAAAAAAAAAA", "A" * 22),
        ("it is hush-hush here", "hush-hush"),
    ],
)
def test_secrets_never_reach_a_line(inner, text: str, secret: str) -> None:
    formatter = Discreet(inner, ("hush-hush", ""))
    error = ValueError(text)
    record = logging.LogRecord(
        "x", logging.ERROR, "x", 1, "it says %s", (text,), (ValueError, error, None)
    )
    record.fields = {"text": text}

    line = formatter.format(record)

    assert secret not in line
    assert line.count(HIDDEN) >= 3
