"""Each language says everything it must, within the lengths that print and lists have room for."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import interfaith_cal as ic
from interfaith_cal.editorial import textcheck
from interfaith_cal.errors import InterfaithCalError, UnknownNameError
from interfaith_cal.ground.root import data_folder
from interfaith_cal.model import Rank
from interfaith_cal.religions import PRINT_ORDER
from interfaith_cal.words import texts
from interfaith_cal.words.languages import check_language, languages
from tests.texts.reading import COMPLETE, LANGUAGES, OF_NAMES, TEXTS, name_in_a_new_language, read

CHURCHES = ("protestant", "catholic", "orthodox", "armenian", "syriac", "coptic")


def test_the_folders_are_the_languages() -> None:
    assert sorted(folder.name for folder in TEXTS.iterdir()) == sorted((*LANGUAGES, *OF_NAMES))
    assert languages() == LANGUAGES


@pytest.mark.parametrize("lang", [*LANGUAGES, *OF_NAMES])
def test_nothing_is_wrong_with_the_shipped_texts(lang: str) -> None:
    assert textcheck.faults_of_folder(TEXTS / lang, ic.communities()) == []


@pytest.mark.parametrize("lang", COMPLETE)
@pytest.mark.parametrize("community", PRINT_ORDER)
def test_each_festival_has_exactly_one_entry_in_the_order_of_the_rules(lang: str, community: ic.CommunityId) -> None:
    assert list(read(lang, community)["festivals"]) == [f.slug for f in ic.communities([community])[0].festivals]


@pytest.mark.parametrize("community", PRINT_ORDER)
def test_turkish_names_and_greets_the_main_feasts(community: ic.CommunityId) -> None:
    keeper = ic.communities([community])[0]
    main = [festival for festival in keeper.festivals if festival.rank is Rank.MAJOR]
    named = read("tr", community)["festivals"]
    assert list(named) == [festival.slug for festival in keeper.festivals if festival.slug in named]
    assert all(festival.name("tr") and festival.greeting("tr") for festival in main)
    assert keeper.name("tr")
    assert keeper.code("tr")


def test_turkish_as_it_is_said() -> None:
    assert ic.festival("islamic/eid-al-fitr").name("tr") == "Ramazan Bayramı"
    assert ic.festival("alevi/hizir-fast").greeting("tr") == "Hızır yoldaşınız olsun!"
    greek = "Hristos anesti! / Alithos anesti! (Χριστός ανέστη! / Αληθώς ανέστη!) – Mesih dirildi! / Gerçekten dirildi!"
    assert greek in ic.festival("orthodox/pascha").greeting("tr")
    assert ic.festival("armenian/genocide-martyrs").greeting("tr").startswith("Tebrik edilmez;")
    assert ic.communities(["yezidi"])[0].name("tr") == "Êzîdîlik"


def test_what_a_language_of_names_lacks_is_said_in_one_sentence(tmp_path: Path) -> None:
    only_names = (
        r"^in the language 'qna' there are only names and greetings; for the rest .*: 'qna:de' or 'qna:en' or 'qna:tr'"
    )
    (pesach,) = [o for o in ic.observances(2027, communities=["jewish"]) if o.festival.slug == "pesach"]
    with data_folder(name_in_a_new_language(tmp_path)):
        with pytest.raises(InterfaithCalError, match=only_names):
            check_language("qna")
        with pytest.raises(InterfaithCalError, match=only_names):
            pesach.festival.explanation("qna")
        with pytest.raises(InterfaithCalError, match=only_names):
            ic.festival("jewish/tu-bishvat").greeting("qna")
        assert pesach.explanation("qna:en") == pesach.explanation("en")


def test_what_a_language_of_names_does_not_name_is_named_in_the_language_it_falls_back_to(tmp_path: Path) -> None:
    tu_bishvat = ic.festival("jewish/tu-bishvat")
    (pesach,) = [o for o in ic.observances(2027, communities=["jewish"]) if o.festival.slug == "pesach"]
    with data_folder(name_in_a_new_language(tmp_path)):
        assert tu_bishvat.name("qna") == tu_bishvat.name("de")
        assert tu_bishvat.name("qna:en") == tu_bishvat.name("en")
        assert [texts.name_language("jewish", slug, "qna") for slug in ("tu-bishvat", "pesach")] == ["de", "qna"]
        assert pesach.native_date_in("qna") == pesach.native_date_in("de")


def test_a_language_without_a_folder_is_unknown() -> None:
    with pytest.raises(UnknownNameError, match="there is no language 'fr'"):
        ic.festival("jewish/pesach").name("fr")
    with pytest.raises(UnknownNameError, match="there is no language 'trk'; did you mean 'tr'"):
        check_language("trk")


@pytest.fixture
def test_adding_a_language_is_adding_a_folder(tmp_path: Path) -> None:
    (tmp_path / "texts" / "xx").mkdir(parents=True)
    (tmp_path / "texts" / "xx" / "jewish.toml").write_text(
        '[festivals.pesach]\nname = "Xx"\ngreeting = { words = "Yy!" }\n', encoding="utf-8"
    )
    shutil.copytree(TEXTS / "en", tmp_path / "texts" / "yy")
    pesach = ic.festival("jewish/pesach")
    with data_folder(tmp_path):
        assert (pesach.name("xx"), pesach.greeting("xx")) == ("Xx", "Yy!")
        with pytest.raises(InterfaithCalError, match="in the language 'xx' there are only"):
            check_language("xx")
        assert check_language("yy") == "yy"
        assert pesach.name("yy") == pesach.name("en")
    with pytest.raises(UnknownNameError, match="there is no language 'xx'"):
        pesach.name("xx")


@pytest.mark.parametrize(
    ("text", "first", "lang"),
    [
        ("Mit dem 1. Advent beginnt es. Danach mehr.", "Mit dem 1. Advent beginnt es.", "de"),
        ("Sie gedenken des 2. Juli 1993. Viele kommen.", "Sie gedenken des 2. Juli 1993.", "de"),
        (
            "Man ruft: „Christus ist auferstanden!“ Dann endet das Fasten.",
            "Man ruft: „Christus ist auferstanden!“",
            "de",
        ),
        ("Man sagt „Frohe Ostern!“ und freut sich. Oder nicht.", "Man sagt „Frohe Ostern!“ und freut sich.", "de"),
        ("The feast of St Basil. It is kept.", "The feast of St Basil.", "en"),
        ("Hz. Ali doğdu. Şenlik olur.", "Hz. Ali doğdu.", "tr"),
        ("'Alá' ends. 'Abdu'l-Bahá is remembered.", "'Alá' ends.", "en"),
        ("No end at all", "No end at all", "en"),
    ],
)
def test_the_first_sentence(text: str, first: str, lang: str) -> None:
    assert texts.first_sentence(text, lang) == first


# A feast that several churches keep under one name on one day is one line of the poster; it needs one short name.
@pytest.mark.parametrize(
    ("slugs", "german", "english", "turkish"),
    [
        ("ascension ascension ascension ascension ascension ascension", "Christi Himmelfahrt", "Ascension Day",
         "Göğe Yükseliş"),
        ("easter-sunday easter-sunday pascha easter easter easter", "Ostersonntag", "Easter Sunday",
         "Paskalya"),
        ("pentecost-sunday pentecost-sunday pentecost pentecost pentecost pentecost", "Pfingstsonntag", "Pentecost",
         "Pentekost"),
        ("palm-sunday palm-sunday palm-sunday palm-sunday palm-sunday palm-sunday", "Palmsonntag", "Palm Sunday",
         "Palmiye Pazarı"),
        ("good-friday good-friday holy-friday holy-friday good-friday good-friday", "Karfreitag", "Good Friday",
         "Kutsal Cuma"),
        ("annunciation annunciation annunciation annunciation suboro annunciation", "Verkündigung", "Annunciation",
         "Müjde Bayramı"),
        ("christmas-day christmas-day nativity - yaldo nativity", "Weihnachten", "Christmas",
         "Noel"),
        ("candlemas candlemas - - maalto -", "Darstellung des Herrn", "Presentation of the Lord",
         "Rab’bin Mabede Sunuluşu"),
        ("- - theophany - denho theophany", "Taufe Christi", "Baptism of Christ",
         "Mesih’in Vaftizi"),
        ("- peter-and-paul peter-and-paul - peter-and-paul -", "Peter und Paul", "Peter and Paul",
         "Petrus ve Pavlus"),
        ("- transfiguration transfiguration - transfiguration transfiguration",
         "Verklärung Christi", "Transfiguration",
         "Suret Değiştirme"),
        ("- - dormition - assumption -", "Entschlafung Mariens", "Dormition of Mary",
         "Meryem’in Uykuya Dalışı"),
        ("- nativity-of-mary nativity-of-the-theotokos nativity-of-mary nativity-of-mary nativity-of-mary",
         "Mariä Geburt", "Nativity of Mary",
         "Meryem Ana’nın Doğumu"),
        ("- exaltation-of-the-cross elevation-of-the-cross exaltation-of-the-cross - -",
         "Kreuzerhöhung", "Exaltation of the Cross",
         "Haç’ın Yüceltilmesi"),
        ("- - - - nineveh-fast nineveh-fast", "Ninive-Fasten", "Fast of Nineveh",
         "Ninova Orucu"),
    ],
)  # fmt: skip
def test_one_feast_of_several_churches_has_one_short_name(slugs: str, german: str, english: str, turkish: str) -> None:
    for church, slug in zip(CHURCHES, slugs.split(), strict=True):
        if slug != "-":
            names = [read(lang, church)["festivals"][slug]["short"] for lang in COMPLETE]
            assert names == [german, english, turkish], church
