from tests.factory import claim, reading, source
from whence.publish.marking import mark_paragraph, show_characters
from whence.publish.segments import cut_paragraphs
from whence.records import Reading

TEXT = "The mayor said <b> & “all” burned. The ferry is back."
mayor = source(TEXT, "The mayor", "official", named=True)


def marked(given: Reading) -> str:
    first, *_ = cut_paragraphs(given)
    return str(mark_paragraph(first, given, tuple("tip" for _ in given.claims)))


def test_a_passage_is_a_link_to_its_row_with_the_anchor_its_row_leads_back_to() -> None:
    html = marked(reading(TEXT, claim(TEXT, "“all” burned", chain=(mayor,))))
    anchor = '<span class="at" id="p1"></span>'
    link = '<a href="#c1" class="named number" title="tip" data-passage="1" data-last="1">“all” burned</a>'
    assert anchor + link in html


def test_a_source_leads_to_the_claim_it_stands_for() -> None:
    html = marked(reading(TEXT, claim(TEXT, "“all” burned", chain=(mayor,))))
    assert '<a href="#c1" class="source" title="tip" tabindex="-1" data-source="1">The mayor</a>' in html


def test_the_own_voice_is_marked_but_is_no_stop_for_the_tab_key() -> None:
    html = marked(reading(TEXT, claim(TEXT, "The ferry is back.")))
    assert 'class="own" title="tip" tabindex="-1"' in html


def test_text_outside_all_claims_is_escaped_and_left_alone() -> None:
    assert marked(reading(TEXT)) == "The mayor said &lt;b&gt; &amp; “all” burned. The ferry is back."


def test_a_hidden_character_is_named() -> None:
    assert show_characters("a\u202eb") == ('a<span class="hidden-character" title="U+202E RIGHT-TO-LEFT OVERRIDE">⟨U+202E⟩</span>b')
