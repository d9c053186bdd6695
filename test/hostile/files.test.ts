import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import * as fc from "fast-check";

import "../support/fixed-seed.js";
import { readPlugin } from "../../src/host/plugins/manifest-reader.js";
import { checkerOf } from "../../src/host/schema-check/index.js";
import { readSeedFile, startLocalGoogle } from "../../src/local-google/index.js";
import type { LocalGoogle } from "../../src/local-google/index.js";
import { isObject } from "../../src/local-google/json.js";
import { SteppingClock } from "../support/stepping-clock.js";
import { examples, longestProperty } from "./support/examples.js";
import { oddText } from "./support/schema-arbitrary.js";

const project = new URL("../../../", import.meta.url);
const oddValue = fc.oneof(
  oddText,
  fc.constantFrom<unknown>(null, true, 0, -1, 1e308, [], {}, [[[]]], { $ref: "x" }),
  fc.object({ maxDepth: 3, maxKeys: 3 }),
);

/** A good document with one value anywhere in it replaced, or taken out. */
function damaged(good: unknown): fc.Arbitrary<unknown> {
  const paths = pathsOf(good);
  return fc
    .tuple(fc.constantFrom(...paths), fc.option(oddValue, { nil: undefined }))
    .map(([path, value]) => replaced(good, path, value));
}

function pathsOf(value: unknown): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [[]];
  return [[], ...Object.entries(value).flatMap(([key, each]) => pathsOf(each).map((path) => [key, ...path]))];
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((each, index) => (String(index) === key ? replaced(each, rest, by) : each));
  return isObject(value) ? { ...value, [key]: replaced(value[key], rest, by) } : value;
}

describe("files that nobody expects", function () {
  this.timeout(longestProperty);
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "spectra-hostile-"));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("X4: any manifest is read or refused with its problems; reading never fails", async () => {
    const good: unknown = JSON.parse(readFileSync(new URL("plugin.manifest.json", project), "utf8"));
    const text = fc.oneof(
      { weight: 6, arbitrary: damaged(good).map((json) => JSON.stringify(json) ?? "") },
      { weight: 1, arbitrary: oddText },
    );
    await fc.assert(
      fc.asyncProperty(text, async (content) => {
        writeFileSync(join(folder, "plugin.manifest.json"), content);
        const found = await readPlugin(folder);
        if (found.kind === "invalid") assert.ok(found.problems.every(({ message }) => message !== ""));
        // The pages' schemas are not in the folder: nothing here is complete but what names none.
        else assert.deepEqual(found.plugin.manifest.contributes.preferencePages ?? [], []);
      }),
      examples(150),
    );
  });

  for (const page of ["google-user-settings", "google-company-settings"]) {
    it(`P1: any values of ${page} are taken or refused with a field and a message`, () => {
      const schema = JSON.parse(readFileSync(new URL(`schemas/${page}.schema.json`, project), "utf8"));
      const check = checkerOf(schema);
      const fields = Object.keys(schema.properties);
      const values = fc.oneof(
        fc.record(Object.fromEntries(fields.map((name) => [name, oddValue])), { requiredKeys: [] }),
        oddValue,
      );
      fc.assert(
        fc.property(values, (typed) => {
          assert.ok(check(typed).every(({ message }) => message !== ""));
        }),
        examples(300),
      );
    });
  }

  describe("of the local Google", () => {
    let google: LocalGoogle;

    beforeEach(async () => {
      google = await startLocalGoogle({ clock: new SteppingClock() });
      google.accounts.add({ email: "anna@example.test", timeZone: "America/Chicago" });
    });

    afterEach(() => google.dispose());

    const lines = [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "X-WR-TIMEZONE:Europe/Berlin",
      "BEGIN:VEVENT",
      "UID:one@example.test",
      "DTSTART;TZID=Europe/Berlin:20260401T100000",
      "DURATION:PT1H",
      "RRULE:FREQ=WEEKLY;COUNT=3",
      "EXDATE;TZID=Europe/Berlin:20260408T100000",
      "SUMMARY:Lab",
      "ATTENDEE;PARTSTAT=ACCEPTED:mailto:bert@example.test",
      "BEGIN:VALARM",
      "TRIGGER:-PT15M",
      "ACTION:DISPLAY",
      "END:VALARM",
      "END:VEVENT",
      "END:VCALENDAR",
    ];
    const oddValueOfLine = fc.oneof(
      oddText,
      fc.constantFrom("20261301T990000", "P-1D", "FREQ=SECONDLY", "FREQ=X;BYDAY=9ZZ"),
    );
    const calendarText = fc.oneof(
      fc
        .tuple(fc.nat(lines.length - 1), oddValueOfLine, fc.constantFrom("value", "line", "gone", "cut"))
        .map(([at, odd, how]) => damagedLines(at, odd, how).join("\r\n")),
      oddText,
    );

    function damagedLines(at: number, odd: string, how: string): readonly string[] {
      if (how === "cut") return lines.slice(0, at);
      return lines.flatMap((line, index) => {
        if (index !== at) return [line];
        if (how === "gone") return [];
        return [how === "line" ? odd : `${line.split(":")[0]}:${odd}`];
      });
    }

    it("any .ics is taken whole or refused whole, naming the line", () => {
      fc.assert(
        fc.property(calendarText, (text) => {
          const calendar = google.accounts.get("anna@example.test").calendar();
          const before = calendar.list().length;
          try {
            calendar.importIcs(text, "odd.ics");
          } catch (error) {
            assert.deepEqual([codeOf(error), calendar.list().length], ["local-google-seed", before], String(error));
          }
        }),
        examples(300),
      );
    });

    it("any seed file is taken whole or refused, naming the value", async () => {
      const good = {
        writtenFor: "2026-03-02",
        accounts: [
          {
            email: "bert@example.test",
            timeZone: "Europe/Berlin",
            events: [
              {
                summary: "Lab",
                start: { dateTime: "2026-04-01T10:00:00" },
                end: { dateTime: "2026-04-01T11:00:00" },
                recurrence: ["RRULE:FREQ=WEEKLY;COUNT=3"],
              },
            ],
            calendars: [
              { summary: "Studio", events: [{ start: { date: "2026-04-01" }, end: { date: "2026-04-02" } }] },
            ],
          },
        ],
      };
      await fc.assert(
        fc.asyncProperty(damaged(good), async (json) => {
          const path = join(folder, "seed.json");
          writeFileSync(path, JSON.stringify(json) ?? "");
          let started: LocalGoogle | undefined;
          try {
            started = await startLocalGoogle({
              clock: new SteppingClock(),
              seed: readSeedFile(path),
              seedFolder: folder,
            });
          } catch (error) {
            assert.match(codeOf(error), /^local-google-/, String(error));
          } finally {
            await started?.dispose();
          }
        }),
        examples(150),
      );
    });
  });
});

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
