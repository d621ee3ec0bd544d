"""Makes the Python environment that the kiosk runs in, from the lock file, once.

The folder is ``.venv`` in the project, or one in the user's cache where the project may
not be written to. A stamp, written last, holds the digest of the lock file: a different
lock or an interrupted installation leads to a new one.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path

MARKER = "made-by-vernissage"
_LOG_LINES = 15
_MISLEADING = (
    "PIP_PREFIX",
    "PIP_REQUIRE_VIRTUALENV",
    "PIP_ROOT",
    "PIP_TARGET",
    "PIP_USER",
    "VIRTUAL_ENV",
    "__PYVENV_LAUNCHER__",
)


class Kind(Enum):
    """What an environment holds; the value is the lock file's name."""

    RUN = "requirements.lock"
    DEV = "requirements-dev.lock"


class EnvironmentFailedError(Exception):
    """The environment could not be made; the message says what to do."""


class Environment:
    """A virtual environment in a folder, installed from a project's lock files.

    Args:
        folder: Where it is or shall be.
        project: Folder that holds the lock files.
    """

    def __init__(self, folder: Path, project: Path) -> None:
        self.folder = folder
        self.project = project

    @property
    def python(self) -> Path:
        """The interpreter in it."""
        if sys.platform == "win32":
            return self.folder / "Scripts" / "python.exe"
        return self.folder / "bin" / "python"

    def is_ready(self, kind: Kind) -> bool:
        """Tell whether exactly what the lock file names has been installed."""
        try:
            stamp = self._stamp(kind).read_text(encoding="utf-8")
        except OSError:
            return False
        return stamp == self._digest(kind) and self.python.exists()

    def prepare(self, kind: Kind) -> None:
        """Install what the lock file names, unless that has been done.

        Only one process does so at a time; the others wait for it.

        Raises:
            EnvironmentFailedError: If that fails. What was there before is kept.
        """
        with _alone(self.folder.with_name(self.folder.name + ".lock")):
            if self.is_ready(kind):
                return
            if kind is Kind.DEV and self.is_ready(Kind.RUN):
                self._install(kind)
            else:
                self._replace(kind)

    def _replace(self, kind: Kind) -> None:
        if any(_entries(self.folder)) and not (self.folder / MARKER).exists():
            raise EnvironmentFailedError(
                f"The folder {self.folder} was made by something else. Rename or "
                "delete it, then start again."
            )
        earlier = self.folder.with_name(self.folder.name + ".earlier")
        shutil.rmtree(earlier, ignore_errors=True)
        if self.folder.exists():
            self.folder.rename(earlier)
        try:
            self._create()
            self._install(kind)
        except BaseException:
            shutil.rmtree(self.folder, ignore_errors=True)
            if earlier.exists():
                earlier.rename(self.folder)
            raise
        shutil.rmtree(earlier, ignore_errors=True)

    def _create(self) -> None:
        if importlib.util.find_spec("ensurepip") is None:
            version = f"{sys.version_info.major}.{sys.version_info.minor}"
            raise EnvironmentFailedError(
                "This Python cannot make environments. Debian, Ubuntu: "
                f"sudo apt-get install python{version}-venv"
            )
        self.folder.mkdir(parents=True)
        (self.folder / MARKER).touch()
        self._run([sys.executable, "-I", "-m", "venv", str(self.folder)])

    def _install(self, kind: Kind) -> None:
        options = "--no-deps --require-hashes --only-binary :all: --no-input"
        quiet = "--disable-pip-version-check --no-warn-script-location"
        pip = f"-I -m pip install {options} {quiet} --requirement".split()
        self._run([str(self.python), *pip, str(self.project / kind.value)])
        for one in Kind if kind is Kind.DEV else (kind,):
            self._stamp(one).write_text(self._digest(one), encoding="utf-8")

    def _run(self, command: list[str]) -> None:
        done = subprocess.run(  # noqa: S603 (the arguments are our own)
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env={k: v for k, v in os.environ.items() if k not in _MISLEADING},
            check=False,
        )
        if done.returncode:
            lines = done.stdout.decode(errors="replace").splitlines()
            tail = "\n".join(f"  {line}" for line in lines[-_LOG_LINES:])
            raise EnvironmentFailedError(
                f"The installation failed. Its last words were:\n{tail}\n"
                "Check the network connection and the free disk space, then start "
                "again."
            )

    def _stamp(self, kind: Kind) -> Path:
        return self.folder / f"installed-{kind.name.lower()}"

    def _digest(self, kind: Kind) -> str:
        return hashlib.sha256((self.project / kind.value).read_bytes()).hexdigest()


def choose_environment(project: Path, kind: Kind) -> Environment:
    """Choose the project's own ``.venv``, or one in the user's cache.

    Args:
        project: Folder of the project.
        kind: What is needed: one that is ready is taken even if it cannot be changed.
    """
    own = Environment(project / ".venv", project)
    if own.is_ready(kind) or os.access(project, os.W_OK):
        return own
    name = hashlib.sha256(str(project).encode(errors="surrogateescape")).hexdigest()
    return Environment(cache_folder() / f"environment-{name[:12]}", project)


def cache_folder() -> Path:
    """Return a folder of this user's that can be written to.

    Raises:
        EnvironmentFailedError: If there is none.
    """
    named = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    bases = [Path(named)] if named and Path(named).is_absolute() else []
    bases.append(Path(os.path.expanduser("~")) / ".cache")  # noqa: PTH111 (Path.home may raise)
    for base in bases:
        folder = base / "vernissage"
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            continue
        if os.access(folder, os.W_OK):
            return folder
    return _temporary_folder()


def _temporary_folder() -> Path:
    """Return a folder that only this user can have made."""
    user = os.getuid() if hasattr(os, "getuid") else 0
    folder = Path(tempfile.gettempdir()) / f"vernissage-{user}"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        status = folder.lstat()
    except OSError as error:
        raise EnvironmentFailedError(
            "There is no folder to install into. Make the project's folder or your "
            "home folder writable."
        ) from error
    if hasattr(os, "getuid") and (status.st_uid != user or status.st_mode & 0o022):
        raise EnvironmentFailedError(f"The folder {folder} belongs to somebody else.")
    return folder


def _entries(folder: Path) -> list[Path]:
    return list(folder.iterdir()) if folder.is_dir() else []


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Hold a lock that the system releases even if this process is killed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+b") as file:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        yield
