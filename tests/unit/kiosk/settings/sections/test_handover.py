import pytest
from pydantic import ValidationError

from kiosk.settings.sections.handover import Handover


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
