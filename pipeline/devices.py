"""What models can run on here: the processor, and accelerators by their names."""

import contextlib
import ctypes
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

CPU: Final = "cpu"

PROVIDERS: Final[Mapping[str, str]] = MappingProxyType(
    {
        CPU: "CPUExecutionProvider",
        "cuda": "CUDAExecutionProvider",
        "directml": "DmlExecutionProvider",
        "coreml": "CoreMLExecutionProvider",
        "openvino": "OpenVINOExecutionProvider",
        "tensorrt": "TensorrtExecutionProvider",
    }
)
"""Our names and ONNX Runtime's; TensorRT takes longest to start, so it goes last."""

_CUDA_LIBRARY: Final = "nvcuda.dll" if sys.platform == "win32" else "libcuda.so.1"
_LONGEST_NAME_BYTES: Final = 256
_EXACT: Final = MappingProxyType(
    {"use_tf32": "0", "cudnn_conv_algo_search": "HEURISTIC"}
)


@dataclass(frozen=True, slots=True)
class Device:
    """Something that models run on.

    Attributes:
        provider: One of ``PROVIDERS``.
        name: The hardware's; empty where there is only one, or none is told.
        options: For ONNX Runtime, in its words.
    """

    provider: str
    name: str = ""
    options: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        """As staff read it: ``cuda (NVIDIA RTX 4000)``."""
        return f"{self.provider} ({self.name})" if self.name else self.provider


PROCESSOR: Final = Device(CPU)


def available_providers() -> tuple[str, ...]:
    """Return what this installation of ONNX Runtime knows, processor first."""
    import onnxruntime

    known = set(onnxruntime.get_available_providers())
    return tuple(name for name, theirs in PROVIDERS.items() if theirs in known)


def list_devices(engines: Path | None = None) -> tuple[Device, ...]:
    """Everything that models can be tried on here, processor first.

    ONNX Runtime knows providers whose hardware or driver is missing; those without a
    device are left out.

    Args:
        engines: A folder in which TensorRT keeps what it built; none if None.
    """
    found = [PROCESSOR]
    for provider in available_providers():
        if provider == "cuda":
            found += _nvidia(provider, _EXACT)
        elif provider == "tensorrt":
            found += _nvidia(provider, _kept(engines))
        elif provider == "directml":
            found += _directml()
        elif provider == "openvino":
            found += _openvino()
        elif provider == "coreml":
            found.append(Device(provider))
    return tuple(_told_apart(found))


def _told_apart(devices: Sequence[Device]) -> Iterator[Device]:
    """Number those that are called the same."""
    called = Counter(map(str, devices))
    seen: Counter[str] = Counter()
    for device in devices:
        seen[str(device)] += 1
        name = device.name
        if called[str(device)] > 1:
            name = f"{name} {seen[str(device)]}".strip()
        yield replace(device, name=name)


def _kept(engines: Path | None) -> dict[str, str]:
    if engines is None:
        return {}
    return {"trt_engine_cache_enable": "1", "trt_engine_cache_path": str(engines)}


def _nvidia(provider: str, options: Mapping[str, str]) -> Iterator[Device]:
    for number, name in enumerate(_cuda_names()):
        yield Device(provider, name, (("device_id", str(number)), *options.items()))


def _cuda_names() -> list[str]:
    """Names of NVIDIA's devices in the order in which CUDA counts them."""
    names: list[str] = []
    with contextlib.suppress(OSError, AttributeError):
        cuda = ctypes.CDLL(_CUDA_LIBRARY)
        count, device = ctypes.c_int(), ctypes.c_int()
        if cuda.cuInit(0) or cuda.cuDeviceGetCount(ctypes.byref(count)):
            return []
        for number in range(count.value):
            name = ctypes.create_string_buffer(_LONGEST_NAME_BYTES)
            if cuda.cuDeviceGet(ctypes.byref(device), number) or cuda.cuDeviceGetName(
                name, _LONGEST_NAME_BYTES, device
            ):
                continue
            names.append(name.value.decode("utf-8", "replace"))
    return names


def _directml() -> Iterator[Device]:
    """Graphics adapters; without its number DirectML would take another one."""
    import onnxruntime

    seen: set[str] = set()
    for one in onnxruntime.get_ep_devices():
        facts: dict[str, Any] = dict(one.device.metadata)
        number = str(facts.get("DxgiAdapterNumber", ""))
        ours = one.ep_name == PROVIDERS["directml"]
        if ours and number.isdigit() and number not in seen:
            seen.add(number)
            name = str(facts.get("Description", "")).strip()
            yield Device("directml", name, (("device_id", number),))


def _openvino() -> Iterator[Device]:
    """OpenVINO's own names, such as ``GPU.0`` and ``NPU``; it knows processors too."""
    from onnxruntime.capi import _pybind_state

    with contextlib.suppress(AttributeError, RuntimeError):
        for name in _pybind_state.get_available_openvino_device_ids():
            yield Device("openvino", str(name), (("device_type", str(name)),))
