// The Jewish year 2027 of hebcal as one calendar file: what a cold process of theirs does.
import {HebrewCalendar} from '@hebcal/core';
import {eventsToIcalendar} from '@hebcal/icalendar';
import {writeFileSync} from 'node:fs';

const options = {year: 2027, isHebrewYear: false, il: false};
const feed = await eventsToIcalendar(HebrewCalendar.calendar(options), {...options, title: 'Jewish'});
writeFileSync(process.argv[2], feed);
