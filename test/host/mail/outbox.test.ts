import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { simpleParser } from "mailparser";

import { createHttpServer } from "../../../src/host/server/index.js";
import { openTestStudio } from "../support/test-studio.js";
import type { TestStudio } from "../support/test-studio.js";

const company = { kind: "company" } as const;

describe("the outbox of a sample studio", () => {
  let studio: TestStudio;
  beforeEach(async () => {
    studio = await openTestStudio();
    await studio.host.studio.becomeSample();
  });
  afterEach(() => studio.close());

  async function send(subject: string): Promise<void> {
    const blocks = [{ kind: "paragraph", text: "Grüße <b>bold</b>" }] as const;
    const result = await studio.host.mailer.send({ to: "anna@example.test", subject, blocks });
    assert.deepEqual(result, { kind: "accepted" });
    await studio.host.mailPost.flush();
    await studio.clock.advance(1000);
  }

  it("takes every mail as a file any mail program opens", async () => {
    await send("First");
    const folder = join(studio.folder, "outbox");
    const [file = ""] = readdirSync(folder).filter((name) => name.endsWith(".eml"));
    const { subject, text, html } = await simpleParser(readFileSync(join(folder, file)));
    assert.deepEqual([subject, text?.split("\n")[0]], ["First", "Grüße <b>bold</b>"]);
    assert.match(html || "", /Grüße &lt;b&gt;bold/);
  });

  it("lists the newest first and opens one", async () => {
    await send("First");
    await send("Second");
    const { outbox } = studio.host.services;
    const lines = await outbox.list();
    const opened = await outbox.find(lines[1]?.id ?? "");
    assert.deepEqual(
      [lines.map(({ subject }) => subject), opened.subject, opened.to],
      [["Second", "First"], "First", "anna@example.test"],
    );
  });

  it("is empty, not broken, before there is any mail, and opens nothing that is not its own", async () => {
    const { outbox } = studio.host.services;
    assert.deepEqual(await outbox.list(), []);
    await assert.rejects(outbox.find("../studio"), /not in the outbox/);
    await assert.rejects(outbox.find("none"), /not in the outbox/);
  });

  it("X3: is shown in a frame that may run and load nothing", async () => {
    await send("First");
    const [line] = await studio.host.services.outbox.list();
    const server = await createHttpServer(studio.host.services, { workbenchFolder: "/nowhere", isLoopbackOnly: false });
    const signedIn = await server.inject({ method: "POST", url: "/api/sign-in", payload: { initials: "AD" } });
    const [cookie] = signedIn.cookies;
    const { headers } = await server.inject({
      url: `/api/outbox/${line?.id ?? ""}/html`,
      headers: { cookie: `${cookie?.name}=${cookie?.value}` },
    });
    await server.close();
    assert.match(String(headers["content-security-policy"]), /default-src 'none'.*sandbox/);
  });

  it("is not used once a mail server is set, and never in a studio that is no sample", async () => {
    const other = await openTestStudio();
    const isSetUp = [await studio.host.mailer.isSetUp(), await other.host.mailer.isSetUp()];
    await other.close();
    const { messages } = await studio.host.services.preferencePages.state(company, "spectra.email", 1);
    assert.deepEqual(isSetUp, [true, false]);
    assert.match(messages[0]?.text ?? "", /Utilities > Outbox and nothing leaves this computer/);
  });
});
