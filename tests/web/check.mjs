// Checks planned days on the pages in Debian's Chromium and prints what it saw as JSON; `test_check.py` judges it.
// usage: node check.mjs SERVED STATIC LAND,LAND FIRST LAST
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const [served, plain, lands, first, last] = process.argv.slice(2);
const program = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(existsSync);
if (!program) {
  console.error("chromium is missing; this installs it: sh tests/web/fetch.sh");
  process.exit(3);
}
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await chromium.launch({ executablePath: program, args: ["--no-sandbox", "--disable-background-networking"] });
const complaints = [];

async function visit(address, options, work) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-US", timezoneId: "Europe/Berlin", ...options });
  const page = await context.newPage();
  page.on("console", (message) => message.type() === "error" && complaints.push(`${address}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`${address}: ${error.message}`));
  await page.goto(address);
  const found = await work(page);
  await context.close();
  return found;
}
const said = async (page) => {
  await page.locator("#check-answer article").first().waitFor();
  return (await page.locator("#check-answer article").allInnerTexts()).map((text) => text.replace(/\s+/g, " ").trim());
};

const results = {};
/** Every day from one to another in some Länder, as many at once as the form takes. */
results.days = await visit(`${plain}/de/`, {}, (page) =>
  page.evaluate(async ([lands, first, last]) => {
    const DAY = 86_400_000;
    const plain = (node) => node.textContent.replace(/\s+/g, " ").trim();
    const found = {};
    const more = document.getElementById("check-more");
    while (document.querySelectorAll("#check-rows .planned").length < 24) more.click();
    const fields = [...document.querySelectorAll("#check-rows [name=check]")];
    const iso = (time) => new Date(time).toISOString().slice(0, 10);
    for (const land of lands) {
      document.getElementById("land").value = land;
      for (let from = Date.parse(first); from <= Date.parse(last); from += 24 * DAY) {
        const days = fields.map((_, number) => from + number * DAY).filter((day) => day <= Date.parse(last)).map(iso);
        fields.forEach((field, number) => { field.value = days[number] || ""; });
        document.getElementById("check-answer").replaceChildren();
        document.getElementById("check-form").requestSubmit();
        while (document.querySelectorAll("#check-answer article").length < days.length) {
          if (document.querySelector("#check-answer .problem")) throw new Error(plain(document.getElementById("check-answer")));
          await new Promise((done) => setTimeout(done, 1));
        }
        [...document.querySelectorAll("#check-answer article")].forEach((article, number) => {
          const near = [...article.querySelectorAll(".near")].map((line) => [...line.querySelectorAll("a")].map((a) => new URL(a.href).searchParams.get("check")));
          found[`${land} ${days[number]}`] = {
            verdict: article.className.split(" ")[1],
            reasons: [...article.querySelectorAll(".reasons li")].map((item) => plain(item)),
            near,
          };
        });
      }
    }
    return found;
  }, [lands.split(","), first, last]),
);

/** The keyboard alone: the Land, the day, the button. */
results.keyboard = await visit(`${plain}/de/`, {}, async (page) => {
  const tab = async (wanted) => {
    for (let count = 0; count < 200; count++) {
      await page.keyboard.press("Tab");
      if (await page.evaluate((selector) => document.activeElement.matches(selector), wanted)) return;
    }
    throw new Error(`${wanted} is not reached with the keyboard`);
  };
  await tab("#land");
  await page.keyboard.type("Nordrhein");
  await tab("[name=check]");
  await page.keyboard.type("05162027");
  const day = await page.locator("[name=check]").first().inputValue();
  await tab("#check-form button");
  await page.keyboard.press("Enter");
  const answer = await said(page);
  await page.evaluate(axe);
  const faults = await page.evaluate(async () => (await axe.run("[aria-labelledby=check]")).violations.map((one) => one.id));
  return { day, answer, place: page.url(), axe: faults };
});
const link = results.keyboard.place;
results.link = await visit(link, {}, said);
results.served = await visit(link.replace(plain, served), {}, said);
const NO_SCRIPT = { javaScriptEnabled: false };
results.bare = await visit(`${served}/de/`, NO_SCRIPT, async (page) => {
  await page.selectOption("#land", "nrw");
  await page.fill("[name=check]", "2027-05-16");
  await page.click("#check-form button");
  return said(page);
});
const WAYS = [["script", plain, {}], ["bare", served, NO_SCRIPT]];
results.several = {};
for (const [name, base, options] of WAYS) {
  results.several[name] = await visit(`${base}/de/?check=2027-05-12..2027-05-18,2027-03-10&land=Hessen`, options, async (page) => {
    await page.locator("#check-answer article").nth(1).waitFor();
    return said(page);
  });
}
results.wrong = {};
for (const [name, base, options] of WAYS) {
  results.wrong[name] = await visit(`${base}/de/?check=%3Cb%3Esoon%3C/b%3E,2031-01-01&land=%3Ci%3ENrv`, options, async (page) => {
    await page.locator("#check-answer .problem").nth(2).waitFor();
    return { problems: await page.locator("#check-answer .problem").allInnerTexts(), marked: await page.locator("#check-answer b, #check-answer i").count() };
  });
}
results.narrow = await visit(`${plain}/de/2027/?check=2027-05-12..2027-05-18&land=nrw&rank=all`, { viewport: { width: 320, height: 700 } }, async (page) => {
  await said(page);
  await page.locator(".leave-mark").first().waitFor({ state: "attached" });
  const marks = await page.locator('[id^="islamic/eid-al-adha/"] .leave-mark').first().textContent();
  const unmarked = await page.locator('[id^="islamic/mawlid/"] .leave-mark').count();
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await page.selectOption("#land", "");
  await page.locator(".leave-mark").first().waitFor({ state: "detached" });
  return { marks, unmarked, sideways };
});
results.complaints = complaints;
await browser.close();
console.log(JSON.stringify(results));
