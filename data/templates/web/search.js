// Festivals by what people type, exactly as `interfaith_cal.finding` finds them: tests hold the two together.

const APOSTROPHES = /['’‘ʼʿʾ`´]/gu;
const SIGNS = /[\p{P}\p{S}\p{Z}\p{C}]/gu;
const YEAR = /^(1[5-9][0-9]{2}|2[01][0-9]{2})$/;
const PLAIN = { ı: "i", ø: "o", ł: "l", đ: "d", ə: "e", æ: "ae", œ: "oe" };
const LEAST_PART = 3, LEAST_STEM = 4, LEAST_NEAR = 0.75, MOST_NEAR = 3;

/** How well a festival fits, from the best on; up to COMMUNITY it is what was asked for. */
export const Fit = { WHOLE: 0, WORDS: 1, BEGINNINGS: 2, PARTS: 3, COMMUNITY: 4, NEAR: 5, SOME: 6 };

// A sign that combines with the one before changes places with signs of other classes when Unicode sorts them.
const BELOW = "\u0334", ABOVE = "\u0345";
const combines = (sign) => [sign + BELOW, ABOVE + sign].some((pair) => pair.normalize("NFD") !== pair);

/** The words of a text without case, diacritics, apostrophes and signs. */
export function fold(text) {
  const small = text.replace(APOSTROPHES, "").toLowerCase().replace(/ß/gu, "ss").replace(/ς/gu, "σ");
  // With a capital the iota below a Greek letter is a letter of its own.
  const apart = small.normalize("NFD").replaceAll(ABOVE, "ι").normalize("NFKD");
  const plain = [...apart].filter((sign) => !/\p{M}/u.test(sign) || !combines(sign)).map((sign) => PLAIN[sign] ?? sign).join("");
  return plain.replace(SIGNS, " ").split(" ").filter(Boolean);
}

const length = (word) => [...word].length;
const isPlain = (word) => /^[\x00-\x7f]*$/.test(word);

/** What a text may mean, the best fit first; each hit has the festival, the fit, and the name that fits. */
export function search(index, text) {
  const asked = fold(text);
  if (!asked.length) return [];
  index.ready ??= index.festivals.map((festival) => ({ festival, names: festival.names.map(named) }));
  const dated = asked.filter((word) => !YEAR.test(word));
  const undated = dated.length ? dated : asked;
  for (const words of undated.length < asked.length ? [asked, undated] : [asked]) {
    const beside = {};
    for (const [community, names] of Object.entries(index.communities)) {
      beside[community] = words.filter((word) => !namesCommunity(word, names));
    }
    const hits = index.ready.map((entry) => fitting(words, beside[entry.festival.community], entry)).filter(Boolean);
    if (hits.length) return hits.sort(inOrder);
  }
  return almost(undated, index.ready);
}

const named = ([said, folded = fold(said).join(" ")]) => ({ said, words: folded.split(" "), joined: folded.replaceAll(" ", "") });
const inOrder = (one, other) => one.fit - other.fit || other.festival.main - one.festival.main;

function fitting(asked, beside, entry) {
  const ways = beside.length === asked.length || !beside.length ? [asked] : [asked, beside];
  let best;
  for (const words of ways) {
    const joined = words.join("");
    for (const name of entry.names) {
      const fit = fitOf(words, joined, name);
      if (fit !== undefined && (!best || fit < best.fit)) best = { festival: entry.festival, fit, said: name.said };
    }
  }
  if (!best && !beside.length && entry.festival.main) return { festival: entry.festival, fit: Fit.COMMUNITY, said: asked.join(" ") };
  return best;
}

function fitOf(asked, joined, name) {
  if (joined === name.joined) return Fit.WHOLE;
  if (!asked.every((word) => name.joined.includes(word))) return undefined;
  if (asked.every((word) => name.words.includes(word))) return Fit.WORDS;
  if (asked.every((word) => name.words.some((own) => own.startsWith(word)))) return Fit.BEGINNINGS;
  // In a script without blanks and capitals one sign may be a word.
  return asked.every((word) => length(word) >= LEAST_PART || !isPlain(word)) ? Fit.PARTS : undefined;
}

/** Whether a word is a community's name or begins as one does: "orthodoxes", "kath". */
function namesCommunity(word, names) {
  return names.some(
    (name) =>
      word === name ||
      (Math.min(length(word), length(name)) >= LEAST_STEM && (word.startsWith(name) || name.startsWith(word))),
  );
}

/** What is written almost like a text, the nearest first; then what has some of its words. */
function almost(asked, entries) {
  const keepers = new Map(), some = new Map();
  const telling = asked.filter((word) => length(word) >= LEAST_STEM);
  for (const { festival, names } of entries) {
    for (const name of names) {
      if (!keepers.has(name.joined)) keepers.set(name.joined, []);
      keepers.get(name.joined).push({ festival, fit: Fit.NEAR, said: name.said });
      if (!some.has(festival.id) && telling.some((word) => name.words.includes(word) || word === name.joined)) {
        some.set(festival.id, { festival, fit: Fit.SOME, said: name.said });
      }
    }
  }
  const near = nearest(asked.join(""), [...keepers.keys()]).flatMap((name) => keepers.get(name).sort(inOrder));
  const once = new Map();
  for (const hit of [...near, ...[...some.values()].sort(inOrder)]) {
    if (!once.has(hit.festival.id)) once.set(hit.festival.id, hit);
  }
  return [...once.values()];
}

/** The few texts that are most alike, as `difflib.get_close_matches` finds them. */
function nearest(text, others) {
  const letters = [...text];
  return others
    .map((other) => [alike([...other], letters), other])
    .filter(([ratio]) => ratio >= LEAST_NEAR)
    .sort(([one, first], [other, second]) => other - one || (first < second ? 1 : -1))
    .slice(0, MOST_NEAR)
    .map(([, other]) => other);
}

/** How much of two texts is the same, after Ratcliff and Obershelp: twice what matches, of all letters. */
function alike(one, other) {
  const all = one.length + other.length;
  if ((2 * Math.min(one.length, other.length)) / all < LEAST_NEAR) return 0;
  const places = new Map();
  other.forEach((letter, place) => places.set(letter, [...(places.get(letter) ?? []), place]));
  const matching = (first, end, from, to) => {
    let size = 0, inOne = first, inOther = from, before = new Map();
    for (let i = first; i < end; i++) {
      const runs = new Map();
      for (const j of places.get(one[i]) ?? []) {
        if (j < from || j >= to) continue;
        const run = (before.get(j - 1) ?? 0) + 1;
        runs.set(j, run);
        if (run > size) [size, inOne, inOther] = [run, i - run + 1, j - run + 1];
      }
      before = runs;
    }
    if (!size) return 0;
    return size + matching(first, inOne, from, inOther) + matching(inOne + size, end, inOther + size, to);
  };
  return (2 * matching(0, one.length, 0, other.length)) / all;
}
