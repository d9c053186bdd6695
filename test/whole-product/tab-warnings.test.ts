import assert from "node:assert/strict";

import { aUser } from "../support/studio.js";
import { Product, annasEmail, googlePage } from "./product.js";

const job = "google-sync.processor";
const companyEmail = { kind: "company" } as const;

describe("what the Google tab warns of, through the whole product", function () {
  this.timeout(30_000);
  let product: Product;

  beforeEach(async () => {
    product = await Product.open();
  });
  afterEach(() => product.close());

  /** The messages beside a field of the tab. */
  async function toldBeside(field: string): Promise<readonly string[]> {
    const { state } = await product.open();
    return state.messages.filter((message) => message.field === field).map(({ text }) => text);
  }

  const enableJob = (isEnabled: boolean, computerName = "FRONT-DESK") =>
    product.host.services.controlCenter.changeSettings(job, {
      isEnabled,
      notification: { when: "Never", address: "" },
      computerName,
      schedule: { kind: "every", minutes: 15 },
    });

  it("P3: an account that is not authenticated", async () => {
    await product.save({ enabled: true });
    assert.ok((await toldBeside("enabled")).includes("The Google account is not authenticated yet."));
  });

  it("P3: emailing not set up, while a box asks for mails", async () => {
    const { preferencePages } = product.host.services;
    await product.save({ emailWarnings: false, emailReport: true, emailAddress: annasEmail });
    const before = await toldBeside("emailAddress");
    await preferencePages.save(companyEmail, "spectra.email", {
      server: "smtp.example.test",
      fromAddress: "studio@example.test",
    });
    const after = await toldBeside("emailAddress");
    await preferencePages.save(companyEmail, "spectra.email", { server: "" });
    await product.save({ emailWarnings: false, emailReport: false });
    const unticked = await toldBeside("emailAddress");
    assert.match(before[0] ?? "", /Emailing is not set up, so nothing is sent.*Company \(Studio\) Preferences > Email/);
    assert.deepEqual([after, unticked], [[], []]);
  });

  it("P3: a job that is not enabled, and a computer that is off", async () => {
    await product.connect({});
    const disabled = await toldBeside("enabled");
    await enableJob(true);
    const running = await toldBeside("enabled");
    await product.host.connection
      .query()("computers")
      .where({ name: "FRONT-DESK" })
      .update({ heartbeat_at: "2020-01-01T00:00:00.000Z" });
    const off = await toldBeside("enabled");
    assert.match(disabled.join(), /"Google Sync Processor" is not enabled.*Utilities > Control Center/);
    assert.deepEqual(running, []);
    assert.match(off.join(), /The computer FRONT-DESK, which runs the job.*is off/);
  });

  it("C22, P3: a Google calendar in another zone than the sync zone, both named", async () => {
    product.google.accounts.get(annasEmail).calendar().setTimeZone("Europe/Paris");
    await product.connect({});
    const [text] = await toldBeside("calendarId");
    assert.match(text ?? "", /is set to Europe\/Paris, the studio's times are meant in America\/Chicago/);
  });

  it("C22, P3: nothing where the zones differ in name only", async () => {
    product.google.accounts.get(annasEmail).calendar().setTimeZone("US/Central");
    await product.connect({});
    assert.deepEqual(await toldBeside("calendarId"), []);
  });

  it("P3: another user who syncs the same client group", async () => {
    const { host, userId } = product;
    const [group] = await host.connection
      .query()("client_groups")
      .insert({ name: "Google Sync", guid: "g-1" })
      .returning("id");
    const other = await aUser(host, { initials: "BC", firstName: "Ben", lastName: "Cole" });
    const clientGroupId = (group as { readonly id: number }).id;
    await product.save({ enabled: true, clientGroupId });
    const alone = await toldBeside("clientGroupId");
    const { preferencePages } = host.services;
    await preferencePages.save({ kind: "user", userId: other.id }, googlePage, { enabled: true, clientGroupId });
    const together = await toldBeside("clientGroupId");
    assert.ok(userId !== other.id);
    assert.deepEqual([alone, together], [[], ["This client group is synced by Ben Cole (BC) too."]]);
  });

  it("P2: the next scheduled run is named", async () => {
    const factOf = async () => {
      const { state } = await product.open();
      return state.facts.find(({ label }) => label === "Next scheduled run")?.value;
    };
    const before = await factOf();
    await enableJob(true);
    assert.deepEqual(
      [before, Number.isNaN(Date.parse((await factOf()) ?? ""))],
      ["None: the job is not enabled", false],
    );
  });
});
