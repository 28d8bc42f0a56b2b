// Prints as JSON every Jewish day that hebcal knows in a span of civil years, for the diaspora: [["1900-01-14", "Tu BiShvat"], ...].
// usage: node hebcal.mjs FIRST LAST
import { HebrewCalendar } from "@hebcal/core";

const [first, last] = process.argv.slice(2).map(Number);
const iso = (day) => [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
const events = HebrewCalendar.calendar({ start: new Date(first, 0, 1), end: new Date(last, 11, 31), il: false });
console.log(JSON.stringify(events.map((event) => [iso(event.getDate().greg()), event.getDesc()])));
