"""A reading of the packaged sample, made by hand: all the nesting, splitting and folding that a sheet must show."""

from __future__ import annotations

from dataclasses import replace

from tests.factory import claim, reading, report, source, span
from whence.records import Credit, Finding, Fingerprint, Reading, Reason, Run, Severity

TEXT = """\
DRAVIK (Coastline Press) – Government troops have left the river town of Dravik after nine days of shelling, \
the daily Orlin Gazette reported on Sunday, citing a confidential assessment by the army’s general staff.
“The last vehicles crossed the bridge shortly before dawn,” said Colonel Ilse Marn, spokeswoman for the Northern Command. \
“We did not lose the town. We shortened the line.” She denied that any equipment had been left behind.
Two officials at the defence ministry, who spoke on condition of anonymity because they were not authorised to brief reporters, \
described the withdrawal as “a blow that nobody here wants to explain”. \
One of them warned that the neighbouring district of Pell could be cut off within a week.
Satellite images taken on Saturday by the firm Skyward Lens show at least forty vehicles on the road to Pell, \
according to the Institute for Border Studies, a research group in Halm. \
“You can count them,” said Tomas Reyk, an analyst at the institute. “What you cannot see is why they moved.”
The Dravik Liberation Front claimed it had taken the town hall and the railway station. \
In a post on the messaging service Perch, its commander, Arvid Sohl, said his fighters “control every street”. \
The claim could not be verified independently.
Residents reached by telephone gave a different picture. \
“There is nobody in the streets, neither theirs nor ours,” said Oda, a 61-year-old baker who asked that her surname not be used \
for fear of reprisals. Her neighbour said that the water had been cut off since Thursday.
The town had about 14,000 inhabitants before the war. \
The aid group Open Corridor believes that fewer than 3,000 remain, and says that its last convoy was turned back on Friday.
Radio traffic intercepted by the army and published by the Gazette \
suggests that the order to leave came two days before the shelling ended. The prime minister’s office declined to comment.
Talks are due to resume in Halm on 11 May."""


def because(kind: str, detail: str, *words: str) -> Reason:
    """Return a reason resting on `words` of the sample."""
    return Reason(kind, detail, tuple(span(TEXT, each) for each in words))


MARN = "Colonel Ilse Marn"
ANONYMITY = "on condition of anonymity because they were not authorised to brief reporters"
gazette = source(
    TEXT,
    "the daily Orlin Gazette",
    "media",
    name="Orlin Gazette",
    named=True,
    because=(because("proper name", "A name of an outlet", "Orlin Gazette"),),
)
assessment = source(TEXT, "a confidential assessment by the army’s general staff", "document")
marn = source(TEXT, MARN, "official", name=MARN, role="spokeswoman for the Northern Command", named=True)
she = source(
    TEXT,
    "She",
    "official",
    name=MARN,
    role="spokeswoman for the Northern Command",
    named=True,
    because=(because("pronoun", "“She” is the last woman named in the paragraph", "She", MARN),),
)
officials = source(TEXT, "Two officials at the defence ministry", "anonymous", unnamed_because=ANONYMITY)
one_of_them = source(TEXT, "One of them", "anonymous", name=None, unnamed_because=ANONYMITY)
institute = source(
    TEXT,
    "the Institute for Border Studies",
    "expert",
    name="Institute for Border Studies",
    role="a research group in Halm",
    named=True,
)
images = source(TEXT, "Satellite images taken on Saturday by the firm Skyward Lens", "imagery", name="Skyward Lens", named=True)
reyk = source(TEXT, "Tomas Reyk", "expert", name="Tomas Reyk", role="an analyst at the institute", named=True)
front = source(TEXT, "The Dravik Liberation Front", "party", name="Dravik Liberation Front", named=True)
post = source(TEXT, "a post on the messaging service Perch", "social")
sohl = source(TEXT, "Arvid Sohl", "party", name="Arvid Sohl", role="commander of the Dravik Liberation Front", named=True)
oda = source(
    TEXT,
    "Oda",
    "resident",
    name="Oda",
    role="a 61-year-old baker",
    unnamed_because="asked that her surname not be used for fear of reprisals",
)
neighbour = source(TEXT, "Her neighbour", "resident")
corridor = source(TEXT, "The aid group Open Corridor", "ngo", name="Open Corridor", named=True)
its = source(TEXT, "The aid group Open Corridor", "ngo", name="Open Corridor", named=True, understood=True)
radio = source(TEXT, "Radio traffic intercepted by the army", "intercept")
the_gazette = source(TEXT, "the Gazette", "media", name="Orlin Gazette", named=True)

STATED = (
    claim(
        TEXT,
        "Government troops have left the river town of Dravik after nine days of shelling",
        id="c1",
        chain=(gazette, assessment),
        cue="citing",
        grade="said",
        quotation="indirect",
        because=(because("cue verb", "“reported” and “citing” nest two sources", "reported", "citing"),),
    ),
    claim(
        TEXT,
        "The last vehicles crossed the bridge shortly before dawn,",
        "We did not lose the town. We shortened the line.",
        id="c2",
        chain=(marn,),
        cue="said",
        grade="said",
        quotation="direct",
        because=(because("quotation", "Two quotations around one “said”", "said"),),
    ),
    claim(
        TEXT, "that any equipment had been left behind", id="c3", chain=(she,), cue="denied", grade="denied", quotation="indirect"
    ),
    claim(
        TEXT,
        "the withdrawal as “a blow that nobody here wants to explain”",
        id="c4",
        chain=(officials,),
        cue="described",
        grade="said",
        quotation="mixed",
        because=(because("cue verb", "“described … as” gives a judgement", "described"),),
    ),
    claim(
        TEXT,
        "that the neighbouring district of Pell could be cut off within a week",
        id="c5",
        chain=(one_of_them,),
        cue="warned",
        grade="warned",
        quotation="indirect",
    ),
    claim(
        TEXT,
        "Satellite images taken on Saturday by the firm Skyward Lens show at least forty vehicles on the road to Pell",
        id="c6",
        chain=(institute,),
        cue="according to",
        grade="said",
        quotation="indirect",
    ),
    claim(
        TEXT,
        "at least forty vehicles on the road to Pell",
        id="c7",
        chain=(institute, images),
        cue="show",
        grade="suggested",
        quotation="indirect",
    ),
    claim(
        TEXT,
        "You can count them,",
        "What you cannot see is why they moved.",
        id="c8",
        chain=(reyk,),
        cue=span(TEXT, "said", nth=1),
        grade="said",
        quotation="direct",
    ),
    claim(
        TEXT,
        "it had taken the town hall and the railway station",
        id="c9",
        chain=(front,),
        cue="claimed",
        grade="claimed",
        quotation="indirect",
    ),
    claim(
        TEXT,
        "his fighters “control every street”",
        id="c10",
        chain=(post, sohl),
        cue=span(TEXT, "said", nth=2),
        grade="said",
        quotation="mixed",
    ),
    claim(TEXT, "The claim could not be verified independently.", id="c11"),
    claim(TEXT, "Residents reached by telephone gave a different picture.", id="c12"),
    claim(
        TEXT,
        "There is nobody in the streets, neither theirs nor ours,",
        id="c13",
        chain=(oda,),
        cue=span(TEXT, "said", nth=3),
        grade="said",
        quotation="direct",
    ),
    claim(
        TEXT,
        "that the water had been cut off since Thursday",
        id="c14",
        chain=(neighbour,),
        cue=span(TEXT, "said", nth=4),
        grade="said",
        quotation="indirect",
    ),
    claim(TEXT, "The town had about 14,000 inhabitants before the war.", id="c15"),
    claim(
        TEXT, "that fewer than 3,000 remain", id="c16", chain=(corridor,), cue="believes", grade="believed", quotation="indirect"
    ),
    claim(
        TEXT,
        "that its last convoy was turned back on Friday",
        id="c17",
        chain=(its,),
        cue="says",
        grade="said",
        quotation="indirect",
    ),
    claim(
        TEXT,
        "that the order to leave came two days before the shelling ended",
        id="c18",
        chain=(the_gazette, radio),
        cue="suggests",
        grade="suggested",
        quotation="indirect",
    ),
    claim(TEXT, "The prime minister’s office declined to comment.", id="c19"),
    claim(TEXT, "Talks are due to resume in Halm on 11 May.", id="c20"),
)
CLAIMS = tuple(replace(each, statement=number) for number, each in enumerate(STATED, start=1))


def dravik() -> Reading:
    """Return the reading of the sample."""
    sample = report(
        TEXT,
        id="dravik",
        headline="Garrison leaves Dravik after nine days of shelling",
        outlet="The Halm Courier",
        language="en",
        url="https://halm-courier.example/2031/05/04/garrison-leaves-dravik",
        published_at="2031-05-04T08:15:00+00:00",
        updated_at="2031-05-04T11:40:00+00:00",
        authors=("Marta Oslin",),
        credits=(Credit("agency", "Coastline Press", "(Coastline Press)", span(TEXT, "(Coastline Press)")),),
        fingerprints=(Fingerprint("generator", "Presswork 4.2"),),
        media_type="text/html",
    )
    return reading(
        sample,
        *CLAIMS,
        findings=(
            Finding(
                "unnamed-only",
                Severity.MEDIUM,
                "The withdrawal rests on a document that no reader can look up.",
                (span(TEXT, "a confidential assessment by the army’s general staff"),),
            ),
            Finding("evidence-once", Severity.HIGH, "The images are described, not shown.", (span(TEXT, "Satellite images"),)),
        ),
        run=Run("0.1.0", "hand", (("cues", "1"),)),
    )
