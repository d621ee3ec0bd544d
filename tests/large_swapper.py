"""A swapper with layers as large as inswapper_128's, for timings; it paints noise.

Half a gigabyte of random weights: an encoder to 32 x 32, six residual blocks of 1024
channels whose style is the identity, a decoder back to 128 x 128.
"""

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

BLOCKS, WIDE = 6, 1024


class _Net:
    """Nodes and weights, put together from the input to the output."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []
        self._random = np.random.default_rng(7)
        self._count = 0

    def add(self, kind, inputs, **attributes) -> str:
        self._count += 1
        name = f"value{self._count}"
        self.nodes.append(helper.make_node(kind, inputs, [name], **attributes))
        return name

    def array(self, array, kind=np.float32) -> str:
        self._count += 1
        name = f"weight{self._count}"
        made = numpy_helper.from_array(np.asarray(array, dtype=kind), name)
        self.weights.append(made)
        return name

    def drawn(self, *shape: int) -> str:
        spread = np.float32(np.sqrt(2.0 / np.prod(shape[1:])))
        return self.array(spread * self._random.standard_normal(shape, np.float32))

    def conv(self, given, ins, outs, side, stride=1) -> str:
        pad = side // 2
        around = self.array([0, 0, pad, pad, 0, 0, pad, pad], np.int64)
        padded = self.add("Pad", [given, around], mode="reflect")
        weights = self.drawn(outs, ins, side, side)
        return self.add("Conv", [padded, weights], strides=[stride, stride])

    def styled(self, given, source, numbers) -> str:
        normal = self.add(
            "InstanceNormalization",
            [given, self.array(np.ones(WIDE)), self.array(np.zeros(WIDE))],
        )
        parts = [
            self.add(
                "Reshape",
                [
                    self.add("Gemm", [source, self.drawn(WIDE, numbers)], transB=1),
                    self.array([1, WIDE, 1, 1], np.int64),
                ],
            )
            for _ in range(2)
        ]
        return self.add("Add", [self.add("Mul", [normal, parts[0]]), parts[1]])

    def larger(self, given) -> str:
        none = self.array(np.zeros(0))
        scales = self.array([1, 1, 2, 2])
        return self.add("Resize", [given, none, scales], mode="linear")


def write_large_swapper(file: Path, numbers: int) -> None:
    """Write it for identities of so many numbers."""
    net = _Net()
    value = net.add("LeakyRelu", [net.conv("target", 3, 128, 7)])
    for ins, outs, stride in ((128, 256, 1), (256, 512, 2), (512, WIDE, 2)):
        value = net.add("LeakyRelu", [net.conv(value, ins, outs, 3, stride)])
    for _ in range(BLOCKS):
        first = net.styled(net.conv(value, WIDE, WIDE, 3), "source", numbers)
        second = net.conv(net.add("Relu", [first]), WIDE, WIDE, 3)
        value = net.add("Add", [value, net.styled(second, "source", numbers)])
    for ins, outs in ((WIDE, 512), (512, 256)):
        value = net.add("LeakyRelu", [net.conv(net.larger(value), ins, outs, 3)])
    value = net.add("LeakyRelu", [net.conv(value, 256, 128, 3)])
    small = net.add("Mul", [net.conv(value, 128, 3, 7), net.array(0.05)])
    wave, half = net.add("Tanh", [small]), net.array(0.5)
    last = net.add("Add", [net.add("Mul", [wave, half]), half])
    net.nodes.append(helper.make_node("Identity", [last], ["output"]))
    net.weights.append(
        numpy_helper.from_array(np.eye(numbers, dtype=np.float32), "emap")
    )
    shapes = {"target": [1, 3, 128, 128], "source": [1, numbers]}
    graph = helper.make_graph(
        net.nodes,
        "large swapper",
        [
            helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
            for name, shape in shapes.items()
        ],
        [helper.make_tensor_value_info("output", TensorProto.FLOAT, shapes["target"])],
        net.weights,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)])
    model.ir_version = 8
    onnx.save(model, str(file))
