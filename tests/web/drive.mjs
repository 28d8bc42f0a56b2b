// Drives the pages in Debian's Chromium and prints what it saw as JSON; `test_browser.py` judges it.
// usage: node drive.mjs SERVED STATIC PICTURE
// SERVED and STATIC are addresses: of `serve`, and of a built site on a plain web server; a QR code goes to PICTURE.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const [served, plain, picture] = process.argv.slice(2);
const program = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(existsSync);
if (!program) {
  console.error("chromium is missing; this installs it: sh tests/web/fetch.sh");
  process.exit(3);
}
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await chromium.launch({ executablePath: program, args: ["--no-sandbox", "--disable-background-networking"] });
const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
const MORNING = new Date("2027-04-21T10:00:00+02:00");
const seen = { complaints: [], outside: [], cookies: [] };

/** A page in a browser of its own; whatever it complains of or asks elsewhere is noted. */
async function visit(address, options = {}, work) {
  const context = await browser.newContext({ viewport: DESKTOP, locale: "de-DE", timezoneId: "Europe/Berlin", ...options });
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(address).origin });
  const page = await context.newPage();
  page.on("console", (message) => message.type() === "error" && seen.complaints.push(`${address}: ${message.text()}`));
  page.on("pageerror", (error) => seen.complaints.push(`${address}: ${error.message}`));
  page.on("request", (request) => request.url().startsWith(new URL(address).origin) || seen.outside.push(request.url()));
  if (options.javaScriptEnabled !== false) await page.clock.setFixedTime(MORNING);
  await page.goto(address);
  // What is fetched late moves what lies below it, so that a click on a busy machine would meet something else.
  await page.waitForLoadState("networkidle");
  const begun = Date.now();
  const found = await work(page);
  if (process.env.TIMES) console.error(`${Date.now() - begun} ms ${address}`);
  seen.cookies.push(...(await context.cookies()));
  await context.close();
  return found;
}

/** The days of the running year, which the front page fetches when one gets to them. */
const year = async (page) => {
  await page.locator("#days").scrollIntoViewIfNeeded();
  await page.locator("#list .month").first().waitFor({ state: "attached" });
};
const text = (page, selector) => page.locator(selector).first().innerText();
const addresses = (page) => page.locator("#offer .address").evaluateAll((fields) => fields.map((field) => field.value));
const links = (page) => page.locator("#offer [data-way]").evaluateAll((all) => Object.fromEntries(all.map((a) => [a.dataset.way, a.href])));

const results = {};

results.choose = await visit(`${served}/de/`, {}, async (page) => {
  const before = await addresses(page);
  for (const name of ["alevi", "jewish", "islamic"]) await page.check(`#c-${name}`);
  const [address] = await addresses(page);
  await page.click("#offer .copy");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const button = await text(page, "#offer .copy");
  const answer = await page.request.get(copied);
  await page.click("#offer .scan summary");
  const code = page.locator("#offer .code");
  await code.evaluate((image) => image.decode());
  await code.screenshot({ path: picture });
  await year(page);
  return {
    before,
    address,
    copied,
    button,
    type: answer.headers()["content-type"],
    feed: await answer.text(),
    links: await links(page),
    name: await text(page, "#offer .feed-name"),
    code: await code.evaluate((image) => ({ src: image.src, width: image.naturalWidth, alt: image.alt })),
    place: page.url(),
    hidden: await page.locator("#list li.c-sikh").first().isVisible(),
    shown: await page.locator('#list li[id^="jewish/"].major').first().isVisible(),
    minor: await page.locator('#list li[id^="jewish/"].minor').first().isVisible(),
  };
});

results.everything = await visit(`${served}/de/`, {}, async (page) => {
  await page.check("#rank-all");
  await page.locator(".more > summary").click();
  await page.check("#usage-islamic-umm-al-qura");
  await page.check("#lang-en");
  await year(page);
  return { addresses: await addresses(page), minor: await page.locator("#list li.minor").first().isVisible() };
});

results.language = await visit(`${served}/de/?c=jewish,sikh&rank=major&lang=de`, {}, async (page) => {
  const german = await page.locator("html").getAttribute("lang");
  await page.click(".languages a");
  await page.waitForURL("**/en/**");
  return {
    from: german,
    to: await page.locator("html").getAttribute("lang"),
    heading: await text(page, "h1"),
    chosen: await page.locator("[name=c]:checked").evaluateAll((all) => all.map((box) => box.value)),
    addresses: await addresses(page),
  };
});

results.keyboard = await visit(`${served}/de/2027/`, {}, async (page) => {
  await page.keyboard.press("Tab");
  const skip = await page.evaluate(() => document.activeElement.className);
  await page.keyboard.press("Enter");
  await page.focus("#c-jewish");
  await page.keyboard.press("Space");
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  const item = page.locator('[id="jewish/pesach/5787"] summary');
  await item.focus();
  await page.keyboard.press("Enter");
  return { skip, outline, checked: await page.isChecked("#c-jewish"), opened: await page.locator('[id="jewish/pesach/5787"] .said').isVisible() };
});

results.days = await visit(`${served}/de/2027/`, {}, async (page) => {
  await page.locator("#today-list h3").first().waitFor();
  const today = await page.locator("#today-list").innerText();
  await page.check("#view-glance");
  const grids = await page.locator("#glance .grid:visible").count();
  await page.locator('#glance a[href="#jewish/pesach/5787"]').first().click();
  return { today, grids, opened: await page.locator('[id="jewish/pesach/5787"] .said').isVisible() };
});

/** What the search of a page answers: what is said above, and each hit with its link and its next date. */
const typed = async (page, words) => {
  await page.fill("#search", "");
  await page.locator("#found:empty").waitFor({ state: "attached" });
  await page.fill("#search", words);
  await page.locator("#found:not(:empty)").waitFor({ state: "attached" });
  const hits = await page.locator("#hits > li:has(.name)").evaluateAll((all) =>
    all.map((one) => ({
      name: one.querySelector(".name").textContent,
      page: one.querySelector(".name").href,
      next: one.querySelector("p + p").textContent,
      others: one.querySelectorAll("details li").length,
    })),
  );
  return { found: await text(page, "#found"), hits };
};
results.search = await visit(`${served}/de/`, {}, async (page) => ({
  feast: await typed(page, "zuckerfest"),
  newroz: await typed(page, "NEWROZ"),
  holi: await typed(page, "Holi"),
  typo: await typed(page, "zukerfest"),
  none: await typed(page, "xyzzy"),
  fast: await typed(page, "orthodoxes Weihnachtsfasten"),
}));
results.greeting = await visit(`${plain}/de/`, {}, async (page) => {
  await typed(page, "newroz");
  await page.locator("#hits .name").first().click();
  await page.locator("h1").waitFor();
  return { page: page.url(), heading: await text(page, "h1"), next: await text(page, "#next"), facts: await text(page, ".facts") };
});

results.deep = await visit(`${served}/de/2027/?c=sikh&rank=major#jewish/tu-bishvat/5787`, {}, async (page) => ({
  opened: await page.locator('[id="jewish/tu-bishvat/5787"] .said').isVisible(),
  addresses: await addresses(page),
}));

const layout = async (page) => ({
  width: await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]),
  small: await page.evaluate(() =>
    [...document.querySelectorAll("main a.button, main button, .options label")]
      .filter((one) => one.offsetParent && one.getBoundingClientRect().height < 40)
      .map((one) => one.textContent),
  ),
});
results.phone = await visit(`${served}/de/`, { viewport: PHONE, hasTouch: true, isMobile: true }, async (page) => {
  await page.locator("#c-jewish").scrollIntoViewIfNeeded();
  const bar = await page.locator("#offer .bar").evaluate((one) => one.getBoundingClientRect().toJSON());
  return { ...(await layout(page)), bar };
});
results.phoneCommunity = await visit(`${served}/de/islam/`, { viewport: PHONE }, layout);
results.desktop = await visit(`${served}/de/`, {}, layout);

const NO_SCRIPT = { javaScriptEnabled: false };
results.bare = await visit(`${served}/de/`, NO_SCRIPT, async (page) => {
  await page.check("#c-jewish");
  await page.check("#c-hindu");
  await page.click("#choice .submit button");
  const chosen = await addresses(page);
  return { chosen, today: await text(page, "#today-list") };
});
results.barePlain = await visit(`${plain}/de/`, NO_SCRIPT, async (page) => {
  const shown = await addresses(page);
  await page.locator("#feeds summary").click();
  const feed = page.locator("#feeds a").filter({ hasText: "judentum.ics" }).first();
  const answer = await page.request.get(await feed.getAttribute("href"));
  const ways = await page.locator("noscript a").evaluateAll((all) => all.map((a) => a.href));
  await page.click("#days a");
  await page.check("#view-glance");
  return { shown, ways, form: await page.isVisible("#choice"), feed: (await answer.text()).slice(0, 15), check: await page.isVisible("#check-form"), grids: await page.locator("#glance .grid:visible").count() };
});
const six = async (page) => {
  for (const name of ["alevi", "jewish", "islamic", "hindu", "sikh", "bahai"]) await page.check(`#c-${name}`);
};
results.plain = await visit(`${plain}/de/`, {}, async (page) => {
  await six(page);
  const several = await addresses(page);
  const answers = await Promise.all(several.map(async (one) => (await page.request.get(one)).status()));
  await page.click("#offer .copy-all");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const found = {
    several,
    answers,
    copied,
    cards: await page.locator("#offer .feed").count(),
    name: await text(page, "#offer .feed-name"),
    labels: await page.locator("#offer .addresses label").allInnerTexts(),
    webcal: await page.locator("#offer [data-way=apple]").evaluateAll((all) => all.map((a) => a.href)),
  };
  for (const name of ["alevi", "islamic", "hindu", "sikh", "bahai"]) await page.uncheck(`#c-${name}`);
  return { ...found, one: await addresses(page) };
});
results.plainPhone = await visit(`${plain}/de/`, { viewport: PHONE, hasTouch: true, isMobile: true }, async (page) => {
  await six(page);
  await page.locator("#c-jewish").scrollIntoViewIfNeeded();
  const bar = await page.locator("#offer .bar").evaluate((one) => one.getBoundingClientRect().toJSON());
  return { ...(await layout(page)), bar };
});
results.light = await visit(`${plain}/de/`, {}, async (page) => ({
  nodes: await page.evaluate(() => document.querySelectorAll("*").length),
  days: await page.locator("#list").count(),
}));
results.table = await visit(`${plain}/de/2027/?c=jewish,sikh&rank=major&lang=de`, {}, async (page) => {
  const pages = async () => (await page.pdf({ preferCSSPageSize: true })).toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g).length;
  const shown = () => page.locator(".year-table tbody tr:visible .chip").evaluateAll((all) => [...new Set(all.map((one) => one.textContent))]);
  await page.locator(".views a").click();
  await page.waitForURL("**/table.html?**");
  await page.waitForLoadState("load");
  const chosen = { shown: await shown(), pages: await pages() };
  await page.goto(`${plain}/de/2027/table.html`);
  return { chosen, shown: (await shown()).length, minor: await page.locator(".year-table tr.minor:visible").count(), pages: await pages() };
});
results.steps = await visit(`${plain}/de/`, {}, async (page) => {
  await page.locator("#today-list h3").first().waitFor();
  const heading = () => text(page, "#today-list h3");
  const today = await heading();
  await page.locator("#steps [data-step='-1']").click();
  await page.waitForFunction((before) => document.querySelector("#today-list h3").innerText !== before, today);
  const yesterday = await heading();
  await page.locator("#steps [data-step='1']").click();
  await page.waitForFunction((before) => document.querySelector("#today-list h3").innerText === before, today);
  await page.locator("#today-list h3 a").first().click();
  await page.waitForURL("**/2027/04/**");
  const place = page.url();
  await page.locator(".day:target .steps a").last().click();
  return { today, yesterday, place, next: await text(page, ".day:target h2") };
});
results.leave = await visit(`${plain}/de/judentum/pesach/`, {}, async (page) => {
  await page.locator('a[href$="#how"]').click();
  await page.locator("#how").waitFor();
  if (!(await page.locator("#how dl").isVisible())) await page.locator("#how summary").click();
  return text(page, "#how dl");
});
results.print = await visit(`${served}/de/2027/`, {}, async (page) => {
  await page.emulateMedia({ media: "print" });
  return { form: await page.isVisible("#choice"), list: await page.isVisible("#list"), paper: await page.evaluate(() => getComputedStyle(document.body).backgroundColor) };
});

results.narrow = {};
for (const [width, paths] of [[320, ["de/", "de/2027/", "de/judentum/", "en/orthodox/", "de/2027/table.html", "de/2027/05/", "tr/islam/eid-al-fitr/", "de/widget/"]], [768, ["de/orthodox/"]], [1440, ["de/orthodox/"]]]) {
  for (const path of paths) {
    results.narrow[`${path} ${width}`] = await visit(`${plain}/${path}`, { viewport: { width, height: 800 } }, (page) =>
      page.evaluate(() => ({
        sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        cut: [...document.querySelectorAll(".kept")].map((one) => one.scrollWidth - one.clientWidth),
      })),
    );
  }
}

async function judged(page) {
  await page.evaluate(() => {
    for (const one of document.querySelectorAll("main details")) one.open = !one.closest("#list") || one.parentElement.matches(".c-jewish");
  });
  await page.evaluate(axe);
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return found.violations.map((v) => ({ id: v.id, impact: v.impact, help: v.help, nodes: v.nodes.slice(0, 3).map((n) => `${n.html.slice(0, 200)} ${n.failureSummary}`) }));
}
const JUDGED = [
  ["de/"], ["de/", "dark"], ["en/2027/"], ["de/judentum/"], ["en/islamic/", "dark"], ["de/2027/table.html"],
  ["de/2027/05/"], ["de/2027/05/", "dark"], ["de/orthodox/nativity-fast/"], ["tr/islam/eid-al-fitr/", "dark"],
];
results.axe = {};
for (const [path, colorScheme = "light"] of JUDGED) {
  results.axe[`${path} ${colorScheme}`] = await visit(`${served}/${path}`, { colorScheme }, judged);
}
results.axe["de/judentum/ phone"] = await visit(`${plain}/de/judentum/`, { viewport: PHONE }, judged);
results.axe["de/ several"] = await visit(`${plain}/de/`, {}, async (page) => {
  await six(page);
  return judged(page);
});
results.axe["de/ phone"] = await visit(`${served}/de/?c=jewish,islamic`, { viewport: PHONE }, judged);

await browser.close();
console.log(JSON.stringify({ ...results, ...seen }));
