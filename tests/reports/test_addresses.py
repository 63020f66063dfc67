"""Which addresses may be fetched."""

from __future__ import annotations

import ipaddress

import pytest

from whence.errors import AddressRefused, FetchFailed
from whence.reports.addresses import check_address, resolve, why_private


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1",
        "127.9.9.9",
        "0.0.0.0",  # noqa: S104 - not bound to
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "100.100.100.200",
        "168.63.129.16",
        "192.0.0.192",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fd00:ec2::254",
        "ff02::1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "64:ff9b::7f00:1",
        "64:ff9b:1::a00:1",
        "2002:7f00:1::",
        "2002:a9fe:a9fe::1",
        "::127.0.0.1",
        "2001:db8::1",
        "2001:db8::5efe:a00:1",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    ],
)
def test_numbers_of_no_public_network(number: str) -> None:
    assert why_private(ipaddress.ip_address(number)) is not None


@pytest.mark.parametrize(
    "number", ["1.1.1.1", "93.184.215.14", "172.32.0.1", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101", "2002:101:101::"]
)
def test_public_numbers(number: str) -> None:
    assert why_private(ipaddress.ip_address(number)) is None


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "::1"])
def test_other_ways_of_writing_the_machine_itself(host: str) -> None:
    with pytest.raises(AddressRefused, match=r"the machine itself.*\[W120\]"):
        resolve(host, 80, shown="http://x/", allow_private=False, timeout_s=5)


def test_the_option_lets_them_through() -> None:
    assert resolve("127.0.0.1", 80, shown="http://x/", allow_private=True, timeout_s=5) == "127.0.0.1"


def test_a_name_that_nobody_has() -> None:
    with pytest.raises(FetchFailed, match=r"no host nobody\.invalid found"):
        resolve("nobody.invalid", 80, shown="http://x/", allow_private=False, timeout_s=10)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://there.example/",
        "//there.example/",
        "http:///path",
        "https://me:secret@there.example/",
        "http://me@there.example/",
        "http://there.example:99999/",
        "http://[::1",
        "http://there.example/a b",
        "http://there.example/\r\nX: y",
        "http://@there.example/",
        "http://" + "a" * 9000,
    ],
)
def test_what_is_not_asked_for(url: str) -> None:
    with pytest.raises(AddressRefused) as caught:
        check_address(url)
    assert "secret" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_parts_of_an_address() -> None:
    assert check_address("https://There.Example/a?b#c") == ("https", "there.example", 443)
    assert check_address("http://[2606:4700::1111]:8080/") == ("http", "2606:4700::1111", 8080)
