"""What a language says of a community and its festivals, described once."""

from __future__ import annotations

from typing import Annotated

from msgspec import UNSET, Meta, UnsetType

from interfaith_cal.ground.forms.base import File

# data/texts/LANGUAGE/COMMUNITY.toml

MAIN_FEAST, OTHER = (200, 600), (20, 350)
"""How many characters the explanation of a main feast must and may have, and that of another."""
FIRST_SENTENCE = (20, 160)
"""The same of its first sentence, which stands alone in feeds."""
FEWEST_SENTENCES, MOST_SENTENCES = 2, 4
"""How many sentences of advice there are."""
FEWEST_GREETINGS, MOST_GREETINGS = 2, 8
SLUG = "^[a-z0-9]+(-[a-z0-9]+)*$"

Tag = Annotated[
    str,
    Meta(min_length=2, max_length=80, pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$",
         description="A language tag after BCP 47: he, el, pi-Latn, zh-Hant."),
]  # fmt: skip
Line = Annotated[str, Meta(min_length=2, max_length=200)]
Advice = Annotated[
    list[Annotated[str, Meta(min_length=20, max_length=280)]],
    Meta(min_length=FEWEST_SENTENCES, max_length=MOST_SENTENCES),
]
Explanation = Annotated[
    str,
    Meta(min_length=OTHER[0], max_length=MAIN_FEAST[1],
         description="What is remembered and how it is kept; the first sentence, at most "
         f"{FIRST_SENTENCE[1]} characters, stands alone. "
         f"Main feasts {MAIN_FEAST[0]} to {MAIN_FEAST[1]} characters, others at most {OTHER[1]}."),
]  # fmt: skip
MEANING = "What it means; left out if it is said in the file's language."
ANSWER = "What the one who is greeted answers, in the letters of the file's language."
# The blank, 7 characters, may be all that a school should know.
School = Annotated[
    str,
    Meta(min_length=7, max_length=350,
         description="What a school should know; the blank {leave} stands for what the Länder provide, in data/leave."),
]  # fmt: skip


class About(File):
    """A community in the words of a language."""

    name: Annotated[str, Meta(min_length=3, max_length=45, description="The community as it names itself.")]
    code: Annotated[str, Meta(min_length=2, max_length=4, description="Its code on lists and posters.")] | UnsetType = (
        UNSET
    )
    about: (
        Annotated[
            str, Meta(min_length=300, max_length=700, description="One paragraph about the community in Germany.")
        ]
        | UnsetType
    ) = UNSET
    days: Annotated[str, Meta(min_length=40, max_length=300, description="How its days begin.")] | UnsetType = UNSET
    calendar: (
        Annotated[str, Meta(min_length=100, max_length=500, description="Its calendar, and who announces or decides.")]
        | UnsetType
    ) = UNSET
    dos: Annotated[Advice, Meta(description="When and how one congratulates well.")] | UnsetType = UNSET
    donts: Annotated[Advice, Meta(description="What to avoid.")] | UnsetType = UNSET


class Native(File):
    """A name that the community has itself."""

    text: Annotated[str, Meta(min_length=2, max_length=80)]
    lang: Tag


Spoken = Annotated[Line, Meta(description="The greeting as it is said, in the letters of the file's language.")]


class Congratulation(File, kw_only=True):
    """A greeting in its parts."""

    words: Spoken | UnsetType = UNSET
    script: Annotated[Line, Meta(description="The greeting in its own script.")] | UnsetType = UNSET
    lang: Tag | UnsetType = UNSET
    meaning: Annotated[Line, Meta(description=MEANING)] | UnsetType = UNSET
    answer: Annotated[Line, Meta(description=ANSWER)] | UnsetType = UNSET
    answer_script: Annotated[Line, Meta(description="The answer in its own script.")] | UnsetType = UNSET


class OneOfSeveral(Congratulation, kw_only=True):
    """A greeting where there are several: each names its language."""

    words: Spoken
    lang: Tag


class Greeting(Congratulation, kw_only=True):
    """How one congratulates, or what is fitting where one does not."""

    instead: (
        Annotated[Line, Meta(description="What is fitting instead of a congratulation: one sentence.")] | UnsetType
    ) = UNSET


PARTS = {"script": ["lang"], "answer_script": ["answer", "script"]}
EITHER = [{"required": ["words"], "not": {"required": ["instead"]}}, {"required": ["instead"], "maxProperties": 1}]
AGreeting = Annotated[Greeting, Meta(extra_json_schema={"oneOf": EITHER, "dependencies": PARTS})]
Greetings = Annotated[
    list[Annotated[OneOfSeveral, Meta(extra_json_schema={"dependencies": PARTS})]],
    Meta(min_length=FEWEST_GREETINGS, max_length=MOST_GREETINGS,
         description="Several greetings, where a festival is kept in several languages."),
]  # fmt: skip
ONE_FORM = [{"required": ["greeting"]}, {"required": ["greetings"]}]


class OfUsage(File):
    """A festival in the words of those who keep one usage."""

    explanation: Explanation | UnsetType = UNSET
    greeting: AGreeting | UnsetType = UNSET
    greetings: Greetings | UnsetType = UNSET
    school: School | UnsetType = UNSET


AUsage = Annotated[OfUsage, Meta(extra_json_schema={"not": {"required": ["greeting", "greetings"]}})]


class OfFestival(File):
    """A festival in the words of a language."""

    name: Annotated[str, Meta(min_length=2, max_length=45, description="The name in lists and feeds.")]
    short: Annotated[str, Meta(min_length=2, max_length=24, description="The name in a cell of the poster.")]
    native: (
        Annotated[
            list[Native],
            Meta(
                min_length=1,
                description="The community's own names, each with its language; the same in every language.",
            ),
        ]
        | UnsetType
    ) = UNSET
    explanation: Explanation | UnsetType = UNSET
    greeting: AGreeting | UnsetType = UNSET
    greetings: Greetings | UnsetType = UNSET
    school: School | UnsetType = UNSET
    usages: (
        Annotated[
            dict[Annotated[str, Meta(pattern=SLUG)], AUsage],
            Meta(
                description="What only those say who keep one usage: under the old calendar its own day, and "
                "its languages."
            ),
        ]
        | UnsetType
    ) = UNSET


AFestival = Annotated[OfFestival, Meta(extra_json_schema={"oneOf": ONE_FORM})]


class Texts(File):
    """Texts of a community: data/texts/LANGUAGE/COMMUNITY.toml."""

    community: About
    festivals: Annotated[
        dict[Annotated[str, Meta(pattern=SLUG)], AFestival],
        Meta(description="The festivals, each under the part of its id after the slash."),
    ]
