// Copies the line of the page that offers the frame, puts it into pages of another origin, and prints what it saw as
// JSON; `test_widget.py` judges it.
// usage: node widget.mjs SERVED STATIC
// SERVED and STATIC are addresses: of `serve`, and of a built site on a plain web server.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const [served, plain] = process.argv.slice(2);
const program = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(existsSync);
if (!program) {
  console.error("chromium is missing; this installs it: sh tests/web/fetch.sh");
  process.exit(3);
}
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await chromium.launch({ executablePath: program, args: ["--no-sandbox", "--disable-background-networking"] });
const MORNING = new Date("2027-04-21T10:00:00+02:00");

// What surrounds the line in such systems: their style, as far as it touches frames, and the boxes around it.
const AROUND = {
  plain: ["", (line) => line],
  wordpress: [
    "embed, iframe, object, video { max-width: 100%; height: auto } .entry-content > * { max-width: 620px; margin: 1.5em auto } iframe { border: 3px dotted red } body { font: 20px/1.8 Georgia; color: #555 }",
    (line) => `<article class="post"><div class="entry-content"><div class="wp-block-html">${line}</div></div></article>`,
  ],
  typo3: [
    "*, ::after, ::before { box-sizing: border-box } .frame-inner iframe { width: 100%; margin-bottom: 1rem; vertical-align: middle } a { color: lime } h1, h2 { text-transform: uppercase; font-size: 60px }",
    (line) => `<div id="c42" class="frame frame-default frame-type-html"><div class="frame-container"><div class="frame-inner">${line}</div></div></div>`,
  ],
  moodle: [
    ".no-overflow { overflow: auto } #page { display: flex; flex-direction: column } .block { width: 290px; padding: 20px; border: 1px solid #ccc }",
    (line) => `<div id="page"><section class="block block_html"><div class="card-body"><div class="no-overflow">${line}</div></div></section></div>`,
  ],
  strict: ["body { margin: 2rem }", (line) => line],
};
const POLICY = `default-src 'none'; script-src 'none'; style-src 'self'; img-src data:; frame-src ${new URL(served).origin}`;

let line = "";
const host = createServer((request, answer) => {
  const name = request.url.slice(1);
  if (name.endsWith(".css")) return answer.writeHead(200, { "content-type": "text/css" }).end(AROUND[name.slice(0, -4)][0]);
  const framed = name === "whole" ? `<iframe src="${served}/de/" title="x"></iframe>` : name === "bad" ? line.replace(/&amp;c=[^"&]*/, "&amp;c=jewsh%3Cimg src=x%3E") : line;
  const [theme, around] = AROUND[name] ? [name, AROUND[name][1]] : ["plain", AROUND.plain[1]];
  const headers = { "content-type": "text/html; charset=utf-8", ...(name === "strict" ? { "content-security-policy": POLICY } : {}) };
  return answer.writeHead(200, headers).end(`<!DOCTYPE html><html lang="de"><head><title>Schule</title><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><link rel="stylesheet" href="/${theme}.css"></head><body><h1>Unsere Schule</h1>${around(framed)}</body></html>`);
}).listen(0, "127.0.0.1");
await new Promise((resolve) => host.once("listening", resolve));
const school = `http://127.0.0.1:${host.address().port}`;

const seen = { complaints: [], outside: [], cookies: [], kept: [] };

async function visit(address, options, work) {
  const context = await browser.newContext({ viewport: { width: 900, height: 900 }, locale: "en-GB", timezoneId: "Europe/Berlin", ...options });
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(address).origin });
  const page = await context.newPage();
  const answers = [];
  page.on("console", (message) => message.type() === "error" && seen.complaints.push(`${address}: ${message.text()}`));
  page.on("pageerror", (error) => seen.complaints.push(`${address}: ${error.message}`));
  page.on("request", (request) => [served, plain, school, "data:", "chrome-error:"].some((ours) => request.url().startsWith(ours)) || seen.outside.push(request.url()));
  page.on("response", (answer) => answers.push(answer));
  if (options.javaScriptEnabled !== false) await page.clock.setFixedTime(MORNING);
  await page.goto(address);
  const found = await work(page, answers);
  seen.cookies.push(...(await context.cookies()));
  for (const frame of page.frames()) {
    if (frame.url().startsWith("http")) seen.kept.push(await frame.evaluate(() => { try { return localStorage.length + sessionStorage.length; } catch { return 0; } }));
  }
  await context.close();
  return found;
}

/** The text of the frame as soon as its days are there, and how it stands in the page around it. */
async function framed(page) {
  const frame = page.frameLocator("iframe");
  await frame.locator("h1, .problem").first().waitFor();
  const inside = page.frames().find((one) => one !== page.mainFrame());
  return {
    address: inside.url(),
    text: await frame.locator("main").innerText(),
    sideways: await inside.evaluate(() => document.documentElement.scrollWidth - innerWidth),
    around: await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
    box: await page.locator("iframe").evaluate((one) => [one.clientWidth, one.clientHeight]),
    paper: await inside.evaluate(() => getComputedStyle(document.body).backgroundColor),
    link: await inside.evaluate(() => ((a) => a && [a.href, a.target, getComputedStyle(a).color])(document.querySelector("li a"))),
    picture: await inside.evaluate(() => document.querySelector("img") !== null),
  };
}

const results = { school, pages: {} };
results.offer = await visit(`${served}/de/widget/`, {}, async (page) => {
  const before = await page.inputValue("#line");
  for (const name of ["jewish", "islamic"]) await page.check(`#c-${name}`);
  await page.click(".copy");
  line = await page.evaluate(() => navigator.clipboard.readText());
  const preview = page.frameLocator("#preview");
  await preview.locator("h1").waitFor();
  await page.evaluate(axe);
  const found = await page.evaluate(() => globalThis.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"] }));
  return { before, line, preview: await preview.locator("main").innerText(), axe: found.violations.map((one) => `${one.id}: ${one.nodes[0].html}`) };
});
for (const name of Object.keys(AROUND)) {
  results.pages[name] = await visit(`${school}/${name}`, {}, async (page, answers) => {
    const found = await framed(page);
    const ours = answers.filter((answer) => answer.url().startsWith(served));
    const sizes = await Promise.all(ours.map((answer) => answer.request().sizes()));
    return { ...found, weight: sizes.reduce((sum, size) => sum + size.responseBodySize, 0), asked: ours.map((answer) => answer.url().slice(served.length)) };
  });
}
results.whole = await visit(`${school}/whole`, {}, async (page) => {
  await page.waitForTimeout(500);
  return page.frames().filter((one) => one !== page.mainFrame()).map((one) => one.url());
});
const refusal = seen.complaints.filter((said) => said.startsWith(`${school}/whole`));
seen.complaints = seen.complaints.filter((said) => !said.startsWith(`${school}/whole`));
results.refusal = refusal;
results.bad = await visit(`${school}/bad`, {}, framed);
results.unknown = await visit(`${served}/widget/?lang=xx`, {}, (page) => page.locator("main").innerText());
results.bare = await visit(`${served}/widget/?lang=de`, { javaScriptEnabled: false }, async (page) => ({
  text: await page.locator("main").innerText(),
  links: await page.locator("main a").evaluateAll((all) => all.map((a) => [a.href, a.target])),
}));
const tried = async (base, query, options = {}) =>
  visit(`${base}/widget/?${query}`, options, async (page) => {
    await page.locator("h1").waitFor();
    await page.evaluate(axe);
    const found = await page.evaluate(() => globalThis.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] }));
    return {
      lang: await page.locator("html").getAttribute("lang"),
      heading: await page.locator("h1").innerText(),
      text: await page.locator("main").innerText(),
      paper: await page.evaluate(() => getComputedStyle(document.body).backgroundColor),
      axe: found.violations.map((one) => `${one.id}: ${one.nodes[0].html}`),
      chips: await page.locator("td .chip").count(),
      sideways: await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
    };
  });
results.month = await tried(served, "lang=en&show=month&rank=all&scheme=dark", { viewport: { width: 320, height: 640 } });
results.static = await tried(plain, "lang=en&c=christian");
results.old = await visit(`${served}/widget/?lang=de`, {}, async (page) => {
  await page.clock.setFixedTime(new Date("2044-01-01T12:00:00Z"));
  await page.reload();
  return page.locator("main").innerText();
});
results.turned = await visit(`${served}/widget/?lang=de&show=month`, {}, async (page) => {
  await page.locator("h1").waitFor();
  await page.locator("button").last().click();
  await page.getByText("Mai 2027", { exact: true }).first().waitFor();
  return page.evaluate(() => document.activeElement.getAttribute("aria-label"));
});
results.asked = await visit(`${plain}/de/?c=jewsh%3Cb%3E,sikh&lang=xx`, {}, async (page) => ({
  text: await page.locator("main [role=alert]").innerText(),
  bold: await page.locator("main [role=alert] b").count(),
}));
const missing = await (await fetch(`${plain}/404.html`)).text();
const nothing = async (path) =>
  visit(`${plain}/404.html`, {}, async (page) => {
    await page.route(`**${path}`, (route) => route.fulfill({ status: 200, contentType: "text/html", body: missing }));
    await page.goto(plain + path);
    const links = await page.locator("main a").evaluateAll((all) => all.map((a) => a.href));
    return { text: await page.locator("main").innerText(), bold: await page.locator("main b").count(), links };
  });
results.nothing = [await nothing("/xx/2027/"), await nothing("/de/%3Cb%3E/")];
console.log(JSON.stringify({ ...seen, ...results }));
await browser.close();
host.close();
