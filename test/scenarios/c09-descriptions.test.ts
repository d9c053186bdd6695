import assert from "node:assert/strict";

import { timed } from "../support/google-events.js";
import { writesTo } from "../support/google-writes.js";
import { anAppointment } from "../support/studio.js";
import { SyncBench } from "../support/sync-bench.js";
import type { BenchPerson } from "../support/sync-bench.js";

const html =
  'Bring <b>film</b> &amp; two lenses:<ul><li>35&nbsp;mm</li><li>85 mm</li></ul><a href="https://map.example.test">Map</a>';
const plain = "Bring film & two lenses:\n- 35 mm\n- 85 mm\nMap (https://map.example.test)";

describe("C9: HTML in a Google description", () => {
  let bench: SyncBench;
  let anna: BenchPerson;
  let eventId: string;

  beforeEach(async () => {
    bench = await SyncBench.open();
    anna = await bench.person({ sendAppointments: true });
    await bench.run(anna);
    eventId = anna.google.create(timed("Portrait", "2026-04-03", "09:00", "10:00", { description: html })).id;
    await bench.run(anna);
  });

  afterEach(() => bench.close());

  async function editAppointment(values: Readonly<Record<string, unknown>>): Promise<void> {
    const [entry] = await bench.schedule(anna);
    await bench.edit("appointments", entry?.recordId ?? 0, values);
    await bench.run(anna);
  }

  it("C9: becomes plain text in the notes", async () => {
    const [entry] = await bench.schedule(anna);
    assert.equal(entry?.notes, plain);
  });

  it("C9: is not pushed back when something else is edited", async () => {
    await editAppointment({ location: "Park" });
    await bench.run(anna);
    assert.deepEqual(
      [anna.google.get(eventId)["description"], writesTo(bench.google).map(({ body }) => body)],
      [html, [{ location: "Park" }]],
    );
  });

  it("C9: gives way to notes edited in the studio", async () => {
    await editAppointment({ notes: "Bring nothing" });
    assert.equal(anna.google.get(eventId)["description"], "Bring nothing");
  });

  it("C9: markup changed without a change of the text is no change", async () => {
    anna.google.patch(eventId, { description: html.replace("<b>film</b>", "<i>film</i>") });
    const { studio, google } = await bench.run(anna);
    assert.deepEqual([studio.changed, google.changed], [0, 0]);
  });

  it("X3: notes that look like HTML are shown as text in Google, and come back as they were", async () => {
    const notes = 'Ask <script>alert("x")</script> & <b>the lab</b>';
    const { id } = await anAppointment(bench.studio, { users: [anna.id], description: "Lab", notes });
    await bench.run(anna);
    const sent = anna.google.list().find(({ summary }) => summary === "Lab");
    anna.google.patch(sent?.id ?? "", { description: `${String(sent?.["description"])} today` });
    await bench.run(anna);
    const [row]: readonly { readonly notes: string }[] = await bench.studio.connection
      .query()("appointments")
      .where({ id })
      .select("notes");
    assert.deepEqual(
      [sent?.["description"], row?.notes],
      ['Ask &lt;script&gt;alert("x")&lt;/script&gt; &amp; &lt;b&gt;the lab&lt;/b&gt;', `${notes} today`],
    );
  });

  it("X3: markup and formulas in a title or location are text like any other, both ways", async () => {
    const title = "=1+1 <b>bold</b> &amp; more";
    anna.google.patch(eventId, { summary: title, location: "<img src=x>" });
    await bench.run(anna);
    const [entry] = await bench.schedule(anna);
    assert.deepEqual([entry?.description, entry?.location], [title, "<img src=x>"]);
    await editAppointment({ description: `${title}!` });
    assert.equal(anna.google.get(eventId)["summary"], `${title}!`);
  });
});
