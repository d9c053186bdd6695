import assert from "node:assert/strict";

import type { PreferenceValues } from "../../../src/api/index.js";
import { MailServer } from "../../support/mail-server.js";
import { openTestStudio } from "../support/test-studio.js";
import type { TestStudio } from "../support/test-studio.js";

const company = { kind: "company" } as const;
const page = "spectra.email";
const usual = { server: "127.0.0.1", security: "None", fromAddress: "studio@example.test" };

describe("the Email pages", () => {
  let studio: TestStudio;
  let server: MailServer;
  beforeEach(async () => {
    studio = await openTestStudio();
    server = await MailServer.open();
    await studio.host.connection.query()("users").where({ id: 1 }).update({ email: "ad@example.test" });
  });
  afterEach(async () => {
    await studio.close();
    await server.close();
  });

  const pages = () => studio.host.services.preferencePages;
  const save = (values: PreferenceValues) => pages().save(company, page, values);
  const test = () => pages().act(company, page, "send-test", 1, {}, new AbortController().signal);

  it('"Send Test Email" sends one to whoever pressed it, at once, and says so', async () => {
    await save({ ...usual, port: server.port });
    const result = await test();
    assert.deepEqual(
      [result, server.only().subject],
      [{ kind: "done", message: "The email to ad@example.test was sent." }, "Test email from Spectra"],
    );
  });

  it('"Send Test Email" says why not', async () => {
    await save({ ...usual, port: server.port });
    server.refusals.set("ad@example.test", { code: 550, text: "5.7.1 Relaying denied" });
    const refused = await test();
    await save({ server: "" });
    const notSetUp = await test();
    assert.deepEqual(refused, {
      kind: "refused",
      message: "The mail server refused the email to ad@example.test: 550 5.7.1 Relaying denied",
    });
    assert.match("message" in notSetUp ? notSetUp.message : "", /Emailing is not set up/);
  });

  it("P1: explain beside the field what is refused", async () => {
    const problems = async (values: PreferenceValues) => {
      const saved = await save(values);
      return saved.kind === "saved" ? [] : saved.problems.map(({ field }) => field);
    };
    assert.deepEqual(
      [
        await problems({ server: "smtp.example.test", fromAddress: "" }),
        await problems({ server: "smtp.example.test", fromAddress: "a@b, c@d" }),
        await problems({ server: "smtp example", fromAddress: "a@example.test" }),
        await problems({ workbenchAddress: "javascript:alert(1)" }),
        await problems({ port: 0 }),
        await problems({ security: "Maybe" }),
      ],
      [["fromAddress"], ["fromAddress"], ["server"], ["workbenchAddress"], ["port"], ["security"]],
    );
  });

  it("warn where passwords and emails travel unencrypted, and where nothing is set up", async () => {
    const before = (await pages().state(company, page, 1)).messages.map(({ text }) => text);
    await save({ ...usual, port: server.port, userName: "studio", password: "secret" });
    const after = (await pages().state(company, page, 1)).messages.map(({ text }) => text);
    assert.deepEqual(
      [before, after],
      [
        ["Emailing is not set up. Enter a mail server to have emails sent."],
        ["The password and the emails travel unencrypted to the mail server."],
      ],
    );
  });

  it("let a user send through a server of their own, and say which one is used", async () => {
    const owner = { kind: "user", userId: 1 } as const;
    await save({ ...usual, port: 1 });
    const factOf = async () => (await pages().state(owner, "spectra.my-email", 1)).facts[0]?.value;
    const before = await factOf();
    const refused = await pages().save(owner, "spectra.my-email", { usesOwnServer: true });
    await pages().save(owner, "spectra.my-email", { ...usual, usesOwnServer: true, port: server.port });
    const result = await pages().act(owner, "spectra.my-email", "send-test", 1, {}, new AbortController().signal);
    assert.deepEqual(
      [before, refused.kind, await factOf(), result.kind, server.mails.length],
      ["The studio's mail server", "refused", "This user's own mail server", "done", 1],
    );
  });
});
