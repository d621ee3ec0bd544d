"""A Python package of nothing but files, as it is installed."""

from importlib.metadata import PathDistribution
from pathlib import Path


def a_package(place: Path, name: str, **files: str) -> PathDistribution:
    """Install a package of nothing but files."""
    info = place / f"{name}-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Name: {name}\nVersion: 1.0\nLicense: MIT\n")
    names = [f"{info.name}/METADATA"]
    for file, text in files.items():
        path = place / file.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        names.append(path.relative_to(place).as_posix())
    (info / "RECORD").write_text("".join(f"{one},,\n" for one in names))
    return PathDistribution(info)
