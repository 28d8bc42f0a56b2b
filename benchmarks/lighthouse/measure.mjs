// Lighthouse on the page kinds of a site, as a phone sees them; all but the table to print are held to 95. usage: node measure.mjs ADDRESS [PATH...]
import { existsSync } from "node:fs";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [base, ...asked] = process.argv.slice(2);
const paths = asked.length ? asked : ["de/", "de/judentum/pesach/", "de/2027/", "de/2027/05/", "de/judentum/", "de/2027/table.html"];
const categories = ["performance", "accessibility", "best-practices", "seo"];
const chromePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(existsSync);
const chrome = await launch({ chromePath, chromeFlags: ["--headless=new", "--no-sandbox"] });
console.log(`| page | ${categories.join(" | ")} |\n|---|${"---|".repeat(categories.length)}`);
let lowest = 100;
for (const path of paths) {
  const { lhr } = await lighthouse(`${base}/${path}`, { port: chrome.port, onlyCategories: categories, logLevel: "error" });
  const scores = categories.map((name) => Math.round(lhr.categories[name].score * 100));
  if (!path.endsWith("table.html")) lowest = Math.min(lowest, ...scores);
  console.log(`| \`${path}\` | ${scores.join(" | ")} |`);
  for (const audit of Object.values(lhr.audits)) {
    const counts = categories.some((name) => lhr.categories[name].auditRefs.some((ref) => ref.id === audit.id && ref.weight > 0));
    if (counts && audit.score !== null && audit.score < 0.9) console.error(`${path}: ${audit.id} ${audit.displayValue ?? ""}`);
  }
}
await chrome.kill();
process.exitCode = lowest < 95 ? 1 : 0;
