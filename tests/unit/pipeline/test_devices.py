"""Devices have names, and those that are called the same are numbered."""

import ctypes
from types import SimpleNamespace

import pytest

from pipeline import devices
from pipeline.devices import PROCESSOR, Device, available_providers, list_devices


@pytest.fixture
def offers(monkeypatch):
    """Lets ONNX Runtime offer other providers."""

    def offer(*names):
        known = [*names, "CPUExecutionProvider"]
        monkeypatch.setattr("onnxruntime.get_available_providers", lambda: known)

    return offer


def test_the_processor_is_always_there_and_first():
    assert available_providers()[0] == "cpu"
    assert list_devices()[0] == PROCESSOR


class FakeCuda:
    """The driver's library, with some cards."""

    def __init__(self, *names, fault=0):
        self.names, self.fault = names, fault

    def cuInit(self, _flags):  # noqa: N802 (NVIDIA's names)
        return self.fault

    def cuDeviceGetCount(self, count):  # noqa: N802 (NVIDIA's names)
        count._obj.value = len(self.names)
        return 0

    def cuDeviceGet(self, device, number):  # noqa: N802 (NVIDIA's names)
        device._obj.value = number
        return 0

    def cuDeviceGetName(self, name, _length, device):  # noqa: N802 (NVIDIA's names)
        name.value = self.names[device.value].encode()
        return 0


def test_cards_of_nvidia_are_named_and_numbered_as_cuda_does(offers, monkeypatch):
    offers("TensorrtExecutionProvider", "CUDAExecutionProvider")
    cuda = FakeCuda("RTX 4000", "T400", "T400")
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: cuda)
    found = list_devices()
    assert [str(one) for one in found[:4]] == [
        "cpu",
        "cuda (RTX 4000)",
        "cuda (T400 1)",
        "cuda (T400 2)",
    ]
    assert dict(found[3].options)["device_id"] == "2"
    assert found[4].provider == "tensorrt"


def test_tensorrt_keeps_what_it_built(offers, monkeypatch, tmp_path):
    offers("TensorrtExecutionProvider")
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: FakeCuda("RTX 4000"))
    options = dict(list_devices(tmp_path)[1].options)
    assert options["trt_engine_cache_path"] == str(tmp_path)


@pytest.mark.parametrize("cuda", [None, FakeCuda("RTX", fault=100), FakeCuda()])
def test_without_a_card_or_its_driver_there_is_no_cuda(offers, monkeypatch, cuda):
    offers("CUDAExecutionProvider")

    def load(_name):
        if cuda is None:
            raise OSError("no such library")
        return cuda

    monkeypatch.setattr(ctypes, "CDLL", load)
    assert list_devices() == (PROCESSOR,)


def test_directml_is_told_which_adapter(offers, monkeypatch):
    offers("DmlExecutionProvider")

    def adapter(name, number, provider="DmlExecutionProvider"):
        facts = {"Description": name, "DxgiAdapterNumber": number}
        device = SimpleNamespace(metadata=facts)
        return SimpleNamespace(ep_name=provider, device=device)

    adapters = [
        adapter("", "", "CPUExecutionProvider"),
        adapter("Intel Arc", "1"),
        adapter("Radeon", "0"),
        adapter("Radeon", "0"),
        adapter("an NPU", ""),
    ]
    monkeypatch.setattr("onnxruntime.get_ep_devices", lambda: adapters)
    assert list_devices()[1:] == (
        Device("directml", "Intel Arc", (("device_id", "1"),)),
        Device("directml", "Radeon", (("device_id", "0"),)),
    )


def test_openvino_and_coreml(offers, monkeypatch):
    from onnxruntime.capi import _pybind_state

    offers("OpenVINOExecutionProvider", "CoreMLExecutionProvider")
    name = "get_available_openvino_device_ids"
    monkeypatch.setattr(_pybind_state, name, lambda: ["CPU", "GPU.0"], raising=False)
    assert [str(one) for one in devices.list_devices()[1:]] == [
        "coreml",
        "openvino (CPU)",
        "openvino (GPU.0)",
    ]
    monkeypatch.delattr(_pybind_state, name)
    assert [str(one) for one in list_devices()] == ["cpu", "coreml"]
