"""Databases are made and opened again; one that is not well is noticed."""

from pathlib import Path

import pytest

from kiosk.errors import KioskError
from kiosk.selftest.databases import check_bot, check_log
from kiosk.storage.database import FILE_NAME


def test_the_session_log_can_be_begun(tmp_path: Path) -> None:
    assert check_log(tmp_path).startswith("version ")


def test_a_log_that_is_none_is_noticed(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"nothing of ours" * 100)
    with pytest.raises(KioskError, match="could not be read"):
        check_log(tmp_path)


def test_the_bot_s_database_can_be_made(tmp_path: Path) -> None:
    assert "PostgreSQL and S3" in check_bot(tmp_path)
