"""Sealed pictures: brought, asked after, deleted."""

import time
from typing import Annotated, Any

from fastapi import APIRouter, Header, Path, Request, Response, Security

from kiosk.bot.api.answers import PictureAnswer, refusals
from kiosk.bot.api.backstage import Backstage, Behind, Known, KnownWithBody
from kiosk.bot.api.bodies import TOO_LARGE, announced, drain, read_body
from kiosk.bot.api.guards import bearer
from kiosk.bot.api.refusals import Refusal
from kiosk.bot.keys import Kiosk
from kiosk.bot.pictures import Upload
from kiosk.handover.sealing import MOST_SEALED_BYTES

_LATEST_S = 4_102_444_800  # the year 2100

PictureId = Annotated[
    str,
    Path(
        pattern="^[0-9a-f]{64}$",
        description="SHA-256 of the picture's token, 64 hexadecimal digits.",
    ),
]
Expires = Annotated[
    int,
    Header(
        alias="Vernissage-Expires",
        ge=0,
        le=_LATEST_S,
        description="When to forget it, Unix seconds in UTC; at most a week from now.",
    ),
]

_STORED: dict[int | str, dict[str, Any]] = {
    201: {"description": "It is stored."},
    200: {"description": "The same was stored before."},
}
_BODY = {
    "requestBody": {
        "required": True,
        "description": f"The sealed picture, at most {MOST_SEALED_BYTES} bytes.",
        "content": {
            "application/octet-stream": {
                "schema": {"type": "string", "format": "binary"}
            }
        },
    }
}

router = APIRouter(dependencies=[Security(bearer)])


@router.put(
    "/v1/pictures/{picture_id}",
    summary="Bring a sealed picture",
    status_code=201,
    response_class=Response,
    responses={
        **_STORED,
        **refusals(401, 403, 408, 409, 410, 411, 413, 422, 429, 503, 507),
    },
    openapi_extra=_BODY,
)
async def bring(
    request: Request,
    picture_id: PictureId,
    expires: Expires,
    kiosk: KnownWithBody,
    behind: Behind,
) -> Response:
    """May be repeated at any time, also after the picture was delivered."""
    try:
        sealed = await _received(request, kiosk, behind)
    except Refusal as refusal:
        if refusal.status != TOO_LARGE:  # that much is not waited for
            await drain(request, MOST_SEALED_BYTES)
        raise
    upload = await behind.pictures.take_in(
        picture_id, kiosk.id, sealed, float(expires), time.time()
    )
    if upload is Upload.OTHERS:
        raise Refusal(409, "Something else, or another kiosk's, has this id.")
    if upload is Upload.GONE:
        raise Refusal(410, "This picture was deleted or has expired.")
    behind.arrived()
    return Response(status_code=201 if upload is Upload.CREATED else 200)


@router.get(
    "/v1/pictures/{picture_id}",
    summary="What has become of a picture",
    responses=refusals(401, 403, 404, 422, 429, 503),
)
async def tell(picture_id: PictureId, kiosk: Known, behind: Behind) -> PictureAnswer:
    """A kiosk hears of its own pictures only."""
    status = await behind.pictures.status(picture_id, kiosk.id)
    if status is None:
        raise Refusal(404, "This kiosk has no such picture.")
    return PictureAnswer(state=status.state.value, delivered_at=status.delivered_at)


@router.delete(
    "/v1/pictures/{picture_id}",
    summary="Delete a picture, or see to it that it never comes",
    status_code=204,
    response_class=Response,
    responses=refusals(401, 403, 409, 422, 429, 503),
)
async def forget(picture_id: PictureId, kiosk: Known, behind: Behind) -> Response:
    """Harmless when repeated; an upload that comes late is refused."""
    if not await behind.pictures.delete(picture_id, kiosk.id, time.time()):
        raise Refusal(409, "Another kiosk has this id.")
    behind.arrived()
    return Response(status_code=204)


async def _received(request: Request, kiosk: Kiosk, behind: Backstage) -> bytes:
    size = announced(request, MOST_SEALED_BYTES)
    behind.rate.spend(kiosk.id)
    if not size:
        raise Refusal(422, "The picture is empty.")
    with behind.room.taken(size):
        return await read_body(request, size)
