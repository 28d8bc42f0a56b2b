// A hundred Jewish years of hebcal in one process; prints the milliseconds without start-up.
import {HebrewCalendar} from '@hebcal/core';

const start = performance.now();
for (let year = 1990; year < 2090; year++) HebrewCalendar.calendar({year, isHebrewYear: false, il: false});
console.log(performance.now() - start);
