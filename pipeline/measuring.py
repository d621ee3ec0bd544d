"""Measures how fast a device runs the models, in a process that may hang or crash."""

import multiprocessing
import os
import statistics
import time
from collections.abc import Callable
from functools import partial
from multiprocessing.connection import Connection
from typing import Final

from pipeline.devices import PROCESSOR, Device
from pipeline.errors import ModelError
from pipeline.measured import Measured
from pipeline.runtime import open_session, setback
from pipeline.swap.nearest import open_nearest
from pipeline.swap.network_files import NetworkFiles
from pipeline.swap.networks import Answer
from pipeline.trouble import Setbacks
from pipeline.weights import Model

EVERY_FRAME: Final = (Model.YUNET, Model.MESH_468)

_LIGHT_RUNS: Final = 15
_NETWORK_RUNS: Final = 3
_NETWORK_S: Final = 3.0
"""Networks that would take longer are not run again: the first run tells enough."""


def measure_apart(
    device: Device,
    files: NetworkFiles | None,
    right: Answer | None,
    longest_s: float,
) -> Measured:
    """Measure one device in a process of its own.

    Args:
        device: What to measure.
        files: The operator's networks, if they are to be measured too.
        right: What they answer on the processor, where that is known.
        longest_s: After so many seconds the process is ended.

    Returns:
        What was found until then.
    """
    ends_s = time.monotonic() + longest_s
    spawning = multiprocessing.get_context("spawn")
    ours, theirs = spawning.Pipe(duplex=False)
    child = spawning.Process(
        target=_tell,
        args=(theirs, device, files, right),
        name="measuring",
        daemon=True,
    )
    child.start()
    theirs.close()
    found = Measured()
    failure = setback(device, "took too long to measure")
    try:
        while ours.poll(max(0.0, ends_s - time.monotonic())):
            found, done = ours.recv()
            if done:
                failure = found.failure
                break
    except (EOFError, OSError):
        failure = setback(device, "ended the program that measured it")
    finally:
        child.kill()
        child.join()
        ours.close()
    return Measured(found.light_ms, found.networks_ms, failure, found.answer)


def measure_here(
    device: Device,
    files: NetworkFiles | None,
    right: Answer | None = None,
    tell: Callable[[Measured], None] = lambda _: None,
) -> Measured:
    """Measure one device in this process, which a bad driver may take along.

    Args:
        device: What to measure.
        files: The operator's networks, if they are to be measured too.
        right: What they answer on the processor, where that is known.
        tell: Told what is known, before the networks are begun.
    """
    found = _with_light(device)
    tell(found)
    if files is None:
        return found
    try:
        return _with_networks(found, device, files, right)
    except ModelError as error:
        fault = f"{error} {setback(device, 'does not run the networks')}"
        return Measured(found.light_ms, None, found.failure or fault)


def _tell(
    connection: Connection,
    device: Device,
    files: NetworkFiles | None,
    right: Answer | None,
) -> None:
    with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123 (no file)
        for stream in (1, 2):  # drivers print what the parent says in one sentence
            os.dup2(nowhere.fileno(), stream)

    def tell(found: Measured) -> None:
        connection.send((found, False))

    connection.send((measure_here(device, files, right, tell), True))


def _with_light(device: Device) -> Measured:
    """Both models of every frame together, in the median."""
    setbacks = Setbacks()
    total_ms = 0.0
    try:
        for model in EVERY_FRAME:
            session = open_session(model, device=device, setbacks=setbacks)
            run = partial(session.run, **session.sample())
            total_ms += _median_ms(run, _LIGHT_RUNS)
    except ModelError as error:
        return Measured(failure=str(error))
    if setbacks.sentences:
        return Measured(failure=setbacks.sentences[0])
    return Measured(total_ms)


def _with_networks(
    found: Measured, device: Device, files: NetworkFiles, right: Answer | None
) -> Measured:
    networks = open_nearest(files, (device,), right, Setbacks())
    began_s = time.perf_counter()
    answer = networks.rehearse()
    taken_s = time.perf_counter() - began_s
    ms = 1000 * taken_s
    if taken_s * _NETWORK_RUNS < _NETWORK_S:
        ms = _median_ms(networks.rehearse, _NETWORK_RUNS)
    keeps = device == PROCESSOR and networks.files.swapper == files.swapper
    return Measured(found.light_ms, ms, found.failure, answer if keeps else None)


def _median_ms(work: Callable[[], object], runs: int) -> float:
    times_ms = []
    for _ in range(runs):
        began_s = time.perf_counter()
        work()
        times_ms.append(1000 * (time.perf_counter() - began_s))
    return statistics.median(times_ms)
