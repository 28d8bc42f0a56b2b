// The page works without this script; with it the address follows the choice, and days can be checked.
"use strict";

(() => {
  const known = document.getElementById("site");
  if (!known) {
    followChoice();
    showNext();
    return copying(document);
  }
  const site = JSON.parse(known.textContent);
  const form = document.getElementById("choice");
  const offer = document.getElementById("offer");
  const pattern = offer.querySelector(".feed").cloneNode(true);
  const day = new Intl.DateTimeFormat(site.lang, { weekday: "short", day: "numeric", month: "short" });
  const longDay = new Intl.DateTimeFormat(site.lang, { weekday: "long", day: "numeric", month: "long", year: "numeric" });

  // --- the choice and its feeds ---

  function chosen() {
    const all = (name) => [...form.querySelectorAll(`[name=${name}]:checked`)].map((box) => box.value);
    return { communities: all("c"), rank: all("rank")[0], lang: all("lang")[0] || site.lang, kinds: all("kind"), usages: all("usage") };
  }

  /** The key of a feed with a file of its own that is exactly the choice, or nothing. */
  function ownFeed(choice) {
    if (choice.kinds.length || choice.usages.length) return undefined;
    const every = Object.keys(site.communities).length;
    const count = choice.communities.length;
    const same = (members) => members.length === count && members.every((c) => choice.communities.includes(c));
    const group =
      count === 0 || count === every ? "all"
      : count === 1 ? choice.communities[0]
      : Object.keys(site.groups).find((name) => same(site.groups[name]));
    return group && site.feeds[choice.lang][`${group}/${choice.rank}`] ? `${group}/${choice.rank}` : undefined;
  }

  function query(choice) {
    const every = choice.communities.length === Object.keys(site.communities).length;
    const parts = [
      ["c", every ? "" : choice.communities.join(",")],
      ["rank", choice.rank === "all" ? "" : choice.rank],
      ["kind", choice.kinds.join(",")],
      ["usage", choice.usages.join(",")],
      ["lang", choice.lang],
    ];
    return parts.filter(([, value]) => value).map(([name, value]) => `${name}=${value}`).join("&");
  }

  function choiceName(choice) {
    const names = site.choice[choice.lang];
    if (choice.communities.length === 0 || choice.communities.length > 3) return names[choice.rank];
    const called = choice.communities.map((c) => site.communities[c][choice.lang]).join(" · ");
    return names[`${choice.rank}-one`].replace("{community}", called);
  }

  /** The feeds that together are the choice: one, or where no server combines them, one for each community. */
  function feeds(choice) {
    const fromFile = (key) => {
      const [name, path, code, reach] = site.feeds[choice.lang][key];
      return { name, address: `${site.base}/${path}`, code: site.root + code, reach };
    };
    const own = ownFeed(choice);
    if (own) return [fromFile(own)];
    if (site.combinations) {
      const asked = query(choice);
      return [{ name: choiceName(choice), address: `${site.base}/feed.ics?${asked}`, code: `${site.root}qr.svg?${asked}`, reach: site.words.reach }];
    }
    return choice.communities
      .map((c) => [`${c}/${choice.rank}`, `${c}/all`].find((key) => site.feeds[choice.lang][key]))
      .filter(Boolean)
      .map(fromFile);
  }

  /** Address, buttons and label of a feed in a card or in a row of one. */
  function filled(made, feed, number) {
    const bare = feed.address.replace(/^https?:\/\//, "");
    const called = `url=${encodeURIComponent(feed.address)}&name=${encodeURIComponent(feed.name)}`;
    const ways = {
      apple: `webcal://${bare}`,
      google: `https://calendar.google.com/calendar/u/0/r?cid=${encodeURIComponent(`webcal://${bare}`)}`,
      outlook: `https://outlook.live.com/calendar/0/addfromweb?${called}`,
      microsoft365: `https://outlook.office.com/calendar/0/addfromweb?${called}`,
    };
    const field = made.querySelector(".address");
    field.id = `address-${number}`;
    field.value = feed.address;
    field.setAttribute("value", feed.address);
    made.querySelector("label").htmlFor = field.id;
    for (const link of made.querySelectorAll("[data-way]")) link.href = ways[link.dataset.way];
    return made;
  }

  function card(feed) {
    const made = filled(pattern.cloneNode(true), feed, 1);
    made.querySelector(".feed-name").textContent = feed.name;
    const code = made.querySelector(".code");
    code.alt = code.alt.replace(pattern.querySelector(".feed-name").textContent, feed.name);
    code.src = feed.code;
    made.querySelector(".download").href = feed.address;
    made.querySelector(".reach").textContent = feed.reach;
    return made;
  }

  /** Several feeds in one card, where no server makes one of them. */
  function together(found) {
    const made = document.getElementById("several").content.firstElementChild.cloneNode(true);
    const name = made.querySelector(".feed-name");
    name.textContent = name.dataset.many.replace("{count}", found.length);
    const list = made.querySelector(".addresses");
    const row = list.firstElementChild;
    list.replaceChildren(
      ...found.map((feed, number) => {
        const one = filled(row.cloneNode(true), feed, number + 1);
        one.querySelector("label").textContent = feed.name;
        return one;
      }),
    );
    const button = made.querySelector(".copy-all");
    button.addEventListener("click", () => copied(button, found.map((feed) => feed.address).join("\n")));
    return made;
  }

  function offerChosen() {
    const choice = chosen();
    const open = offer.querySelector(".scan")?.open;
    const found = feeds(choice);
    offer.replaceChildren(found.length > 1 ? together(found) : card(found[0]));
    if (open && found.length === 1) offer.querySelector(".scan").open = true;
    copying(offer);
    emptyMonths();
    showToday();
    return choice;
  }

  /** Keep the choice in the address of the page and in its links, so that it can be sent on and survives a change of year. */
  function remember(choice) {
    const address = new URL(location.href);
    // What was asked of a date to check stays asked.
    const check = address.search.match(/(?<=[?&])(check|until|land)=[^&]*/g) || [];
    address.search = [query(choice), ...check].filter(Boolean).join("&");
    history.replaceState(null, "", address);
    for (const link of document.querySelectorAll(".languages a, .years a, a.follows")) {
      const to = new URL(link.href);
      to.search = link.closest(".languages") ? query({ ...choice, lang: link.lang }) : address.search;
      link.href = to.href;
    }
  }

  /** Take over a choice from the address of the page. */
  function recall() {
    const asked = new URLSearchParams(location.search);
    const values = (name) => asked.getAll(name).flatMap((text) => text.split(",")).filter(Boolean);
    const communities = values("c").flatMap((name) => site.groups[name] || [name]);
    if (!["c", "rank", "kind", "usage", "lang"].some((name) => asked.has(name))) return;
    const check = (name, wanted) => {
      for (const box of form.querySelectorAll(`[name=${name}]`)) box.checked = wanted.includes(box.value);
    };
    check("c", communities);
    check("kind", values("kind"));
    check("usage", values("usage"));
    check("rank", [["major", "minor"].includes(values("rank")[0]) ? values("rank")[0] : "all"]);
    if (values("lang")[0] in site.feeds && form.querySelector("[name=lang]")) check("lang", [values("lang")[0]]);
  }

  // --- the days ---

  let list = document.getElementById("list");
  const months = new Map();

  /** What touches a month ("2027-04"). */
  async function daysOf(month) {
    const year = Number(month.slice(0, 4));
    if (year < site.years[0] || year > site.years[1]) return [];
    if (!months.has(month)) {
      const load = async () => {
        const answer = await fetch(`${site.root}api/v1/months/${month}.${site.lang}.json`);
        if (!answer.ok) throw new Error(answer.statusText);
        return answer.json();
      };
      months.set(month, load());
    }
    return months.get(month);
  }

  /** What touches the days from one to another, each once; they are a month apart at most. */
  async function daysBetween(first, last) {
    const found = new Map();
    for (const month of new Set([first.slice(0, 7), last.slice(0, 7)])) {
      for (const entry of await daysOf(month)) {
        if (entry.first_day <= last && entry.last_day >= first) found.set(entry.id, entry);
      }
    }
    return [...found.values()];
  }

  const iso = (date) => {
    const two = (number) => String(number).padStart(2, "0");
    return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  };
  const later = (text, days) => {
    const [year, month, dayOfMonth] = text.split("-").map(Number);
    return iso(new Date(year, month - 1, dayOfMonth + days));
  };
  const said = (text, form) => form.format(new Date(`${text}T12:00:00`));

  function element(name, content, className) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...[content].flat());
    return made;
  }

  /** Entries in short lines; `on` is the day for which an entry that begins later is an eve. */
  function lines(entries, on) {
    const made = element("ul", [], "lines");
    for (const entry of entries) {
      const chip = document.querySelector(`label[for="c-${entry.community}"] .chip`).cloneNode(true);
      const heard = element("span", site.communities[entry.community][site.lang], "heard");
      const link = element("a", entry.name);
      link.href = `${site.root}${site.lang}/${site.folders[entry.community]}/${entry.id.split("/")[1]}/`;
      const first = said(entry.first_day, day);
      const when = element("time", on && entry.first_day < on ? site.words.since.replace("{day}", first) : first);
      when.dateTime = entry.first_day;
      const remark =
        on && entry.first_day > on ? site.words.evening
        : entry.last_day > entry.first_day ? site.words.until.replace("{day}", said(entry.last_day, day))
        : "";
      const usage = site.usages[`${entry.community}/${entry.usage}`];
      const beside = [remark, usage].filter(Boolean).join(", ");
      made.append(element("li", [when, element("span", [chip, " ", heard]), element("span", [link, " ", element("span", beside, "until")])]));
    }
    return made;
  }

  const onDay = (entries, on) => {
    const evening = entries.filter((e) => e.first_day === later(on, 1) && site.eves.includes(e.begins));
    return [...entries.filter((e) => e.first_day <= on && e.last_day >= on), ...evening];
  };

  let shown = iso(new Date());

  async function showToday() {
    const place = document.getElementById("today-list");
    const choice = chosen();
    stepsFrom(shown);
    let found;
    try {
      found = await daysBetween(shown, later(shown, 7));
    } catch {
      place.replaceChildren(element("p", site.words.unreachable));
      return;
    }
    const wanted = found.filter(
      (e) => (!choice.communities.length || choice.communities.includes(e.community)) && (choice.rank === "all" || e.rank === choice.rank),
    );
    // What goes on since long stands below what the day is about.
    const now = onDay(wanted, shown).sort((one, other) => (one.first_day < shown) - (other.first_day < shown));
    const soon = wanted.filter((e) => e.first_day > shown);
    const nothing = shown === iso(new Date()) ? site.words.nothingToday : site.words.clear;
    place.replaceChildren(
      element("div", [element("h3", wayTo(shown)), now.length ? lines(now, shown) : element("p", nothing)]),
      element("div", [element("h3", site.words.nextDays), soon.length ? lines(soon) : element("p", site.words.nothingSoon)]),
    );
  }

  /** A day with its way to its place in its month. */
  function wayTo(text) {
    const link = element("a", said(text, longDay));
    link.href = `${site.root}${site.lang}/${text.slice(0, 4)}/${text.slice(5, 7)}/#${text}`;
    return link;
  }

  /** Yesterday and tomorrow, as seen from the day that is shown. */
  function stepsFrom(text) {
    const steps = document.getElementById("steps");
    for (const link of steps.querySelectorAll("a")) {
      const to = later(text, Number(link.dataset.step));
      link.href = wayTo(to).href;
      link.querySelector("span").textContent = said(to, day);
    }
    steps.hidden = false;
  }

  function step(event) {
    const link = event.target.closest("[data-step]");
    if (!link) return;
    event.preventDefault();
    shown = later(shown, Number(link.dataset.step));
    showToday();
  }

  // --- the list of the year ---

  /** Months of which the choice shows nothing have no heading; to ask for styles here would cost seconds on a phone. */
  function emptyMonths() {
    if (!list) return;
    const { communities, rank } = chosen();
    const of = rank === "all" ? "" : `.${rank}`;
    const shown = communities.length ? communities.map((c) => `li.c-${c}${of}`).join() : `li${of}`;
    for (const month of list.querySelectorAll(".month")) month.hidden = !month.querySelector(shown);
  }

  /** Open what the address of the page points to, wherever a choice would hide it. */
  function openTarget() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target?.matches("li[data-first]")) return;
    if (getComputedStyle(target).display === "none") {
      for (const box of form.querySelectorAll("[name=c]")) box.checked = false;
      document.getElementById("rank-all").checked = true;
      remember(offerChosen());
    }
    target.querySelector("details").open = true;
    target.scrollIntoView();
  }

  /** The front page comes without the days of a year; they are fetched when somebody gets to them. */
  let loading;
  function loadYear() {
    const now = new Date().getFullYear();
    const year = now < site.years[0] || now > site.years[1] ? site.year : now;
    if (site.running) loading ??= fetchYear(year);
    return loading;
  }

  async function fetchYear(year) {
    try {
      const answer = await fetch(`${site.root}${site.lang}/${year}/${location.search}`);
      const there = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const one of there.querySelectorAll(".year [href^='../']")) {
        one.setAttribute("href", one.getAttribute("href").replace(/^(\.\.\/)+/, site.root));
      }
      for (const part of ["#year", ".years", ".views", "#days"]) {
        document.querySelector(part).replaceWith(there.querySelector(part));
      }
      site.year = year;
      list = document.getElementById("list");
      emptyMonths();
    } catch {
      // The link to the page of the year stays.
    }
  }

  /** Fetch the year when its place comes near, or when the address of the page points into it. */
  async function watchYear() {
    if (!site.running) return;
    if (location.hash.includes("/")) await loadYear();
    const watcher = new IntersectionObserver(([seen]) => seen.isIntersecting && loadYear(), { rootMargin: "200px" });
    watcher.observe(document.getElementById("days"));
  }

  /** On pages of days without a feed: the choice that was made before, kept in the address and in the ways on. */
  function followChoice() {
    const boxes = document.querySelector(".filter");
    if (!boxes) return;
    const asked = new URLSearchParams(location.search);
    const wanted = asked.getAll("c").flatMap((text) => text.split(","));
    for (const box of boxes.querySelectorAll("[name=c]")) box.checked ||= wanted.includes(box.value);
    for (const box of boxes.querySelectorAll("[name=rank]")) if (asked.has("rank")) box.checked = box.value === asked.get("rank");
    const keep = () => {
      const chosen = [...boxes.querySelectorAll("[name=c]:checked")].map((box) => box.value).join(",");
      const said = `${chosen && `c=${chosen}&`}rank=${boxes.querySelector("[name=rank]:checked").value}`;
      history.replaceState(null, "", `?${said}${location.hash}`);
      for (const link of document.querySelectorAll("a.follows, .languages a")) {
        const to = new URL(link.href);
        to.search = said;
        link.href = to.href;
      }
    };
    boxes.addEventListener("change", keep);
    if (location.search) keep();
  }

  /** On the page of a festival: when it is next, or that it is now. */
  function showNext() {
    const place = document.getElementById("next");
    const now = new Date();
    const today = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
    const coming = [...document.querySelectorAll(".dates > li")].find((item) => item.dataset.last >= today);
    if (!place || !coming) return;
    coming.setAttribute("aria-current", "date");
    place.textContent = place.dataset.said.replace("{day}", [...coming.querySelectorAll(":scope > a, :scope > .until")].map((one) => one.textContent).join(" "));
    place.hidden = false;
  }

  function copying(place) {
    for (const button of place.querySelectorAll(".copy")) {
      button.hidden = false;
      button.addEventListener("click", () => {
        const field = button.closest(".addresses > li, .feed").querySelector(".address");
        field.select();
        copied(button, field.value);
      });
    }
  }

  async function copied(button, text) {
    const words = button.textContent;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      document.execCommand("copy");
    }
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = words; }, 2000);
  }

  async function begin() {
    recall();
    form.hidden = false;
    form.querySelector(".submit")?.remove();
    form.addEventListener("change", () => remember(offerChosen()));
    form.addEventListener("submit", (event) => event.preventDefault());
    document.getElementById("steps").addEventListener("click", step);
    addEventListener("hashchange", openTarget);
    const choice = offerChosen();
    if (location.search) remember(choice);
    await watchYear();
    emptyMonths();
    showToday();
    openTarget();
  }

  begin();
})();
