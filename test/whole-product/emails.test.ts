import assert from "node:assert/strict";

import { MailServer } from "../support/mail-server.js";
import { anAppointment, aUser } from "../support/studio.js";
import { Product, annasEmail, googlePage, tomorrowAt } from "./product.js";

describe("emails, through the whole product", function () {
  this.timeout(30_000);
  let product: Product;
  let server: MailServer;

  beforeEach(async () => {
    product = await Product.open();
    server = await MailServer.open();
    await product.host.services.preferencePages.save({ kind: "company" }, "spectra.email", {
      server: "127.0.0.1",
      port: server.port,
      security: "None",
      fromAddress: "studio@example.test",
    });
  });
  afterEach(async () => {
    await product.close();
    await server.close();
  });

  /** Waits until so many mails have arrived; the time limit of the test is the deadline. */
  async function arrived(count: number): Promise<readonly (string | undefined)[]> {
    while (server.mails.length < count) await new Promise((resolve) => setTimeout(resolve, 10));
    return server.mails.map(({ subject }) => subject);
  }

  it("J7: a run reports by mail, with a link to itself in the workbench", async () => {
    const { host, userId } = product;
    await anAppointment(host, { users: [userId], description: "Lab", start: tomorrowAt(10), end: tomorrowAt(11) });
    await product.connect({ populateGoogle: true, emailWarnings: false, emailReport: true, emailAddress: annasEmail });
    await product.act("sync-now");
    assert.deepEqual(await arrived(1), ["Google Sync: report of a run"]);
    const { text = "", to } = server.only();
    assert.deepEqual([to].flat()[0]?.text, annasEmail);
    assert.ok(text.includes(`${product.serving.address}/views/google-sync.run-view?input=`));
    assert.match(text, /Created: "Lab"/);
  });

  it("A6, A7: a revoked permission is mailed once, and no token is in the mail", async () => {
    await product.connect({ sendAppointments: true, emailWarnings: true, emailAddress: annasEmail });
    await product.act("sync-now");
    const { accessToken, refreshToken } = product.google.grant(annasEmail);
    product.google.revokeGrants(annasEmail);
    await product.act("sync-now");
    await product.act("sync-now");
    assert.deepEqual(await arrived(1), ["Google Sync: Google needs reconnecting"]);
    const wire = server.wires.join("\n");
    assert.ok(!wire.includes(accessToken) && !wire.includes(refreshToken));
    assert.match(server.only().text ?? "", /click "Authenticate My Google Account"/);
  });

  it("P: the boxes and the address start from the user's own email address", async () => {
    const withAddress = await aUser(product.host, { initials: "BC", email: "bc@example.test" });
    const without = await aUser(product.host, { initials: "CD" });
    await product.host.connection.query()("users").where({ id: without.id }).update({ email: null });
    const { preferencePages } = product.host.services;
    const startOf = async (userId: number) => {
      const { values } = await preferencePages.open({ kind: "user", userId }, googlePage, userId);
      return [values["emailWarnings"], values["emailReport"], values["emailAddress"]];
    };
    assert.deepEqual(
      [await startOf(withAddress.id), await startOf(without.id)],
      [
        [true, false, "bc@example.test"],
        [false, false, ""],
      ],
    );
  });

  for (const box of ["emailWarnings", "emailReport"] as const) {
    it(`P: with "${box}" ticked an address is required, and only one`, async () => {
      const problemsOf = async (emailAddress: string) => {
        const boxes = { emailWarnings: false, emailReport: false, [box]: true };
        const saved = await product.host.services.preferencePages.save(
          { kind: "user", userId: product.userId },
          googlePage,
          { ...boxes, emailAddress },
        );
        return saved.kind === "saved" ? [] : saved.problems.map(({ field }) => field);
      };
      assert.deepEqual(
        [
          await problemsOf(""),
          await problemsOf("anna"),
          await problemsOf("a@x.test, b@x.test"),
          await problemsOf(annasEmail),
        ],
        [["emailAddress"], ["emailAddress"], ["emailAddress"], []],
      );
    });
  }
});
