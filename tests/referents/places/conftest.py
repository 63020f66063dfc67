from collections.abc import Iterator

import pytest

from tests.referents.places.world import write_world
from whence.referents.gazetteer import Gazetteer, open_gazetteer


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    """The small world, opened once."""
    path = tmp_path_factory.mktemp("places") / "world.sqlite"
    write_world(path)
    gazetteer = open_gazetteer(path)
    yield gazetteer
    gazetteer.close()
