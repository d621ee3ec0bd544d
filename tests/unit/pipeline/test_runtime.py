"""Models are opened, tried and, if an accelerator fails them, run on the processor."""

import logging
import subprocess
import sys

import numpy as np
import pytest

from pipeline import runtime
from pipeline.devices import PROCESSOR, Device, list_devices
from pipeline.errors import ModelError
from pipeline.runtime import open_session
from pipeline.trouble import Setbacks
from pipeline.weights import Model
from tests.accelerator import CARD

NETWORKS = [model for model in Model if model is not Model.FACE_GEOMETRY]


@pytest.fixture
def setbacks():
    return Setbacks()


@pytest.mark.parametrize("model", NETWORKS)
def test_every_network_opens_and_computes_finite_numbers(model):
    session = open_session(model)
    outputs = session.run(**session.sample())
    assert tuple(outputs) == session.outputs
    assert all(np.isfinite(one).all() for one in outputs.values())


def test_the_processor_is_the_rule():
    assert open_session(Model.BLENDSHAPES).device == PROCESSOR


def test_outputs_come_by_name():
    session = open_session(Model.YUNET)
    outputs = session.run(input=np.zeros((1, 3, 640, 640), np.float32))
    assert outputs["cls_8"].shape == (1, 6400, 1)
    assert outputs["kps_32"].shape == (1, 400, 10)


def test_what_is_no_network_is_refused():
    with pytest.raises(ModelError, match="cannot be opened"):
        open_session(Model.FACE_GEOMETRY)


@pytest.mark.parametrize("value", [float("nan"), 0.0])
def test_a_model_that_computes_nonsense_on_the_processor_is_refused(monkeypatch, value):
    compute = runtime.Session.run

    def broken(self, **inputs):
        answers = compute(self, **inputs)
        return {name: np.full_like(one, value) for name, one in answers.items()}

    monkeypatch.setattr(runtime.Session, "run", broken)
    with pytest.raises(ModelError, match="nonsense"):
        open_session(Model.BLENDSHAPES)


def test_a_card_that_agrees_is_used(accelerator, setbacks):
    accelerator.error = 0.001
    session = open_session(Model.BLENDSHAPES, device=CARD, setbacks=setbacks)
    assert session.device == CARD
    assert setbacks.sentences == ()


def test_rounding_of_outputs_that_are_next_to_nothing_is_no_fault():
    """YuNet's, on a card: 0.0000001 off is a hundredth of 0.00001."""
    truth = {"obj_8": np.full((1, 4), 1e-5, np.float32)}
    answer = {"obj_8": truth["obj_8"] + np.float32(1.4e-7)}
    assert runtime._difference(answer, truth) < runtime._TOLERANCE
    answer["obj_8"] += np.float32(1e-3)
    assert runtime._difference(answer, truth) > runtime._TOLERANCE


@pytest.mark.parametrize("error", [0.05, float("nan"), float("inf")])
def test_a_card_that_errs_is_not_used(accelerator, setbacks, caplog, error):
    accelerator.error = error
    with caplog.at_level(logging.WARNING):
        session = open_session(Model.BLENDSHAPES, device=CARD, setbacks=setbacks)
    assert session.device == PROCESSOR
    (sentence,) = setbacks.sentences
    assert "cuda (Fake card) computes something else" in sentence
    assert "engine.provider" in sentence
    assert "computes something else" in caplog.text


def test_a_card_that_fails_to_open_is_not_used(accelerator, setbacks):
    accelerator.opening = RuntimeError("no kernel image")
    session = open_session(Model.BLENDSHAPES, device=CARD, setbacks=setbacks)
    assert session.device == PROCESSOR
    assert "failed (RuntimeError)" in setbacks.sentences[0]


def test_a_provider_that_silently_does_not_start_is_noticed(accelerator, setbacks):
    accelerator.providers = ["CPUExecutionProvider"]
    session = open_session(Model.BLENDSHAPES, device=CARD, setbacks=setbacks)
    assert session.device == PROCESSOR
    assert "did not start" in setbacks.sentences[0]


@pytest.mark.parametrize(
    ("fault", "words"),
    [(RuntimeError("device lost"), "RuntimeError"), (float("nan"), "nonsense")],
)
def test_a_card_that_breaks_later_costs_no_answer(accelerator, setbacks, fault, words):
    session = open_session(Model.BLENDSHAPES, device=CARD, setbacks=setbacks)
    sample = session.sample()
    right = open_session(Model.BLENDSHAPES).run(**sample)
    if isinstance(fault, Exception):
        accelerator.running = fault
    else:
        accelerator.error = fault
    for _ in range(3):
        answer = session.run(**sample)
        for name, values in right.items():
            np.testing.assert_array_equal(answer[name], values)
    assert session.device == PROCESSOR
    (sentence,) = setbacks.sentences
    assert words in sentence
    assert "while it ran" in sentence
    accelerator.running, accelerator.error = None, 0.0
    session.run(**sample)
    assert session.device == PROCESSOR, "who failed once is not asked again"


def test_a_real_accelerator_agrees_if_there_is_one(setbacks):
    devices = list_devices()[1:]
    if not devices:
        pytest.skip("this computer has the processor only")
    open_session(Model.YUNET, device=devices[0], setbacks=setbacks)
    assert setbacks.sentences == ()


def test_other_providers_are_opened_with_their_options(monkeypatch):
    seen = {}

    def session(_path, options, providers):
        seen["providers"], seen["pattern"] = providers, options.enable_mem_pattern
        raise RuntimeError("not here")

    monkeypatch.setattr("onnxruntime.InferenceSession", session)
    device = Device("directml", "Arc", (("device_id", "1"),))
    with pytest.raises(ModelError, match=r"directml \(Arc\)"):
        runtime._open(Model.BLENDSHAPES, device, 1)
    assert seen["providers"][0] == ("DmlExecutionProvider", {"device_id": "1"})
    assert seen["providers"][1][0] == "CPUExecutionProvider"
    assert not seen["pattern"]


def test_loading_the_module_does_not_load_onnx_runtime():
    check = "import pipeline.runtime, sys; sys.exit('onnxruntime' in sys.modules)"
    subprocess.run([sys.executable, "-c", check], check=True)  # noqa: S603 (ourselves)
