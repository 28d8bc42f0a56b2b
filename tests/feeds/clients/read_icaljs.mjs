// Feeds as ical.js reads them (Thunderbird, Nextcloud): node read_icaljs.mjs FEED... prints the rows of each as JSON.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

// A time of day stays in the string, and so fits no expectation.
function rows(text) {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    return [event.uid, event.startDate.toString(), event.endDate.toString(), event.summary, event.description];
  });
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const read = (path) => [path, rows(decoder.decode(readFileSync(path)))];
process.stdout.write(JSON.stringify(Object.fromEntries(process.argv.slice(2).map(read))));
