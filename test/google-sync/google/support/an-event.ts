/** An event in the form Google sends it. */
export function anEventJson(id: string, fields: object = {}): object {
  return {
    id,
    status: "confirmed",
    etag: '"3485815948352798"',
    updated: "2026-03-01T08:00:00.123Z",
    summary: "Smith family",
    start: { dateTime: "2026-03-05T10:00:00-06:00", timeZone: "America/Chicago" },
    end: { dateTime: "2026-03-05T11:00:00-06:00", timeZone: "America/Chicago" },
    eventType: "default",
    organizer: { self: true },
    creator: { self: true },
    htmlLink: "https://calendar.example.test/event?eid=1",
    ...fields,
  };
}
