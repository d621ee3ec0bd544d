"""What runs where is measured once, remembered, and never silent."""

import json
import os

import pytest

from pipeline.backends import open_engine
from pipeline.devices import PROCESSOR, Device
from pipeline.measured import Measured, MeasuredFile
from pipeline.measuring import measure_apart, measure_here
from pipeline.placement import Wish, choose_placement
from pipeline.swap.opening import open_networks
from tests.accelerator import CARD
from tests.face_networks import write_networks

AUTO = Wish()


class FakeMeasure:
    """Answers with what it is told, and counts."""

    def __init__(self, **answers):
        self.answers = {"cpu": Measured(5.0, 2000.0), **answers}
        self.asked = []

    def __call__(self, device, files, right, longest_s):
        self.asked.append(str(device))
        return self.answers.get(device.provider, Measured())


def test_with_a_processor_alone_nothing_is_measured(tmp_path):
    measure = FakeMeasure()
    placement = choose_placement(AUTO, None, tmp_path, measure=measure)
    assert (placement.light, placement.networks) == (PROCESSOR, PROCESSOR)
    assert placement.setbacks == ()
    assert measure.asked == []
    assert list(tmp_path.iterdir()) == []


def test_small_models_and_networks_are_placed_apart(accelerator, tmp_path):
    files = write_networks(tmp_path / "models")
    measure = FakeMeasure(cuda=Measured(7.0, 20.0))
    placement = choose_placement(AUTO, files, tmp_path, measure=measure)
    assert (placement.light, placement.networks) == (PROCESSOR, CARD)
    assert placement.setbacks == ()


def test_what_was_measured_is_remembered_until_something_changes(
    accelerator_for_networks, tmp_path, monkeypatch
):
    files = write_networks(tmp_path / "models")
    answer = open_networks(files).rehearse()
    measure = FakeMeasure(cpu=Measured(5.0, 9.0, "", answer), cuda=Measured(2.0, 3.0))

    def choose(**more):
        return choose_placement(AUTO, files, tmp_path, measure=measure, **more)

    first, second = choose(), choose()
    assert measure.asked == ["cpu", "cuda (Fake card)"]
    assert first.light == second.light == CARD
    assert (second.answer.identity == answer.identity).all()
    assert (second.answer.face_bgr == answer.face_bgr).all()
    choose(anew=True)
    assert len(measure.asked) == 4
    files.swapper.write_bytes(files.swapper.read_bytes() + b"\0")
    choose()
    assert len(measure.asked) == 6
    monkeypatch.setattr("onnxruntime.__version__", "9.9")
    choose()
    assert len(measure.asked) == 8


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"format": 1, "measured": 3}', '{"format": 1}', "null"]
)
def test_a_damaged_memory_costs_a_measurement(accelerator, tmp_path, content):
    measure = FakeMeasure(cuda=Measured(2.0))
    choose_placement(AUTO, None, tmp_path, measure=measure)
    (tmp_path / "measured.json").write_text(content)
    assert choose_placement(AUTO, None, tmp_path, measure=measure).light == CARD
    assert len(measure.asked) == 4
    assert json.loads((tmp_path / "measured.json").read_text())["measured"]


def test_entries_that_make_no_sense_count_as_missing(accelerator, tmp_path):
    file = MeasuredFile(tmp_path)
    key = file.key((PROCESSOR, CARD), None)
    file.keep(key, {"cpu": Measured(5.0)})
    kept = json.loads((tmp_path / "measured.json").read_text())
    kept["measured"][key]["cpu"]["light_ms"] = "soon"
    del kept["measured"][key]["cpu"]["failure"]
    (tmp_path / "measured.json").write_text(json.dumps(kept))
    assert MeasuredFile(tmp_path).find(key) is None


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_a_folder_that_cannot_be_written_costs_a_measurement(accelerator, tmp_path):
    (tmp_path / "file").touch()
    measure = FakeMeasure(cuda=Measured(2.0))
    placement = choose_placement(AUTO, None, tmp_path / "file", measure=measure)
    assert placement.light == CARD


def test_a_card_that_fails_is_told(accelerator, tmp_path):
    measure = FakeMeasure(cuda=Measured(failure="cuda went up in smoke."))
    placement = choose_placement(AUTO, None, tmp_path, measure=measure)
    assert placement.light == PROCESSOR
    assert placement.setbacks == ("cuda went up in smoke.",)
    assert open_engine("mesh", None, placement).setbacks.sentences == (
        "cuda went up in smoke.",
    )


def test_networks_that_fail_everywhere_are_no_cards_fault(accelerator, tmp_path):
    files = write_networks(tmp_path / "models", answer="nan")
    measure = FakeMeasure(cpu=Measured(5.0), cuda=Measured(2.0, failure="bad card"))
    placement = choose_placement(AUTO, files, tmp_path, measure=measure)
    assert placement.networks == PROCESSOR
    assert placement.setbacks == ()


def test_who_names_a_provider_gets_it_even_if_it_is_slower(accelerator, tmp_path):
    measure = FakeMeasure(cuda=Measured(70.0))
    placement = choose_placement(Wish("cuda"), None, tmp_path, measure=measure)
    assert placement.light == CARD
    assert choose_placement(Wish("cpu"), None, tmp_path).light == PROCESSOR


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        (Wish("coreml"), "coreml is not possible"),
        (Wish("cuda", "Radeon"), "no device 'Radeon'"),
        (Wish(device="Radeon"), "no device 'Radeon'"),
    ],
)
def test_what_is_not_there_is_told_with_what_is(accelerator, tmp_path, wish, words):
    placement = choose_placement(wish, None, tmp_path, measure=FakeMeasure())
    assert placement.light == PROCESSOR
    (sentence,) = placement.setbacks
    assert words in sentence
    assert "cpu, cuda (Fake card)" in sentence


def test_a_device_is_chosen_by_a_part_of_its_name(accelerator, tmp_path, monkeypatch):
    other = Device("cuda", "Other card", (("device_id", "1"),))
    devices = (PROCESSOR, CARD, other)
    monkeypatch.setattr("pipeline.placement.list_devices", lambda _engines: devices)
    measure = FakeMeasure(cuda=Measured(2.0))
    wish = Wish(device="oTHer")
    assert choose_placement(wish, None, tmp_path, measure=measure).light == other


def test_a_slow_card_is_measured_as_such(accelerator):
    accelerator.delay_s = 0.02
    slow = measure_here(CARD, None)
    assert slow.light_ms > 40
    assert not slow.failure


def test_networks_are_measured_too(accelerator_for_networks, tmp_path):
    files = write_networks(tmp_path)
    steps = []
    here = measure_here(PROCESSOR, files, tell=steps.append)
    assert steps[0].light_ms == here.light_ms
    assert steps[0].networks_ms is None
    assert here.networks_ms > 0
    there = measure_here(CARD, files, here.answer)
    assert there.networks_ms > 0
    assert there.answer is None
    accelerator_for_networks.error = float("nan")
    broken = measure_here(CARD, files, here.answer)
    assert (broken.light_ms, broken.networks_ms) == (None, None)
    assert "computes something else" in broken.failure


def test_a_process_of_its_own_measures_within_its_time():
    measured = measure_apart(PROCESSOR, None, None, 60.0)
    assert measured.light_ms > 0
    assert measured.failure == ""
    late = measure_apart(CARD, None, None, 0.0)
    assert late.light_ms is None
    assert "took too long" in late.failure


def test_a_driver_that_takes_its_process_along_is_survived(monkeypatch):
    # Called with arguments that it does not take, it ends without an answer.
    monkeypatch.setattr("pipeline.measuring._tell", os.abort)
    measured = measure_apart(CARD, None, None, 60.0)
    assert measured.light_ms is None
    assert "ended the program" in measured.failure
