import re
from pathlib import Path

import pytest

from tests.referents.contexts.packs import saved
from whence.referents.contexts import validate_context
from whence.referents.contexts.schema import HOLDER, LAYER, OFFICE, OUTLET, PACK, PARTY, PLACE, THEATRE, Key

PAGE = Path(__file__).parents[3] / "docs" / "how-to" / "write-a-context.md"


def example() -> str:
    (block,) = re.findall(r"^```toml\n(.*?)^```", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    return str(block)


def test_the_manuals_example_is_a_good_pack(tmp_path: Path) -> None:
    (tmp_path / "ground.geojson").write_text("{}", encoding="utf-8")
    assert validate_context(saved(tmp_path, example())) == ()


@pytest.mark.parametrize("keys", [PACK, THEATRE, PARTY, OFFICE, HOLDER, OUTLET, PLACE, LAYER])
def test_the_manuals_example_has_every_key(keys: dict[str, Key]) -> None:
    assert [key for key in keys if not re.search(rf"^\[*(?:offices\.)?{key}\b", example(), flags=re.MULTILINE)] == []
