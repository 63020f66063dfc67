"""Bytes → text: by the caller's word, a byte-order mark, UTF-8 where the bytes are valid UTF-8, then what server and page declare.

Valid UTF-8 goes before a declaration because it is hardly ever an accident, and servers declare Latin-1 by default.

A page with a declared encoding may hold a few broken bytes in its advertisements: those become U+FFFD and `broken` says so, and
the page's reader refuses them when they stand in the story. Everything else is decoded strictly.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from whence.errors import Undecodable

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))

# Encodings that pages are written in, by Python's names; others (utf-7, base64, zip) are no text or an attack.
# fmt: off
_KNOWN = frozenset({
    "utf-8", "utf-16", "utf-16-le", "utf-16-be", "cp866", "cp874", "cp932", "cp949", "cp1250", "cp1251", "cp1252", "cp1253",
    "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "iso8859-2", "iso8859-3", "iso8859-4", "iso8859-5", "iso8859-6", "iso8859-7",
    "iso8859-8", "iso8859-9", "iso8859-10", "iso8859-11", "iso8859-13", "iso8859-14", "iso8859-15", "iso8859-16", "koi8-r",
    "koi8-u", "mac-cyrillic", "mac-roman",
    "gbk", "gb18030", "big5", "big5hkscs", "euc_jp", "shift_jis", "iso2022_jp", "euc_kr", "tis-620",
})
# The web's labels mean their Windows supersets (WHATWG Encoding Standard).
_SUPERSETS = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874", "gb2312": "gb18030",
    "gbk": "gb18030", "euc_kr": "cp949", "shift_jis": "cp932", "utf-16": "utf-16-le",
}
# fmt: on
# Encodings whose bytes may be valid ASCII and mean something else.
_ASCII_BYTES = frozenset({"iso2022_jp", "utf-16-le", "utf-16-be"})
# A page's own declaration stands in its first kilobytes; the standard says 1,024 bytes, real pages are later.
_DECLARATION_BYTES = 8192
_META = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.+-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_:.+-]{2,40})", re.IGNORECASE)
# More broken bytes than one in so many: the declaration is wrong, not an advertisement.
_BROKEN_SHARE = 500


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and the encoding it was read with; `broken` where single bytes were not text and stand as U+FFFD."""

    text: str
    encoding: str
    broken: bool = False


def decode(data: bytes, *, origin: str, encoding: str | None = None, charset: str | None = None, markup: bool = False) -> Decoded:
    """Return the text of `data`. `encoding` is the caller's word, `charset` the server's, `markup` lets a page speak for itself.

    Raises:
        Undecodable: if none of them fits.
    """
    if encoding is not None:
        codec = _codec(encoding)
        if codec is None:
            raise Undecodable(origin, f"{encoding} is not an encoding of text")
        return _strictly(data, codec, origin)
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return _strictly(data, codec, origin)
    labels = [charset] if charset else []
    if markup:
        stated = [match[1].decode("ascii") for match in (_XML.match(data), _META.search(data, 0, _DECLARATION_BYTES)) if match]
        # A declaration that can be read byte by byte is not in UTF-16, whatever it says (WHATWG).
        labels += [label for label in stated if not label.lower().startswith("utf-16")]
    return _by_labels(data, labels, origin)


def _by_labels(data: bytes, labels: list[str], origin: str) -> Decoded:
    """Return the text by UTF-8 or the first declared encoding that fits, else by a declared one with a few broken bytes."""
    codecs_in_order = [codec for label in labels if (codec := _codec(label)) is not None]
    escaping = [codec for codec in codecs_in_order if codec in _ASCII_BYTES]
    for codec in dict.fromkeys((*escaping, "utf-8", *codecs_in_order)):
        try:
            return Decoded(data.decode(codec), codec)
        except UnicodeDecodeError:
            continue
    for codec in codecs_in_order:
        text = data.decode(codec, errors="replace")
        if text.count("\ufffd") * _BROKEN_SHARE <= len(text):
            return Decoded(text, codec, broken=True)
    said = (
        f"its bytes are not {labels[0]}, as declared, nor UTF-8"
        if labels
        else "no encoding is declared and its bytes are not UTF-8"
    )
    raise Undecodable(origin, said)


def _strictly(data: bytes, codec: str, origin: str) -> Decoded:
    """Return the text by one encoding.

    Raises:
        Undecodable: with the offset of the first byte that does not fit.
    """
    try:
        return Decoded(data.decode(codec).removeprefix("\ufeff"), codec)
    except UnicodeDecodeError as error:
        raise Undecodable(origin, f"byte {error.start} is not {codec}") from error


def _codec(label: str) -> str | None:
    """Return Python's name for an encoding label, or None if no page is written in it."""
    try:
        name = codecs.lookup(label.strip()).name
    except (LookupError, ValueError):
        return None
    name = _SUPERSETS.get(name, name)
    return name if name in _KNOWN else None
