/** Events as a person makes them in Google's own pages; times without zone are in the calendar's. */

interface NewEvent {
  readonly [field: string]: unknown;
}

/** From one time to another on one day, such as `timed("Dentist", "2026-04-03", "09:00", "10:00")`. */
export function timed(summary: string, day: string, from: string, to: string, more: NewEvent = {}): NewEvent {
  return { summary, ...when(day, from, to), ...more };
}

/** Start and end for a patch. */
export function when(day: string, from: string, to: string): NewEvent {
  return { start: { dateTime: `${day}T${from}:00` }, end: { dateTime: `${day}T${to}:00` } };
}

/** A day; the end is exclusive. */
export function allDay(summary: string, start: string, end: string, more: NewEvent = {}): NewEvent {
  return { summary, start: { date: start }, end: { date: end }, ...more };
}
