import { SeedError } from "../../errors.js";
import { isZone } from "../../store/zone-time.js";
import { findLine } from "./components.js";
import type { Component } from "./components.js";
import type { ContentLine } from "./content-lines.js";
import { windowsZones } from "./windows-zones.js";

/** Finds the IANA zone behind the names programs write as TZID. */
export class ZoneNames {
  readonly #locations = new Map<string, string>();

  constructor(
    calendar: Component,
    readonly calendarZone: string,
  ) {
    for (const zone of calendar.components.filter(({ name }) => name === "VTIMEZONE")) {
      const id = findLine(zone, "TZID")?.value;
      const location = findLine(zone, "X-LIC-LOCATION")?.value;
      if (id && location && isZone(location)) this.#locations.set(id, location);
    }
  }

  /** The zone of a line's TZID; the calendar's without one. @throws SeedError when nobody knows the name */
  zoneOf(line: ContentLine): string {
    const id = line.parameters["TZID"];
    if (id === undefined) return this.calendarZone;
    const zone = ianaZoneOf(id) ?? this.#locations.get(id);
    if (zone === undefined) throw new SeedError(line.place, `the time zone "${id}" is not known`);
    return zone;
  }
}

/**
 * An IANA name as it is, one behind a prefix (`/mozilla.org/20050126_1/Europe/Berlin`,
 * `custom_America/New_York`), or the name Windows or Outlook gives a zone.
 */
export function ianaZoneOf(id: string): string | undefined {
  const name = id.trim();
  if (isZone(name)) return name;
  const windows = windowsZones[name] ?? windowsZones[name.replace(/^\(.*?\)\s*/, "")];
  if (windows !== undefined) return windows;
  const suffix = /[A-Z][A-Za-z_]+\/[A-Za-z_+-]+(?:\/[A-Za-z_]+)?$/.exec(name)?.[0];
  return suffix !== undefined && isZone(suffix) ? suffix : undefined;
}
