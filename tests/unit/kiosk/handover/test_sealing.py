import json
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from kiosk.errors import SealError
from kiosk.handover import sealing
from kiosk.handover.offer import new_token
from kiosk.handover.sealing import (
    MOST_CONTENT_BYTES,
    MOST_SEALED_BYTES,
    Document,
    picture_id,
    plain_title,
    seal,
    unseal,
)

TOKEN = "AAECAwQFBgcICQoLDA0ODw"  # noqa: S105 (the bytes 0 to 15)
PNG = b"\x89PNG\r\n\x1a\n"
LADY = Document(
    "vernissage-lady.png",
    "image/png",
    "Дама с горностаем",  # noqa: RUF001 (Russian)
    "ru",
    PNG + bytes(1000),
)
# Made once, and independently of this code, by HKDF and AES-GCM as the module says.
SEALED_ELSEWHERE = bytes.fromhex(
    "56535031000102030405060708090a0bf6fa8755a95cc628d14b21b227fd5e747db9e7a1785bb36c"
    "241b0631d724749cb315046c606f09d537af835932f2fe12cc4e399bdd7c8bf4d4ff283b808458c5"
    "c0118f7c1a192d70aa907780e49d16a49d246851d5b2145e0ea33995e294253261"
)


def test_what_was_sealed_is_opened_byte_for_byte() -> None:
    token = new_token()
    jpeg = Document(
        "a.jpg", "image/jpeg", "<b>Miller's</b>; --", "fr", b"\xff\xd8\xff!"
    )

    assert unseal(token, seal(token, LADY)) == LADY
    assert unseal(token, seal(token, jpeg)) == jpeg


def test_the_format_is_the_one_that_is_written_down() -> None:
    assert unseal(TOKEN, SEALED_ELSEWHERE) == Document(
        "a.png", "image/png", "A", "en", PNG
    )


def test_the_largest_picture_goes_through_and_no_larger_one() -> None:
    content = PNG + bytes(MOST_CONTENT_BYTES - len(PNG))
    largest = replace(LADY, content=content, title="Ж" * 300)

    sealed = seal(TOKEN, largest)

    assert len(sealed) <= MOST_SEALED_BYTES
    assert unseal(TOKEN, sealed) == largest
    with pytest.raises(ValueError, match="larger"):
        replace(LADY, content=content + b"!")


def test_the_id_says_nothing_of_the_token() -> None:
    assert picture_id(TOKEN) == (
        "5d2611d5a4dd2b40b277dfdb5ecf5b49819150d7d5c62f4eef960cb0c24db20c"
    )


@pytest.mark.parametrize("token", ["", "AAECAwQFBgcICQoLDA0OD", TOKEN + "A", "ж" * 22])
def test_what_is_no_token_seals_nothing(token: str) -> None:
    with pytest.raises(ValueError, match="no token"):
        picture_id(token)
    with pytest.raises(ValueError, match="no token"):
        seal(token, LADY)
    with pytest.raises(SealError, match="does not open"):
        unseal(token, seal(TOKEN, LADY))


def test_no_two_sealings_are_alike_and_nothing_of_the_picture_shows() -> None:
    first, second = seal(TOKEN, LADY), seal(TOKEN, LADY)

    assert first != second
    assert first[4:16] != second[4:16]
    for secret in (PNG, b"lady", "Дама".encode(), TOKEN.encode(), bytes(range(16))):
        assert secret not in first


def test_no_other_token_opens_it() -> None:
    sealed = seal(TOKEN, LADY)

    for _ in range(1000):
        with pytest.raises(SealError, match="does not open"):
            unseal(new_token(), sealed)


@pytest.mark.parametrize("place", [0, 3, 4, 15, 16, 40, -1])
def test_a_changed_byte_anywhere_is_noticed(place: int) -> None:
    sealed = bytearray(seal(TOKEN, LADY))
    sealed[place] ^= 1

    with pytest.raises(SealError):
        unseal(TOKEN, bytes(sealed))


def test_what_is_cut_off_lengthened_or_empty_is_noticed() -> None:
    sealed = seal(TOKEN, LADY)

    for wrong in (b"", b"VSP1", sealed[:31], sealed[:-1], sealed + b"!", sealed[1:]):
        with pytest.raises(SealError):
            unseal(TOKEN, wrong)
    with pytest.raises(SealError, match="too large"):
        unseal(TOKEN, b"VSP1" + bytes(MOST_SEALED_BYTES))


def _sealed_by_a_stranger(plain: bytes) -> bytes:
    nonce = bytes(12)
    cipher: AESGCM = sealing._cipher(TOKEN)
    return b"VSP1" + nonce + cipher.encrypt(nonce, plain, sealing._bound_to(TOKEN))


def _with_header(header: object, content: bytes = PNG) -> bytes:
    written = header if isinstance(header, bytes) else json.dumps(header).encode()
    return len(written).to_bytes(4) + written + content


GOOD = {"name": "a.png", "media_type": "image/png", "title": "A", "language": "en"}


@pytest.mark.parametrize(
    "plain",
    [
        b"",
        b"\0\0",
        b"\xff\xff\xff\xff{}",
        (5000).to_bytes(4) + bytes(6000),
        _with_header(b"\xff\xfe"),
        _with_header(b"[" * 4000),
        _with_header([]),
        _with_header({}),
        _with_header(GOOD | {"more": "x"}),
        _with_header(GOOD | {"title": 1}),
        _with_header(GOOD | {"title": ""}),
        _with_header(GOOD | {"title": " \n"}),
        _with_header(GOOD | {"title": "a\nb"}),
        _with_header(GOOD | {"title": "a\u202eb"}),
        _with_header(GOOD | {"title": "\ud800"}),
        _with_header(GOOD | {"title": "x" * 301}),
        _with_header(GOOD | {"language": "EN"}),
        _with_header(GOOD | {"language": "eng"}),
        _with_header(GOOD | {"name": "../a.png"}),
        _with_header(GOOD | {"name": "a.png\n"}),
        _with_header(GOOD | {"name": "a.exe"}),
        _with_header(GOOD | {"name": "a.jpg"}),
        _with_header(GOOD | {"name": "a" * 92 + ".png"}),
        _with_header(GOOD | {"media_type": "text/html"}),
        _with_header(GOOD, b"GIF89a"),
        _with_header(GOOD, b""),
    ],
)
def test_whoever_knows_the_token_still_cannot_pass_off_anything_else(
    plain: bytes,
) -> None:
    assert unseal(TOKEN, _sealed_by_a_stranger(_with_header(GOOD))).title == "A"

    with pytest.raises(SealError):
        unseal(TOKEN, _sealed_by_a_stranger(plain))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("  The\nmiller's \x00 daughter\t", "The miller's daughter"),
        ("\u202edlrow\u2069 \u200fhello", "dlrow hello"),
        ("a" * 299 + " b c", "a" * 299),
        ("\x00\u2028", ""),
        ("Дама & <Wiesel>", "Дама & <Wiesel>"),
    ],
)
def test_any_text_becomes_a_title(text: str, title: str) -> None:
    assert plain_title(text) == title
    assert plain_title(title) == title
