// Looks at the native names of the built site in Debian's Chromium and prints with which fonts they are drawn, as JSON.
// usage: node fonts.mjs SITE RANGES
// RANGES: [["syriac", 1792, 1871], ...]
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const [site, given] = process.argv.slice(2);
const ranges = JSON.parse(given);
const program = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(existsSync);
if (!program) {
  console.error("chromium is missing; this installs it: sh tests/web/fetch.sh");
  process.exit(3);
}
const browser = await chromium.launch({ executablePath: program, args: ["--no-sandbox", "--disable-background-networking"] });
const page = await browser.newPage();
const asked = [];
page.on("request", (request) => asked.push(request.url()));
const loaded = () => asked.filter((address) => address.endsWith(".woff2")).map((address) => address.split("/").pop());

await page.goto(`${site}/de/widget/`);
await page.evaluate(() => document.fonts.ready);
const without = loaded();
await page.goto(`${site}/de/2027/table.html`);
await page.evaluate(() => document.fonts.ready);
const usual = loaded();

/** Each word of a script, drawn with the fonts of the site alone, and the fonts that drew it. */
const found = await page.evaluate((all) => {
  const words = {};
  for (const span of document.querySelectorAll("[lang]")) {
    for (const [name, first, last] of all) {
      const parts = [...span.textContent].map((one) => (one.codePointAt(0) >= first && one.codePointAt(0) <= last ? one : " "));
      for (const word of parts.join("").split(/\s+/).filter(Boolean)) (words[name] ??= new Set()).add(word);
    }
  }
  const main = document.querySelector("main");
  main.replaceChildren();
  main.style.fontFamily = '"Interfaith Scripts"';
  for (const [name, found] of Object.entries(words)) {
    const line = document.createElement("p");
    line.id = `script-${name}`;
    line.textContent = [...found].join(" ");
    main.append(line);
  }
  return Object.fromEntries(Object.entries(words).map(([name, set]) => [name, set.size]));
}, ranges);
await page.evaluate(() => document.body.offsetHeight);
await page.evaluate(() => document.fonts.ready);
const session = await page.context().newCDPSession(page);
await session.send("DOM.enable");
await session.send("CSS.enable");
const { root } = await session.send("DOM.getDocument");
const drawn = {};
for (const name of Object.keys(found)) {
  const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector: `#script-${name}` });
  const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
  drawn[name] = fonts.map((font) => [font.isCustomFont, font.familyName, font.glyphCount]);
}
console.log(JSON.stringify({ without, usual, words: found, drawn, outside: asked.filter((one) => !one.startsWith(site)) }));
await browser.close();
