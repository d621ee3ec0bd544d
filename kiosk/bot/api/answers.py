"""What the API answers, and which refusals it documents."""

from typing import Any, Literal

from pydantic import BaseModel, Field

from kiosk.bot.api.refusals import Problem

_WHYS = {
    401: "The key is unknown.",
    403: "The key was taken away.",
    404: "The kiosk has no such picture.",
    408: "The picture came too slowly.",
    409: "Something else, or another kiosk's, has this id.",
    410: "It was deleted or has expired: do not try again.",
    411: "Content-Length is missing.",
    413: "The picture is too large.",
    422: "The request is malformed.",
    429: "Too many requests: wait for Retry-After.",
    503: "The service is busy: wait for Retry-After.",
    507: "There is no room: wait for Retry-After.",
}


class PictureAnswer(BaseModel):
    """What has become of a picture."""

    state: Literal["waiting", "delivered", "deleted", "expired"]
    delivered_at: float | None = Field(
        None, description="When it was delivered, Unix seconds in UTC."
    )


class KioskAnswer(BaseModel):
    """What a kiosk has to know."""

    kiosk: str = Field(description="The kiosk's name.")
    bot: str = Field(description="The bot's name, without @.")
    link: str = Field(description="For the QR code; {token} becomes the token.")
    keep_hours: int = Field(description="How long a picture is kept at most.")
    time: float = Field(description="The service's clock, Unix seconds in UTC.")


class HealthAnswer(BaseModel):
    """The service runs."""

    ok: Literal[True] = True


def refusals(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The refusals of one request, for its documentation."""
    return {
        status: {"model": Problem, "description": _WHYS[status]} for status in statuses
    }
