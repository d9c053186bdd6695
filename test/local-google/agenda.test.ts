import assert from "node:assert/strict";

import { Anna, anEvent, send } from "./support/client.js";
import type { Reply } from "./support/client.js";

describe("local Google: calendar pages", () => {
  const anna = new Anna();
  beforeEach(async () => anna.start());
  afterEach(async () => anna.dispose());

  const look = async (from = "2026-03-20"): Promise<string> =>
    (
      await send(anna.google.url, "GET", "/calendar/agenda", {
        query: { account: anna.email, calendar: "primary", from },
      })
    ).text;
  const submit = async (form: Record<string, string>, headers: Record<string, string> = {}): Promise<Reply> =>
    send(anna.google.url, "POST", "/calendar/agenda", {
      body: new URLSearchParams({
        account: anna.email,
        calendar: anna.email,
        from: "2026-03-20",
        event: "",
        ...form,
      }).toString(),
      headers: { "Content-Type": "application/x-www-form-urlencoded", ...headers },
    });
  const timed = { startDate: "2026-03-25", startTime: "08:00", endDate: "2026-03-25", endTime: "09:00", act: "save" };

  it("name every calendar of every account", async () => {
    anna.google.accounts.get(anna.email).addCalendar({ summary: "Weddings" });
    assert.match((await send(anna.google.url, "GET", "/calendar")).text, /anna@example\.test.*Weddings/s);
  });

  it("are where the address of the local Google leads", async () => {
    anna.google.accounts.get(anna.email).addCalendar({ summary: "Weddings" });
    const response = await fetch(anna.google.url);
    assert.deepEqual([response.status, new URL(response.url).pathname], [200, "/calendar"]);
    assert.match(await response.text(), /Weddings/);
  });

  it("show four weeks, series unfolded, and every text escaped", async () => {
    anna.calendar.createSeries({
      ...anEvent({ summary: "<script>alert(1)</script>" }),
      recurrence: ["RRULE:FREQ=DAILY;COUNT=3"],
    });
    anna.calendar.create(anEvent({ summary: "far away", start: { date: "2026-06-01" }, end: { date: "2026-06-02" } }));
    const page = await look();
    assert.deepEqual(
      [page.match(/08:00–09:00/g)?.length, page.includes("<script"), page.includes("far away")],
      [3, false, false],
    );
  });

  it("make an event", async () => {
    const reply = await submit({ ...timed, summary: "Portraits", tentative: "1" });
    const [made] = anna.calendar.list();
    assert.deepEqual(
      [reply.status, made?.["summary"], made?.status, made?.["start"]],
      [303, "Portraits", "tentative", { dateTime: "2026-03-25T08:00:00+01:00", timeZone: "Europe/Berlin" }],
    );
  });

  it("C21: make a timed event a whole day, its last day inclusive on the page", async () => {
    const { id } = anna.calendar.create(anEvent());
    await submit({ ...timed, event: id, allDay: "1", endDate: "2026-03-26", summary: "Fair" });
    assert.deepEqual(
      [anna.calendar.get(id)["start"], anna.calendar.get(id)["end"]],
      [{ date: "2026-03-25" }, { date: "2026-03-27" }],
    );
    assert.match(await look(), /name="endDate" value="2026-03-26"/);
  });

  it("delete an event, and answer an invitation", async () => {
    const { id } = anna.calendar.create(anEvent());
    const invited = anna.calendar.receiveInvitation(anEvent(), { email: "bob@example.test" });
    await submit({ event: id, act: "delete" });
    await submit({ event: invited.id, act: "declined" });
    assert.deepEqual(
      [anna.calendar.get(id).status, anna.calendar.get(invited.id)["attendees"]],
      ["cancelled", [{ email: anna.email, responseStatus: "declined", self: true }]],
    );
  });

  it("say what went wrong, and change nothing", async () => {
    const upsideDown = await submit({ ...timed, endTime: "07:00" });
    const stranger = await send(anna.google.url, "GET", "/calendar/agenda", { query: { account: "x@example.test" } });
    assert.deepEqual([upsideDown.status, stranger.status, anna.calendar.list()], [400, 400, []]);
  });

  it("X2: take no form another site sends, but the own page's", async () => {
    const foreign = await submit(timed, { Origin: "https://example.test" });
    const own = await submit(timed, { Origin: anna.google.url });
    assert.deepEqual([foreign.status, own.status, anna.calendar.list().length], [400, 303, 1]);
  });
});
