"""Whom a pronoun means."""

from __future__ import annotations

import pytest

from tests.claims.docs import ground
from tests.claims.sentences import TWO_MEN
from whence.claims.cast import Mention

LAST_SPEAKER = """
Ivo Ivo PROPN NNP 3 nsubj PER
Renner Renner PROPN NNP 1 flat PER
met meet VERB VBD 0 root
Olaf Olaf PROPN NNP 3 obj PER
Brandt Brandt PROPN NNP 4 flat PER
. . PUNCT . 3 punct

Brandt Brandt PROPN NNP 2 nsubj PER
said say VERB VBD 0 root
the the DET DT 4 det
road road NOUN NN 6 nsubj
was be AUX VBD 6 cop
open open ADJ JJ 2 ccomp
. . PUNCT . 2 punct

He he PRON PRP 2 nsubj
said say VERB VBD 0 root
the the DET DT 4 det
bridge bridge NOUN NN 6 nsubj
was be AUX VBD 6 cop
safe safe ADJ JJ 2 ccomp
. . PUNCT . 2 punct
"""

PLACE = """
Halden Halden PROPN NNP 3 nsubj LOC
was be AUX VBD 3 cop
quiet quiet ADJ JJ 0 root
on on ADP IN 5 case
Monday Monday PROPN NNP 3 obl
. . PUNCT . 3 punct

He he PRON PRP 2 nsubj
said say VERB VBD 0 root
the the DET DT 4 det
road road NOUN NN 6 nsubj
was be AUX VBD 6 cop
open open ADJ JJ 2 ccomp
. . PUNCT . 2 punct
"""

SAME_CLAUSE = """
Ivo Ivo PROPN NNP 3 nsubj PER
Renner Renner PROPN NNP 1 flat PER
left leave VERB VBD 0 root
on on ADP IN 5 case
Monday Monday PROPN NNP 3 obl
. . PUNCT . 3 punct

Olaf Olaf PROPN NNP 3 nsubj PER
Brandt Brandt PROPN NNP 1 flat PER
said say VERB VBD 0 root
he he PRON PRP 6 nsubj
was be AUX VBD 6 cop
tired tire ADJ JJ 3 ccomp
. . PUNCT . 3 punct

Olaf Olaf PROPN NNP 3 nsubj PER
Brandt Brandt PROPN NNP 1 flat PER
saw see VERB VBD 0 root
him he PRON PRP 3 obj
. . PUNCT . 3 punct
"""

FAR = """
Ivo Ivo PROPN NNP 3 nsubj PER
Renner Renner PROPN NNP 1 flat PER
left leave VERB VBD 0 root
on on ADP IN 5 case
Monday Monday PROPN NNP 3 obl
. . PUNCT . 3 punct

The the DET DT 2 det
road road NOUN NN 4 nsubj
was be AUX VBD 4 cop
open open ADJ JJ 0 root
. . PUNCT . 4 punct

The the DET DT 2 det
bridge bridge NOUN NN 4 nsubj
was be AUX VBD 4 cop
wet wet ADJ JJ 0 root
. . PUNCT . 4 punct

The the DET DT 2 det
dam dam NOUN NN 4 nsubj
was be AUX VBD 4 cop
dry dry ADJ JJ 0 root
. . PUNCT . 4 punct

He he PRON PRP 2 nsubj
said say VERB VBD 0 root
the the DET DT 4 det
town town NOUN NN 6 nsubj
was be AUX VBD 6 cop
quiet quiet ADJ JJ 2 ccomp
. . PUNCT . 2 punct
"""

IN_QUOTES = """
Olaf Olaf PROPN NNP 3 nsubj PER
Brandt Brandt PROPN NNP 1 flat PER
left leave VERB VBD 0 root
. . PUNCT . 3 punct

Ivo Ivo PROPN NNP 3 nsubj PER
Renner Renner PROPN NNP 1 flat PER
said say VERB VBD 0 root
: : PUNCT : 7 punct
“ “ PUNCT `` 7 punct
He he PRON PRP 7 nsubj
left leave VERB VBD 3 ccomp
too too ADV RB 9 advmod
early early ADV RB 7 advmod
. . PUNCT . 7 punct
” ” PUNCT '' 7 punct
"""

RENNER_LEFT = """
Ivo Ivo PROPN NNP 3 nsubj PER
Renner Renner PROPN NNP 1 flat PER
left leave VERB VBD 0 root
. . PUNCT . 3 punct
"""

HE_SAID = """
He he PRON PRP 2 nsubj
said say VERB VBD 0 root
the the DET DT 4 det
road road NOUN NN 6 nsubj
was be AUX VBD 6 cop
open open ADJ JJ 2 ccomp
. . PUNCT . 2 punct
"""

NEWS_OF_BRANDT = """
Since since SCONJ IN 5 mark
news news NOUN NN 5 nsubj
of of ADP IN 4 case
Brandt Brandt PROPN NNP 2 nmod PER
came come VERB VBD 8 advcl
, , PUNCT , 5 punct
he he PRON PRP 8 nsubj
smiled smile VERB VBD 0 root
. . PUNCT . 8 punct
"""

TOLD_AND_UNKNOWN = """
“ “ PUNCT `` 3 punct
We we PRON PRP 3 nsubj
left leave VERB VBD 7 ccomp
early early ADV RB 3 advmod
, , PUNCT , 3 punct
” ” PUNCT '' 3 punct
said say VERB VBD 0 root
Ilse Ilse PROPN NNP 7 nsubj PER
Marn Marn PROPN NNP 8 flat PER
, , PUNCT , 11 punct
spokeswoman spokeswoman NOUN NN 8 appos
for for ADP IN 14 case
the the DET DT 14 det
army army NOUN NN 11 nmod
, , PUNCT , 20 punct
when when ADV WRB 20 advmod
Toma Toma PROPN NNP 20 nsubj PER
Reyk Reyk PROPN NNP 17 flat PER
had have AUX VBD 20 aux
gone go VERB VBN 7 advcl
. . PUNCT . 7 punct

She she PRON PRP 2 nsubj
said say VERB VBD 0 root
the the DET DT 4 det
bridge bridge NOUN NN 6 nsubj
was be AUX VBD 6 cop
gone go VERB VBN 2 ccomp
. . PUNCT . 2 punct
"""

THEY = """
Two two NUM CD 2 nummod
officials official NOUN NNS 3 nsubj
left leave VERB VBD 0 root
on on ADP IN 5 case
Monday Monday PROPN NNP 3 obl
. . PUNCT . 3 punct

They they PRON PRP 2 nsubj
said say VERB VBD 0 root
the the DET DT 4 det
road road NOUN NN 6 nsubj
was be AUX VBD 6 cop
open open ADJ JJ 2 ccomp
. . PUNCT . 2 punct

Their their PRON PRP$ 2 nmod:poss
cars car NOUN NNS 4 nsubj
were be AUX VBD 4 cop
old old ADJ JJ 0 root
. . PUNCT . 4 punct
"""

IT = """
The the DET DT 2 det
ministry ministry NOUN NN 3 nsubj
met meet VERB VBD 0 root
on on ADP IN 5 case
Monday Monday PROPN NNP 3 obl
. . PUNCT . 3 punct

It it PRON PRP 2 nsubj
said say VERB VBD 0 root
the the DET DT 4 det
road road NOUN NN 6 nsubj
was be AUX VBD 6 cop
open open ADJ JJ 2 ccomp
. . PUNCT . 2 punct

It it PRON PRP 3 nsubj
was be AUX VBD 3 cop
late late ADJ JJ 0 root
. . PUNCT . 3 punct
"""


def mentions(notation: str, word: str) -> list[Mention | None]:
    """Return the mention that each `word` makes, None where it was not looked at."""
    base, _ = ground(notation)
    return [base.cast.mentions.get(token.i) for token in base.doc if token.lower_ == word]


def meant(notation: str, word: str) -> list[str | None]:
    found = mentions(notation, word)
    return [mention.figure.name if mention is not None and mention.figure is not None else None for mention in found]


def test_last_speaker_and_subject_is_meant() -> None:
    assert meant(LAST_SPEAKER, "he") == ["Olaf Brandt"]


def test_two_who_fit_alike_leave_it_undetermined() -> None:
    (mention,) = mentions(TWO_MEN, "he")
    assert mention is not None
    assert mention.figure is None
    assert {figure.name for figure in mention.candidates} == {"Ivo Renner", "Olaf Brandt"}


def test_place_is_never_meant() -> None:
    assert meant(PLACE, "he") == [None]


def test_plain_pronoun_is_not_the_other_noun_of_its_clause() -> None:
    assert meant(SAME_CLAUSE, "him") == ["Ivo Renner"]


def test_far_mention_is_out_of_reach() -> None:
    assert meant(FAR, "he") == [None]


def test_who_speaks_a_quotation_means_another_in_it() -> None:
    assert meant(IN_QUOTES, "he") == ["Olaf Brandt"]


def test_gender_that_a_noun_tells_beats_a_name_that_tells_none() -> None:
    assert meant(TOLD_AND_UNKNOWN, "she") == ["Ilse Marn"]
    assert meant(TOLD_AND_UNKNOWN.replace("spokeswoman", "spokesperson"), "she") == [None]


def test_man_is_not_meant_by_she() -> None:
    assert meant(TOLD_AND_UNKNOWN.replace("spokeswoman", "spokesman"), "she") != ["Ilse Marn"]


def test_gender_inferred_from_a_pronoun_gives_no_lead() -> None:
    brandt_left = RENNER_LEFT.replace("Ivo", "Olaf").replace("Renner", "Brandt")
    assert meant(f"{RENNER_LEFT}\n{HE_SAID}\n{brandt_left}\n{HE_SAID}", "he") == ["Ivo Renner", "Olaf Brandt"]


def test_who_spoke_last_leads_one_who_was_only_mentioned() -> None:
    spoke = HE_SAID.replace("He he PRON PRP 2 nsubj", "Renner Renner PROPN NNP 2 nsubj PER")
    assert meant(f"{spoke}\n{NEWS_OF_BRANDT}", "he") == ["Renner"]
    assert meant(f"{RENNER_LEFT}\n{NEWS_OF_BRANDT}", "he") == [None]


@pytest.mark.parametrize(
    ("notation", "word", "names"),
    [(THEY, "they", ["Two officials"]), (THEY, "their", [None]), (IT, "it", ["ministry", None])],
)
def test_they_and_it_are_followed_where_they_speak(notation: str, word: str, names: list[str | None]) -> None:
    assert meant(notation, word) == names


def test_every_pronoun_that_is_followed_has_its_reason() -> None:
    (mention,) = mentions(LAST_SPEAKER, "he")
    assert mention is not None
    assert "agrees with Olaf Brandt" in mention.because[0].detail
