"""A PostgreSQL server of its own for the tests, on loopback, for nobody else."""

import contextlib
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

import psycopg

_FOLDERS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
_PATIENCE_S = 30


class Postgres:
    """A server that runs."""

    def __init__(self, port: int) -> None:
        self._port = port

    def new_database(self) -> str:
        """Make an empty database; tells its address."""
        name = f"bot_{uuid.uuid4().hex}"
        with psycopg.connect(self._address("postgres"), autocommit=True) as link:
            link.execute(f"CREATE DATABASE {name}")
        return self._address(name)

    def _address(self, name: str) -> str:
        return f"postgresql://tests@127.0.0.1:{self._port}/{name}"


def programs() -> Path | None:
    """Where PostgreSQL's programs are; None if it is not installed."""
    for folder in _FOLDERS:
        if (folder / "initdb").exists():
            return folder
    found = shutil.which("initdb")
    return Path(found).parent if found else None


@contextlib.contextmanager
def running(folder: Path) -> Iterator[Postgres]:
    """Run a server for as long as the block lasts, never as root."""
    with tempfile.TemporaryDirectory(prefix="vernissage-pg-") as place:
        data = Path(place) / "data"
        user = _user()
        if user is not None:
            os.chown(place, user.pw_uid, user.pw_gid)

        def run(*command: str) -> None:
            subprocess.run(  # noqa: S603 (our own arguments)
                command,
                check=True,
                capture_output=True,
                timeout=_PATIENCE_S,
                cwd=place,
                user=user and user.pw_uid,
                group=user and user.pw_gid,
                extra_groups=None if user is None else [],
                env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"},
            )

        port = free_port()
        options = (
            f"-p {port} -h 127.0.0.1 -k '' -c fsync=off -c max_connections=60 "
            "-c shared_buffers=16MB"
        )
        run(str(folder / "initdb"), "-D", str(data), "-U", "tests", "-A", "trust", "-N")
        control = str(folder / "pg_ctl")
        log = str(Path(place) / "log")
        run(control, "-D", str(data), "-o", options, "-l", log, "-w", "start")
        try:
            yield Postgres(port)
        finally:
            run(control, "-D", str(data), "-m", "immediate", "-w", "stop")


def _user() -> "pwd.struct_passwd | None":
    """Whom it runs as; None for whoever runs the tests."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name)
    return None


def free_port() -> int:
    """A port of this computer that nobody uses."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
