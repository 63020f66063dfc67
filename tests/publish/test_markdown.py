from markdown_it import MarkdownIt

from tests.factory import claim, reading, report, source
from tests.publish.dravik import dravik
from tests.publish.halm import halm, toponym
from tests.publish.hostile import hostile
from tests.publish.kolm import kolm
from whence.publish.chains import group_claims
from whence.publish.markdown import escape, to_markdown
from whence.records import PlaceFlag, Reason, TimeExpression, TimeKind, Undetermined

PARSER = MarkdownIt("commonmark", {"linkify": False}).enable("table")
HOSTILE = (
    "a | b [x](https://evil.example) ![y](z) <script>1</script> `c` *d* _e_ # f "
    "https://evil.example www.evil.example @team $x$ \\| ~~g~~"
)


def kinds(markdown: str) -> set[str]:
    return {token.type for top in PARSER.parse(markdown) for token in (top, *(top.children or ()))}


def test_every_claim_is_a_row_of_a_table() -> None:
    rows = [token for token in PARSER.parse(to_markdown(dravik())) if token.type == "tr_open"]
    sources = len(group_claims(dravik().claims))
    assert len(rows) == 1 + 20 + 1 + sources


def test_claims_stand_under_their_event_and_the_rest_under_what_it_is() -> None:
    sheet = to_markdown(kolm())
    heads = (
        "### Withdrawal — garrison and the last vehicles — Nokia (written “Nokai”) — 3 May 2031 18:00 to 4 May 2031 06:00",
        "4 claims, denied by Turku government.",
        "| ¶1 28–65 | The garrison has withdrawn from Nokai | report ← Orlin Gazette ← a confidential assessment",
        "### Shelling",
        "Background.",
        "## Other statements",
        "## Speculation",
        "; possible: “could” |",
        "## Assessments",
        "## On whose word",
        "| Ilse Marn | official, Colonel, named | 2 | ¶2 |",
    )
    assert [sheet.index(head) for head in heads] == sorted(sheet.index(head) for head in heads)


def test_report_text_makes_no_markdown() -> None:
    bad = source(HOSTILE, HOSTILE, "official", name=HOSTILE, unnamed_because=HOSTILE)
    plain = to_markdown(reading(report("x", headline="x", outlet="x", url="x"), claim("x", "x", chain=(source("x", "x"),))))
    attacked = reading(report(HOSTILE, headline=HOSTILE, outlet=HOSTILE, url=HOSTILE), claim(HOSTILE, HOSTILE, chain=(bad,)))
    assert kinds(to_markdown(attacked)) == kinds(plain)
    cells = [token for token in PARSER.parse(to_markdown(attacked)) if token.type == "td_open"]
    assert len(cells) == 4 + 4


def test_no_part_of_a_reading_makes_markdown() -> None:
    sheet = to_markdown(hostile())
    assert not kinds(sheet) & {"link_open", "image", "html_inline", "html_block", "code_inline", "em_open"}
    assert "\u202e" not in sheet


def test_escaped_text_reads_as_it_was() -> None:
    (_, inline, _) = PARSER.parse(escape(HOSTILE))
    assert "".join(child.content for child in inline.children or ()) == HOSTILE


def test_findings_are_listed_with_their_positions() -> None:
    assert "- **high** The images are described, not shown. (evidence-once; ¶4 730–746)" in to_markdown(dravik())


def test_places_and_times_have_their_sections() -> None:
    sheet = to_markdown(halm())
    assert sheet.index("## Places") < sheet.index("- **garbled** written “Nokai” ×2 → best reading Nokia") < sheet.index("## Times")
    assert "| “Ulvenholm” | unknown |  |" in sheet
    assert "| “Sunday” | Sunday 4 May 2031 | to the day |" in sheet
    assert "## Places" not in to_markdown(dravik())


def test_names_and_reasons_make_no_markdown() -> None:
    why = (Reason(HOSTILE, HOSTILE),)
    places = (
        toponym("https://evil.example", Undetermined(why), text=HOSTILE),
        toponym("a | b", Undetermined(why), PlaceFlag.GARBLED, text=HOSTILE, because=why),
    )
    times = (TimeExpression(places[0].span, HOSTILE, TimeKind.DATE, Undetermined(why)),)
    found = kinds(to_markdown(reading(report(HOSTILE, headline="x"), places=places, times=times)))
    assert not found & {"link_open", "image", "html_inline", "html_block", "code_inline", "em_open"}
