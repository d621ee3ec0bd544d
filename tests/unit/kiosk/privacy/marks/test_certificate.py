import os
import stat
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec

from kiosk.errors import MarkError
from kiosk.privacy.marks.certificate import (
    FILE_NAME,
    SigningKey,
    own_signing_key,
    read_signing_key,
)
from tests.unit.kiosk.privacy.marks.certificates import NOW, chain_and_key, key_pem


def read(tmp_path: Path, chain: bytes, key: bytes) -> SigningKey:
    (tmp_path / "chain.pem").write_bytes(chain)
    (tmp_path / "key.pem").write_bytes(key)
    return read_signing_key(tmp_path / "chain.pem", tmp_path / "key.pem", NOW)


def test_the_first_start_makes_one_that_only_this_user_may_read(tmp_path: Path) -> None:
    made = own_signing_key(tmp_path / "marks", NOW)

    assert made.own
    assert made.algorithm == "es256"
    assert made.until - NOW > timedelta(days=9 * 365)
    file = tmp_path / "marks" / FILE_NAME
    if os.name != "nt":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert own_signing_key(tmp_path / "marks", NOW) == made
    assert [path.name for path in (tmp_path / "marks").iterdir()] == [FILE_NAME]


def test_nothing_shows_the_key(tmp_path: Path) -> None:
    assert "PRIVATE" not in repr(own_signing_key(tmp_path, NOW))


def test_its_dates_do_not_tell_when_it_was_made(tmp_path: Path) -> None:
    own = own_signing_key(tmp_path, NOW)

    leaf = x509.load_pem_x509_certificates(own.chain_pem)[0]

    for day in leaf.not_valid_before_utc, leaf.not_valid_after_utc:
        assert (day.month, day.day, day.hour) == (1, 1, 0)


@pytest.mark.parametrize(
    "damage", [b"", b"\xff" * 40, b"-----BEGIN CERTIFICATE-----\n"]
)
def test_a_damaged_one_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    first = own_signing_key(tmp_path, NOW)
    (tmp_path / FILE_NAME).write_bytes(damage)

    assert own_signing_key(tmp_path, NOW).key_pem != first.key_pem


def test_one_that_ends_soon_is_made_anew(tmp_path: Path) -> None:
    first = own_signing_key(tmp_path, NOW)

    later = own_signing_key(tmp_path, first.until - timedelta(days=30))

    assert later.until > first.until


def test_a_clock_that_ran_years_ahead_and_back_does_no_harm(tmp_path: Path) -> None:
    own_signing_key(tmp_path, NOW + timedelta(days=4000))

    assert own_signing_key(tmp_path, NOW).own


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "marks").write_bytes(b"")

    with pytest.raises(MarkError, match="data folder"):
        own_signing_key(tmp_path / "marks", NOW)


@pytest.mark.parametrize(
    ("kind", "algorithm"),
    [("p256", "es256"), ("p384", "es384"), ("ed25519", "ed25519"), ("rsa", "ps256")],
)
def test_an_operators_certificate_is_read(
    tmp_path: Path, kind: str, algorithm: str
) -> None:
    key = read(tmp_path, *chain_and_key(kind))

    assert (key.algorithm, key.own) == (algorithm, False)
    assert key.chain_pem.count(b"BEGIN CERTIFICATE") == 2


def test_wrong_ones_are_refused_with_what_to_do(tmp_path: Path) -> None:
    chain, key = chain_and_key()
    other_chain, other_key = chain_and_key()
    leaf, issuer = chain.split(b"-----BEGIN")[1:]
    locked = key_pem(ec.generate_private_key(ec.SECP256R1()), b"secret")
    cases = [
        (other_chain, key, "does not belong"),
        (b"-----BEGIN" + issuer + b"-----BEGIN" + leaf, key, "certificate first"),
        (*chain_and_key(days=(-300, -1)), "has expired"),
        (*chain_and_key(days=(1, 300)), "computer's clock"),
        (*chain_and_key("k1"), "Use an EC key"),
        (*chain_and_key("rsa1024"), "Use an EC key"),
        (chain, locked, "has a password"),
        (chain, b"nonsense", "no private key"),
        (b"nonsense", other_key, "no certificate"),
        (b"x" * 300_000, key, "too big"),
    ]
    for chain_pem, key_content, told in cases:
        with pytest.raises(MarkError, match=told):
            read(tmp_path, chain_pem, key_content)


def test_a_missing_one_is_said(tmp_path: Path) -> None:
    with pytest.raises(MarkError, match=r"none\.pem .* marks\.certificate"):
        read_signing_key(tmp_path / "none.pem", tmp_path / "none.pem", NOW)
