"""Networks run as near as they compute to what was wanted, and say how near."""

import dataclasses

import pytest

from pipeline.devices import PROCESSOR
from pipeline.errors import ModelError, ModelMissingError
from pipeline.swap.nearest import open_nearest
from pipeline.swap.opening import open_networks
from pipeline.trouble import Setbacks
from tests.accelerator import CARD
from tests.face_networks import write_networks

BOTH = (CARD, PROCESSOR)


@pytest.fixture
def setbacks():
    return Setbacks()


@pytest.fixture
def half(tmp_path):
    """A swapper with 16 bits and one with 32 beside it."""
    exact = write_networks(tmp_path / "exact")
    files = write_networks(tmp_path / "half", half=True)
    return dataclasses.replace(files, exact=exact.swapper)


def test_a_card_that_computes_the_same_is_used(
    accelerator_for_networks, half, setbacks
):
    networks = open_nearest(half, BOTH, None, setbacks)
    assert networks.device == CARD
    assert networks.files.swapper == half.swapper
    assert setbacks.sentences == ()


def test_the_processors_answer_is_compared_with_where_it_is_known(
    accelerator_for_networks, half, setbacks
):
    right = open_networks(half).rehearse()
    assert open_nearest(half, BOTH, right, setbacks).device == CARD
    wrong = dataclasses.replace(right, face_bgr=255 - right.face_bgr)
    with pytest.raises(ModelError, match="something else"):
        open_networks(half, CARD, wrong)


@pytest.mark.parametrize("error", [float("nan"), -1.0, 0.5])
def test_sixteen_bits_that_fail_give_way_to_thirty_two(
    accelerator_for_networks, half, setbacks, error
):
    accelerator_for_networks.error = error
    accelerator_for_networks.half_only = True
    networks = open_nearest(half, BOTH, None, setbacks)
    assert networks.device == CARD
    assert networks.files.swapper == half.exact
    (sentence,) = setbacks.sentences
    assert "32 bits stands in on cuda (Fake card)" in sentence


@pytest.mark.parametrize("fault", ["nan", "opening", "running", "absent", "off"])
def test_a_card_that_fails_gives_way_to_the_processor(
    accelerator_for_networks, half, setbacks, fault
):
    card = accelerator_for_networks
    if fault == "nan":
        card.error = float("nan")
    elif fault == "off":
        card.error = 0.5
    elif fault == "absent":
        card.providers = ["CPUExecutionProvider"]
    else:
        setattr(card, fault, RuntimeError("CUDA error 999"))
    networks = open_nearest(half, BOTH, None, setbacks)
    assert networks.device == PROCESSOR
    assert networks.files.swapper == half.swapper
    (sentence,) = setbacks.sentences
    assert "the processor stands in" in sentence
    assert "engine.provider" in sentence


def test_what_computes_nowhere_is_the_files_fault(
    accelerator_for_networks, tmp_path, setbacks
):
    files = write_networks(tmp_path, answer="nan")
    with pytest.raises(ModelError, match="nonsense"):
        open_nearest(files, BOTH, None, setbacks)
    files.swapper.unlink()
    with pytest.raises(ModelMissingError):
        open_nearest(files, BOTH, None, setbacks)
    assert setbacks.sentences == ()
