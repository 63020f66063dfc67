"""A family small enough to reckon by hand, and a trace that is right in everything. The texts are invented."""

from __future__ import annotations

from typing import Any

from bench.families import Case, case_of

FIRST = "The Ostrel Guard left Venna in the night. Five carts crossed the ford."
SECOND = "The Ostrel Guard gave up Venna overnight. Fifteen carts used the ford. Aerial pictures show fires."
LOST = "Venna was given up. Fifty carts used the ford."
THIRD = "Venna is given up, it is said. Fifty carts were at the ford."
OWN = "A clinic opened in Korrel on Friday."


def _document(id: str, hour: int, text: str, *parents: str, withheld: bool = False) -> dict[str, Any]:
    return {
        "id": id,
        "outlet": f"The {id.capitalize()} Post",
        "url": f"https://{id}.example/1",
        "published_at": f"2031-05-04T{hour:02}:00:00+00:00",
        "language": "en",
        "headline": text.partition(".")[0],
        "text": text,
        "parents": list(parents),
        "withheld": withheld,
    }


def _told(document: str, sentence: str, parent: str | None) -> dict[str, Any]:
    return {"document": document, "sentence": sentence, "parent": parent, "status": "faithful", "attributed_to": None}


def family() -> dict[str, Any]:
    """Return the file: b is from a, d from c (which is withheld) and c from b, e stands alone."""
    return {
        "family": "small",
        "documents": [
            _document("a", 8, FIRST),
            _document("b", 9, SECOND, "a"),
            _document("c", 10, LOST, "b", withheld=True),
            _document("d", 11, THIRD, "c"),
            _document("e", 12, OWN),
        ],
        "witnesses": [],
        "claims": [
            {
                "id": "left",
                "witnesses": ["w1"],
                "in": [
                    _told("a", "The Ostrel Guard left Venna in the night", None),
                    _told("b", "The Ostrel Guard gave up Venna overnight", "a"),
                    _told("c", "Venna was given up", "b"),
                    _told("d", "Venna is given up", "c"),
                ],
            },
            {
                "id": "carts",
                "witnesses": ["w1", "w2"],
                "in": [
                    _told("a", "Five carts crossed the ford", None),
                    _told("b", "Fifteen carts used the ford", "a"),
                    _told("d", "Fifty carts were at the ford", "c"),
                ],
            },
            {"id": "fires", "witnesses": [], "in": [_told("b", "Aerial pictures show fires", None)]},
        ],
        "garbles": [
            {"kind": "number", "document": "b", "correct": "Five", "written": "Fifteen", "inherited_by": []},
            {"kind": "number", "document": "c", "correct": "Fifteen", "written": "Fifty", "inherited_by": ["d"]},
        ],
    }


def case() -> Case:
    """Return the case of the family."""
    return case_of(family())


def _mention(report: str, text: str, words: str, status: str = "faithful") -> dict[str, Any]:
    start = text.index(words)
    return {"report": report, "span": [start, start + len(words)], "status": status}


def trace() -> dict[str, Any]:
    """Return the trace that is right in everything."""
    return {
        "reports": ["a", "b", "d", "e"],
        "edges": [
            {"parent": "a", "child": "b", "probability": 0.9},
            {"parent": "b", "child": "lost1", "probability": 0.7},
            {"parent": "lost1", "child": "d", "probability": 0.8},
        ],
        "alternatives": [{"parent": "a", "child": "d", "probability": 0.2}],
        "lost": [{"id": "lost1", "children": ["d"]}],
        "assertions": [
            {
                "id": "k1",
                "independent_witnesses": 1,
                "mentions": [
                    _mention("a", FIRST, "left Venna"),
                    _mention("b", SECOND, "gave up Venna"),
                    _mention("d", THIRD, "Venna is"),
                ],
            },
            {
                "id": "k2",
                "independent_witnesses": 2,
                "mentions": [
                    _mention("a", FIRST, "Five"),
                    _mention("b", SECOND, "Fifteen carts"),
                    _mention("d", THIRD, "Fifty carts"),
                ],
            },
            {"id": "k3", "independent_witnesses": 0, "mentions": [_mention("b", SECOND, "pictures show fires", "added")]},
        ],
        "variations": [
            {"kind": "number", "report": "b", "written": "fifteen", "inherited_by": []},
            {"kind": "number", "report": "d", "written": "Fifty", "inherited_by": []},
        ],
    }
