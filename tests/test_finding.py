"""Festivals are found by what people type: every name, every synonym, and nothing by what only looks alike."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import interfaith_cal as ic
from interfaith_cal import finding
from interfaith_cal.cli.main import cli, run
from interfaith_cal.finding import Fit
from interfaith_cal.religions import PRINT_ORDER
from interfaith_cal.words import texts
from interfaith_cal.words.languages import languages_with_names
from interfaith_cal.words.synonyms import synonyms

ANY: Any = ic
MAIN = [
    festival for community in ic.communities() for festival in community.festivals if festival.rank is ic.Rank.MAJOR
]


def ids(text: str, **among: Any) -> list[str]:
    return [festival.id for festival in ic.search(text, **among)]


def whole(text: str) -> list[str]:
    return [hit.festival.id for hit in finding.search(text) if hit.fit is Fit.WHOLE]


def names(festival: ic.Festival) -> Iterator[str]:
    community, slug = festival.community_id, festival.slug
    for lang in languages_with_names():
        yield from (festival.name(lang), texts.short_name(community, slug, lang))
        yield from (native for native, _ in texts.festival_native(community, slug, lang))


@pytest.mark.parametrize("community", PRINT_ORDER)
def test_every_name_of_every_main_day_finds_it_first(community: str) -> None:
    for festival in MAIN:
        if festival.community_id == community:
            for name in dict.fromkeys(names(festival)):
                # Before it comes only what bears the very same name.
                assert festival.id in whole(name), name


@pytest.mark.parametrize("lang", ["de", "en", "tr"])
def test_every_synonym_finds_its_festivals(lang: str) -> None:
    for same in synonyms(lang).festivals:
        for word in same.words:
            for identifier in same.festivals:
                hits = finding.search(word, [identifier.partition("/")[0]])
                assert (identifier, Fit.WHOLE) in {(hit.festival.id, hit.fit) for hit in hits}, (word, identifier)


def test_every_main_day_has_words_beyond_its_names() -> None:
    """At least three that people use, in all languages together."""
    said: dict[str, set[tuple[str, ...]]] = {}
    for lang in ("de", "en", "tr"):
        for same in synonyms(lang).festivals:
            for identifier in same.festivals:
                said.setdefault(identifier, set()).update(map(finding.fold, same.words))
    assert {
        festival.id: len(said.get(festival.id, ())) for festival in MAIN if len(said.get(festival.id, ())) < 3
    } == {}


@pytest.mark.parametrize("typed, festivals", [
    ("zuckerfest", ["islamic/eid-al-fitr"]),
    ("Fastenbrechen", ["islamic/eid-al-fitr"]),
    ("eid al fitr", ["islamic/eid-al-fitr"]),
    ("Bayram", ["islamic/eid-al-fitr", "islamic/eid-al-adha", "alevi/kurban"]),
    ("Opferfest", ["islamic/eid-al-adha", "alevi/kurban"]),
    ("Yom Kippur", ["jewish/yom-kippur"]),
    ("Hanukkah", ["jewish/hanukkah"]),
    ("Hannukka", ["jewish/hanukkah"]),
    ("Passah", ["jewish/pesach"]),
    ("Nowruz", ["alevi/newroz", "bahai/naw-ruz"]),
    ("Divali", ["hindu/tamil-deepavali", "hindu/diwali"]),
    ("Vesak", ["buddhist/vesak"]),
    ("Wesak", ["buddhist/vesak"]),
    ("Heiliger Abend", ["protestant/christmas-eve", "catholic/christmas-eve", "armenian/christmas-eve"]),
    # ı and i, with a point or without one, in capitals or not
    ("hidirellez", ["alevi/hidirellez"]),
    ("HIDIRELLEZ", ["alevi/hidirellez"]),
    ("HIDIRELLEZ".replace("I", "İ"), ["alevi/hidirellez"]),
    ("hıdırellez", ["alevi/hidirellez"]),
    # ß and ss, umlauts and how they are typed without their keys, hyphens, apostrophes, diacritics
    ("buss und bettag", ["protestant/repentance-day"]),
    ("BUẞ- UND BETTAG", ["protestant/repentance-day"]),
    ("Mariae Empfaengnis", ["catholic/immaculate-conception", "armenian/conception-of-mary"]),
    ("Maria Empfängnis", ["catholic/immaculate-conception", "armenian/conception-of-mary"]),
    ("tisha bav", ["jewish/tisha-bav"]),
    ("Tisha B'Av", ["jewish/tisha-bav"]),
    ("Hinscheiden Bahaullahs", ["bahai/ascension-of-bahaullah"]),
    ("rosch-haschana", ["jewish/rosh-hashanah"]),
    ("zuckerfest 2027", ["islamic/eid-al-fitr"]),
    ("होली", ["hindu/holi"]),
    ("佛誕", ["buddhist/buddha-birthday-lunar"]),
])  # fmt: skip
def test_what_people_type(typed: str, festivals: list[str]) -> None:
    assert whole(typed) == festivals


def test_a_festival_is_not_found_in_the_name_of_its_community() -> None:
    assert ids("Holi") == ["hindu/holi", "hindu/holika-dahan"]
    assert {identifier.partition("/")[0] for identifier in ids("katholisch")} == {"catholic"}


def test_the_name_of_a_community_narrows() -> None:
    assert whole("evangelisches Ostern") == ["protestant/easter-sunday"]
    assert whole("koptische Weihnachten") == ["coptic/nativity"]
    assert ids("alevitisches Opferfest")[0] == "alevi/kurban"
    assert ids("Opferfest", communities="alevi") == ["alevi/kurban"]
    assert set(ids("Ostern", communities="christian")[:2]) == {"protestant/easter-sunday", "catholic/easter-sunday"}


def test_whole_words_come_before_parts_and_main_days_before_others() -> None:
    for typed in ("eid", "fest", "jom", "kreuz", "maria"):
        hits = finding.search(typed)
        assert [hit.fit for hit in hits] == sorted(hit.fit for hit in hits)
    fits = {hit.festival.id: hit.fit for hit in finding.search("eid")}
    assert fits["islamic/ghadir"] is Fit.WORDS
    assert fits["orthodox/circumcision"] is Fit.PARTS  # Beschn-eid-ung


def test_what_is_almost_written_so_is_the_nearest_and_nonsense_is_nothing() -> None:
    assert ids("zukerfest") == ["islamic/eid-al-fitr"]
    assert ids("jom kipper") == ["jewish/yom-kippur"]
    assert ids("wann ist das Zuckerfest") == ["islamic/eid-al-fitr"]
    assert ids("xyzzy") == []


@pytest.mark.parametrize("text", ["", " ", "-", "'’"])
def test_an_empty_text_is_refused(text: str) -> None:
    with pytest.raises(ic.InterfaithCalError, match=r"the text to search for is .*; give the name of a festival"):
        ic.search(text)


@pytest.mark.parametrize("wrong", [None, 3, ["Zuckerfest"], b"Zuckerfest", date(2027, 1, 1)])
def test_a_wrong_type_is_refused(wrong: object) -> None:
    with pytest.raises(
        ic.WrongTypeError, match=r"the text to search for is .*; give (a text such as|the text alone:) 'Zuckerfest'."
    ):
        ANY.search(wrong)
    with pytest.raises(ic.InterfaithCalError, match="there is no community 'jewsh'"):
        ANY.search("Zuckerfest", communities="jewsh")


def said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    status = run(cli, list(words))
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def test_next_takes_what_is_clear_and_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("--after", "2027-01-01", "--format", "csv", "--lang", "en")
    status, out, err = said(capsys, "next", "zuckerfest", *asked)
    assert (status, out.count("islamic/eid-al-fitr/1448")) == (0, 1)
    assert err == "“zuckerfest”: Eid al-Fitr (Feast of Breaking the Fast) (islamic/eid-al-fitr).\n"
    assert said(capsys, "next", "islamic/eid-al-fitr", *asked) == (0, out, "")
    status, _, err = said(capsys, "next", "Opferfest", *asked)
    assert (status, err.partition("; ")[2]) == (0, "also the name of alevi/kurban.\n")
    status, _, err = said(capsys, "next", "Ostern", "-c", "catholic", *asked)
    assert (status, err) == (0, "“Ostern”: Easter Sunday (catholic/easter-sunday).\n")


@pytest.mark.parametrize("word, sentence", [
    ("Nowruz", "'Nowruz' may be alevi/newroz, bahai/naw-ruz; name one of them."),
    ("jom", "'jom' may be jewish/yom-kippur, jewish/yom-hashoah"),
    ("catholic", "and 20 more; name one of them."),
    ("zukerfest", "there is no festival 'zukerfest'; did you mean 'islamic/eid-al-fitr'?"),
    ("jewish/passah", "there is no festival 'jewish/passah'; did you mean 'jewish/pesach'?"),
    ("jewsh/pesach", "there is no community 'jewsh'; did you mean 'jewish'?"),
    ("xyzzy", "there is no festival 'xyzzy';"),
    ("", "the text to search for is ''"),
])  # fmt: skip
def test_next_says_what_is_not_clear(capsys: pytest.CaptureFixture[str], word: str, sentence: str) -> None:
    status, out, err = said(capsys, "next", word)
    assert (status, out) == (2, "")
    assert sentence in err
    assert err.count("\n") == 1


def test_ids_of_the_library_have_the_same_suggestions() -> None:
    with pytest.raises(ic.UnknownNameError, match=r"did you mean 'islamic/eid-al-fitr'\?"):
        ic.festival("Zuckerfest")
    with pytest.raises(ic.UnknownNameError, match=r"did you mean 'islamic/eid-al-fitr'\?"):
        ic.upcoming("islamic/zuckerfest", after=date(2027, 1, 1))


def test_words_of_ones_own_are_found_and_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "texts" / "de" / "search.toml"
    path.parent.mkdir(parents=True)
    path.write_text('[[synonyms]]\nfestivals = ["jewish/purim"]\nwords = ["Hamantaschenfest"]\n', encoding="utf-8")
    with ic.data_folder(tmp_path):
        assert ids("hamantaschenfest") == ["jewish/purim"]
        assert "islamic/eid-al-fitr" not in whole("Zuckerfest")
    assert ids("hamantaschenfest") == []


@pytest.mark.parametrize("content, sentence", [
    ('[[synonyms]]\nfestivals = ["jewish/purm"]\nwords = ["x"]\n',
     "there is no festival 'jewish/purm'; did you mean 'jewish/purim'?"),
    ('[[synonyms]]\nfestivals = ["purim"]\nwords = ["x"]\n', "synonyms number 1: 'festivals' must be a list of ids"),
    ('[[synonyms]]\nfestivals = ["jewish/purim"]\nwords = "x"\n', "synonyms number 1: 'words' must be a list of words"),
    ('[[synonyms]]\nfestivals = ["jewish/purim"]\n', "synonyms number 1: 'words' must be a list of words"),
    ('[[synonym]]\nfestivals = ["jewish/purim"]\n', "the key 'synonym' is unknown; known are: communities, synonyms."),
    ('[communities]\njewsh = ["x"]\n', "there is no community 'jewsh'; did you mean 'jewish'?"),
    ('[communities]\njewish = "x"\n', "'jewish' must be a list of words, but is 'x'."),
])  # fmt: skip
def test_a_broken_file_of_words_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str, sentence: str
) -> None:
    path = tmp_path / "texts" / "de" / "search.toml"
    path.parent.mkdir(parents=True)
    path.write_text(content, encoding="utf-8")
    status, out, _ = said(capsys, "--data", str(tmp_path), "check")
    assert status == 1
    assert [line for line in out.splitlines() if str(path) in line and sentence in line], out


def test_help_and_a_list_load_no_search() -> None:
    program = (
        "import sys\n"
        "from interfaith_cal.cli.main import cli, run\n"
        "run(cli, sys.argv[1:])\n"
        "print([name for name in sys.modules if 'finding' in name or 'synonyms' in name], file=sys.stderr)"
    )
    for words in (["--help"], ["list", "2027"]):
        done = subprocess.run([sys.executable, "-c", program, *words], capture_output=True, text=True, check=True)
        assert done.stderr.splitlines()[-1] == "[]"
