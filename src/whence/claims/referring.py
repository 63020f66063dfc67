"""Who is meant: names, descriptions and pronouns joined to figures, in the order of the text.

Enters: a parsed Doc, the word lists, the quoted passages and the head words of sources. Leaves: the cast. The rules are cautious: a pronoun agrees in
gender and number and never means a place; the last speaker and the last subjects are preferred; two candidates that come too close
leave the mention undetermined, with both named.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Entity

from whence.claims.cast import (
    Cast,
    Figure,
    Mention,
    acronyms,
    bare,
    describe,
    gender_of,
    modifiers_of,
    name_kind,
    name_words,
    roles_of,
    same_body,
    same_person,
    titles_of,
)
from whence.claims.kinds import kind_of_name, kind_of_noun, sort_of_noun
from whence.claims.lexicon import Lexicon
from whence.claims.tree import SUBJECTS, base, head_of, kids, lemma, phrase, span_of, stretch, text_of
from whence.records import Reason, SourceKind, Span

PERSONS = frozenset({"PER", "PERSON"})
NAMES = frozenset({"PER", "PERSON", "ORG", "LOC", "GPE", "NORP", "FAC", "MISC"})

WINDOW = 3
"""How many sentences back a pronoun may reach. Not swept."""

NEARNESS = (4, 3, 0, 0)
"""Points for a mention so many sentences back. Not swept."""

SUBJECT = 2
"""Points for the subject of a sentence or of a clause that nobody is reported to have said. Not swept."""

MARGIN = 2
"""By how many points the best candidate of a pronoun must lead the next. Not swept."""

NEAR = 2
"""How many sentences nearer than the next one the last match of a description must stand to be taken. Not swept."""

DEFINITE = frozenset({"the", "this", "that", "these", "those"})


@dataclass(slots=True)
class _Stage:
    """What is known so far while the text is walked through."""

    doc: Doc
    lexicon: Lexicon
    quotes: Sequence[Span]
    contents: Sequence[Span]
    speakers: frozenset[int]
    sentence: dict[int, int]
    short: dict[str, tuple[str, Span]]
    figures: list[Figure] = field(default_factory=list)
    mentions: dict[int, Mention] = field(default_factory=dict)
    beside: dict[int, int] = field(default_factory=dict)

    def enter(self, sort: str) -> Figure:
        """Return a new figure."""
        self.figures.append(Figure(len(self.figures), sort))
        return self.figures[-1]

    def note(
        self,
        head: Token,
        span: Span,
        form: str,
        figure: Figure | None,
        because: tuple[Reason, ...],
        others: tuple[Figure, ...] = (),
    ) -> None:
        """Keep a mention."""
        place = span_of(head)
        mention = Mention(
            head.i, span, form, figure, self.sentence.get(head.i, 0), because, others, subject=head.dep_ in SUBJECTS and _is_main(head),
            speaker=head.i in self.speakers, quoted=any(quote.covers(place) for quote in self.quotes),
            reported=any(span.covers(place) for span in self.contents),
        )  # fmt: skip
        self.mentions[head.i] = mention
        if figure is not None:
            figure.mentions.append(mention)


def _is_main(head: Token) -> bool:
    """Tell whether the clause of which `head` is the subject is no relative clause."""
    return head.head.dep_ not in ("acl:relcl", "relcl", "acl")


def gather(doc: Doc, lexicon: Lexicon, quotes: Sequence[Span], contents: Sequence[Span], speakers: frozenset[int]) -> Cast:
    """Return the cast of `doc`; `contents` are what is attributed, `speakers` the indices of the words that name sources."""
    sentence = (
        {token.i: number for number, sent in enumerate(doc.sents) for token in sent} if doc.has_annotation("SENT_START") else {}
    )
    stage = _Stage(doc, lexicon, quotes, contents, speakers, sentence, acronyms(text_of(doc)))
    names = {
        ent.root.i if doc.has_annotation("DEP") else ent.end - 1: ent
        for ent in doc.ents if ent.label_ in NAMES and not _is_description(ent, lexicon)
    }  # fmt: skip
    inside = {token.i for ent in names.values() for token in ent}
    for at, ent in names.items():
        for _, _, noun in roles_of(doc, doc[at], _name_span(ent), lexicon):
            if noun.i not in inside:
                stage.beside[noun.i] = at
    for token in doc:
        if token.i in names:
            _name(stage, names[token.i], token)
        elif token.i in inside or token.i in stage.beside:
            continue
        elif token.pos_ == "PROPN" and token.i in speakers and sort_of_noun(token, lexicon) is None:
            run = _proper_run(token, inside)
            inside.update(word.i for word in run)
            _name(stage, Entity(doc, run[0].i, run[-1].i + 1, label=_guess(run, lexicon)), token)
        elif token.pos_ == "PRON" or token.lower_ in ("his", "her", "their", "its"):
            _pronoun(stage, token)
        elif token.pos_ in ("NOUN", "PROPN") and (token.i in speakers or sort_of_noun(token, lexicon)):
            if base(token) not in ("compound", "flat", "nmod:npmod"):
                _description(stage, token)
    return Cast(tuple(stage.figures), stage.mentions)


def _is_description(ent: Entity, lexicon: Lexicon) -> bool:
    """Tell whether what an engine marked as a name is but an office or a body ("Prime Minister", "the Ministry")."""
    titles, short = lexicon.referring.titles, ent.text.isupper()
    words = [token for token in ent if not token.is_punct and token.lower_ not in ("the", "'s", "’s")]
    return not short and all(token.lower_ in titles or (len(words) == 1 and _is_common(token, lexicon)) for token in words)


def _is_common(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a capitalised word alone is a common noun for a person or body, not an outlet's or firm's name."""
    return sort_of_noun(token, lexicon) is not None and token.lower_ not in ("kremlin", "telegram", "facebook", "twitter")


def _proper_run(token: Token, inside: set[int]) -> list[Token]:
    """Return the proper nouns in a row around `token`: a source's name that the engine did not mark."""
    doc, start, end = token.doc, token.i, token.i
    while start > 0 and doc[start - 1].pos_ == "PROPN" and start - 1 not in inside:
        start -= 1
    while end + 1 < len(doc) and doc[end + 1].pos_ == "PROPN" and end + 1 not in inside:
        end += 1
    return [doc[i] for i in range(start, end + 1)]


def _guess(run: list[Token], lexicon: Lexicon) -> str:
    """Return what an unmarked name is likely to be: a body where its words say so or it is one word, else a person."""
    name = stretch(run)
    known = kind_of_name(name.cut(text_of(run[0].doc)), name, lexicon)
    return "ORG" if known is not None or len(run) == 1 else "PER"


def _name_span(ent: Entity) -> Span:
    """Return the place of a name without a possessive ending."""
    text = ent.text.rstrip()
    for ending in ("’s", "'s", "’", "'"):
        text = text.removesuffix(ending)
    return Span(ent.start_char, ent.start_char + max(1, len(text)))


def _name(stage: _Stage, ent: Entity, head: Token) -> None:
    """Join a name to the figure that bears it, or enter a new one."""
    span = _name_span(ent)
    text = bare(span.cut(text_of(stage.doc)))
    full = stage.short.get(text, (text, span))[0]
    words = name_words(text, stage.lexicon)
    persons = [figure for figure in stage.figures if figure.sort == "person" and _bears(figure, words, stage.lexicon)]
    if ent.label_ in PERSONS or (persons and ent.label_ in ("ORG", "MISC") and full == text):
        _person(stage, ent, head, span, words, persons)
        return
    found = next(
        (
            figure
            for figure in stage.figures
            if figure.sort in ("body", "place") and any(same_body(full, name) for name in figure.names)
        ),
        None,
    )
    how = "the same name stands before" if found else "the report's first mention of the name"
    if found is None:
        found = stage.enter("place" if ent.label_ in ("LOC", "GPE", "FAC") else "body")
        found.kind, found.kind_because = name_kind(full, ent.label_, span, stage.lexicon)
    elif found.kind is None:
        found.kind, found.kind_because = name_kind(full, ent.label_, span, stage.lexicon)
    if full != text:
        how = f"the report writes {text} for {full}"
    for noun in (child for child in kids(head) if base(child) == "appos" and child.pos_ == "NOUN"):
        told = kind_of_noun(noun, stage.lexicon)
        found.nouns.add(lemma(noun))
        if told is not None and (found.kind is None or found.sort == "place"):
            found.kind, found.kind_because = told[0], (told[1],)
    found.names.append(full)
    stage.note(head, span, "name", found, (Reason("name", how, (span,)),))


def _bears(figure: Figure, words: list[str], lexicon: Lexicon) -> bool:
    """Tell whether one of the figure's names may be that of `words`."""
    return any(same_person(words, name_words(name, lexicon)) for name in figure.names)


def _person(stage: _Stage, ent: Entity, head: Token, span: Span, words: list[str], persons: list[Figure]) -> None:
    """Join a person's name to one figure, to several in doubt, or to a new one."""
    lexicon = stage.lexicon
    text = " ".join(_without_titles(bare(span.cut(text_of(stage.doc))), lexicon))
    found_roles = roles_of(stage.doc, head, span, lexicon)
    marks = [
        *titles_of(bare(span.cut(text_of(stage.doc))), lexicon),
        *(word for role, _, _ in found_roles for word in role.split()),
    ]
    before = stage.doc[ent.start - 1] if ent.start else None
    if before is not None and before.lower_ in lexicon.referring.titles:
        marks.append(before.text)
    gender = gender_of(marks, lexicon)
    fitting = [figure for figure in persons if not (gender and figure.gender and figure.gender != gender)]
    exact = [figure for figure in fitting if any(name_words(name, lexicon) == words for name in figure.names)]
    by_surname = [figure for figure in fitting if any(name_words(name, lexicon)[-1:] == words[-1:] for name in figure.names)]
    choice = fitting if len(fitting) == 1 else by_surname if len(by_surname) == 1 else exact if len(exact) == 1 else fitting
    if len(choice) > 1:
        listed = " or ".join(sorted(figure.name for figure in choice))
        detail = f"“{text}” may be {listed}"
        stage.note(head, span, "name", None, (Reason("name", detail, (span,)),), tuple(choice))
        return
    if choice:
        figure = choice[0]
        first = figure.mentions[0].span if figure.mentions else span
        because = (Reason("name", f"“{text}” is {max([*figure.names, text], key=len)}", (span, first)),)
    else:
        figure = stage.enter("person")
        because = (Reason("name", "the report's first mention of the name", (span,)),)
    figure.names.append(text)
    figure.gender = figure.gender or gender
    stage.note(head, span, "name", figure, because)
    for role, place, noun in found_roles:
        if role not in [known for known, _ in figure.roles]:
            figure.roles.append((role, place))
        figure.nouns.add(lemma(noun))
        told = kind_of_noun(noun, lexicon)
        if told is not None and figure.kind in (None, SourceKind.PERSON, SourceKind.OTHER):
            figure.kind, figure.kind_because = told[0], (told[1],)
        if noun.i not in stage.mentions and stage.beside.get(noun.i) == head.i:
            stage.note(noun, place, "description", figure, because)
    if figure.kind in (None, SourceKind.PERSON, SourceKind.OTHER):
        _title_kind(figure, marks, span, lexicon)


def _without_titles(name: str, lexicon: Lexicon) -> list[str]:
    """Return a name's words as written, without titles before it."""
    return name.split()[len(titles_of(name, lexicon)) :]


def _title_kind(figure: Figure, marks: list[str], span: Span, lexicon: Lexicon) -> None:
    """Give a person the kind that a title before the name tells ("Col.", "President")."""
    for mark in marks:
        for kind, lists in lexicon.kinds.items():
            if mark in lists.names or mark.lower() in lists.people:
                figure.kind = kind
                figure.kind_because = (Reason("source kind", f"“{mark}” before the name tells the kind of source", (span,)),)
                return


def _description(stage: _Stage, head: Token) -> None:
    """Join "the ministry" or "the official" to the figure it takes up, or enter a new one."""
    words = phrase(head, joined=False)
    span = stretch(words)
    determiner = next((child.lower_ for child in kids(head) if base(child) == "det"), "")
    owned = any(child.dep_ in ("nmod:poss", "poss") for child in kids(head))
    modifiers = modifiers_of(head)
    taken_up = determiner in DEFINITE or (not determiner and bool(modifiers) and sort_of_noun(head, stage.lexicon) == "body")
    matches = _matches(stage, head, modifiers) if taken_up and not owned else []
    number = stage.sentence.get(head.i, 0)
    near = [figure for figure in matches if number - figure.mentions[-1].sentence + NEAR <= number - _next(matches, figure, number)]
    chosen = matches if len(matches) == 1 else near[:1]
    if chosen:
        figure = chosen[0]
        detail = f"“{span.cut(text_of(stage.doc))}” takes up {figure.name}"
        stage.note(head, span, "description", figure, (Reason("description", detail, (span, figure.mentions[0].span)),))
        figure.nouns.add(lemma(head))
        figure.gender = figure.gender or gender_of([lemma(head)], stage.lexicon)
        return
    if matches:
        listed = " or ".join(sorted(figure.name for figure in matches))
        because = (Reason("description", f"“{span.cut(text_of(stage.doc))}” may take up {listed}", (span,)),)
        stage.note(head, span, "description", None, because, tuple(matches))
        return
    figure = describe(head, stage.lexicon, len(stage.figures))
    stage.figures.append(figure)
    stage.note(head, span, "description", figure, (Reason("description", "the report's first mention", (span,)),))


def _next(matches: list[Figure], figure: Figure, number: int) -> int:
    """Return the sentence of the last mention of the others among `matches`, far back where there are none."""
    return max((other.mentions[-1].sentence for other in matches if other is not figure), default=number - 99)


def _matches(stage: _Stage, head: Token, modifiers: set[str]) -> list[Figure]:
    """Return the figures that a definite description may take up, last mentioned first."""
    lexicon, noun = stage.lexicon, lemma(head)
    sort, plural = sort_of_noun(head, lexicon), head.tag_ in ("NNS", "NNPS")
    gender = gender_of([noun], lexicon)
    strong: list[Figure] = []
    weak: list[Figure] = []
    for figure in stage.figures:
        if not figure.mentions or (figure.plural != plural and not figure.names):
            continue
        if plural and figure.names and figure.sort == "person":
            continue
        if (gender and figure.gender and gender != figure.gender) or figure.sort == "place":
            continue
        if modifiers and not modifiers & _known_words(stage, figure):
            continue
        names = {word.lower() for name in figure.names for word in name.split()} if figure.sort == "body" else set()
        if any(lexicon.referring.same(noun, word) for word in figure.nouns | names):
            strong.append(figure)
        elif figure.names and figure.sort == "body" and sort == "body":
            if figure.kind is not None and noun in lexicon.referring.classes.get(figure.kind, frozenset()):
                weak.append(figure)
        elif (
            figure.sort == "person"
            and sort == "person"
            and figure.kind is not None
            and lexicon.referring.hypernyms.get(noun) == figure.kind
        ):
            weak.append(figure)
    named = [figure for figure in strong if figure.named] or strong or weak
    return sorted(named, key=_last, reverse=True)


def _last(figure: Figure) -> int:
    """Return where the figure was last mentioned."""
    return figure.mentions[-1].head


def _known_words(stage: _Stage, figure: Figure) -> set[str]:
    """Return all words that the report uses of a figure, short forms beside their full names."""
    texts = [*figure.names, figure.description, *(role for role, _ in figure.roles)]
    words = {bare(word.strip("(),.")).lower() for text in texts for word in text.split()} | figure.modifiers
    for short, (full, _) in stage.short.items():
        whole = {bare(word).lower() for word in full.split()}
        if short.lower() in words or whole <= words:
            words |= whole | {short.lower()}
    return words


def _pronoun(stage: _Stage, token: Token) -> None:
    """Join a pronoun to the one figure that it agrees with and that stands out, or leave it undetermined."""
    pronouns, word = stage.lexicon.referring.pronouns, token.lower_
    form = next((name for name in ("masculine", "feminine", "plural", "neuter") if word in pronouns[name]), None)
    place = span_of(token)
    if form is None:
        return
    owner_speaks = token.i in stage.speakers or (token.dep_ in ("nmod:poss", "poss") and token.head.i in stage.speakers)
    if form in ("plural", "neuter") and not owner_speaks:
        return
    number = stage.sentence.get(token.i, 0)
    scored = sorted(
        ((_score(stage, figure, token, form, number), -figure.number, figure) for figure in stage.figures),
        key=_points,
        reverse=True,
    )
    fitting = [(points, figure) for points, _, figure in scored if points > 0]
    if not fitting:
        stage.note(
            token,
            place,
            "pronoun",
            None,
            (Reason("pronoun", f"nobody that “{token.text}” could mean stands close before it", (place,)),),
        )
        return
    best, figure = fitting[0]
    rivals = [other for points, other in fitting[1:] if best - points < MARGIN]
    if rivals:
        listed = " or ".join(sorted(other.name for other in (figure, *rivals)))
        because = (Reason("pronoun", f"“{token.text}” may be {listed}", (place,)),)
        stage.note(token, place, "pronoun", None, because, (figure, *rivals))
        return
    outside = not any(quote.covers(place) for quote in stage.quotes)
    if form in ("masculine", "feminine") and figure.sort == "person" and outside:
        figure.gender = figure.gender or form
    detail = f"“{token.text}” agrees with {figure.name}, the last who fits"
    stage.note(token, place, "pronoun", figure, (Reason("pronoun", detail, (place, figure.mentions[-1].span)),))


def _points(entry: tuple[int, int, Figure]) -> tuple[int, int]:
    """Return the key that puts the likelier figure first."""
    return entry[0], entry[1]


def _score(stage: _Stage, figure: Figure, token: Token, form: str, number: int) -> int:
    """Return how well a pronoun fits a figure: nothing if it cannot, more for speakers, subjects and nearness."""
    if figure.sort == "place" or not figure.mentions or not _agrees(figure, form):
        return 0
    best, place = 0, span_of(token)
    quoted = any(quote.covers(place) for quote in stage.quotes)
    for mention in figure.mentions:
        if quoted and mention.speaker and not mention.quoted and number - mention.sentence <= 1:
            return 0  # who speaks in the quotation means others by "he" and "she"
        away = number - mention.sentence
        if away > WINDOW or away < 0 or mention.head >= token.i:
            continue
        if away == 0 and _same_clause(stage.doc[mention.head], token) and token.dep_ not in ("nmod:poss", "poss"):
            continue
        points = (
            NEARNESS[away]
            + (SUBJECT if mention.subject and not mention.reported else 0)
            + mention.speaker
            - (2 if mention.quoted else 0)
        )
        best = max(best, points, 1)
    return best


def _same_clause(other: Token, token: Token) -> bool:
    """Tell whether two nouns depend on the same verb, so that the one as a plain pronoun cannot mean the other."""
    return other.head.i == token.head.i and other.dep_ != token.dep_


def _agrees(figure: Figure, form: str) -> bool:
    """Tell whether a figure can be meant by a pronoun of that form."""
    if form in ("masculine", "feminine"):
        return figure.sort == "person" and not figure.plural and figure.gender in ("", form)
    if form == "plural":
        return figure.plural or (figure.sort == "body" and bool(figure.names))
    return figure.sort in ("body", "thing") and not figure.plural


def figure_head(tokens: list[Token], cast: Cast) -> tuple[Token | None, Mention | None]:
    """Return the head word of a source's tokens and the mention that tells who it is, a name within before the noun that leads it."""
    head = head_of(tokens)
    if head is None:
        return None, None
    near = [head, *(child for child in kids(head) if base(child) in ("flat", "appos", "compound") and child in tokens)]
    for token in near:
        mention = cast.at(token)
        if (
            mention is not None
            and mention.form == "name"
            and (token.i == head.i or (mention.figure is not None and mention.figure.sort == "person"))
        ):
            return head, mention
    return head, cast.at(head)
