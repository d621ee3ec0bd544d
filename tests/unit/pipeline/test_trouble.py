"""The first failure is kept."""

import logging

from pipeline.trouble import Trouble


def test_the_first_failure_stays_and_is_logged_once_without_its_words(caplog):
    trouble = Trouble()
    assert not trouble
    with caplog.at_level(logging.ERROR):
        trouble.note("The model /home/anna/models/face.onnx is gone.")
        trouble.note("Another one.")
    assert trouble
    assert trouble.sentence == "The model /home/anna/models/face.onnx is gone."
    assert len(caplog.records) == 1
    assert "anna" not in caplog.text
