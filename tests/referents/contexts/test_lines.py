import tomllib
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from whence.referents.contexts.lines import Path, scan

TEXT = '''\
# a [table] in a comment = 1
name = "a = b # no comment"
"quoted key" = 'x'

[one]
list = [
    "a", # ] in a comment
    "b]",
]
long = """
[not.a.table]
key = 1
"""
dotted.deep.key = { in = "line", out = [1, 2] }

[[many]]
id = 1
[[many.inner]]
id = 2
[many.table]
id = 3
[[many]]
id = 4
[[many.inner]]
id = 5
'''


def test_every_key_and_table_has_its_line() -> None:
    stretches = scan(TEXT).stretches
    assert stretches["name",] == (2, 2)
    assert stretches["quoted key",] == (3, 3)
    assert stretches["one",] == (5, 5)
    assert stretches["one", "list"] == (6, 9)
    assert stretches["one", "long"] == (10, 13)
    assert stretches["one", "dotted", "deep", "key"] == (14, 14)
    assert stretches["many", 0, "inner", 0, "id"] == (19, 19)
    assert stretches["many", 0, "table", "id"] == (21, 21)
    assert stretches["many", 1, "id"] == (23, 23)
    assert stretches["many", 1, "inner", 0, "id"] == (25, 25)
    assert ("not", "a", "table") not in stretches


def test_what_is_not_there_stands_at_the_nearest_table() -> None:
    assert scan(TEXT).line_of(("many", 1, "name")) == 22
    assert scan(TEXT).line_of(("nowhere",)) == 1


def test_a_text_within_a_list_has_its_own_line() -> None:
    assert scan(TEXT).line_of(("one", "list"), holding="b]") == 8


def ways(value: Any, path: Path = ()) -> set[Path]:
    if isinstance(value, dict):
        return {path} | {way for key, each in value.items() for way in ways(each, (*path, key))}
    return {path}


@given(
    st.dictionaries(
        st.from_regex(r"[a-z]{1,5}", fullmatch=True), st.one_of(st.integers(), st.text("ab]\"'[#=\n\\"), st.lists(st.text("a]#'")))
    )
)
def test_keys_are_found_whatever_their_values_hold(table: dict[str, Any]) -> None:
    def write(value: object) -> str:
        if isinstance(value, list):
            return "[\n" + "".join(f"  {write(each)}, # ]\n" for each in value) + "]"
        escaped = str(value).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        return f'"{escaped}"' if isinstance(value, str) else str(value)

    text = "".join(f"{key} = {write(value)}\n" for key, value in table.items())
    assert tomllib.loads(text) == table
    assert set(scan(text).stretches) == ways(table) - {()}
