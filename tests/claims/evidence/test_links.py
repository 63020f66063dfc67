import pytest

from whence.claims.evidence.links import host_of, links_of, platform_links


@pytest.mark.parametrize(
    ("name", "address", "belongs"),
    [
        ("The Halm Gazette", "https://www.halmgazette.example/2031/memo", True),
        ("The Halm Gazette", "https://www.thehalmgazette.example/", True),
        ("The Halm Gazette", "https://news.hgazette.example/", True),
        ("Halm Press Agency", "https://hpa.example/", True),
        ("Halm Press", "https://hpnews.example/", True),
        ("BNW", "https://www.bnw.co.example/a", True),
        ("Institute for the Study of Halm", "https://halm-institute.example/", False),
        ("The Halm Gazette", "https://example.org/halmgazette", False),
        ("The Halm Gazette", "https://gazette.example/", False),
        ("The Halm Gazette", "https://halmgazette.example/share?u=1", False),
        ("The", "https://the.example/", True),
        ("", "https://example.org/", False),
        ("Halm", "mailto:halm@example.org", False),
        ("Halm", "https://[halm/", False),
    ],
)
def test_a_host_belongs_to_a_name_that_it_writes(name: str, address: str, *, belongs: bool) -> None:
    assert bool(links_of(name, (address,))) is belongs


def test_a_platform_is_known_by_its_hosts() -> None:
    addresses = ("https://t.me/halm/1", "https://not-t.me/halm", "https://t.me/share/url?url=x", "https://m.youtube.com/watch?v=1")
    assert platform_links("Telegram", addresses) == addresses[:1]
    assert platform_links("youtube", addresses) == addresses[3:]
    assert platform_links("elsewhere", addresses) == ()


def test_the_host_of_an_address() -> None:
    assert host_of("https://www.Halm.example:8000/a") == "halm.example"
    assert host_of("no address") == ""
