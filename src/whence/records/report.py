"""One published text, with what is known of its making."""

from __future__ import annotations

from dataclasses import dataclass, field

from whence.records.maybe import Absent, Maybe
from whence.records.reason import Reason
from whence.records.span import Span


@dataclass(frozen=True, slots=True)
class Credit:
    """Declared descent: what the report itself says it was made from or by.

    `kind` is "agency" ("(AP)"), "contribution" ("with inputs from agencies"), "byline", "feed" (a feed's source field) or
    "translation"; `name` is the credited name as far as it is told, `text` the words of the credit, `span` their place in the
    text, None when they stand in the markup.
    """

    kind: str
    name: str | None
    text: str
    span: Span | None
    because: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """A trace of the site in the page's markup: an analytics, ad or tag-manager id, the generator, the canonical address.

    `kind` is one of "analytics", "ads", "tag-manager", "pixel", "generator", "canonical", "feed"; `value` is the id as written.
    """

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Report:
    """One published text: immutable, all else is spans on `text`.

    `text` is the extracted text, paragraphs separated by a newline, without the headline. `sha256` is that of the raw bytes.
    Times are ISO 8601 strings with what precision the source gives ("2031-05-04", "2031-05-04T08:00:00+00:00"): `published_at`
    the first publication, `updated_at` a later change, `captured_at` when Whence got the bytes. `language` is an ISO 639-1
    code.
    """

    id: str
    text: str
    sha256: str
    language: Maybe[str] = field(default_factory=Absent)
    url: str | None = None
    headline: Maybe[str] = field(default_factory=Absent)
    outlet: Maybe[str] = field(default_factory=Absent)
    authors: tuple[str, ...] = ()
    published_at: Maybe[str] = field(default_factory=Absent)
    updated_at: Maybe[str] = field(default_factory=Absent)
    captured_at: Maybe[str] = field(default_factory=Absent)
    credits: tuple[Credit, ...] = ()
    links: tuple[str, ...] = ()
    fingerprints: tuple[Fingerprint, ...] = ()
    media_type: str = "text/plain"
    origin: str = ""
