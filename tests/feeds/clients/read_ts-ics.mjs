// Feeds as ts-ics reads them: node read_ts-ics.mjs FEED... prints the rows of each as JSON.
import { readFileSync } from "node:fs";
import { convertIcsCalendar } from "ts-ics";

// A day is a moment at midnight UTC.
function day(moment) {
  const written = moment.date.toISOString();
  return moment.type === "DATE" ? written.slice(0, 10) : written;
}

function rows(text) {
  return (convertIcsCalendar(undefined, text).events ?? []).map((event) => [
    event.uid,
    day(event.start),
    day(event.end),
    event.summary,
    event.description,
  ]);
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const read = (path) => [path, rows(decoder.decode(readFileSync(path)))];
process.stdout.write(JSON.stringify(Object.fromEntries(process.argv.slice(2).map(read))));
