"""A page taken apart, for tests that ask what is in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "rect", "br", "path", "circle"}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    words: str = ""
    inside: tuple[str, ...] = field(default=())


class Page(HTMLParser):
    """All elements of a page in order, each with the words in it."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.open: list[Element] = []
        self.declaration = ""
        self.feed(html)
        self.close()

    def handle_decl(self, decl: str) -> None:
        self.declaration = decl

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        assert len(attributes) == len(attrs), f"an attribute twice: {attrs}"
        element = Element(tag, attributes, inside=tuple(each.tag for each in self.open))
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        closed = self.open.pop()
        assert closed.tag == tag, f"{tag} closes {closed.tag}"

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.words += data

    def all(self, tag: str = "", **attributes: str) -> list[Element]:
        """Return the elements with this tag and these attributes (`class_` for class, one of its names)."""
        wanted = {name.rstrip("_"): value for name, value in attributes.items()}
        return [
            element
            for element in self.elements
            if tag in {"", element.tag}
            and all(value in element.attributes.get(name, "").split(" ") for name, value in wanted.items())
        ]
