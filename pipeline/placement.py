"""What each part of an engine runs on: one value, and how it is chosen.

The models of every frame are small and the networks are large, so one may be quicker on
the processor and the other on an accelerator. They are measured apart, each device in a
process of its own: a driver that hangs or crashes then loses a measurement, not the
kiosk. What came of it is remembered.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pipeline.devices import CPU, PROCESSOR, Device, list_devices
from pipeline.measured import Measured, MeasuredFile
from pipeline.measuring import measure_apart
from pipeline.swap.network_files import NetworkFiles
from pipeline.swap.networks import Answer

AUTO: Final = "auto"
LONGEST_S: Final = 18.0
"""All devices together may be measured for so long."""

Measure = Callable[[Device, NetworkFiles | None, Answer | None, float], Measured]


@dataclass(frozen=True, slots=True, eq=False)
class Placement:
    """What the models of an engine run on.

    Attributes:
        light: The models of every frame.
        networks: The operator's networks.
        answer: What the networks answer on the processor, where that is known.
        setbacks: Why it is not what was asked for, a sentence each.
    """

    light: Device = PROCESSOR
    networks: Device = PROCESSOR
    answer: Answer | None = None
    setbacks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wish:
    """What an operator wants models to run on.

    Attributes:
        provider: ``AUTO`` or one of ``pipeline.devices.PROVIDERS``.
        device: Part of the hardware's name, in any case; empty for any.
    """

    provider: str = AUTO
    device: str = ""


def choose_placement(
    wish: Wish,
    files: NetworkFiles | None,
    cache: Path,
    *,
    anew: bool = False,
    measure: Measure = measure_apart,
) -> Placement:
    """Choose by what was measured; takes up to ``LONGEST_S`` the first time.

    Where there is only the processor nothing is measured.

    Args:
        wish: What the operator wants.
        files: Their networks, if an engine uses them.
        cache: A folder in which measurements are remembered.
        anew: Measure even if that was done.
        measure: Measures one device within so many seconds.
    """
    present = list_devices(cache / "tensorrt")
    wanted, complaint = _wanted(wish, present)
    if not wanted or all(one == PROCESSOR for one in wanted):
        return Placement(setbacks=(complaint,) if complaint else ())
    tried = tuple(dict.fromkeys([PROCESSOR, *wanted]))
    file = MeasuredFile(cache)
    key = file.key(tried, files)
    measured = None if anew else file.find(key)
    if measured is None:
        measured = _measure_all(tried, files, measure)
        file.keep(key, measured)
    light, why_light = _quickest(wanted, measured, lambda one: one.light_ms)
    networks, why_networks = PROCESSOR, ""
    if files is not None:
        networks, why_networks = _quickest(
            wanted, measured, lambda one: one.networks_ms
        )
    said = tuple(dict.fromkeys(one for one in (why_light, why_networks) if one))
    return Placement(light, networks, _answer(measured), said)


def _wanted(wish: Wish, present: tuple[Device, ...]) -> tuple[list[Device], str]:
    """The devices that may be used, and why they are not those that were asked for."""
    there = ", ".join(map(str, present))
    wanted = [one for one in present if wish.provider in (AUTO, one.provider)]
    if not wanted:
        return [], (
            f"{wish.provider} is not possible on this computer: the processor stands "
            f"in. Choose another engine.provider; here are: {there}."
        )
    if not wish.device or wish.provider == CPU:
        return wanted, ""
    named = [one for one in wanted if wish.device.casefold() in one.name.casefold()]
    if not named:
        return [], (
            f"There is no device '{wish.device}': the processor stands in. Choose "
            f"another engine.device; here are: {there}."
        )
    return named, ""


def _measure_all(
    devices: tuple[Device, ...], files: NetworkFiles | None, measure: Measure
) -> dict[str, Measured]:
    ends_s = time.monotonic() + LONGEST_S
    measured: dict[str, Measured] = {}
    for device in devices:
        left_s = max(0.0, ends_s - time.monotonic())
        measured[str(device)] = measure(device, files, _answer(measured), left_s)
    return measured


def _answer(measured: Mapping[str, Measured]) -> Answer | None:
    """What the processor answers."""
    return measured.get(str(PROCESSOR), Measured()).answer


def _quickest(
    wanted: list[Device],
    measured: Mapping[str, Measured],
    time_ms: Callable[[Measured], float | None],
) -> tuple[Device, str]:
    """The quickest that works, and why none of the accelerators does.

    What fails on the processor too is no accelerator's fault.
    """
    speeds: dict[Device, float] = {}
    failures: list[str] = []
    for device in wanted:
        found = measured.get(str(device), Measured())
        ms = time_ms(found)
        if ms is not None:
            speeds[device] = ms
        elif device != PROCESSOR:
            failures.append(found.failure)
    if any(device != PROCESSOR for device in speeds):
        return min(speeds, key=lambda device: speeds[device]), ""
    works_here = time_ms(measured.get(str(PROCESSOR), Measured())) is not None
    return PROCESSOR, failures[0] if failures and works_here else ""
