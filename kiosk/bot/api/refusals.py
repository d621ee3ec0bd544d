"""Every answer that is a no: a status, one sentence in JSON, and when to try again."""

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from kiosk.bot.errors import StoreBusyError, StoreFullError

BUSY_S = 5
FULL_S = 60


class Problem(BaseModel):
    """Why a request was refused."""

    error: str = Field(description="One sentence in English.")


class Refusal(Exception):  # noqa: N818 (an answer, not a failure)
    """Answers a request with a no.

    Attributes:
        status: The HTTP status.
        sentence: Why, for people.
        retry_after_s: When to try again; None if that is no use, or any time.
    """

    def __init__(
        self, status: int, sentence: str, retry_after_s: int | None = None
    ) -> None:
        super().__init__(sentence)
        self.status, self.sentence = status, sentence
        self.retry_after_s = retry_after_s


def problem(
    status: int, sentence: str, retry_after_s: int | None = None
) -> JSONResponse:
    """The answer itself."""
    headers = {} if retry_after_s is None else {"Retry-After": str(retry_after_s)}
    if status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    return JSONResponse(
        Problem(error=sentence).model_dump(), status_code=status, headers=headers
    )


def answer_plainly(app: FastAPI) -> None:
    """Have every failure answered in JSON, without anything of what was sent."""
    app.add_exception_handler(Refusal, _refused)
    app.add_exception_handler(StoreBusyError, _busy)
    app.add_exception_handler(StoreFullError, _full)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unexpected)


async def _refused(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, Refusal)  # noqa: S101 (registered for nothing else)
    return problem(error.status, error.sentence, error.retry_after_s)


async def _busy(_request: Request, error: Exception) -> JSONResponse:
    return problem(503, str(error), BUSY_S)


async def _full(_request: Request, error: Exception) -> JSONResponse:
    return problem(507, str(error), FULL_S)


async def _invalid(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)  # noqa: S101 (as above)
    where = ", ".join(
        sorted({str(one["loc"][-1]) for one in error.errors() if one["loc"]})
    )
    return problem(422, f"This is missing or not as it should be: {where}.")


async def _http(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)  # noqa: S101 (as above)
    sentences = {404: "There is nothing here.", 405: "This cannot be done here."}
    return problem(error.status_code, sentences.get(error.status_code, "Refused."))


async def _unexpected(_request: Request, _error: Exception) -> JSONResponse:
    return problem(500, "Something went wrong inside the service; see its log.")
