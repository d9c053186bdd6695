import { RRuleTemporal } from "rrule-temporal";
import { Temporal } from "temporal-polyfill";

import type { EventFields, Moment } from "../store/stored-event.js";
import { instantOfWall } from "../store/zone-time.js";

const step = 366 * 86_400_000;
const mostIterations = 1_000_000;

/**
 * The starts of a series (RFC 5545): what its RRULE and RDATE lines give, without what
 * EXRULE and EXDATE take. Days count as midnight UTC. Where there is a rule, the first
 * start counts only if the rule gives it.
 */
export class RecurrenceSet {
  readonly #rules: RRuleTemporal[] = [];
  readonly #exclusions: RRuleTemporal[] = [];
  readonly #added = new Set<number>();
  readonly #removed = new Set<number>();
  readonly #start: Moment;

  /** @throws Error of the rule library when a rule cannot be read */
  constructor(lines: readonly string[], start: Moment) {
    this.#start = start;
    for (const line of lines) this.#read(line);
    if (this.#rules.length === 0) this.#added.add(plainMs(start));
  }

  /** Every start within the two instants, both included, earliest first. */
  between(from: number, to: number): number[] {
    const starts = new Set<number>();
    for (const rule of this.#rules) for (const ms of startsOf(rule, from, to)) starts.add(ms);
    for (const ms of this.#added) if (ms >= from && ms <= to) starts.add(ms);
    for (const rule of this.#exclusions) for (const ms of startsOf(rule, from, to)) starts.delete(ms);
    for (const ms of this.#removed) starts.delete(ms);
    return [...starts].sort((one, other) => one - other);
  }

  /** The first starts within the two instants, looked for year by year: a rule without end gives millions. */
  first(limit: number, from: number, to: number): number[] {
    const starts: number[] = [];
    for (let begin = from; begin <= to && starts.length < limit; begin += step) {
      starts.push(...this.between(begin, Math.min(begin + step - 1, to)));
    }
    return starts.slice(0, limit);
  }

  has(start: Moment): boolean {
    if (start.kind !== this.#start.kind) return false;
    const ms = plainMs(start);
    return this.between(ms, ms).length > 0;
  }

  /** The same instant as a start of this series: a day, or in the zone of the series. */
  momentOf(ms: number): Moment {
    return this.#start.kind === "day"
      ? { kind: "day", date: new Date(ms).toISOString().slice(0, 10) }
      : { kind: "instant", ms, timeZone: this.#start.timeZone };
  }

  #read(line: string): void {
    const match = /^(RRULE|EXRULE|RDATE|EXDATE)((?:;[^:]*)?):(.*)$/is.exec(line);
    if (!match) throw new RangeError(`Not a recurrence line: ${line}`);
    const [, name = "", parameters = "", value = ""] = match;
    const kind = name.toUpperCase();
    if (kind === "RRULE" || kind === "EXRULE") {
      (kind === "RRULE" ? this.#rules : this.#exclusions).push(readRule(value, this.#start));
      return;
    }
    const zone = /;TZID="?([^";:]+)"?/i.exec(parameters)?.[1];
    const target = kind === "RDATE" ? this.#added : this.#removed;
    for (const text of value.split(",")) target.add(readDate(text.trim(), this.#start, zone));
  }
}

const remembered = new WeakMap<EventFields, RecurrenceSet>();

/** The starts of a stored series, read once per state of it. */
export function recurrenceOf(fields: EventFields): RecurrenceSet | undefined {
  if (!fields.recurrence || fields.recurrence.length === 0) return undefined;
  let set = remembered.get(fields);
  if (!set) remembered.set(fields, (set = new RecurrenceSet(fields.recurrence, fields.start)));
  return set;
}

function plainMs(moment: Moment): number {
  return moment.kind === "day" ? Date.parse(`${moment.date}T00:00:00Z`) : moment.ms;
}

function readRule(value: string, start: Moment): RRuleTemporal {
  const zone = start.kind === "day" ? "UTC" : start.timeZone;
  if (/DTSTART|DTEND/i.test(value)) throw new RangeError("A rule names no start.");
  const dtstart = Temporal.Instant.fromEpochMilliseconds(plainMs(start)).toZonedDateTimeISO(zone);
  return new RRuleTemporal({ rruleString: `RRULE:${value}`, dtstart, tzid: zone, maxIterations: mostIterations });
}

function startsOf(rule: RRuleTemporal, from: number, to: number): number[] {
  return rule.between(new Date(from), new Date(to), true).map(({ epochMilliseconds }) => epochMilliseconds);
}

function readDate(text: string, start: Moment, zone: string | undefined): number {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2}))?(Z?)/.exec(text);
  if (!match) throw new RangeError(`Not a recurrence date: ${text}`);
  const [, year, month, day, hour, minute, second, utc] = match;
  const date = `${year}-${month}-${day}`;
  if (start.kind === "day") return Date.parse(`${date}T00:00:00Z`);
  const wall = hour ? `${date}T${hour}:${minute}:${second}` : `${date}T00:00:00`;
  return utc ? Date.parse(`${wall}Z`) : instantOfWall(wall, zone ?? start.timeZone);
}
