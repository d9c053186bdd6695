import assert from "node:assert/strict";

import { aClient, aSession } from "../support/studio.js";
import { Product, annasEmail, tomorrowAt } from "./product.js";

interface Conflict {
  readonly id: number;
  readonly sides: readonly { readonly title: string; readonly kind: string; readonly origin: string }[];
  readonly deletable: readonly string[];
  readonly actions: readonly { readonly id: string; readonly label: string; readonly contribution: string }[];
}

describe("Resolve Schedule Conflicts, through the HTTP API", function () {
  this.timeout(30_000);
  let product: Product;

  beforeEach(async () => {
    product = await Product.open();
    const { host, userId } = product;
    const { id: clientId } = await aClient(host);
    await aSession(host, {
      photographer: userId,
      clientId,
      description: "Portraits",
      start: tomorrowAt(14),
      end: tomorrowAt(15),
    });
    await product.connect({ populateGoogle: true, sendAppointments: true });
    await product.act("sync-now");
    const at = (hour: number) => ({ dateTime: tomorrowAt(hour), timeZone: "America/Chicago" });
    calendar().create({ summary: "Clara's portraits", start: at(13), end: at(16) });
    await product.act("sync-now");
  });

  afterEach(() => product.close());

  function calendar() {
    return product.google.accounts.get(annasEmail).calendar();
  }

  async function conflicts(): Promise<readonly Conflict[]> {
    return (await product.browser.get("/api/schedule-conflicts")) as unknown as readonly Conflict[];
  }

  it("S1: what came in from Google over a session is shown with both sides, and the user is prompted", async () => {
    const [conflict, ...more] = await conflicts();

    assert.deepEqual(more, []);
    assert.deepEqual(
      conflict?.sides.map(({ title, kind, origin }) => [title, kind, origin]),
      [
        ["Clara's portraits", "appointment", "google"],
        ["Portraits", "session", "studio"],
      ],
    );
    const notifications = (await product.browser.get("/api/notifications")) as unknown as readonly {
      readonly title: string;
    }[];
    assert.ok(notifications.some(({ title }) => title === "Resolve Schedule Conflicts"));
  });

  it("P2: the tab counts the open conflicts", async () => {
    const { state } = await product.open();
    assert.deepEqual(
      state.facts.filter(({ label }) => label === "Open schedule conflicts"),
      [{ label: "Open schedule conflicts", value: "1" }],
    );
  });

  it('S3: "They are the same booking": the appointment goes, its event becomes the session\'s', async () => {
    const [conflict] = await conflicts();
    const [action] = conflict?.actions ?? [];
    assert.equal(action?.label, "They are the same booking");
    const kept = calendar()
      .list()
      .find(({ summary }) => summary === "Clara's portraits")?.id;

    await product.browser.post(`/api/schedule-conflicts/${conflict?.id ?? 0}/act`, {
      contribution: action.contribution,
      action: action.id,
    });
    assert.deepEqual(await conflicts(), []);
    await product.act("sync-now");
    await product.act("sync-now");

    const events = calendar().list();
    assert.deepEqual(
      events.map(({ id, summary, start }) => [
        id,
        summary,
        (start as { readonly dateTime: string }).dateTime.slice(0, 19),
      ]),
      [[kept, "Clara Client - Portraits", tomorrowAt(14)]],
    );
    const titles = await product.host.connection.query()("schedule_details").pluck("description");
    assert.deepEqual(titles, ["Portraits"]);
  });

  it("X1: making them one deletes an appointment, and takes the clearance for that", async () => {
    const { connection } = product.host;
    const [securityGroup]: { id: number }[] = await connection
      .query()("security_groups")
      .insert({ name: "Assistants" })
      .returning("id");
    await connection.query()("clearances").insert({
      security_group_id: securityGroup?.id,
      area: "Appointments",
      level: "add-modify",
    });
    await connection.query()("users").where({ id: product.userId }).update({ security_group_id: securityGroup?.id });
    const [before] = await conflicts();
    await connection.query()("company").update({ is_security_on: true });

    const [conflict] = await conflicts();
    const [action] = before?.actions ?? [];
    const acted = product.browser.post(`/api/schedule-conflicts/${conflict?.id ?? 0}/act`, {
      contribution: action?.contribution,
      action: action?.id,
    });

    await assert.rejects(acted, /403|clearance/);
    assert.deepEqual([conflict?.actions, (await conflicts()).length], [[], 1]);
  });

  it("S3: deletes the Google-born one, and its event with the next sync", async () => {
    const [conflict] = await conflicts();
    await product.browser.post(`/api/schedule-conflicts/${conflict?.id ?? 0}/delete`, {
      entryId: conflict?.deletable[0],
    });
    await product.act("sync-now");

    assert.deepEqual([await conflicts(), product.titles()], [[], ["Clara Client - Portraits"]]);
  });

  it("S3: keeps both when told so", async () => {
    const [conflict] = await conflicts();
    await product.browser.post(`/api/schedule-conflicts/${conflict?.id ?? 0}/keep`);
    await product.act("sync-now");

    assert.deepEqual(await conflicts(), []);
  });
});
