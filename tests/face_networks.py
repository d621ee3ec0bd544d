"""Small models in InsightFace's shapes, which its own classes open and run.

They prove the wiring, never quality: the recogniser answers with random mixtures of a
coarse picture, the swapper tints the painted face by the identity it is given.
"""

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from pipeline.swap.network_files import NetworkFiles

NUMBERS = 64
"""How many describe a face."""

_SEED = 7


def write_networks(
    folder: Path, *, numbers: int = NUMBERS, half: bool = False, answer: str = "tint"
) -> NetworkFiles:
    """Write a folder for ``FaceAnalysis`` and a file for ``INSwapper``.

    Args:
        folder: Made if it is not there.
        numbers: That the swapper takes; the recogniser always gives ``NUMBERS``.
        half: Whether the swapper computes with 16 bits.
        answer: ``tint``; or ``nan`` or ``black`` for a swapper that is broken.
    """
    analysis = folder / "analysis"
    analysis.mkdir(parents=True, exist_ok=True)
    _save(_detector(), analysis / "det.onnx")
    _save(_recogniser(), analysis / "rec.onnx")
    swapper = folder / "swapper.onnx"
    _save(_swapper(numbers, half=half, answer=answer), swapper)
    return NetworkFiles(analysis, swapper)


def _save(graph: onnx.GraphProto, path: Path) -> None:
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)])
    model.ir_version = 8
    onnx.checker.check_model(model)
    onnx.save(model, str(path))


def _value(name, shape, kind=TensorProto.FLOAT):
    return helper.make_tensor_value_info(name, kind, shape)


def _detector() -> onnx.GraphProto:
    names = [
        f"{what}_{stride}" for what in ("score", "box", "kps") for stride in (8, 16, 32)
    ]
    nodes = [
        helper.make_node("GlobalAveragePool", ["input.1"], [name]) for name in names
    ]
    outputs = [_value(name, [1, 3, 1, 1]) for name in names]
    return helper.make_graph(
        nodes, "detector", [_value("input.1", [1, 3, 640, 640])], outputs
    )


def _recogniser() -> onnx.GraphProto:
    mixing = np.random.default_rng(_SEED).normal(size=(3 * 49, NUMBERS))
    nodes = [
        helper.make_node(
            "AveragePool", ["data"], ["coarse"], kernel_shape=[16, 16], strides=[16, 16]
        ),
        helper.make_node("Flatten", ["coarse"], ["flat"]),
        helper.make_node("MatMul", ["flat", "mixing"], ["fc1"]),
    ]
    return helper.make_graph(
        nodes,
        "recogniser",
        [_value("data", [1, 3, 112, 112])],
        [_value("fc1", [1, NUMBERS])],
        [numpy_helper.from_array(mixing.astype(np.float32), "mixing")],
    )


def _swapper(numbers: int, *, half: bool, answer: str) -> onnx.GraphProto:
    kind = TensorProto.FLOAT16 if half else TensorProto.FLOAT
    numpy_kind = np.float16 if half else np.float32
    random = np.random.default_rng(_SEED)
    arrays = {
        "tint": 2 * random.normal(size=(numbers, 3)),
        "shape": np.array([1, 3, 1, 1]),
        "part": np.array(0.35),
        "one": np.array(1.0),
        "broken": np.array(np.nan if answer == "nan" else 0.0),
        "emap": np.eye(numbers),
    }
    initializers = [
        numpy_helper.from_array(
            array.astype(np.int64 if name == "shape" else numpy_kind), name
        )
        for name, array in arrays.items()
    ]
    last = "Mul" if answer in ("nan", "black") else "Identity"
    nodes = [
        helper.make_node("MatMul", ["source", "tint"], ["colour"]),
        helper.make_node("Tanh", ["colour"], ["bounded"]),
        helper.make_node("Mul", ["bounded", "part"], ["faint"]),
        helper.make_node("Add", ["faint", "one"], ["factor"]),
        helper.make_node("Reshape", ["factor", "shape"], ["factors"]),
        helper.make_node("Mul", ["target", "factors"], ["tinted"]),
        helper.make_node(
            last, ["tinted"] if last == "Identity" else ["tinted", "broken"], ["output"]
        ),
    ]
    return helper.make_graph(
        nodes,
        "swapper",
        [
            _value("target", [1, 3, 128, 128], kind),
            _value("source", [1, numbers], kind),
        ],
        [_value("output", [1, 3, 128, 128], kind)],
        initializers,
    )
