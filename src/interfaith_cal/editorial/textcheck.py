"""What is wrong with the texts of a language, one sentence for each fault: for translators, editors and the tests."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from string import Formatter

from interfaith_cal.errors import DataFileError, UnknownNameError
from interfaith_cal.ground.files import read_toml
from interfaith_cal.ground.forms import texts as forms
from interfaith_cal.ground.forms.base import Length, fields, lengths
from interfaith_cal.ground.root import read_at, root
from interfaith_cal.model import Community, Festival, Rank
from interfaith_cal.words import plurals
from interfaith_cal.words.languages import DEFAULT, FOLDER, PHRASES, SETTINGS, read_language
from interfaith_cal.words.synonyms import NONE, STEM, read_synonyms
from interfaith_cal.words.texts import COUNTED, LEAVE, up_to_its_end

ADVICE = ("dos", "donts")
ABOUT, FESTIVAL = lengths(forms.About), lengths(forms.OfFestival)
NATIVE, GREETING = lengths(forms.Native), lengths(forms.Greeting)
EXPLANATION = {Rank.MAJOR: Length(*forms.MAIN_FEAST), Rank.MINOR: Length(*forms.OTHER)}
FIRST_SENTENCE = Length(*forms.FIRST_SENTENCE)
# Languages in whose own script a greeting stands already.
LATIN = ("ro", "tr", "kmr", "vi", "id", "ban", "de", "en")
# Wordings for the middle of a sentence, which each language needs of other phrases.
INFLECTED = "inside"


def faults_of_language(lang: str, communities: Iterable[Community]) -> list[str]:
    """The faults of a language of the data in use."""
    return _faults(lambda name: read_at(FOLDER, lang, name), root().stems(f"{FOLDER}/{lang}"), communities)


def faults_of_folder(folder: Path, communities: Iterable[Community]) -> list[str]:
    """The faults of a folder of texts that is named for its language ("data/texts/de").

    A folder with phrases must say everything about the communities; one without has the names and greetings of the
    main feasts, and what else it says keeps the same limits.
    """
    return _faults(folder.joinpath, sorted(path.stem for path in folder.glob("*.toml")), communities)


def _faults(path_of: Callable[[str], Path], stems: Iterable[str], communities: Iterable[Community]) -> list[str]:
    """The faults of a language whose files lie where `path_of` says."""
    phrases, settings = path_of(PHRASES), path_of(SETTINGS)
    names_only = not phrases.is_file()
    known = {community.id: community for community in communities}
    found = [] if names_only else list(_phrase_faults(phrases))
    abbreviations: Collection[str] = ()
    try:
        abbreviations = read_language(settings).abbreviations
    except DataFileError as error:
        found.append(str(error))
    found += _synonym_faults(path_of(f"{STEM}.toml"), known)
    for stem in stems:
        if f"{stem}.toml" not in (PHRASES, SETTINGS) and stem not in (*known, STEM):
            found.append(f"{path_of(f'{stem}.toml')}: {UnknownNameError('community', stem, known)}")
    for name, community in known.items():
        found += faults(path_of(f"{name}.toml"), community, abbreviations, names_only=names_only)
    return found


def faults(
    path: Path, community: Community, abbreviations: Collection[str] = (), *, names_only: bool = False
) -> list[str]:
    """The faults of one file of texts: each names file, festival and field.

    `abbreviations` are the words of its language whose full stop ends no sentence.
    """
    try:
        data = read_toml(path)
    except DataFileError as error:
        return [str(error)]
    return [f"{path}: {fault}" for fault in _file_faults(data, community, names_only, abbreviations)]


def _file_faults(
    data: Mapping[str, object], community: Community, names_only: bool, abbreviations: Collection[str]
) -> Iterator[str]:
    yield from _key_faults(data, ("community", "festivals"), required=("community", "festivals"))
    about = data.get("community", {})
    if isinstance(about, dict):
        yield from _within("[community]", _community_faults(about, names_only))
    else:
        yield f"'community' must be a table, but is {about!r}."
    festivals = data.get("festivals", {})
    if not isinstance(festivals, dict):
        yield f"'festivals' must be a table, but is {festivals!r}."
        return
    kept = {festival.slug: festival for festival in community.festivals}
    for slug in festivals:
        if slug not in kept:
            yield str(UnknownNameError(f"{community.id} festival", slug, kept))
    for slug, festival in kept.items():
        if slug in festivals:
            yield from _within(festival.id, _festival_faults(festivals[slug], festival, names_only, abbreviations))
        elif festival.rank is Rank.MAJOR or not names_only:
            yield f"{festival.id} is missing."


def _community_faults(about: Mapping[str, object], names_only: bool) -> Iterator[str]:
    known = fields(forms.About)
    yield from _key_faults(about, known, required=("name",) if names_only else known)
    for key, length in ABOUT.items():
        if key in about:
            yield from (_advice_faults if key in ADVICE else _text_faults)(key, about[key], length)


def _advice_faults(key: str, sentences: object, length: Length) -> Iterator[str]:
    several = range(forms.FEWEST_SENTENCES, forms.MOST_SENTENCES + 1)
    if not isinstance(sentences, list) or len(sentences) not in several:
        yield f"{key!r} must be a list of two to four sentences, but is {sentences!r}."
        return
    for sentence in sentences:
        yield from _text_faults(key, sentence, length)


def _festival_faults(
    entry: object, festival: Festival, names_only: bool, abbreviations: Collection[str]
) -> Iterator[str]:
    if not isinstance(entry, dict):
        yield f"must be a table, but is {entry!r}."
        return
    required = ["name", "short", *([] if "greetings" in entry else ["greeting"])]
    if not names_only:
        required += ["explanation", "school"] if festival.rank is Rank.MAJOR else ["explanation"]
    yield from _key_faults(entry, fields(forms.OfFestival), required)
    yield from _words_faults(entry, festival, abbreviations)
    if "native" in entry:
        yield from _native_faults(entry["native"])
    usages = entry.get("usages", {})
    if not isinstance(usages, dict):
        yield f"'usages' must be a table, but is {usages!r}."
        return
    kept = tuple(usage for usage, _ in festival.ways if usage)
    for usage, own in usages.items():
        if usage not in kept:
            yield str(UnknownNameError(f"{festival.id} usage", usage, kept))
        elif not isinstance(own, dict):
            yield f"'usages.{usage}' must be a table, but is {own!r}."
        else:
            yield from _within(f"'usages.{usage}'", _key_faults(own, fields(forms.OfUsage), required=()))
            yield from _within(f"'usages.{usage}'", _words_faults(own, festival, abbreviations))


def _words_faults(entry: Mapping[str, object], festival: Festival, abbreviations: Collection[str]) -> Iterator[str]:
    """The faults of texts and greetings, of a festival or of one of its usages."""
    for key, length in {**FESTIVAL, "explanation": EXPLANATION[festival.rank]}.items():
        if key in entry:
            yield from _text_faults(key, entry[key], length)
    school = entry.get("school")
    if isinstance(school, str) and {"{", "}"} & set(school.replace(LEAVE, "")):
        yield f"'school' may have braces for the blank {LEAVE} alone, but is {school!r}."
    if isinstance(explanation := entry.get("explanation"), str):
        yield from _text_faults(
            "explanation, first sentence", up_to_its_end(explanation, abbreviations), FIRST_SENTENCE
        )
    if "greeting" in entry and "greetings" in entry:
        yield "either 'greeting' or 'greetings' is said, not both."
    if "greeting" in entry:
        yield from _greeting_faults(entry["greeting"])
    several = entry.get("greetings", [{}, {}])
    if not isinstance(several, list) or not forms.FEWEST_GREETINGS <= len(several) <= forms.MOST_GREETINGS:
        yield f"'greetings' must be a list of two to {forms.MOST_GREETINGS} tables, but is {several!r}."
    elif "greetings" in entry:
        for one in several:
            yield from _greeting_faults(one)
            if isinstance(one, dict) and "lang" not in one:
                yield f"'greetings': each must name its language in 'lang', but {one!r} does not."


def _greeting_faults(greeting: object) -> Iterator[str]:
    if not isinstance(greeting, dict):
        yield f"'greeting' must be a table, but is {greeting!r}."
        return
    if "instead" in greeting:
        known: tuple[str, ...] = ("instead",)
        required: tuple[str, ...] = known
    else:
        known, required = fields(forms.Congratulation), ("words",)
        if "script" in greeting or greeting.get("lang", LATIN[0]) not in LATIN:
            required = ("words", "script", "lang")
        if "script" in greeting and "answer" in greeting:
            required += ("answer_script",)
    yield from _within("'greeting'", _key_faults(greeting, known, required))
    for key in known:
        if key in greeting:
            yield from _text_faults(f"greeting.{key}", greeting[key], GREETING[key])


def _native_faults(native: object) -> Iterator[str]:
    if not isinstance(native, list) or not native:
        yield f"'native' must be a list of tables with text and lang, but is {native!r}."
        return
    for name in native:
        if not isinstance(name, dict):
            yield f"'native' must be a list of tables with text and lang, but has {name!r}."
            continue
        yield from _within("'native'", _key_faults(name, NATIVE, required=NATIVE))
        for key, length in NATIVE.items():
            if key in name:
                yield from _text_faults(f"native.{key}", name[key], length)


def _phrase_faults(path: Path) -> Iterator[str]:
    """What a file of phrases lacks or has beyond that of the default language, and blanks that differ."""
    try:
        data, model = read_toml(path), read_toml(read_at(FOLDER, DEFAULT, PHRASES))
    except DataFileError as error:
        yield str(error)
        return
    yield from _within(str(path), _key_faults(data, model, required=model))
    for section, entries in model.items():
        own = data.get(section, entries)
        if not isinstance(own, dict):
            yield f"{path}: {section!r} must be a table, but is {own!r}."
        elif section != INFLECTED:
            yield from _within(f"{path}: [{section}]", _section_faults(own, entries, path.parent.name))


def _section_faults(own: Mapping[str, object], model: Mapping[str, object], lang: str) -> Iterator[str]:
    """The faults of a section: each phrase of the model, and where that counts, a wording for each kind of number."""
    counting = {key for key, words in model.items() if isinstance(words, str) and _counts(words)}
    variants = {f"{key}-{kind}": key for key in counting for kind in plurals.CATEGORIES}
    of_model = {variants[key] for key in model if key in variants}
    needed = {f"{key}-{kind}": key for key in counting if key in of_model for kind in plurals.categories(lang)}
    plain = {key: key for key in model if key not in variants}
    allowed = {f"{key}-{kind}": key for key in counting for kind in plurals.categories(lang)}
    yield from _key_faults(own, {**plain, **allowed}, required={**plain, **needed})
    for key, base in {**plain, **allowed}.items():
        if key in own:
            yield from _wording_faults(key, own[key], model[base], counts=key in allowed)


def _counts(words: str) -> bool:
    return bool(_blanks(words) and set(COUNTED) & (_blanks(words) or set()))


def _wording_faults(key: str, words: object, model: object, *, counts: bool) -> Iterator[str]:
    if type(words) is not type(model):
        yield f"{key!r} must be like {model!r} in {DEFAULT!r}, but is {words!r}."
    elif isinstance(words, list) and isinstance(model, list) and len(words) != len(model):
        yield f"{key!r} must have {len(model)} names, but has {len(words)}."
    elif isinstance(words, str) and _blanks(words) is None:
        yield f"{key!r} has a brace without its partner: {words!r}."
    # The wording for one may leave out the number it stands for.
    elif isinstance(words, str) and not counts and _blanks(words) != _blanks(str(model)):
        yield f"{key!r} must have the blanks of {model!r} in {DEFAULT!r}, but is {words!r}."


def _blanks(words: str) -> set[str] | None:
    """The names of a phrase's blanks; None where braces do not pair."""
    try:
        return {blank for _, blank, _, _ in Formatter().parse(words) if blank}
    except ValueError:
        return None


def _key_faults(table: Mapping[str, object], known: Iterable[str], required: Iterable[str]) -> Iterator[str]:
    known = tuple(known)
    for key in table:
        if key not in known:
            yield str(UnknownNameError("field", key, known))
    for key in required:
        if key not in table:
            yield f"{key!r} is missing."


def _text_faults(field: str, value: object, length: Length) -> Iterator[str]:
    if not isinstance(value, str):
        yield f"{field!r} must be a text, but is {value!r}."
    elif not length.least <= len(value) <= length.most:
        yield (
            f"{field!r} must have {length.least} to {length.most} characters, "
            f"but has {len(value)}: {value if len(value) <= 60 else value[:59] + '…'!r}."
        )


def _synonym_faults(path: Path, known: Mapping[str, Community]) -> Iterator[str]:
    """What a file of words for searching says of communities and festivals that do not exist."""
    try:
        said = read_synonyms(path) if path.is_file() else NONE
    except DataFileError as error:
        yield str(error)
        return
    kept = [festival.id for community in known.values() for festival in community.festivals]
    named = [(name, "community", known) for name in said.communities]
    for name, what, names in (
        *named,
        *((name, "festival", kept) for same in said.festivals for name in same.festivals),
    ):
        if name not in names:
            yield f"{path}: {UnknownNameError(what, name, names)}"


def _within(where: str, found: Iterable[str]) -> Iterator[str]:
    return (f"{where}: {fault}" for fault in found)
