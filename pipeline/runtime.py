"""Opens models in ONNX Runtime and chooses what they run on.

The processor is the rule. An accelerator is used only when somebody asks for it, by
argument or by the environment variable ``VERNISSAGE_PROVIDER``, and only after each
model gave there the same answer as on the processor: a driver that computes rubbish
then costs speed, not faces.
"""

import logging
import os
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.errors import ModelError
from pipeline.weights import Model, model_path

PROVIDER_VARIABLE = "VERNISSAGE_PROVIDER"

CPU = "cpu"

PROVIDERS: Mapping[str, str] = MappingProxyType(
    {
        CPU: "CPUExecutionProvider",
        "cuda": "CUDAExecutionProvider",
        "directml": "DmlExecutionProvider",
        "coreml": "CoreMLExecutionProvider",
    }
)
"""Our names and ONNX Runtime's."""

_OPTIONS: Mapping[str, dict[str, str]] = MappingProxyType(
    {"cuda": {"use_tf32": "0", "cudnn_conv_algo_search": "HEURISTIC"}}
)
_QUIET = 3
_TOLERANCE = 0.01

_log = logging.getLogger(__name__)


class Session:
    """One open model.

    May be shared between threads: ONNX Runtime allows calls side by side.

    Attributes:
        provider: What it runs on, one of ``PROVIDERS``.
        note: Why that is not what was asked for; empty if it is.
        inputs: Names of the inputs.
        outputs: Names of the outputs.
    """

    def __init__(self, session: Any, provider: str, note: str = "") -> None:  # noqa: ANN401 (ONNX Runtime ships no types)
        self._session = session
        self.provider = provider
        self.note = note
        self.inputs = tuple(str(one.name) for one in session.get_inputs())
        self.outputs = tuple(str(one.name) for one in session.get_outputs())

    def run(self, **inputs: NDArray[np.float32]) -> dict[str, NDArray[np.float32]]:
        """Compute every output.

        Args:
            inputs: One array for each input, by name; names that are no Python
                names go in with ``**{name: array}``.

        Returns:
            All outputs by name, each array new.
        """
        results = self._session.run(self.outputs, inputs)
        return dict(zip(self.outputs, results, strict=True))


def available_providers() -> tuple[str, ...]:
    """Return what this installation of ONNX Runtime knows, processor first."""
    import onnxruntime

    known = set(onnxruntime.get_available_providers())
    return tuple(name for name, theirs in PROVIDERS.items() if theirs in known)


def wanted_provider() -> str:
    """Return what ``VERNISSAGE_PROVIDER`` asks for; the processor if it is not set.

    Raises:
        ModelError: If it holds a name that we do not know.
    """
    return _known(os.environ.get(PROVIDER_VARIABLE, "").strip().lower() or CPU)


def open_session(
    model: Model, *, threads: int = 1, provider: str | None = None
) -> Session:
    """Open a model.

    Args:
        model: Which one.
        threads: How many the processor may use; more than one made our models slower.
        provider: One of ``PROVIDERS``; what the environment asks for if None.

    Returns:
        The session. It runs on the processor when the accelerator asked for is absent,
        fails or computes something else; ``note`` then says why.

    Raises:
        ModelError: If the file is missing, altered or refused, or the provider's name
            is unknown.
    """
    asked = wanted_provider() if provider is None else _known(provider)
    safe = Session(_open(model, CPU, threads), CPU)
    if asked == CPU:
        return safe
    if asked not in available_providers():
        note = f"{asked} was asked for, but this ONNX Runtime does not offer it"
    else:
        fast, note = _try(model, asked, threads, safe)
        if fast is not None:
            return fast
    _log.warning("%s runs on the processor: %s", model.value, note)
    safe.note = note
    return safe


def session_options(threads: int) -> Any:  # noqa: ANN401 (ONNX Runtime ships no types)
    """Options of ONNX Runtime for one model.

    Args:
        threads: How many the processor may use.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = _QUIET
    return options


def provider_chain(provider: str) -> list[tuple[str, dict[str, str]]]:
    """What ONNX Runtime shall try, with options, the processor last.

    Args:
        provider: One of ``PROVIDERS``.
    """
    chain = [(PROVIDERS[provider], dict(_OPTIONS.get(provider, {})))]
    if provider != CPU:
        chain.append((PROVIDERS[CPU], {}))
    return chain


def _known(provider: str) -> str:
    if provider not in PROVIDERS:
        raise ModelError(
            f"{provider!r} is nothing that models can run on. Choose one of: "
            f"{', '.join(PROVIDERS)}."
        )
    return provider


def _open(model: Model, provider: str, threads: int) -> Any:  # noqa: ANN401 (ONNX Runtime ships no types)
    import onnxruntime

    path = model_path(model)
    options = session_options(threads)
    options.enable_mem_pattern = provider != "directml"  # DirectML asks for it
    chain = provider_chain(provider)
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=chain)
    except Exception as error:  # ONNX Runtime's errors share no base but Exception
        raise ModelError(
            f"The model {path.name} cannot be opened on {provider}. Run `kiosk doctor`."
        ) from error


def _try(
    model: Model, provider: str, threads: int, safe: Session
) -> tuple[Session | None, str]:
    """Open the model on an accelerator and compare what it computes."""
    try:
        session = _open(model, provider, threads)
        fast = Session(session, provider)
        if PROVIDERS[provider] not in session.get_providers():
            return None, f"{provider} did not start"
        sample = _sample(session)
        differs = _difference(fast.run(**sample), safe.run(**sample))
    except Exception as error:  # noqa: BLE001 (a driver may raise anything at all)
        return None, f"{provider} failed: {type(error).__name__}"
    if not differs <= _TOLERANCE:
        return None, f"{provider} computes something else, off by {differs:.1%}"
    return fast, ""


def _sample(session: Any) -> dict[str, NDArray[np.float32]]:  # noqa: ANN401 (ONNX Runtime ships no types)
    numbers = np.random.default_rng(1)
    return {
        one.name: numbers.random(
            [size if isinstance(size, int) else 1 for size in one.shape], np.float32
        )
        for one in session.get_inputs()
    }


def _difference(
    outputs: Mapping[str, NDArray[np.float32]], truth: Mapping[str, NDArray[np.float32]]
) -> float:
    """Return the largest difference as a share of each output's range."""
    worst = [
        float(np.abs(outputs[name] - right).max() / (np.abs(right).max() + 1e-6))
        for name, right in truth.items()
    ]
    return max(worst) if np.all(np.isfinite(worst)) else float("inf")
