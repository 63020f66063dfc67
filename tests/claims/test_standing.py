from whence.claims.standing import with_party
from whence.records import Absent, Alias, Known, Maybe, Party, Source, SourceKind, Span

ARMY = Party("norland-army", "Army of Norland", "west", (Alias("Norland Army", "en"),))


def ask(words: str) -> Maybe[Party]:
    """Know the army by its name and by those who speak for it."""
    return Known(ARMY) if "Norland" in words else Absent()


def source(text: str, *, kind: SourceKind = SourceKind.OFFICIAL) -> Source:
    return Source(kind, Span(0, len(text)), text)


def test_a_body_that_the_pack_knows_by_this_name_is_named() -> None:
    told = with_party(source("The Norland Army"), ask)
    assert told.party == Known("norland-army", ())
    assert told.named
    assert isinstance(told.name, Known)
    assert told.name.value == "Army of Norland"


def test_who_only_speaks_for_a_party_stays_unnamed() -> None:
    told = with_party(source("two officers of Norland"), ask)
    assert isinstance(told.party, Known)
    assert not told.named


def test_a_role_tells_the_party_of_a_name_that_does_not() -> None:
    told = with_party(
        Source(SourceKind.PERSON, Span(0, 4), "Orth", Known("Lena Orth"), Known("commander of the Norland Army")), ask
    )
    assert told.party == Known("norland-army", ())


def test_those_beside_have_their_own() -> None:
    told = with_party(Source(SourceKind.PERSON, None, "Orth", beside=(source("Norland officials"),)), ask)
    assert told.party == Absent()
    assert told.beside[0].party == Known("norland-army", ())
