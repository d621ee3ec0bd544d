"""Sealed pictures in a bucket that speaks S3, for several copies of the service."""

import contextlib
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from kiosk.bot.errors import StoreBusyError, StoreFullError

_MISSING = frozenset({"NoSuchKey", "404", "NotFound"})
_FULL = frozenset({"QuotaExceeded", "XMinioStorageFull", "InsufficientCapacity", "507"})
_PATIENCE_S = 10


class BucketBlobs:
    """Blobs as objects; ``boto3`` finds the credentials in its usual places.

    Args:
        place: ``s3://bucket/prefix``.
        endpoint: The server's address; empty for Amazon's.
    """

    def __init__(self, place: str, endpoint: str = "") -> None:
        bucket, _, prefix = place.removeprefix("s3://").partition("/")
        self._bucket, self._prefix = bucket, f"{prefix}/" if prefix else ""
        self._endpoint = endpoint
        self._opened: Any = None  # boto3 makes its clients' types while it runs
        self._opening = threading.Lock()

    def put(self, name: str, content: bytes) -> None:
        """Store an object."""
        with self._explained():
            self._client().put_object(
                Bucket=self._bucket, Key=self._prefix + name, Body=content
            )

    def get(self, name: str) -> bytes | None:
        """Read an object; None if it is not there."""
        from botocore.exceptions import ClientError

        with self._explained():
            try:
                found = self._client().get_object(
                    Bucket=self._bucket, Key=self._prefix + name
                )
            except ClientError as error:
                if _code(error) in _MISSING:
                    return None
                raise
            with contextlib.closing(found["Body"]) as body:
                return bytes(body.read())

    def delete(self, name: str) -> None:
        """Take an object away."""
        with self._explained():
            self._client().delete_object(Bucket=self._bucket, Key=self._prefix + name)

    def older_than(self, age_s: float) -> Iterator[str]:
        """Names of old objects, page by page."""
        before = datetime.now(UTC) - timedelta(seconds=age_s)
        with self._explained():
            pages = self._client().get_paginator("list_objects_v2")
            for page in pages.paginate(Bucket=self._bucket, Prefix=self._prefix):
                for found in page.get("Contents", ()):
                    if found["LastModified"] < before:
                        yield str(found["Key"]).removeprefix(self._prefix)

    def _client(self) -> Any:  # noqa: ANN401 (see above)
        with self._opening:
            if self._opened is None:
                import boto3
                from botocore.config import Config

                self._opened = boto3.session.Session().client(
                    "s3",
                    endpoint_url=self._endpoint or None,
                    config=Config(
                        connect_timeout=_PATIENCE_S,
                        read_timeout=_PATIENCE_S,
                        retries={"max_attempts": 3, "mode": "standard"},
                    ),
                )
            return self._opened

    @contextlib.contextmanager
    def _explained(self) -> Iterator[None]:
        from botocore.exceptions import BotoCoreError, ClientError

        try:
            yield
        except ClientError as error:
            if _code(error) in _FULL:
                raise StoreFullError("The bucket with the pictures is full.") from None
            raise StoreBusyError(
                f"The bucket '{self._bucket}' refuses: {_code(error)}. Look at its "
                "name, its rights and the credentials."
            ) from None
        except BotoCoreError as error:
            raise StoreBusyError(
                f"The bucket '{self._bucket}' cannot be reached: "
                f"{type(error).__name__}."
            ) from None


def _code(error: Any) -> str:  # noqa: ANN401 (botocore has no types)
    return str(error.response.get("Error", {}).get("Code", ""))
