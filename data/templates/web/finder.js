// The search of the front page: what people type is looked up in the index when they begin to type, and not before.

const site = JSON.parse(document.getElementById("site").textContent);
const line = document.getElementById("search-line");
const field = document.getElementById("search");
const status = document.getElementById("found");
const hits = document.getElementById("hits");
const MOST_SHOWN = 12;
const day = new Intl.DateTimeFormat(site.lang, { weekday: "short", day: "numeric", month: "long", year: "numeric" });
const said = (text) => day.format(new Date(`${text}T12:00:00`));

let loading;
/** The index and what looks into it; after a failure the next key tries again. */
function loaded() {
  const fetched = async () => {
    const [finder, answer] = await Promise.all([import("./search.js"), fetch(`${site.root}search/${site.lang}.json`)]);
    if (!answer.ok) throw new Error(answer.statusText);
    return { ...finder, index: await answer.json() };
  };
  loading ??= fetched().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

function element(name, content, className) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...[content].flat());
  return made;
}

function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((number) => String(number).padStart(2, "0")).join("-");
}

/** A date with its way into the year; until when it lasts and by which usage it is kept stand beside it. */
function dated([first, last, usage]) {
  const year = Math.max(Number(first.slice(0, 4)), site.years[0]);
  const link = element("a", said(first));
  link.href = `${site.root}${site.lang}/${year}/${first.slice(5, 7)}/#${first}`;
  if (!first.startsWith(String(year))) link.href = `${site.root}${site.lang}/${year}/`;
  const more = [last && last !== first ? site.words.until.replace("{day}", said(last)) : "", usage].filter(Boolean).join(", ");
  return element("span", more ? [link, " ", element("span", more, "until")] : [link]);
}

/** A festival with its next date first, then those of the other years. */
function row(hit) {
  const { id, community, name, dates } = hit.festival;
  const chip = document.querySelector(`label[for="c-${community}"] .chip`).cloneNode(true);
  const heard = element("span", site.communities[community][site.lang], "heard");
  const link = element("a", name, "name");
  link.href = `${site.root}${site.lang}/${site.folders[community]}/${id.split("/")[1]}/`;
  const ahead = dates.filter(([first, last]) => (last || first) >= today());
  const others = [...ahead.slice(1), ...dates.filter((date) => !ahead.includes(date)).reverse()];
  const head = element("p", [chip, " ", heard, " ", link]);
  const made = element("li", [head, element("p", ahead.length ? ["→ ", dated(ahead[0])] : [])]);
  if (others.length) {
    const more = element("details", [element("summary", site.words.otherDates), element("ul", others.map((date) => element("li", dated(date))), "plain")]);
    made.append(more);
  }
  return made;
}

async function find() {
  const text = field.value.trim();
  if (!text) {
    status.textContent = "";
    hits.replaceChildren();
    return;
  }
  let finder;
  try {
    finder = await loaded();
  } catch {
    status.textContent = site.words.unreachable;
    return;
  }
  if (text !== field.value.trim()) return;
  const found = finder.search(finder.index, text);
  const fits = found.length > 0 && found[0].fit <= finder.Fit.COMMUNITY;
  status.textContent =
    !found.length ? status.dataset.none
    : !fits ? status.dataset.near
    : found.length === 1 ? status.dataset.one
    : status.dataset.many.replace("{count}", found.length);
  hits.replaceChildren(...found.slice(0, fits ? MOST_SHOWN : 3).map(row));
  if (fits && found.length > MOST_SHOWN) hits.append(element("li", status.dataset.first.replace("{count}", MOST_SHOWN), "small"));
}

let waiting;
line.hidden = false;
field.addEventListener("focus", () => loaded().catch(() => {}), { once: true });
field.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(find, 120);
});
line.addEventListener("submit", (event) => {
  event.preventDefault();
  find();
});
