"""An S3 server on this computer (moto's), with one empty bucket."""

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator

import boto3
import pytest
from botocore.exceptions import BotoCoreError

BUCKET = "pictures"
_PATIENCE_S = 30.0


@contextlib.contextmanager
def running() -> Iterator[str]:
    """Run the server for as long as the block lasts; tells its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    credentials = {
        "AWS_ACCESS_KEY_ID": "x",
        "AWS_SECRET_ACCESS_KEY": "x",
        "AWS_DEFAULT_REGION": "us-east-1",
    }
    command = [sys.executable, "-W", "ignore", "-m", "moto.server"]
    server = subprocess.Popen(  # noqa: S603 (our own arguments)
        [*command, "-H", "127.0.0.1", "-p", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **credentials},
    )
    try:
        with pytest.MonkeyPatch.context() as patch:
            for name, value in credentials.items():
                patch.setenv(name, value)
            _make_bucket(address)
            yield address
    finally:
        server.terminate()
        server.wait(_PATIENCE_S)


def _make_bucket(address: str) -> None:
    client = boto3.session.Session().client("s3", endpoint_url=address)
    until_s = time.monotonic() + _PATIENCE_S
    while True:
        try:
            client.create_bucket(Bucket=BUCKET)
        except BotoCoreError:
            assert time.monotonic() < until_s
            time.sleep(0.1)
        else:
            break
    client.close()
