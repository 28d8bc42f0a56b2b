// Feeds as node-ical reads them (MagicMirror, home automation): node read_node-ical.mjs FEED... prints rows as JSON.
import { readFileSync } from "node:fs";
import ical from "node-ical";

// A day is a moment at midnight of the machine's own clock.
function day(moment) {
  if (!moment.dateOnly) return moment.toISOString();
  const [year, month, date] = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()];
  return `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}

function rows(text) {
  return Object.values(ical.sync.parseICS(text))
    .filter((component) => component.type === "VEVENT")
    .map((event) => [event.uid, day(event.start), day(event.end), event.summary, event.description]);
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const read = (path) => [path, rows(decoder.decode(readFileSync(path)))];
process.stdout.write(JSON.stringify(Object.fromEntries(process.argv.slice(2).map(read))));
