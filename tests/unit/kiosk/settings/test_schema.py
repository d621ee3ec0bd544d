import pytest
from pydantic import ValidationError

from kiosk.settings.names import SETTINGS
from kiosk.settings.schema import (
    Bot,
    Handover,
    Paintings,
    Settings,
    Storage,
    Venue,
    Visit,
)
from pipeline.sources.webcam import BACKENDS


def test_defaults_are_right() -> None:
    defaults = Settings()
    values = defaults.model_dump()

    assert Settings.model_validate(values) == defaults
    assert defaults.visit.idle_s == 45
    assert defaults.visit.languages == ("en", "ru", "de", "fr", "es")


def test_settings_are_frozen() -> None:
    with pytest.raises(ValidationError):
        Settings().visit.idle_s = 20  # type: ignore[misc]


def test_every_setting_says_in_one_sentence_what_it_is_for() -> None:
    for setting in SETTINGS.values():
        assert setting.description.endswith("."), setting.name
        assert ". " not in setting.description, setting.name
        assert setting.allowed, setting.name


def test_the_camera_can_be_spoken_to_in_every_way_that_the_engine_knows() -> None:
    assert SETTINGS["camera.backend"].choices == tuple(BACKENDS)


def test_limits_are_known_by_name() -> None:
    countdown = SETTINGS["visit.countdown_s"]

    assert (countdown.least, countdown.most) == (1, 10)
    assert SETTINGS["visit.hints"].choices == ("one", "all", "off")


@pytest.mark.parametrize(
    "link",
    [
        "",
        "https://t.me/bot?start={token}",
        "https://example.org:8443/{token}#x",
    ],
)
def test_links_that_visitors_can_follow(link: str) -> None:
    assert Handover(link=link).link == link


@pytest.mark.parametrize(
    "link",
    [
        "https://t.me/bot",
        "http://t.me/{token}",
        "https://{token}",
        "https://{token}.org/",
        "https://a.org/{token}/{token}",
        "https://a.org/{token}{x}",
        "https:///{token}",
        "https://[a/{token}",
        "https://a.org:99999/{token}",
        "https://me:secret@a.org/{token}",
        "https://a.org/ {token}",
        "https://a.org/\n{token}",
        "https://a.org/{token}\u202e",
        "https://a.org/{token}" + "x" * 300,
        "{token}",
    ],
)
def test_other_links_are_refused(link: str) -> None:
    with pytest.raises(ValidationError):
        Handover(link=link)


@pytest.mark.parametrize("name", ["a\nb", "a\0", "\x1b[2J", "\u202eabc", "x" * 81])
def test_texts_are_one_line_that_can_be_shown(name: str) -> None:
    with pytest.raises(ValidationError):
        Venue(name=name)


def test_texts_may_hold_the_spaces_of_the_french() -> None:
    assert Venue(name=" Mus\u00e9e\u00a0!").name == "Mus\u00e9e\u00a0!"


@pytest.mark.parametrize(
    "values",
    [
        {"countdown_s": "3"},
        {"countdown_s": True},
        {"countdown_s": 3.0},
        {"countdown_s": 11},
        {"idle_s": 14},
        {"idle_s": 61},
        {"auto_shutter": 1},
        {"language": "it"},
        {"languages": []},
        {"languages": "en"},
        {"languages": ["en", "en"]},
        {"language": "de", "languages": ["en"]},
        {"painting": ""},
        {"unknown": 1},
    ],
)
def test_what_a_visit_cannot_be(values: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Visit.model_validate(values)


@pytest.mark.parametrize("key", ["a", "A/b", "a/b/c", "../b", "a/b\n", "/b"])
def test_paintings_are_named_by_pack(key: str) -> None:
    with pytest.raises(ValidationError):
        Paintings(hidden=(key,))


@pytest.mark.parametrize("folder", ["", "x/y", "~nobody-here/x", "/a\nb", "/a\0b"])
def test_a_folder_needs_its_whole_path(folder: str) -> None:
    with pytest.raises(ValidationError):
        Storage.model_validate({"folder": folder})


def test_a_folder_may_be_below_home() -> None:
    folder = Storage.model_validate({"folder": "~/kiosk"}).folder

    assert folder is not None
    assert folder.is_absolute()
    assert folder.name == "kiosk"


BOT_TOKEN = "123456:" + "A" * 35


@pytest.mark.parametrize(
    "values",
    [
        {"token": BOT_TOKEN},
        {"token": ""},
        {"listen": "[::1]:0"},
        {"listen": "localhost:80"},
        {"database": "postgresql://me:secret@db.example.org/bot"},
        {"database": "sqlite:////srv/bot.sqlite"},
        {"blobs": "s3://pictures/bot"},
        {"blobs": "/srv/blobs"},
        {"blobs_endpoint": "http://127.0.0.1:9000"},
        {"webhook": "https://bot.example.org/"},
        {"api": "http://localhost:8081"},
    ],
)
def test_what_a_bot_can_be(values: dict[str, object]) -> None:
    Bot.model_validate(values)


@pytest.mark.parametrize(
    "values",
    [
        {"token": "123456"},
        {"token": f"{BOT_TOKEN}\n"},
        {"token": 5},
        {"token": "x" * 600},
        {"listen": "8787"},
        {"listen": "127.0.0.1:99999"},
        {"listen": "a b:1"},
        {"database": "mysql://a/b"},
        {"database": "postgresql://"},
        {"blobs": "s3://B"},
        {"blobs": "here"},
        {"blobs": "s3://bucket/a b"},
        {"blobs_endpoint": "http://example.org"},
        {"webhook": "http://127.0.0.1"},
        {"webhook": "https://me:secret@example.org"},
        {"webhook": "https://example.org/?a=1"},
        {"api": "ftp://example.org"},
        {"api": "https://"},
        {"messages_per_s": 31},
        {"uploads_per_min": 0},
    ],
)
def test_what_a_bot_cannot_be(values: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Bot.model_validate(values)


def test_secrets_are_never_printed() -> None:
    settings = Settings(bot=Bot.model_validate({"token": BOT_TOKEN}))

    assert BOT_TOKEN not in f"{settings!r}{settings}{settings.model_dump_json()}"
    assert settings.bot.token.get_secret_value() == BOT_TOKEN
    assert {name for name, one in SETTINGS.items() if one.secret} >= {
        "bot.token",
        "bot.database",
    }
