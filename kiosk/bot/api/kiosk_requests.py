"""Whether the service runs, and what a kiosk has to know of it."""

import time

from fastapi import APIRouter, Security

from kiosk.bot.api.answers import HealthAnswer, KioskAnswer, refusals
from kiosk.bot.api.backstage import Behind, Known
from kiosk.bot.api.guards import bearer
from kiosk.bot.api.refusals import BUSY_S, Refusal
from kiosk.bot.pictures import MOST_KEEP_S

LINK = "https://t.me/{username}?start={{token}}"

router = APIRouter()


@router.get("/v1/health", summary="Whether the service runs")
async def health() -> HealthAnswer:
    """Nothing more is told to whoever has no key."""
    return HealthAnswer()


@router.get(
    "/v1/kiosk",
    summary="What a kiosk has to know",
    responses=refusals(401, 403, 429, 503),
    dependencies=[Security(bearer)],
)
async def about(kiosk: Known, behind: Behind) -> KioskAnswer:
    """Lets a kiosk check its key and its clock, and tells it the link."""
    username = behind.username()
    if not username:
        raise Refusal(503, "Telegram has not told the bot's name yet.", BUSY_S)
    return KioskAnswer(
        kiosk=kiosk.name,
        bot=username,
        link=LINK.format(username=username),
        keep_hours=round(MOST_KEEP_S / 3600.0),
        time=time.time(),
    )
