"""Opens our models in ONNX Runtime, and lets none of them answer with nonsense.

Every model computes a known input before it is used; on an accelerator the answer has
to be the processor's. An accelerator that fails, at the start or later, costs speed
and a lasting word for staff, never a face.
"""

import contextlib
import io
import threading
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.devices import CPU, PROCESSOR, PROVIDERS, Device
from pipeline.errors import ModelError
from pipeline.trouble import Setbacks
from pipeline.types import AnyArray
from pipeline.weights import Model, model_path

_QUIET = 3
_TOLERANCE = 0.01
_LEAST_RANGE = 0.01
"""Outputs that are all smaller differ by rounding alone; they mean nothing anyway."""
_OF_NVIDIA = frozenset({"cuda", "tensorrt"})


class Session:
    """One open model.

    May be shared between threads: ONNX Runtime allows calls side by side.

    Args:
        session: ONNX Runtime's.
        device: What it runs on.
        spare: The same model on the processor, for when an accelerator fails.
        setbacks: Told why that happened.

    Attributes:
        inputs: Names of the inputs.
        outputs: Names of the outputs.
    """

    def __init__(
        self,
        session: Any,  # noqa: ANN401 (ONNX Runtime ships no types)
        device: Device = PROCESSOR,
        spare: "Session | None" = None,
        setbacks: Setbacks | None = None,
    ) -> None:
        self._session, self._spare = session, spare
        self._setbacks = setbacks or Setbacks()
        self._lost = threading.Event()
        self._device = device
        self.inputs = tuple(str(one.name) for one in session.get_inputs())
        self.outputs = tuple(str(one.name) for one in session.get_outputs())

    @property
    def device(self) -> Device:
        """What it runs on."""
        return PROCESSOR if self._lost.is_set() else self._device

    def run(self, **inputs: NDArray[np.float32]) -> dict[str, NDArray[np.float32]]:
        """Compute every output.

        Args:
            inputs: One array for each input, by name; names that are no Python
                names go in with ``**{name: array}``.

        Returns:
            All outputs by name, each array new.
        """
        if self._spare is None:
            return self._compute(inputs)
        if not self._lost.is_set():
            try:
                answer = self._compute(inputs)
            except Exception as error:  # noqa: BLE001 (a driver may raise anything)
                self._lose(f"failed ({type(error).__name__})")
            else:
                if all(np.isfinite(one).all() for one in answer.values()):
                    return answer
                self._lose("computes nonsense")
        return self._spare.run(**inputs)

    def sample(self) -> dict[str, NDArray[np.float32]]:
        """A known input: soft noise, the same every time."""
        return sample_for(self._session)

    def _compute(
        self, inputs: Mapping[str, NDArray[np.float32]]
    ) -> dict[str, NDArray[np.float32]]:
        results = self._session.run(self.outputs, inputs)
        return dict(zip(self.outputs, results, strict=True))

    def _lose(self, what: str) -> None:
        self._lost.set()
        self._setbacks.note(setback(self._device, f"{what} while it ran"))


def setback(device: Device, what: str) -> str:
    """What to say of an accelerator that is not used.

    Args:
        device: The accelerator.
        what: What it did, after its name.
    """
    return (
        f"{device} {what}: the processor stands in. Repair or update its driver, or "
        "choose another engine.provider."
    )


def open_session(
    model: Model,
    *,
    threads: int = 1,
    device: Device = PROCESSOR,
    setbacks: Setbacks | None = None,
) -> Session:
    """Open a model and see whether it computes.

    Args:
        model: Which one.
        threads: How many the processor may use; more than one made our models slower.
        device: What it shall run on.
        setbacks: Told why it runs, or later goes on, on the processor instead.

    Returns:
        The session. It runs on the processor when the device is an accelerator that
        fails or computes something else.

    Raises:
        ModelError: If the file is missing, altered or refused, or computes nonsense
            on the processor too.
    """
    setbacks = setbacks or Setbacks()
    safe = Session(_open(model, PROCESSOR, threads))
    sample = safe.sample()
    truth = safe.run(**sample)
    if not _makes_sense(truth):
        raise ModelError(
            f"The model {model.value} computes nonsense on this processor. Run "
            "`kiosk doctor`."
        )
    if device.provider == CPU:
        return safe
    fast, fault = _try(model, threads, device, sample, truth)
    if fast is None:
        setbacks.note(setback(device, fault))
        return safe
    return Session(fast, device, safe, setbacks)


def _try(
    model: Model,
    threads: int,
    device: Device,
    sample: Mapping[str, NDArray[np.float32]],
    truth: Mapping[str, NDArray[np.float32]],
) -> tuple[Any, str]:
    """Open a model on an accelerator, or say what is wrong with that."""
    try:
        raw = _open(model, device, threads)
        if PROVIDERS[device.provider] not in raw.get_providers():
            return None, "did not start"
        differs = _difference(Session(raw, device).run(**sample), truth)
    except Exception as error:  # noqa: BLE001 (a driver may raise anything at all)
        return None, f"failed ({type(error.__cause__ or error).__name__})"
    if not differs <= _TOLERANCE:
        return None, f"computes something else, off by {differs:.1%}"
    return raw, ""


def session_options(threads: int, device: Device = PROCESSOR) -> Any:  # noqa: ANN401 (ONNX Runtime ships no types)
    """Options of ONNX Runtime for one model.

    Args:
        threads: How many the processor may use.
        device: What the model runs on.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = _QUIET
    options.enable_mem_pattern = device.provider != "directml"  # DirectML asks for it
    return options


def ready_providers(device: Device) -> list[tuple[str, dict[str, str]]]:
    """What ONNX Runtime shall try, with options, the processor last.

    NVIDIA's libraries are loaded first: they may have come as Python packages, where
    the system does not look for them.
    """
    if device.provider in _OF_NVIDIA:
        import onnxruntime

        with contextlib.redirect_stdout(io.StringIO()):  # it prints what it misses
            onnxruntime.preload_dlls()
    chain = [(PROVIDERS[device.provider], dict(device.options))]
    if device.provider != CPU:
        chain.append((PROVIDERS[CPU], {}))
    return chain


def sample_for(session: Any) -> dict[str, AnyArray]:  # noqa: ANN401 (ONNX Runtime ships no types)
    """A known input for a session of ONNX Runtime: soft noise of its types."""
    numbers = np.random.default_rng(1)
    return {
        one.name: numbers.random(
            [size if isinstance(size, int) else 1 for size in one.shape], np.float32
        ).astype(np.float16 if "float16" in str(one.type) else np.float32)
        for one in session.get_inputs()
    }


def _open(model: Model, device: Device, threads: int) -> Any:  # noqa: ANN401 (ONNX Runtime ships no types)
    import onnxruntime

    path = model_path(model)
    options, chain = session_options(threads, device), ready_providers(device)
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=chain)
    except Exception as error:  # ONNX Runtime's errors share no base but Exception
        raise ModelError(
            f"The model {path.name} cannot be opened on {device}. Run `kiosk doctor`."
        ) from error


def _makes_sense(outputs: Mapping[str, NDArray[np.float32]]) -> bool:
    """Whether all are numbers and not all one and the same."""
    values = list(outputs.values())
    if not all(np.isfinite(one).all() for one in values):
        return False
    return any(one.size == 1 or float(np.ptp(one)) > 0 for one in values)


def _difference(
    outputs: Mapping[str, NDArray[np.float32]], truth: Mapping[str, NDArray[np.float32]]
) -> float:
    """Return the largest difference as a share of each output's range."""
    worst = [
        float(np.abs(outputs[name] - right).max())
        / max(float(np.abs(right).max()), _LEAST_RANGE)
        for name, right in truth.items()
    ]
    return max(worst) if np.all(np.isfinite(worst)) else float("inf")
