"""Makes and changes the settings file."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from kiosk.errors import SettingsError
from kiosk.settings.document import initial_text
from kiosk.settings.edit import NotEditableError, edited
from kiosk.settings.file import TomlFile, parse_toml, read_toml
from kiosk.settings.mistakes import MistakenSettingsError, Place, sentence, unknown
from kiosk.settings.names import SETTINGS
from kiosk.settings.read import check_file
from kiosk.settings.tables import errors_in, laid_over
from kiosk.settings.whole_file import write_whole


def init_settings(path: Path, *, overwrite: bool = False) -> None:
    """Write a file with every setting documented and none set.

    Args:
        path: The file; its folders are made.
        overwrite: Whether a file that is there may go.

    Raises:
        SettingsError: If there is one, or it cannot be written.
    """
    if not overwrite and _is_taken(path):
        raise SettingsError(
            f"{path} is there already and is kept. 'kiosk config init --force' "
            "replaces settings."
        )
    write_whole(path, initial_text())


def change_settings(path: Path, changes: Mapping[str, object]) -> None:
    """Change settings in the file and leave everything else in it as it is.

    Nothing is written unless the file would be all right afterwards. It waits for the
    disk, so it does not belong into the thread that paints. Of two that change at once
    the last one wins.

    Args:
        path: The file; made if missing, with every setting documented.
        changes: From names, such as ``visit.hints`` or ``venue.maintenance.de``, to
            values; None goes back to the default.

    Raises:
        SettingsError: If a name or value is wrong, the file is wrong already or cannot
            be written: all mistakes, a line each.
    """
    file = read_toml(path)
    if not file.exists:
        text = initial_text()
        file = TomlFile(path, text, parse_toml(text, path))
    values = _values(changes)
    _check(file, values)
    text, said = file.text, file.values
    for place, value in values.items():
        try:
            text = edited(text, said, place, value)
        except NotEditableError as error:
            raise SettingsError(
                f"{path} is written in a way that cannot be changed from here; change "
                f"{'.'.join(map(str, place))} in it by hand."
            ) from error
        said = parse_toml(text, path)
    if text != file.text or not file.exists:
        write_whole(path, text)


def _is_taken(path: Path) -> bool:
    try:
        path.lstat()
    except (OSError, ValueError):  # writing will say what is wrong
        return False
    return True


def _values(changes: Mapping[str, object]) -> dict[Place, object]:
    values: dict[Place, object] = {}
    mistakes: list[str] = []
    for name, value in changes.items():
        section, _, rest = name.partition(".")
        field, _, entry = rest.partition(".")
        setting = SETTINGS.get(f"{section}.{field}")
        if setting is None or (entry and not setting.by_language):
            mistakes.append(unknown(name))
            continue
        place = (section, field, entry) if entry else (section, field)
        values[place] = _plain(value)
    if mistakes:
        raise MistakenSettingsError(mistakes)
    return values


def _plain(value: object) -> object:
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, Sequence) and not isinstance(value, str | bytes):
        return list(value)
    return value


def _check(file: TomlFile, values: Mapping[Place, object]) -> None:
    """Make sure that the file and what it will be are right.

    Raises:
        SettingsError: If not.
    """
    wanted = laid_over(file.values, values)
    changed = {place[:2] for place in values}
    errors = errors_in(wanted)
    wrong = [sentence(error) for error in errors if error["loc"][:2] in changed]
    if wrong:
        raise MistakenSettingsError(wrong)
    check_file(TomlFile(file.path, file.text, wanted, file.exists))
