// Checks planned days with what the planner found when the site was built: the verdict of each day comes from its files.
"use strict";

(() => {
  const known = JSON.parse(document.getElementById("check-known").textContent);
  const form = document.getElementById("check-form");
  const place = document.getElementById("check-answer");
  const land = document.getElementById("land");
  const rows = document.getElementById("check-rows");
  const empty = rows.lastElementChild.cloneNode(true);
  const REACH = 60;
  const PROPOSALS = 3;
  const LONGEST = 366;
  const MOST_PLANNED = 24;
  const [CLEAR, CONSIDER, AVOID] = [0, 1, 2];
  const NAMES = ["clear", "consider", "avoid"];
  const DAY = 86_400_000;

  // --- days ---

  const number = (text) => Date.parse(`${text}T00:00:00Z`) / DAY;
  const iso = (day) => new Date(day * DAY).toISOString().slice(0, 10);
  const yearOf = (day) => new Date(day * DAY).getUTCFullYear();
  const isKnown = (day) => yearOf(day) >= known.years[0] && yearOf(day) <= known.years[1];
  const inYear = (day) => day - number(`${yearOf(day)}-01-01`);

  /** A day as the language writes it. */
  function said(day) {
    const date = new Date(day * DAY);
    const parts = { weekday: known.weekdays[(date.getUTCDay() + 6) % 7], day: date.getUTCDate(), month: date.getUTCMonth() + 1, year: date.getUTCFullYear() };
    return known.date.replace(/\{(\w+)(:02)?\}/g, (_, name, two) => String(parts[name]).padStart(two ? 2 : 0, "0"));
  }

  /** First and last day of what an address or the form names; nothing where it is no day and no span. */
  function span(text) {
    const found = /^(\d{4}-\d{2}-\d{2})(?:\.\.(\d{4}-\d{2}-\d{2}))?$/.exec(text);
    if (!found) return undefined;
    const [first, last] = [number(found[1]), number(found[2] || found[1])];
    const real = iso0(first) === found[1] && iso0(last) === (found[2] || found[1]);
    return real && last >= first && last - first < LONGEST ? { first, last } : undefined;
  }
  const iso0 = (day) => (Number.isNaN(day) ? "" : iso(day));

  // --- what the planner found ---

  const files = new Map();
  function file(name) {
    if (!files.has(name)) {
      const load = async () => {
        const answer = await fetch(`${known.data}${name}.${known.lang}.json`);
        if (!answer.ok) throw new Error(answer.statusText);
        return answer.json();
      };
      files.set(name, load());
    }
    return files.get(name);
  }

  /** The files for some days and for those near them. */
  async function gathered(of, first, last) {
    const found = { land: await file(of || known.none), years: {} };
    const from = Math.max(yearOf(first - REACH), known.years[0]);
    const to = Math.min(yearOf(last + REACH), known.years[1]);
    for (let year = from; year <= to; year++) found.years[year] = await file(year);
    return found;
  }

  function dayOf(found, day) {
    const year = yearOf(day);
    const [of, at] = [found.land.years[year], inYear(day)];
    const source = of.days[at] ? found.land : found.years[year];
    const [affected, also] = of.days[at] || source.days[at];
    const words = (index) => source.strings[index];
    return {
      day,
      verdict: Number(of.verdicts[at]),
      grounds: (of.grounds[at] || []).map((index) => found.land.strings[index]),
      reasons: affected.map(([who, name, reason]) => ({ communities: words(who).split(" "), name: words(name), reason: words(reason) })),
      also: also.map(words),
    };
  }

  /** The school days nearest to a plan whose verdict is no worse than one, in order. */
  function nearest(found, plan, atMost) {
    const days = [];
    for (let distance = 1; distance <= REACH; distance++) {
      for (const day of [plan.first - distance, plan.last + distance]) {
        if (days.length === PROPOSALS || !isKnown(day)) continue;
        const year = found.land.years[yearOf(day)];
        const works = !year.grounds[inYear(day)];
        if (works && Number(year.verdicts[inYear(day)]) <= atMost) days.push(day);
      }
    }
    return days.sort((one, other) => one - other);
  }

  function judged(found, plan) {
    const days = [];
    for (let day = plan.first; day <= plan.last; day++) days.push(dayOf(found, day));
    const verdict = Math.max(...days.map((day) => day.verdict));
    const clear = verdict > CLEAR ? nearest(found, plan, CLEAR) : [];
    const fair = verdict === AVOID ? nearest(found, plan, CONSIDER).filter((day) => !clear.includes(day)) : [];
    return { ...plan, days, verdict, clear, fair };
  }

  // --- what is shown ---

  function element(name, content, className) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...[content].flat());
    return made;
  }

  const address = (planned) => `${known.page}?check=${planned}&land=${land.value}#check`;

  function daysLine(key, days) {
    if (!days.length) return [];
    const line = element("p", `${known.phrases[key].replace("{days}", "").trim()} `, "near");
    days.forEach((day, index) => {
      const link = element("a", said(day));
      link.href = address(iso(day));
      line.append(index ? " · " : "", link);
    });
    return [line];
  }

  function reasonsOf(day) {
    const items = [
      ...day.grounds.map((ground) => element("li", ground)),
      ...day.reasons.map(({ communities, name, reason }) => {
        const chips = communities.flatMap((community) => {
          const [code, called] = known.codes[community];
          const chip = element("span", code, `chip chip-${community}`);
          chip.setAttribute("aria-hidden", "true");
          return [chip, " ", element("span", called, "heard"), " "];
        });
        return element("li", [...chips, element("strong", name), " ", reason]);
      }),
    ];
    const found = items.length ? [element("ul", items, "reasons")] : [];
    if (day.also.length) found.push(element("p", known.phrases["plan-also"].replace("{names}", day.also.join(", ")), "small"));
    else if (!items.length) found.push(element("p", known.phrases["plan-nothing"], "small"));
    return found;
  }

  function card(of) {
    const edges = [...new Set([of.first, of.last])].map(said).join(" – ");
    const made = element("article", element("h3", [element("span", known.verdicts[of.verdict], "word"), ` ${edges}`]), `verdict ${NAMES[of.verdict]}`);
    if (of.days.length === 1) made.append(...reasonsOf(of.days[0]));
    else {
      for (const day of of.days.filter((one) => one.verdict > CLEAR)) made.append(element("h4", said(day.day)), ...reasonsOf(day));
      made.append(...daysLine("plan-free-within", of.days.filter((one) => one.verdict === CLEAR).map((one) => one.day)));
    }
    made.append(...daysLine("plan-fair-days", of.fair), ...daysLine("plan-clear-days", of.clear));
    if (of.verdict > CLEAR && !of.clear.length) made.append(element("p", known.noClear));
    return made;
  }

  async function answer(planned, problems) {
    const shown = problems.map((problem) => element("p", problem, "problem"));
    const plans = [];
    for (const text of planned.slice(0, MOST_PLANNED)) {
      const plan = span(text);
      if (!plan) shown.push(element("p", known.phrases["page-check-no-day"].replace("{text}", () => text), "problem"));
      else if (!isKnown(plan.first) || !isKnown(plan.last)) {
        const years = known.phrases["page-no-year"].replace("{first}", known.years[0]).replace("{last}", known.years[1]);
        shown.push(element("p", `${text}: ${years}`, "problem"));
      } else plans.push(plan);
    }
    try {
      let until = "";
      for (const plan of plans) {
        const found = await gathered(land.value, plan.first, plan.last);
        until = found.land.holidays_known_until;
        shown.push(card(judged(found, plan)));
      }
      if (plans.some((plan) => !until || iso(plan.last) > until)) shown.push(element("p", known.phrases["page-check-no-school-holidays"], "small"));
      if (plans.length) {
        const link = element("a", known.phrases["page-check-send"], "send");
        link.href = address(plans.map((plan) => [...new Set([plan.first, plan.last])].map(iso).join("..")).join(","));
        shown.push(element("p", link));
      }
    } catch {
      shown.push(element("p", known.phrases["page-unreachable"], "problem"));
    }
    place.replaceChildren(...shown);
  }

  // --- what is asked ---

  /** The days of the form; a row without a first day asks nothing. */
  const filled = () =>
    [...rows.children]
      .map((row) => [row.querySelector("[name=check]").value, row.querySelector("[name=until]").value])
      .filter(([first]) => first)
      .map(([first, last]) => (last && last !== first ? `${first}..${last}` : first));

  function fill(planned) {
    const spans = planned.map(span).filter(Boolean);
    if (!spans.length) return;
    rows.replaceChildren(
      ...spans.map(({ first, last }) => {
        const row = empty.cloneNode(true);
        row.querySelector("[name=check]").value = iso(first);
        row.querySelector("[name=until]").value = last > first ? iso(last) : "";
        return row;
      }),
    );
  }

  /** Keep what is asked in the address of the page, so that it can be sent. */
  function remember(planned) {
    const here = new URL(location.href);
    const others = here.search.slice(1).split("&").filter((part) => part && !/^(check|until|land)=/.test(part));
    here.search = [...others, ...(planned.length ? [`check=${planned.join(",")}`] : []), `land=${land.value}`].join("&");
    history.replaceState(null, "", here);
  }

  async function ask(event) {
    event?.preventDefault();
    const planned = filled();
    remember(planned);
    await answer(planned, []);
  }

  /** Take over what the address of the page asks; answers sentences on what it names wrongly. */
  function recall() {
    const asked = new URLSearchParams(location.search);
    const planned = [];
    for (const [name, value] of asked) {
      if (name === "check") planned.push(...value.split(",").map((part) => part.trim()).filter(Boolean));
      else if (name === "until" && value && planned.length) planned[planned.length - 1] += `..${value}`;
    }
    const wanted = (asked.get("land") || "").trim();
    const found = [...land.options].find((one) => one.value === wanted || (one.dataset.others || "").split("|").includes(wanted.toLowerCase()));
    if (asked.has("land") && found) land.value = found.value;
    const problems = asked.get("land") && !found ? [known.phrases["page-check-no-land"].replace("{text}", () => wanted)] : [];
    fill(planned);
    return { planned, problems };
  }

  // --- leave in the list of the year ---

  async function mark() {
    for (const old of document.querySelectorAll(".leave-mark")) old.remove();
    if (!land.value) return;
    let leave;
    try {
      ({ leave } = await file(land.value));
    } catch {
      return;
    }
    for (const item of document.querySelectorAll("li[data-first]")) {
      const terms = leave[item.id];
      const name = item.querySelector(".what");
      if (!terms || !name || item.querySelector(".leave-mark")) continue;
      name.append(element("span", known.phrases["page-check-leave"].replace("{terms}", terms), "leave-mark"));
    }
  }

  form.hidden = false;
  form.addEventListener("submit", ask);
  land.addEventListener("change", () => {
    mark();
    if (filled().length) ask();
    else remember([]);
  });
  const more = document.getElementById("check-more");
  more.hidden = false;
  more.addEventListener("click", () => {
    rows.append(empty.cloneNode(true));
    rows.lastElementChild.querySelector("input").focus();
  });
  const { planned, problems } = recall();
  if (planned.length || problems.length) answer(planned, problems);
  mark();
  // The days of the year come when one gets to them.
  new MutationObserver((changes) => changes.some((one) => [...one.addedNodes].some((node) => node.querySelector?.("li[data-first]"))) && mark())
    .observe(document.getElementById("main"), { childList: true, subtree: true });
})();
