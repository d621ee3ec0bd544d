"""Writes a file that only this user may read, whole or not at all."""

import contextlib
import os
import secrets
from pathlib import Path


def write_secret(path: Path, content: bytes) -> None:
    """Put a secret in the place of a file.

    Args:
        path: The file; its folder is there.
        content: What it shall hold.

    Raises:
        OSError: If it cannot be written; the old file is then untouched.
    """
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}.tmp")
    try:
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
