"""What the API stands on, and how its requests find it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from kiosk.bot.api.bodies import Room, drain
from kiosk.bot.api.guards import KeyGuard, UploadRate
from kiosk.bot.api.refusals import Refusal
from kiosk.bot.keys import Kiosk
from kiosk.bot.pictures import Pictures
from kiosk.handover.sealing import MOST_SEALED_BYTES


@dataclass(frozen=True, slots=True)
class Backstage:
    """What the API stands on.

    Attributes:
        guard: Knows kiosks by their keys.
        rate: How often they may bring something.
        room: The memory for what they bring.
        pictures: Takes it in.
        username: Tells the bot's name; empty until Telegram told it.
        arrived: Called when a picture came or went that somebody may wait for.
        update: Deals with what Telegram brings; None where it is asked instead.
        webhook_secret: What Telegram sends along.
    """

    guard: KeyGuard
    rate: UploadRate
    room: Room
    pictures: Pictures
    username: Callable[[], str]
    arrived: Callable[[], None]
    update: Callable[[bytes], Awaitable[None]] | None
    webhook_secret: str


def _backstage(request: Request) -> Backstage:
    found = request.app.state.backstage
    assert isinstance(found, Backstage)  # noqa: S101 (put there by make_app)
    return found


async def _known(
    request: Request, backstage: Annotated[Backstage, Depends(_backstage)]
) -> Kiosk:
    return await backstage.guard.kiosk_of(request)


async def _known_with_body(
    request: Request, backstage: Annotated[Backstage, Depends(_backstage)]
) -> Kiosk:
    try:
        return await backstage.guard.kiosk_of(request)
    except Refusal:
        await drain(request, MOST_SEALED_BYTES)
        raise


Behind = Annotated[Backstage, Depends(_backstage)]
"""Everything that a request needs."""

Known = Annotated[Kiosk, Depends(_known)]
"""The kiosk whose key came with the request."""

KnownWithBody = Annotated[Kiosk, Depends(_known_with_body)]
"""The same for requests with a body, which is read before they are refused."""
