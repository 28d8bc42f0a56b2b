// Searches as the page does. usage: node search.mjs SEARCH.JS INDEX.JSON < texts; texts and answers are JSON.
import { readFile } from "node:fs/promises";

const [script, data] = await Promise.all(process.argv.slice(2).map((path) => readFile(path, "utf8")));
const { fold, search } = await import(`data:text/javascript;charset=utf-8,${encodeURIComponent(script)}`);
const index = JSON.parse(data);
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const { folded, searched } = JSON.parse(Buffer.concat(chunks));
const hits = (text) => search(index, text).map((hit) => [hit.festival.id, hit.fit, hit.said]);
console.log(JSON.stringify({ folded: folded.map(fold), searched: searched.map(hits) }));
