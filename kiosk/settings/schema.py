"""Every setting with its default, its limits and what it is for.

The words here are the documentation: the file that ``kiosk config init`` writes and the
sentences about mistakes are made from them.
"""

from collections.abc import Mapping
from typing import Literal, TypeVar, get_args

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    ValidationInfo,
    field_validator,
)

from kiosk.handover.offer import PLACE_OF_TOKEN
from kiosk.settings.kinds import (
    LANGUAGES,
    LONGEST_LINK,
    LONGEST_NAME,
    LONGEST_SECRET,
    LONGEST_SOURCE,
    LONGEST_WORDS,
    MOST_PAINTINGS,
    File,
    Folder,
    Language,
    Languages,
    Link,
    Name,
    PaintingKeys,
    Secret,
    SourceName,
    Words,
)
from kiosk.settings.network_kinds import (
    LONGEST_ADDRESS,
    BlobPlace,
    BotToken,
    DatabaseAddress,
    Listening,
    PublicAddress,
    WebAddress,
)

ALLOWED = "allowed"
"""Key under which a field tells what its values may be, in ``json_schema_extra``."""

EngineName = Literal["mesh", "insightface", "hybrid"]
ENGINE_NAMES: tuple[EngineName, ...] = get_args(EngineName)
ProviderName = Literal[
    "auto", "cpu", "cuda", "tensorrt", "directml", "openvino", "coreml"
]
PROVIDER_NAMES: tuple[ProviderName, ...] = get_args(ProviderName)

_Value = TypeVar("_Value")

_SWITCH = "true or false"
_LANGUAGE_CODES = ", ".join(LANGUAGES)
_BY_LANGUAGE = (
    f"a table of texts by language ({_LANGUAGE_CODES}), each one line of at most "
    f"{LONGEST_WORDS} characters"
)
_WHOLE_PATH = "a whole path, from the root or from ~"
_PAINTINGS = f"a list of at most {MOST_PAINTINGS} names pack/painting, each once"


def _setting(
    default: _Value, description: str, allowed: str, *, example: object = None
) -> _Value:
    return Field(
        default,
        description=description,
        json_schema_extra={ALLOWED: allowed},
        examples=None if example is None else [example],
    )


def _number(
    default: _Value, description: str, *, least: float, most: float, whole: bool = True
) -> _Value:
    kind = "a whole number" if whole else "a number"
    return Field(
        default,
        ge=least,
        le=most,
        description=description,
        json_schema_extra={ALLOWED: f"{kind} from {least:g} to {most:g}"},
        examples=None if default is not None else [42],
    )


class _Section(BaseModel):
    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, allow_inf_nan=False
    )


class Venue(_Section):
    """Who shows the kiosk, and what it says when it cannot be used."""

    name: Name = _setting(
        "",
        "The name of the museum or café.",
        f"one line of at most {LONGEST_NAME} characters",
    )
    out_of_order: Mapping[Language, Words] = _setting(
        {},
        "What visitors read while the kiosk does not work; our own words where empty.",
        _BY_LANGUAGE,
        example={"en": "Please ask at the desk.", "de": "Bitte fragen Sie am Empfang."},
    )
    maintenance: Mapping[Language, Words] = _setting(
        {},
        "What visitors read while staff have closed the kiosk; our own words where "
        "empty.",
        _BY_LANGUAGE,
        example={"en": "Open again at two.", "de": "Ab 14 Uhr wieder offen."},
    )


class Screen(_Section):
    """The screen that the kiosk fills."""

    diagonal_in: float | None = _number(
        None,
        "The screen's diagonal in inches, from which all sizes are computed; without "
        "it the screen is believed.",
        least=5,
        most=150,
        whole=False,
    )
    windowed: bool = _setting(
        False, "A plain window on the desk instead of the whole screen.", _SWITCH
    )
    reduced_motion: bool = _setting(
        False, "Nothing moves by itself except the portrait.", _SWITCH
    )


class Camera(_Section):
    """Where the picture of the visitor comes from."""

    source: SourceName | None = _setting(
        None,
        "The camera; without it the first one, and where there is none the built-in "
        "demo visitor.",
        "demo, camera, camera:NUMBER, camera:NAME or the path of a film, at most "
        f"{LONGEST_SOURCE} characters",
        example="camera:0",
    )
    backend: Literal["any", "v4l2", "dshow", "msmf", "avfoundation"] = _setting(
        "any",
        "How the camera is spoken to, for a camera that misbehaves.",
        "any, v4l2 (Linux), dshow or msmf (Windows) or avfoundation (macOS)",
    )


class Engine(_Section):
    """What paints the visitor into the painting."""

    name: EngineName = _setting(
        "mesh",
        "How faces are painted: by our own engine, by InsightFace's networks or by a "
        "hybrid of both; all but mesh need models of your own and a licence for them.",
        f"one of {', '.join(ENGINE_NAMES)}",
    )
    licence: Name = _setting(
        "",
        "Which licence for the models of InsightFace you hold, in your own words; "
        "without it only mesh paints.",
        f"one line of at most {LONGEST_NAME} characters",
        example="InsightFace commercial licence 2026-117, Town Museum",
    )
    models: Folder | None = _setting(
        None,
        "The folder with models that you brought; without it the folder models "
        "in the data folder.",
        "a whole path, from the root or from ~",
        example="~/vernissage-models",
    )
    provider: ProviderName = _setting(
        "auto",
        "What models run on: auto measures at the first start and takes the quickest "
        "that computes what the processor does.",
        f"one of {', '.join(PROVIDER_NAMES)}",
    )
    device: Name = _setting(
        "",
        "Part of the name of the graphics card that models run on, where there are "
        "several; 'kiosk doctor' lists them.",
        f"one line of at most {LONGEST_NAME} characters",
        example="RTX 4000",
    )


class Visit(_Section):
    """What visitors go through."""

    language: Language = _setting(
        "en", "The language in which every visit begins.", f"one of {_LANGUAGE_CODES}"
    )
    languages: Languages = _setting(
        LANGUAGES,
        "The languages that visitors can choose from, in this order.",
        f"a list of one or more of {_LANGUAGE_CODES}, each once, among them "
        "visit.language",
    )
    countdown_s: int = _number(
        3, "How many seconds are counted before a portrait.", least=1, most=10
    )
    auto_shutter: bool = _setting(
        False,
        "A portrait is taken by itself once the visitor holds the painted pose.",
        _SWITCH,
    )
    pose_guide: bool = _setting(
        True, "A quiet guide shows how the painted head is turned.", _SWITCH
    )
    hints: Literal["one", "all", "off"] = _setting(
        "one",
        "Whether hints such as 'come closer' appear one at a time, all together or "
        "not at all.",
        "one, all or off",
    )
    most_retakes: int = _number(
        0,
        "How often a portrait can be taken again; 0 sets no limit.",
        least=0,
        most=50,
    )
    painting: SourceName | None = _setting(
        None,
        "The painting that is chosen to begin with; without it the first one.",
        f"pack/painting or the path of a picture, at most {LONGEST_SOURCE} characters",
        example="studio/lady",
    )
    idle_s: int = _number(
        45,
        "After a visitor has been gone for so many seconds everything of them is "
        "wiped.",
        least=15,
        most=60,
    )

    @field_validator("languages")
    @classmethod
    def _offers_the_first_language(
        cls, languages: tuple[str, ...], others: ValidationInfo
    ) -> tuple[str, ...]:
        first = others.data.get("language")  # None where that is itself a mistake
        if first is not None and first not in languages:
            raise ValueError(f"must contain visit.language, which is '{first}'")
        return languages


class Paintings(_Section):
    """Which paintings visitors see; the staff area changes these."""

    hidden: PaintingKeys = _setting(
        (), "Paintings that visitors do not see.", _PAINTINGS
    )
    order: PaintingKeys = _setting(
        (), "Paintings that come first, in this order.", _PAINTINGS
    )


class Packs(_Section):
    """Where new paintings may come from."""

    network: bool = _setting(
        False,
        "Whether the kiosk may go online for staff who search museums' open "
        "collections on the screen.",
        _SWITCH,
    )
    contact: Name = _setting(
        "",
        "An e-mail or web address by which museums can reach you, sent with every "
        "request to them.",
        f"one line of at most {LONGEST_NAME} characters",
        example="you@museum.example",
    )


class Handover(_Section):
    """How visitors get their portrait."""

    service: WebAddress = _setting(
        "",
        "The address of the service that hands pictures over; empty where no bot sends "
        "pictures.",
        "empty, or an address that begins with https://, or with http:// on this "
        f"computer, at most {LONGEST_ADDRESS} characters",
        example="https://bot.example.org",
    )
    key: Secret = _setting(
        SecretStr(""),
        "This kiosk's own key for that service, as 'kiosk bot invite-kiosk' shows it.",
        f"empty, or one word of at most {LONGEST_SECRET} signs",
    )
    link: Link = _setting(
        "",
        "The address behind the QR code, in which {token} becomes the visitor's code; "
        "without it the one that the service names.",
        f"empty, or an address that begins with https:// and holds {PLACE_OF_TOKEN} "
        f"once, at most {LONGEST_LINK} characters",
        example=f"https://t.me/your_museum_bot?start={PLACE_OF_TOKEN}",
    )
    keep_hours: int = _number(
        24,
        "How many hours a picture, encrypted, waits to be fetched.",
        least=1,
        most=168,
    )
    outbox_mb: int = _number(
        4000,
        "How many megabytes of encrypted pictures wait on this computer at most.",
        least=50,
        most=1_000_000,
    )


class Bot(_Section):
    """The Telegram bot that hands pictures over; set only where it runs."""

    token: BotToken = _setting(
        SecretStr(""),
        "The secret that @BotFather gave for the bot; with it 'kiosk run' runs the "
        "bot beside itself.",
        "empty, or a token as @BotFather writes it: 123456:ABC…",
    )
    listen: Listening = _setting(
        "127.0.0.1:8787",
        "Where the bot's service listens for kiosks.",
        "an address and a port",
    )
    database: DatabaseAddress = _setting(
        SecretStr(""),
        "The service's database; without it a SQLite file in the data folder.",
        "empty, sqlite:///PATH or postgresql://USER:PASSWORD@HOST/NAME",
    )
    blobs: BlobPlace = _setting(
        "",
        "Where sealed pictures wait; without it a folder in the data folder.",
        f"empty, a whole path or s3://BUCKET/PREFIX, at most {LONGEST_ADDRESS} "
        "characters",
    )
    blobs_endpoint: WebAddress = _setting(
        "",
        "The S3 service's address, where it is not Amazon's.",
        "empty, or an address that begins with https://, or with http:// on this "
        f"computer, at most {LONGEST_ADDRESS} characters",
    )
    webhook: PublicAddress = _setting(
        "",
        "The public address at which Telegram reaches the service; without it the "
        "service asks Telegram.",
        "empty, or an address that begins with https://, at most "
        f"{LONGEST_ADDRESS} characters",
        example="https://bot.example.org",
    )
    api: WebAddress = _setting(
        "https://api.telegram.org",
        "The Bot API's address.",
        "an address that begins with https://, or with http:// on this computer, at "
        f"most {LONGEST_ADDRESS} characters",
    )
    messages_per_s: int = _number(
        25,
        "How many messages the bot sends in a second to all chats together.",
        least=1,
        most=30,
    )
    uploads_per_min: int = _number(
        30,
        "How many pictures each kiosk may bring in a minute.",
        least=1,
        most=600,
    )


class Marks(_Section):
    """How pictures that are handed out say what they are."""

    visible: bool = _setting(
        True,
        "A small mark in a corner, never on a face; without it the operator has to "
        "tell people in another way that the picture was altered.",
        _SWITCH,
    )
    text: Name = _setting(
        "",
        "The first line of the mark; the venue's name where empty.",
        f"one line of at most {LONGEST_NAME} characters",
        example="Town museum",
    )
    image: File | None = _setting(
        None,
        "A picture, best a PNG with a transparent ground, in the place of that line.",
        _WHOLE_PATH,
        example="~/museum-logo.png",
    )
    certificate: File | None = _setting(
        None,
        "The certificate that signs pictures, as a PEM file with those that vouch for "
        "it; without it the kiosk makes its own, for which nobody vouches.",
        _WHOLE_PATH,
        example="~/c2pa/chain.pem",
    )
    key: File | None = _setting(
        None,
        "The private key that belongs to marks.certificate, as a PEM file without a "
        "password.",
        _WHOLE_PATH,
        example="~/c2pa/key.pem",
    )
    timestamp: WebAddress = _setting(
        "",
        "A time-stamping service (RFC 3161) that is asked for each picture; none is "
        "asked, and no time is written, where empty.",
        f"empty, or an address that begins with https://, at most {LONGEST_ADDRESS} "
        "characters",
        example="https://timestamp.example.org",
    )


class Privacy(_Section):
    """What is asked, kept and refused."""

    region: Literal["none", "eu", "us-il", "us-tx", "ru"] = _setting(
        "none",
        "Whose law the kiosk stands under: wording of the question, whether it asks "
        "about age, and how long anything may be kept.",
        "none, eu, us-il (Illinois), us-tx (Texas) or ru",
    )
    consent: File | None = _setting(
        None,
        "A file with your own words of the question, built like "
        "assets/consent/consent.toml.",
        _WHOLE_PATH,
        example="~/vernissage/consent.toml",
    )
    contact: Words = _setting(
        "",
        "Whom visitors can ask about privacy, shown on the kiosk's privacy page.",
        f"one line of at most {LONGEST_WORDS} characters",
        example="privacy@museum.example, +49 30 1234",
    )
    log_days: int = _number(
        30, "For how many days the log files are kept.", least=1, most=365
    )
    sessions_days: int = _number(
        365,
        "For how many days single visits stay in the session log; sums over days are "
        "kept.",
        least=1,
        most=3650,
    )
    liveness: Literal["off", "warn", "refuse"] = _setting(
        "warn",
        "What happens when no blink and no movement shows that somebody is there, and "
        "not a picture: nothing, a kind word, or no portrait.",
        "off, warn or refuse",
    )
    antispoof: File | None = _setting(
        None,
        "An anti-spoof model in ONNX format, such as MiniFASNet; it finds films too.",
        _WHOLE_PATH,
        example="~/vernissage/2.7_MiniFASNetV2.onnx",
    )


class Storage(_Section):
    """Where the kiosk keeps its own files; never a picture of a visitor."""

    folder: Folder | None = _setting(
        None,
        "The folder of the session log and the PINs; without it the platform's own.",
        _WHOLE_PATH,
        example="~/vernissage",
    )


class Settings(_Section):
    """All settings, by section."""

    venue: Venue = Venue()
    screen: Screen = Screen()
    camera: Camera = Camera()
    engine: Engine = Engine()
    visit: Visit = Visit()
    paintings: Paintings = Paintings()
    packs: Packs = Packs()
    handover: Handover = Handover()
    bot: Bot = Bot()
    marks: Marks = Marks()
    privacy: Privacy = Privacy()
    storage: Storage = Storage()
