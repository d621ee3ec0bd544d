"""Copies or unpacks what somebody brings; nothing of it is believed."""

import os
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO, Final

from kiosk.errors import PackError, SettingsError
from kiosk.packs.filenames import is_plain_file, same_name
from kiosk.packs.problems import printable, shown
from kiosk.packs.zip_entries import BoundedFile, Limits, checked_entries

LIMITS: Final = Limits(
    most_files=200,
    largest_file_bytes=2_000_000_000,
    most_bytes=8_000_000_000,
)

_SPARE_BYTES: Final = 50_000_000
_CHUNK_BYTES: Final = 1_000_000
_ENDING: Final = ".onnx"


def bring(source: Path, stage: Path, limits: Limits = LIMITS) -> None:
    """Put all models of a source flat into a folder.

    Args:
        source: A model, a folder of models, or a zip file of one.
        stage: An empty folder.
        limits: How much there may be.

    Raises:
        SettingsError: If it is not there, or is too much.
        PackError: If it is a zip file that no honest program makes.
        BadZipFile: If it is no whole zip file.
        OSError: If the disk fails.
    """
    if source.is_dir():
        files = sorted(path for path in source.rglob(f"*{_ENDING}"))
        _copy_all(
            [path for path in files if is_plain_file(path, source)], stage, limits
        )
    elif not source.is_file():
        raise SettingsError(f"There is no file or folder '{printable(str(source))}'.")
    elif source.suffix.lower() == ".zip":
        _unpack(source, stage, limits)
    elif source.suffix.lower() == _ENDING:
        _copy_all([source], stage, limits)
    else:
        raise SettingsError(
            f"'{printable(source.name)}' is no model: bring a file whose name ends in "
            f"{_ENDING}, a folder of such files or a zip file of one."
        )


def _copy_all(files: list[Path], stage: Path, limits: Limits) -> None:
    _require_room(stage, [path.stat().st_size for path in files], limits)
    for path in files:
        with path.open("rb") as file:
            _write(_chunks(file), _target(stage, path.name), limits.largest_file_bytes)


def _unpack(source: Path, stage: Path, limits: Limits) -> None:
    try:
        with BoundedFile(source) as file, zipfile.ZipFile(file) as archive:
            entries = checked_entries(archive, limits, source.stat().st_size)
            models = {
                name: info
                for name, info in entries.items()
                if name.lower().endswith(_ENDING)
            }
            _require_room(stage, [info.file_size for info in models.values()], limits)
            for name, info in models.items():
                with archive.open(info) as packed:
                    target = _target(stage, PurePosixPath(name).name)
                    _write(_chunks(packed), target, info.file_size)
    except PackError as error:
        words = str(error).partition(". ")[0]
        raise SettingsError(f"{words}. Get it again from where it came.") from error
    except (OSError, SettingsError, zipfile.BadZipFile, EOFError):
        raise
    except Exception as error:  # a hostile file makes the reader raise anything
        raise zipfile.BadZipFile from error


def _target(stage: Path, name: str) -> Path:
    """Where a model goes; two of one name would hide each other."""
    taken = {same_name(path.name) for path in stage.iterdir()}
    if same_name(name) in taken:
        raise SettingsError(
            f"There are two models {shown(name)} in it. Bring one of their folders."
        )
    return stage / name


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    while chunk := file.read(_CHUNK_BYTES):
        yield chunk


def _write(chunks: Iterator[bytes], target: Path, most_bytes: int) -> None:
    done_bytes = 0
    with target.open("xb") as file:
        for chunk in chunks:
            done_bytes += len(chunk)
            if done_bytes > most_bytes:
                raise SettingsError(
                    f"The model {shown(target.name)} holds more than it says."
                )
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())


def _require_room(stage: Path, sizes: list[int], limits: Limits) -> None:
    if len(sizes) > limits.most_files:
        raise SettingsError(f"There are more than {limits.most_files} models in it.")
    if max(sizes, default=0) > limits.largest_file_bytes:
        raise SettingsError("It has a model larger than any in one file can be.")
    total_bytes = sum(sizes)
    if shutil.disk_usage(stage).free < total_bytes + _SPARE_BYTES:
        raise SettingsError(
            f"The disk has no room for the {total_bytes / 1e6:,.0f} MB of these "
            "models. Make room on it and try again."
        )
