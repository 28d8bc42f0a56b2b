// Prints as JSON the first day of each Hijri month of some years by @umalqura/core, which has a table of its own: [["2024-07-07", 1446, 1], ...].
// usage: node umalqura.mjs FIRST LAST
import library from "@umalqura/core";

const [first, last] = process.argv.slice(2).map(Number);
const umalqura = library.default ?? library;
const iso = (day) => [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
const firsts = [];
for (let year = first; year <= last; year += 1) {
  for (let month = 1; month <= 12; month += 1) firsts.push([iso(umalqura(year, month, 1).date), year, month]);
}
console.log(JSON.stringify(firsts));
