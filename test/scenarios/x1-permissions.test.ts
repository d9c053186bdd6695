import assert from "node:assert/strict";

import { timed, when } from "../support/google-events.js";
import { writesTo } from "../support/google-writes.js";
import { aClient, anAppointment, aSession } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

const morning = { start: "2026-04-03T09:00:00", end: "2026-04-03T10:00:00" };

describe("X1: permissions hold through Google", () => {
  let bench: SyncBench;
  let anna: BenchPerson;

  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person({ sendAppointments: true });
    await bench.run(anna);
  });

  afterEach(() => bench.close());

  const titles = () => anna.google.list().map(({ summary }) => summary);
  const schedule = async () => (await bench.schedule(anna)).map(({ description }) => description);

  for (const area of ["Appointments", "Sessions"] as const) {
    const make = () =>
      area === "Appointments"
        ? anAppointment(bench.studio, { users: [anna.id], description: "Lab", location: "Park", ...morning })
        : aSession(bench.studio, { photographer: anna.id, description: "Lab", location: "Park", ...morning });

    it(`X1: without add/modify of ${area} a change in Google is not applied, is put back, and is in the report`, async () => {
      bench.deny(anna, area, "add-modify");
      await make();
      await bench.run(anna);
      const [event] = anna.google.list();
      anna.google.patch(event?.id ?? "", { ...when("2026-04-05", "13:00", "14:00"), location: "Garden" });
      const report = await bench.run(anna);
      const [entry] = await bench.schedule(anna);
      const [restored] = anna.google.list();
      assert.deepEqual(
        [entry?.when.start, entry?.location, restored?.["start"], restored?.["location"]],
        [morning.start, "Park", event?.["start"], "Park"],
      );
      assert.deepEqual(
        report.lost.map(({ field, value, why }) => [field, value, why]),
        [
          ["when", "2026-04-05T13:00:00/2026-04-05T14:00:00", "put-back"],
          ["location", "Garden", "put-back"],
        ],
      );
    });

    it(`X1: without delete of ${area} a deletion in Google is put back, with a warning`, async () => {
      bench.deny(anna, area, "delete");
      await make();
      await bench.run(anna);
      anna.google.delete(anna.google.list()[0]?.id ?? "");
      const { warnings } = await bench.run(anna);
      assert.deepEqual(
        [titles().length, await schedule(), warnings.map(({ code }) => code), await bench.openQuestions()],
        [1, ["Lab"], ["removal-put-back"], []],
      );
    });

    it(`X1: without view of ${area} nothing of them goes to Google`, async () => {
      bench.deny(anna, area, "view");
      await make();
      await bench.run(anna);
      assert.deepEqual(writesTo(bench.google), []);
    });
  }

  it("X1, C12: without view of Sessions an appointment deleted in the studio still goes from Google", async () => {
    const { id } = await anAppointment(bench.studio, { users: [anna.id], description: "Lab", ...morning });
    await aSession(bench.studio, { photographer: anna.id, description: "Family", ...morning });
    await bench.run(anna);
    bench.deny(anna, "Sessions", "view");
    await bench.edit("appointments", id, { deleted_at: bench.clock.now().toISOString() });
    await bench.run(anna);
    assert.deepEqual(titles(), ["Clara Client - Family"]);
  });

  it("X1: without add/modify of Appointments making an event free does not free the appointment", async () => {
    anna.google.create(timed("Dentist", "2026-04-03", "09:00", "10:00"));
    await bench.run(anna);
    bench.deny(anna, "Appointments", "add-modify");
    anna.google.patch(anna.google.list()[0]?.id ?? "", { transparency: "transparent" });
    await bench.run(anna);
    assert.deepEqual(
      (await bench.schedule(anna)).map(({ isFree }) => isFree),
      [false],
    );
  });

  it("X1: what did not come in comes in once the clearance is given", async () => {
    bench.deny(anna, "Appointments", "add-modify");
    anna.google.create(timed("Dentist", "2026-04-03", "09:00", "10:00"));
    await bench.run(anna);
    bench.allow(anna, "Appointments", "add-modify");
    await bench.run(anna);
    assert.deepEqual(await schedule(), ["Dentist"]);
  });

  it("X1: without add/modify of Appointments nothing comes in, and the report says why", async () => {
    bench.deny(anna, "Appointments", "add-modify");
    anna.google.create(timed("Dentist", "2026-04-03", "09:00", "10:00"));
    const report = await bench.run(anna);
    assert.deepEqual([await schedule(), report.leftOut], [[], { "not-allowed": 1 }]);
  });

  it("X1: without view of Clients no client's name or phone goes to Google", async () => {
    bench.deny(anna, "Clients", "view");
    Object.assign(bench.company, { titleTemplate: "{client} {phone} - {description}", sendPhone: true });
    const client = await aClient(bench.studio, { firstName: "Ada", lastName: "Smith", phones: ["(312) 555-0147"] });
    await aSession(bench.studio, { photographer: anna.id, clientId: client.id, description: "Family", ...morning });
    await bench.run(anna);
    assert.deepEqual(titles(), ["Family"]);
  });

  it("X1: a client's name goes from Google when the view of Clients is taken away", async () => {
    const client = await aClient(bench.studio, { firstName: "Ada", lastName: "Smith" });
    await aSession(bench.studio, { photographer: anna.id, clientId: client.id, description: "Family", ...morning });
    await bench.run(anna);
    bench.deny(anna, "Clients", "view");
    await bench.run(anna);
    assert.deepEqual(titles(), ["Family"]);
  });
});
