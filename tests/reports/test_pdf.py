"""PDFs: with a text layer, without one, broken, encrypted, and too much of one."""

from __future__ import annotations

import io
import zlib

import pytest
from pypdf import PdfReader, PdfWriter

from tests.reports.made_pdf import pdf_bytes
from whence.errors import BrokenPdf, PdfWithoutText, TooComplex
from whence.reports import LoadOptions
from whence.reports.pdf import read_pdf

STORY = [
    "The harbour board of Saltmere said on Thursday that the northern quay",
    "would be closed to fishing boats until the end of June.",
    "The fishermen, who had been told on Wednesday that it would stay open,",
    "blocked the road to the town for two hours.",
]

DEFAULTS = LoadOptions()


def test_paragraphs_are_put_together() -> None:
    writing = read_pdf(pdf_bytes([STORY], title="Quay closed in Saltmere"), origin="x.pdf", options=DEFAULTS)
    assert writing.headline == "Quay closed in Saltmere"
    assert writing.text.replace("\n", " ") == " ".join(STORY)
    assert "the northern quay would be closed" in writing.text


def test_running_heads_are_left_out() -> None:
    towns = ("Kestrin", "Ardun", "Saltmere", "Halm")
    lines = [[f"{town} was quiet.", *(line.replace("Saltmere", town) for line in STORY), f"So was {town} Head."] for town in towns]
    pages = [["Harbour Report 2031", *page, f"page {n}"] for n, page in enumerate(lines, start=1)]
    text = read_pdf(pdf_bytes(pages), origin="x.pdf", options=DEFAULTS).text
    assert "Harbour Report" not in text
    assert "page" not in text
    assert text.count("blocked the road") == 4


def test_the_title_that_a_program_filled_in_is_none() -> None:
    assert read_pdf(pdf_bytes([STORY], title="Microsoft Word - final_v2.doc"), origin="x.pdf", options=DEFAULTS).headline is None


def test_pictures_of_pages() -> None:
    with pytest.raises(PdfWithoutText, match=r"no text layer.*\[W106\]"):
        read_pdf(pdf_bytes([[], []]), origin="x.pdf", options=DEFAULTS)


@pytest.mark.parametrize(
    "data", [b"%PDF-1.4\n", b"%PDF-1.4\n" + b"\x00junk" * 1000, pdf_bytes([STORY])[:300]], ids=["head", "junk", "half"]
)
def test_broken(data: bytes) -> None:
    with pytest.raises(BrokenPdf, match=r"x\.pdf: cannot be read as a PDF"):
        read_pdf(data, origin="x.pdf", options=DEFAULTS)


def test_encrypted() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf_bytes([STORY]))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(BrokenPdf, match="encrypted"):
        read_pdf(out.getvalue(), origin="x.pdf", options=DEFAULTS)


def test_too_many_pages_or_characters() -> None:
    with pytest.raises(TooComplex, match="more than 3 pages"):
        read_pdf(pdf_bytes([STORY] * 4), origin="x.pdf", options=LoadOptions(max_pages=3))
    with pytest.raises(TooComplex, match="more than 500 characters"):
        read_pdf(pdf_bytes([STORY] * 4), origin="x.pdf", options=LoadOptions(max_characters=500))


def test_a_stream_that_unpacks_without_end() -> None:
    packed = zlib.compress(b"BT (x) Tj ET " * 6_000_000, 9)
    data = pdf_bytes([STORY])
    start, end = data.index(b"<< /Length"), data.index(b"endstream")
    bomb = data[:start] + b"<< /Filter /FlateDecode /Length %d >>\nstream\n" % len(packed) + packed + b"\n" + data[end:]
    assert len(bomb) < 1_000_000
    with pytest.raises((BrokenPdf, PdfWithoutText)):
        read_pdf(bomb, origin="x.pdf", options=DEFAULTS)
