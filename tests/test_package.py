"""What is installed is what lies in the tree, data files too."""

from importlib.metadata import metadata, requires
from importlib.resources import files
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "whence"
DATA = sorted(path.relative_to(SOURCE) for path in SOURCE.rglob("*") if path.is_file() and path.suffix not in {".py", ".pyc"})


@pytest.mark.parametrize("path", DATA, ids=str)
def test_a_data_file_is_installed_as_it_is(path: Path) -> None:
    installed = files("whence").joinpath(*path.parts)
    assert installed.is_file()
    assert installed.read_bytes() == (SOURCE / path).read_bytes()


def test_the_package_says_that_it_is_typed() -> None:
    assert Path("py.typed") in DATA


@pytest.mark.parametrize("kind", [".toml", ".json", ".onnx", ".html", ".j2", ".csv", ".geojson"])
def test_each_kind_of_data_is_there(kind: str) -> None:
    assert [path for path in DATA if path.suffix == kind]


def test_the_shipped_model_is_small_enough_to_carry() -> None:
    assert sum((SOURCE / path).stat().st_size for path in DATA) < 45_000_000


def test_training_is_not_needed_to_read() -> None:
    plain = [requirement for requirement in requires("whence") or [] if "extra ==" not in requirement]
    assert plain
    assert [requirement for requirement in plain if requirement.startswith(("torch", "transformers", "pandas"))] == []
    assert metadata("whence")["License-Expression"] == "Apache-2.0"
