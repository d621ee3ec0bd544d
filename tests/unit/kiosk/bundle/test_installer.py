"""The installer's script, which no test can run: Inno Setup runs on Windows only.

So everything is read and compared: sections, keys and flags with Inno Setup's, files
with what is built, languages with ours.
"""

import re
from pathlib import Path

import pytest

from kiosk.bundle import installer
from kiosk.bundle.contents import INSIDE, PROGRAM, ROOT
from kiosk.bundle.folder import DEPLOY, READ_ME
from kiosk.bundle.installer import SCRIPT, find_compiler
from kiosk.bundle.licence_folder import FOLDER, LIST, PAGE
from kiosk.places import APP_NAME
from kiosk.settings.kinds import LANGUAGES

TEXT = SCRIPT.read_text(encoding="utf-8-sig")
BUILT = {INSIDE, DEPLOY, READ_ME, FOLDER, LIST, PAGE, f"{PROGRAM}.exe"}
FLAGS = {
    "Tasks": {"unchecked"},
    "Files": {"ignoreversion", "recursesubdirs", "createallsubdirs"},
    "Run": {"nowait", "postinstall", "skipifsilent", "unchecked", "runasoriginaluser"},
    "UninstallRun": {"runhidden"},
}
KEYS = {
    "Languages": {"Name", "MessagesFile"},
    "Tasks": {"Name", "Description", "Flags"},
    "InstallDelete": {"Type", "Name"},
    "Files": {"Source", "DestDir", "DestName", "Flags"},
    "Icons": {"Name", "Filename", "Parameters", "WorkingDir", "Tasks"},
    "Run": {"Filename", "Parameters", "WorkingDir", "Description", "Flags"},
    "UninstallRun": {"Filename", "Parameters", "Flags", "RunOnceId"},
    "UninstallDelete": {"Type", "Name"},
}
SETUP = {
    "AppId", "AppName", "AppVersion", "AppVerName", "AppPublisher",
    "VersionInfoVersion", "ArchitecturesAllowed", "ArchitecturesInstallIn64BitMode",
    "MinVersion", "PrivilegesRequired", "DefaultDirName", "DisableProgramGroupPage",
    "LicenseFile", "SetupIconFile", "ShowLanguageDialog", "WizardStyle", "SetupLogging",
    "CloseApplications", "RestartApplications", "UninstallDisplayName",
    "UninstallDisplayIcon", "OutputDir", "OutputBaseFilename", "Compression",
    "SolidCompression",
}  # fmt: skip
CONSTANTS = {"app", "autopf", "autoprograms", "cmd", "commonstartup", "sys"}
PAIR = re.compile(r'(\w+): ("(?:[^"]|"")*"|[^;"]+)(?:; |$)')


def sections() -> dict[str, list[str]]:
    """Lines of each section, without comments and the preprocessor's own."""
    found: dict[str, list[str]] = {}
    name = ""
    for line in TEXT.splitlines():
        if heading := re.fullmatch(r"\[(\w+)\]", line):
            name = heading.group(1)
            assert name not in found, f"[{name}] comes twice"
            found[name] = []
        elif line.strip() and not line.lstrip().startswith(("#", ";")):
            assert name, f"before any section: {line}"
            found[name].append(line)
    return found


def entries(section: str) -> list[dict[str, str]]:
    """The entries of a section as pairs; every letter of a line must belong to one."""
    found = []
    for line in sections()[section]:
        pairs = PAIR.findall(line)
        rebuilt = "; ".join(f"{key}: {value}" for key, value in pairs)
        assert rebuilt == line.rstrip(), f"[{section}] cannot be read: {line}"
        entry = {key: plain(value) for key, value in pairs}
        assert len(entry) == len(pairs), f"a key comes twice: {line}"
        found.append(entry)
    return found


def plain(value: str) -> str:
    if value.startswith('"'):
        return value[1:-1].replace('""', '"')
    return value.strip()


def setup() -> dict[str, str]:
    pairs = [line.split("=", 1) for line in sections()["Setup"]]
    found = dict(pairs)
    assert len(found) == len(pairs)
    return found


def messages() -> dict[str, dict[str, str]]:
    """Our own messages: name, then language, then text."""
    found: dict[str, dict[str, str]] = {}
    for line in sections()["CustomMessages"]:
        language, name, text = re.fullmatch(r"(\w+)\.(\w+)=(.+)", line).groups()
        assert language not in found.setdefault(name, {})
        found[name][language] = text
    return found


def test_it_is_read_as_unicode() -> None:
    assert SCRIPT.read_bytes().startswith(b"\xef\xbb\xbf")


def test_sections_keys_and_flags_are_known() -> None:
    assert set(sections()) == {"Setup", "CustomMessages", "Code", *KEYS}
    for section, keys in KEYS.items():
        for entry in entries(section):
            assert set(entry) <= keys, section
            flags = set(entry.get("Flags", "").split())
            assert flags <= FLAGS.get(section, set()), section
            assert entry.get("Type", "dirifempty") in {"filesandordirs", "dirifempty"}
    assert set(setup()) == SETUP


def test_constants_are_inno_setup_s() -> None:
    without_pascal = TEXT.partition("[Code]")[0].replace("{{", "")
    named = set(re.findall(r"\{(\w[^}]*)\}", without_pascal))
    guid = re.compile(r"[0-9A-F-]{36}")
    assert {one for one in named if not guid.fullmatch(one)} <= CONSTANTS | {
        f"cm:{name}" for name in messages()
    }


def test_it_is_one_and_the_same_program_for_ever() -> None:
    assert setup()["AppId"] == "{{8C5B0F0E-3B7C-4E0B-9E57-0D6C5B9A41F2}"


def test_version_and_folder_are_passed_in() -> None:
    assert setup()["AppVersion"] == "{#Version}"
    assert setup()["VersionInfoVersion"] == "{#Version}"
    assert "#ifndef Version\n  #error" in TEXT
    assert not re.search(r"\d+\.\d+\.\d+(?!\")", "\n".join(sections()["Setup"]))


def test_it_installs_for_the_whole_machine_and_shows_the_licence() -> None:
    assert setup()["PrivilegesRequired"] == "admin"
    assert setup()["DefaultDirName"].startswith("{autopf}")
    licence = SCRIPT.parent / setup()["LicenseFile"].replace("\\", "/")
    assert licence.resolve() == ROOT / "LICENSE"


def test_every_file_is_built_or_ours_and_all_that_is_built_is_there() -> None:
    taken = set()
    for entry in entries("Files"):
        source = entry["Source"].replace("{#Program}", f"{PROGRAM}.exe")
        if source.startswith("{#Built}\\"):
            taken.add(source.removeprefix("{#Built}\\").split("\\")[0])
        else:
            assert (SCRIPT.parent / source.replace("\\", "/")).is_file()
        folder = entry["DestDir"].removeprefix("{app}").strip("\\")
        assert entry["DestDir"].startswith("{app}")
        assert not folder or source == f"{{#Built}}\\{folder}\\*"
    assert taken == BUILT


def test_what_is_started_is_installed() -> None:
    program = "{app}\\{#Program}"
    allowed = {program, "{cmd}", f"{{app}}\\{PAGE}"}
    for section in ("Icons", "Run"):
        for entry in entries(section):
            assert entry["Filename"] in allowed
    assert f'#define Program "{PROGRAM}.exe"' in TEXT
    for entry in entries("Icons"):
        assert entry["Name"].startswith(("{autoprograms}\\", "{commonstartup}\\"))


def test_autostart_is_asked_for_and_not_usual() -> None:
    (task,) = entries("Tasks")
    assert (task["Name"], task["Flags"]) == ("autostart", "unchecked")
    starting = [one for one in entries("Icons") if "{commonstartup}" in one["Name"]]
    assert [one["Tasks"] for one in starting] == ["autostart"]


def test_all_our_languages_are_there_with_every_message() -> None:
    assert [one["Name"] for one in entries("Languages")] == [
        "en",
        "de",
        "fr",
        "es",
        "ru",
    ]
    assert {one["Name"] for one in entries("Languages")} == set(LANGUAGES)
    for name, texts in messages().items():
        assert set(texts) == set(LANGUAGES), name
        assert len(set(texts.values())) == len(texts), f"{name} is not translated"
        breaks = {text.count("%n") for text in texts.values()}
        assert len(breaks) == 1, name


def test_every_message_is_used() -> None:
    for name in messages():
        assert f"{{cm:{name}}}" in TEXT or f"CustomMessage('{name}')" in TEXT, name


def test_data_stays_unless_somebody_wants_it_gone() -> None:
    code = "\n".join(sections()["Code"])
    assert "not UninstallSilent()" in code
    assert "MB_DEFBUTTON2" in code
    assert "AppData\\Local\\{#Name}" in code
    assert f'#define Name "{APP_NAME}"' in TEXT


def test_the_code_is_balanced() -> None:
    code = "\n".join(sections()["Code"])
    code = re.sub(r"'[^']*'", "''", re.sub(r"\{ [^}]* \}", "", code))
    assert code.count("(") == code.count(")")
    begins = len(re.findall(r"\bbegin\b", code))
    assert begins == len(re.findall(r"\bend;", code))
    assert code.count("procedure ") == len(re.findall(r"^end;", code, re.MULTILINE))


def test_it_tells_nothing_of_the_machine_it_was_written_on() -> None:
    assert not re.search(r"(?i)[a-z]:\\|/home/|/root|/work|/tmp", TEXT)


def test_the_compiler_is_found_where_it_installs_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    for name in ("ProgramFiles(x86)", "ProgramFiles", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    assert find_compiler() is None
    monkeypatch.setenv("ProgramFiles(x86)", str(tmp_path))
    place = tmp_path / "Inno Setup 6" / "ISCC.exe"
    place.parent.mkdir()
    place.touch()
    assert find_compiler() == place
    command = installer.compile_command(place, tmp_path / "dist")
    assert command[-1] == str(SCRIPT)
