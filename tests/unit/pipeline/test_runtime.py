import logging
import subprocess
import sys

import numpy as np
import pytest

from pipeline import runtime
from pipeline.errors import ModelError
from pipeline.runtime import (
    PROVIDER_VARIABLE,
    Session,
    available_providers,
    open_session,
    wanted_provider,
)
from pipeline.weights import Model

NETWORKS = [model for model in Model if model is not Model.FACE_GEOMETRY]


@pytest.fixture(autouse=True)
def no_provider_asked_for(monkeypatch):
    monkeypatch.delenv(PROVIDER_VARIABLE, raising=False)


class FakeAccelerator:
    """ONNX Runtime's session, claiming to be CUDA and off by some amount."""

    def __init__(self, real, error=0.0, failure=None):
        self.real, self.error, self.failure = real, error, failure

    def get_inputs(self):
        return self.real.get_inputs()

    def get_outputs(self):
        return self.real.get_outputs()

    def get_providers(self):
        return ["CUDAExecutionProvider", "CPUExecutionProvider"]

    def run(self, names, inputs):
        if self.failure:
            raise self.failure
        return [one * (1 + self.error) for one in self.real.run(names, inputs)]


@pytest.fixture
def accelerator(monkeypatch):
    """Offers CUDA, with the error or failure set on the returned dictionary."""
    behaviour = {}
    really_open = runtime._open

    def pretend(model, provider, threads):
        if provider == "cpu":
            return really_open(model, provider, threads)
        return FakeAccelerator(really_open(model, "cpu", threads), **behaviour)

    monkeypatch.setattr(runtime, "_open", pretend)
    monkeypatch.setattr(runtime, "available_providers", lambda: ("cpu", "cuda"))
    return behaviour


@pytest.mark.parametrize("model", NETWORKS)
def test_every_network_opens_and_computes_finite_numbers(model):
    session = open_session(model)
    outputs = session.run(**runtime._sample(session._session))
    assert tuple(outputs) == session.outputs
    assert all(np.isfinite(one).all() for one in outputs.values())


def test_the_processor_is_the_rule():
    session = open_session(Model.BLENDSHAPES)
    assert (session.provider, session.note) == ("cpu", "")


def test_outputs_come_by_name():
    session = open_session(Model.YUNET)
    outputs = session.run(input=np.zeros((1, 3, 640, 640), np.float32))
    assert outputs["cls_8"].shape == (1, 6400, 1)
    assert outputs["kps_32"].shape == (1, 400, 10)


def test_what_is_no_network_is_refused():
    with pytest.raises(ModelError, match="cannot be opened"):
        open_session(Model.FACE_GEOMETRY)


def test_an_unknown_provider_is_refused():
    with pytest.raises(ModelError, match=r"'abacus'.*Choose one of: cpu, cuda"):
        open_session(Model.BLENDSHAPES, provider="abacus")


def test_the_environment_asks_for_a_provider(monkeypatch):
    assert wanted_provider() == "cpu"
    monkeypatch.setenv(PROVIDER_VARIABLE, " CUDA ")
    assert wanted_provider() == "cuda"
    monkeypatch.setenv(PROVIDER_VARIABLE, "abacus")
    with pytest.raises(ModelError):
        wanted_provider()


def test_the_processor_is_always_available():
    assert available_providers()[0] == "cpu"


def test_an_absent_accelerator_falls_back_and_says_so(monkeypatch, caplog):
    monkeypatch.setattr(runtime, "available_providers", lambda: ("cpu",))
    with caplog.at_level(logging.WARNING):
        session = open_session(Model.BLENDSHAPES, provider="cuda")
    assert session.provider == "cpu"
    assert "does not offer it" in session.note
    assert "does not offer it" in caplog.text


def test_an_accelerator_that_agrees_is_used(accelerator):
    accelerator["error"] = 0.001
    session = open_session(Model.BLENDSHAPES, provider="cuda")
    assert (session.provider, session.note) == ("cuda", "")


@pytest.mark.parametrize("error", [0.05, float("nan"), float("inf")])
def test_an_accelerator_that_errs_is_not_used(accelerator, error):
    accelerator["error"] = error
    session = open_session(Model.BLENDSHAPES, provider="cuda")
    assert session.provider == "cpu"
    assert "computes something else" in session.note


def test_an_accelerator_that_fails_is_not_used(accelerator):
    accelerator["failure"] = RuntimeError("device lost")
    session = open_session(Model.BLENDSHAPES, provider="cuda")
    assert session.provider == "cpu"
    assert "RuntimeError" in session.note


def test_a_real_accelerator_agrees_if_there_is_one():
    names = available_providers()[1:]
    if not names:
        pytest.skip("this ONNX Runtime knows the processor only")
    assert isinstance(open_session(Model.YUNET, provider=names[0]), Session)


def test_loading_the_module_does_not_load_onnx_runtime():
    check = "import pipeline.runtime, sys; sys.exit('onnxruntime' in sys.modules)"
    subprocess.run([sys.executable, "-c", check], check=True)  # noqa: S603 (ourselves)
