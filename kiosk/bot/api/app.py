"""Puts the HTTP API together; `OPENAPI_FILE` is its document."""

import hmac
import json

from fastapi import FastAPI, Request, Response

from kiosk import __version__
from kiosk.bot.api import kiosk_requests, picture_requests
from kiosk.bot.api.backstage import Backstage, Behind
from kiosk.bot.api.bodies import read_body
from kiosk.bot.api.refusals import Refusal, answer_plainly
from kiosk.program import shipped

OPENAPI_FILE = shipped("assets/bot/openapi.json")
OPENAPI_PATH = "/v1/openapi.json"
WEBHOOK_PATH = "/v1/telegram"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 (its name)
MOST_UPDATE_BYTES = 1_000_000


def make_app(behind: Backstage | None = None) -> FastAPI:
    """Build the API.

    Args:
        behind: What it stands on; without it only its document can be had.
    """
    app = FastAPI(
        title="Vernissage hand-over",
        version=__version__,
        description="Kiosks bring sealed pictures; a Telegram bot hands them over.",
        openapi_url=OPENAPI_PATH,
        docs_url=None,  # its pages load scripts from elsewhere
        redoc_url=None,
    )
    app.state.backstage = behind
    answer_plainly(app)
    app.include_router(kiosk_requests.router)
    app.include_router(picture_requests.router)
    app.add_api_route(WEBHOOK_PATH, _hear, methods=["POST"], include_in_schema=False)
    return app


def write_document() -> None:
    """Write the API's OpenAPI document into `OPENAPI_FILE`."""
    text = json.dumps(make_app().openapi(), indent=2, ensure_ascii=False)
    OPENAPI_FILE.write_text(text + "\n", encoding="utf-8")


async def _hear(request: Request, behind: Behind) -> Response:
    """What Telegram brings, if it was asked to."""
    given = request.headers.get(SECRET_HEADER, "")
    right = hmac.compare_digest(given.encode(), behind.webhook_secret.encode())
    if behind.update is None or not right:
        raise Refusal(401, "Only Telegram may speak here.")
    await behind.update(await read_body(request, MOST_UPDATE_BYTES))
    return Response(status_code=200)
