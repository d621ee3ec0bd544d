"""What the demo visitor costs: she must leave the engine its time."""

import time
from collections.abc import Iterator

import cv2
import pytest

from pipeline.sources.demo import FPS, DemoVisitor

pytestmark = pytest.mark.bench

FRAMES = 600
"""Twenty seconds at her own pace, as only what moves is drawn anew."""
WANTED_MS = 12.0


@pytest.fixture
def one_core() -> Iterator[None]:
    threads = cv2.getNumThreads()
    cv2.setNumThreads(1)
    yield
    cv2.setNumThreads(threads)


@pytest.mark.usefixtures("one_core")
def test_a_frame_costs_little_of_one_core(record_property):
    visitor = DemoVisitor()
    visitor.frame_at(0.0)
    began_s = time.process_time()
    for k in range(FRAMES):
        visitor.frame_at(k / FPS)
    cost_ms = (time.process_time() - began_s) * 1000.0 / FRAMES
    record_property("ms_a_frame", cost_ms)
    assert cost_ms < WANTED_MS
