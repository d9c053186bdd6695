import { wallTime } from "../../src/base/wall-time.js";
import { batchBody } from "../../src/google-sync/google/batch/batch-wire.js";
import { writeCall } from "../../src/google-sync/google/calendar/event-calls.js";
import { eventPageFields } from "../../src/google-sync/google/calendar/event-fields.js";
import type { EventWrite } from "../../src/google-sync/google/index.js";
import { pieces, request } from "./floor-requests.js";
import type { FloorRequests } from "./floor-requests.js";
import type { Account } from "./google-child.js";
import { benchZone, slotOf } from "./invented.js";

/** Events to insert, or the ids of those to patch. */
export type EventWrites =
  { readonly kind: "insert"; readonly count: number } | { readonly kind: "patch"; readonly ids: readonly string[] };

const boundary = "floor-of-the-bench";
const callsInBatch = 50;

/** The requests of a calendar. */
export function calendarFloor(account: Account, writes: EventWrites): FloorRequests {
  const calls = eventsOf(writes).map((write) => writeCall("primary", write));
  const bodies = pieces(calls, callsInBatch).map((some) => batchBody(some, boundary));
  return {
    list(syncToken, pageToken) {
      const query = new URLSearchParams({ singleEvents: "false", maxResults: "2500", fields: eventPageFields });
      if (syncToken !== undefined) query.set("syncToken", syncToken);
      if (pageToken !== undefined) query.set("pageToken", pageToken);
      return request(account, `/calendar/v3/calendars/${encodeURIComponent(account.email)}/events?${query}`);
    },
    batches: bodies.map((body) => async () => {
      const headers = { "Content-Type": `multipart/mixed; boundary=${boundary}` };
      const text = await request(account, "/batch/calendar/v3", { method: "POST", headers, body });
      if (/HTTP\/1\.1 [45]/.test(text)) throw new Error(text.slice(0, 500));
    }),
  };
}

function eventsOf(writes: EventWrites): readonly EventWrite[] {
  if (writes.kind === "insert") return Array.from({ length: writes.count }, (_, index) => insertOf(index));
  return writes.ids.map((eventId) => ({
    kind: "patch",
    key: eventId,
    eventId,
    etag: undefined,
    change: { summary: `Changed ${eventId}` },
  }));
}

function insertOf(index: number): EventWrite {
  const { start, end } = slotOf(index);
  const at = (time: string) => ({ kind: "time", dateTime: wallTime(time), timeZone: benchZone }) as const;
  return {
    kind: "insert",
    key: String(index),
    event: {
      id: `floor${index.toString(32).padStart(30, "0")}`,
      summary: `Client ${index} - Appointment ${index}`,
      location: `Studio ${index % 5}`,
      when: { start: at(start), end: at(end) },
      privateProperties: {
        spectraStudio: "5a3c0b5e-0000-4000-8000-000000000001",
        spectraUser: "5a3c0b5e-0000-4000-8000-000000000002",
        spectraEntry: `5a3c0b5e-0000-4000-8000-${String(index).padStart(12, "0")}`,
      },
    },
  };
}
