// The frame for pages of others. It asks nobody but its own site, keeps nothing, and says what it does not know.
"use strict";

(() => {
  const known = JSON.parse(document.getElementById("known").textContent);
  const place = document.getElementById("main");
  const asked = new URLSearchParams(location.search);
  const languages = Object.keys(known.languages);
  const communities = known.communities;
  const ALLOWED = {
    lang: languages,
    show: ["days", "month"],
    rank: ["major", "all"],
    scheme: ["auto", "light", "dark"],
  };

  function element(name, content, className) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...[content].flat());
    return made;
  }

  function link(path, words, className) {
    const made = element("a", words, className);
    made.href = new URL(`../${path}`, location.href);
    made.target = "_blank";
    made.rel = "noopener";
    return made;
  }

  // --- the choice ---

  const faults = [];

  function one(name) {
    const value = asked.get(name) || ALLOWED[name][0];
    if (!ALLOWED[name].includes(value)) faults.push([name, value, ALLOWED[name]]);
    return value;
  }

  function chosenCommunities() {
    const names = asked.getAll("c").flatMap((text) => text.split(",")).filter(Boolean);
    const allowed = [...communities, ...Object.keys(known.groups)];
    for (const name of names) if (!allowed.includes(name)) faults.push(["c", name, allowed]);
    return new Set(names.flatMap((name) => (Object.hasOwn(known.groups, name) ? known.groups[name] : [name])));
  }

  const choice = { lang: one("lang"), show: one("show"), rank: one("rank"), scheme: one("scheme"), c: chosenCommunities() };
  const lang = languages.includes(choice.lang) ? choice.lang : languages[0];
  const { words, names, codes, usages, tag } = known.languages[lang];
  const wanted = (entry) => (!choice.c.size || choice.c.has(entry.community)) && (choice.rank === "all" || entry.rank === "major");

  /** What was asked for and does not exist, in every language if it is the language itself. */
  function complain() {
    const spoken = faults.some(([name]) => name === "lang") ? languages : [lang];
    const said = spoken.flatMap((of) =>
      faults.map(([name, value, allowed]) => {
        const blanks = { value, name, known: allowed.join(", ") };
        const sentence = known.languages[of].words.unknown.replace(/\{(\w+)\}/g, (_, blank) => blanks[blank]);
        const made = element("p", element("bdi", sentence), "problem");
        made.lang = of;
        return made;
      }),
    );
    place.replaceChildren(...said, element("p", link(`${lang}/widget/`, words.mend)));
  }

  // --- days ---

  // Alone, "en" means the United States to a browser.
  const form = (options) => new Intl.DateTimeFormat(tag === "en" ? "en-GB" : tag, options);
  const shortDay = form({ weekday: "short", day: "numeric", month: "short" });
  const longDay = form({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
  const monthAndYear = form({ month: "long", year: "numeric" });
  const weekday = form({ weekday: "short" });
  const two = (number) => String(number).padStart(2, "0");
  const iso = (date) => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  const noon = (text) => new Date(`${text}T12:00:00`);
  const later = (text, days) => {
    const date = noon(text);
    date.setDate(date.getDate() + days);
    return iso(date);
  };
  const months = new Map();

  /** What touches a month, which is its year and number: 2027-04. */
  function daysOf(month) {
    const year = Number(month.slice(0, 4));
    if (year < known.years[0] || year > known.years[1]) return [];
    if (!months.has(month)) {
      const load = async () => {
        const answer = await fetch(`../api/v1/months/${month}.${lang}.json`);
        if (!answer.ok) throw new Error(answer.statusText);
        return answer.json();
      };
      months.set(month, load().catch((error) => { months.delete(month); throw error; }));
    }
    return months.get(month);
  }

  async function daysBetween(first, last) {
    const found = new Map();
    for (const month of new Set([first.slice(0, 7), last.slice(0, 7)])) {
      for (const entry of await daysOf(month)) {
        if (wanted(entry) && entry.first_day <= last && entry.last_day >= first) found.set(entry.id, entry);
      }
    }
    return [...found.values()];
  }

  const evening = (entry, day) => entry.begins === "sunset-before" && entry.first_day === later(day, 1);

  function way(entry, content, className) {
    return link(`${lang}/${Math.max(Number(entry.first_day.slice(0, 4)), known.years[0])}/#${entry.id}`, content, className);
  }

  const chip = (entry, name) => element(name, codes[entry.community], `chip chip-${entry.community}`);

  function lines(entries, on) {
    return element("ul", entries.map((entry) => {
      const when = element("time", shortDay.format(noon(entry.first_day)));
      when.dateTime = entry.first_day;
      const mark = chip(entry, "span");
      mark.setAttribute("aria-hidden", "true");
      const until =
        on && entry.first_day > on ? words.evening
        : entry.last_day > entry.first_day ? words.until.replace("{day}", shortDay.format(noon(entry.last_day)))
        : "";
      const remark = [until, usages[entry.community]?.[entry.usage]].filter(Boolean).join(", ");
      const heard = element("span", names[entry.community], "heard");
      return element("li", [when, element("span", [mark, heard]), element("span", [way(entry, entry.name), " ", element("span", remark, "quiet")])]);
    }));
  }

  async function showDays(today) {
    const found = await daysBetween(today, later(today, known.next));
    const now = found.filter((entry) => (entry.first_day <= today && entry.last_day >= today) || evening(entry, today));
    const soon = found.filter((entry) => entry.first_day > today);
    place.replaceChildren(
      element("h1", longDay.format(noon(today))),
      now.length ? lines(now, today) : element("p", words.nothingToday),
      element("h2", words.nextDays),
      soon.length ? lines(soon) : element("p", words.nothingSoon),
      element("p", link(`${lang}/`, words.whole)),
    );
  }

  // --- a month ---

  function grid(month, entries, today) {
    const [year, number] = month.split("-").map(Number);
    const before = (new Date(year, number - 1, 1).getDay() + 6) % 7;
    const count = new Date(year, number, 0).getDate();
    // 4 January 2027 is a Monday.
    const heads = [4, 5, 6, 7, 8, 9, 10].map((day) => {
      const head = element("th", weekday.format(new Date(2027, 0, day)));
      head.scope = "col";
      return head;
    });
    const rows = [];
    for (let first = 1 - before; first <= count; first += 7) {
      rows.push(element("tr", [0, 1, 2, 3, 4, 5, 6].map((offset) => cell(month, first + offset, count, entries, today))));
    }
    return element("table", [element("caption", monthAndYear.format(noon(`${month}-15`)), "heard"), element("thead", element("tr", heads)), element("tbody", rows)]);
  }

  const MOST = 3;

  function cell(month, number, count, entries, today) {
    if (number < 1 || number > count) return element("td", [], "outside");
    const day = `${month}-${two(number)}`;
    // What lasts longer stands in the list below; on its first day alone here.
    const on = entries.filter((entry) => entry.first_day === day || (entry.first_day <= day && entry.last_day >= day && later(entry.first_day, 9) >= entry.last_day));
    const shown = on.length > MOST ? on.slice(0, MOST - 1) : on;
    const chips = shown.map((entry) => {
      const made = way(entry, codes[entry.community], `chip chip-${entry.community}`);
      made.title = entry.name;
      made.setAttribute("aria-label", `${codes[entry.community]}: ${entry.name}`);
      return made;
    });
    const more = on.length > MOST ? [element("span", `+${on.length - shown.length}`, "more")] : [];
    return element("td", [String(number), ...chips, ...more], day === today ? "now" : "");
  }

  function turn(month, by, words, sign) {
    const [year, number] = month.split("-").map(Number);
    const to = iso(new Date(year, number - 1 + by, 15)).slice(0, 7);
    const made = element("button", sign);
    made.type = "button";
    made.setAttribute("aria-label", words);
    made.title = words;
    made.disabled = Number(to.slice(0, 4)) < known.years[0] || Number(to.slice(0, 4)) > known.years[1];
    made.addEventListener("click", async () => {
      turned = to;
      await show();
      place.querySelector(`button[aria-label="${CSS.escape(words)}"]`)?.focus();
    });
    return made;
  }

  async function showMonth(today, month) {
    const last = iso(new Date(Number(month.slice(0, 4)), Number(month.slice(5)), 0));
    const found = await daysBetween(`${month}-01`, last);
    place.replaceChildren(
      element("div", [
        turn(month, -1, words.previous, "‹"),
        element("h1", monthAndYear.format(noon(`${month}-15`))),
        turn(month, 1, words.following, "›"),
      ], "bar"),
      grid(month, found, today),
      found.length ? lines(found) : element("p", words.nothingInMonth),
      element("p", link(`${lang}/`, words.whole)),
    );
  }

  // --- what is shown ---

  let turned;
  let shownOn;

  async function show() {
    const today = (shownOn = iso(new Date()));
    const month = turned || today.slice(0, 7);
    const year = Number(choice.show === "month" ? month.slice(0, 4) : today.slice(0, 4));
    if (year < known.years[0] || year > known.years[1]) {
      place.replaceChildren(element("p", words.noYear), element("p", link(`${lang}/`, words.whole)));
      return;
    }
    try {
      await (choice.show === "month" ? showMonth(today, month) : showDays(today));
    } catch {
      place.replaceChildren(element("p", words.unreachable), element("p", link(`${lang}/`, words.whole)));
    }
  }

  document.documentElement.lang = tag;
  document.title = choice.show === "month" ? words.titleOfMonth : words.title;
  if (choice.scheme !== "auto") document.documentElement.dataset.scheme = choice.scheme;
  if (faults.length) return complain();
  show();
  // A screen in a school's hall stays on for days.
  setInterval(() => iso(new Date()) !== shownOn && show(), 300000);
})();
