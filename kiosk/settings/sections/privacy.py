"""The section ``privacy``."""

from typing import Literal

from kiosk.settings.fields import WHOLE_PATH, Section, number, setting
from kiosk.settings.kinds import LONGEST_WORDS, File, Words


class Privacy(Section):
    """What is asked, kept and refused."""

    region: Literal["none", "eu", "us-il", "us-tx", "ru"] = setting(
        "none",
        "Whose law the kiosk stands under: wording of the question, whether it asks "
        "about age, and how long anything may be kept.",
        "none, eu, us-il (Illinois), us-tx (Texas) or ru",
    )
    consent: File | None = setting(
        None,
        "A file with your own words of the question, built like "
        "assets/consent/consent.toml.",
        WHOLE_PATH,
        example="~/vernissage/consent.toml",
    )
    contact: Words = setting(
        "",
        "Whom visitors can ask about privacy, shown on the kiosk's privacy page.",
        f"one line of at most {LONGEST_WORDS} characters",
        example="privacy@museum.example, +49 30 1234",
    )
    log_days: int = number(
        30, "For how many days the log files are kept.", least=1, most=365
    )
    sessions_days: int = number(
        365,
        "For how many days single visits stay in the session log; sums over days are "
        "kept.",
        least=1,
        most=3650,
    )
    liveness: Literal["off", "warn", "refuse"] = setting(
        "warn",
        "What happens when no blink and no movement shows that somebody is there, and "
        "not a picture: nothing, a kind word, or no portrait.",
        "off, warn or refuse",
    )
    antispoof: File | None = setting(
        None,
        "An anti-spoof model in ONNX format, such as MiniFASNet; it finds films too.",
        WHOLE_PATH,
        example="~/vernissage/2.7_MiniFASNetV2.onnx",
    )
