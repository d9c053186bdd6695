import assert from "node:assert/strict";

import type { Mail, PreferenceValues } from "../../../src/api/index.js";
import { MailServer, mailCertificate } from "../../support/mail-server.js";
import type { MailServerOptions } from "../../support/mail-server.js";
import { openTestStudio } from "../support/test-studio.js";
import type { TestStudio } from "../support/test-studio.js";

const minute = 60_000;
const company = { kind: "company" } as const;
const mail: Mail = {
  to: "anna@example.test",
  subject: "Two appointments need you",
  blocks: [
    { kind: "paragraph", text: "The studio and Google differ." },
    { kind: "link", link: { label: "Open Held Changes", target: { kind: "workbench", path: "/views/held" } } },
  ],
};

describe("sending mails", () => {
  let studio: TestStudio;
  const servers: MailServer[] = [];

  beforeEach(async () => {
    studio = await openTestStudio({ smtp: { patienceMilliseconds: 15_000, trusted: mailCertificate.cert } });
  });
  afterEach(async () => {
    await studio.close();
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });

  async function serverWith(options: MailServerOptions = {}): Promise<MailServer> {
    const server = await MailServer.open(options);
    servers.push(server);
    return server;
  }

  async function setUp(server: { readonly port: number }, more: PreferenceValues = {}): Promise<void> {
    const saved = await studio.host.services.preferencePages.save(company, "spectra.email", {
      server: "127.0.0.1",
      port: server.port,
      security: "None",
      fromAddress: "studio@example.test",
      ...more,
    });
    assert.deepEqual(saved, { kind: "saved" });
  }

  const send = (what: Partial<Mail> = {}) => studio.host.mailer.send({ ...mail, ...what });
  const flush = () => studio.host.mailPost.flush();
  const told = async () =>
    (await studio.host.services.notifications.listFor(1)).map(({ title, text }) => `${title}: ${text}`);

  /** Some time passes, then this process looks again. */
  async function later(minutes: number): Promise<void> {
    await studio.clock.advance(minutes * minute);
    const stop = new AbortController();
    const serving = studio.host.mailPost.serve(stop.signal);
    while (studio.clock.sleeping === 0) await new Promise((resolve) => setImmediate(resolve));
    stop.abort();
    await serving;
  }

  it("hands a mail over once, in text and HTML, marked as a machine's", async () => {
    const server = await serverWith();
    await setUp(server, { fromName: "North Light", workbenchAddress: "https://studio.example.test/" });

    const result = await send();
    await flush();
    await flush();

    const { subject, from, to, text, html, headers } = server.only();
    assert.deepEqual(
      [result, subject, from?.text, [to].flat()[0]?.text, headers.get("auto-submitted")],
      [
        { kind: "accepted" },
        "Two appointments need you",
        '"North Light" <studio@example.test>',
        "anna@example.test",
        "auto-generated",
      ],
    );
    assert.match(text ?? "", /Open Held Changes: https:\/\/studio\.example\.test\/views\/held/);
    assert.match(html || "", /href="https:\/\/studio\.example\.test\/views\/held"/);
  });

  it("says that emailing is not set up, and keeps nothing", async () => {
    const result = await send();
    assert.deepEqual(
      [result.kind, "code" in result && result.code, await studio.host.mailer.isSetUp()],
      ["not-sent", "not-set-up", false],
    );
  });

  it("does nothing with what is no address, or more than one", async () => {
    await setUp(await serverWith());
    for (const to of [
      "",
      "anna",
      "a@example.test, b@example.test",
      "a@example.test\r\nBcc: b@example.test",
      "A <a@b>",
    ]) {
      assert.equal((await send({ to })).kind, "not-sent", to);
    }
  });

  it("X3: cannot be made to carry another header or recipient", async () => {
    const server = await serverWith();
    await setUp(server, { fromName: "Studio\r\nBcc: eve@example.test" });

    await send({ subject: "Hello\r\nBcc: eve@example.test\r\n\r\n<b>body</b>" });
    await flush();

    const { headers, subject } = server.only();
    assert.deepEqual([headers.has("bcc"), subject], [false, "Hello Bcc: eve@example.test <b>body</b>"]);
    assert.doesNotMatch(server.wires[0] ?? "", /^bcc:/im);
  });

  for (const security of ["STARTTLS", "TLS"] as const) {
    it(`sends over ${security} with a user name and a password`, async () => {
      const server = await serverWith({ security, password: "secret" });
      await setUp(server, { security, userName: "studio", password: "secret" });
      await send();
      await flush();
      assert.equal(server.mails.length, 1);
    });
  }

  it("never falls back to plain text where STARTTLS was asked for", async () => {
    const server = await serverWith({ security: "None", password: "secret" });
    await setUp(server, { security: "STARTTLS", userName: "studio", password: "secret" });
    await send();
    await flush();
    assert.deepEqual([server.mails.length, (await told())[0]?.startsWith("Emails cannot be sent")], [0, true]);
  });

  it("A6: keeps the password encrypted, and shows it to nobody", async () => {
    await setUp(await serverWith(), { userName: "studio", password: "open sesame" });
    const rows: unknown = await studio.host.connection.query()("preferences").select("values_json");
    const opened = await studio.host.services.preferencePages.open(company, "spectra.email", 1);
    assert.doesNotMatch(JSON.stringify([rows, opened]), /sesame/);
  });

  const failures: [what: string, said: RegExp, breakIt: () => Promise<void>][] = [
    [
      "with a wrong password",
      /did not accept the user name and password/,
      async () => setUp(await serverWith({ password: "right" }), { userName: "studio", password: "wrong" }),
    ],
    [
      "that is down",
      /cannot be reached/,
      async () => {
        const server = await MailServer.open();
        await server.close();
        await setUp(server);
      },
    ],
    [
      "that says nothing",
      /did not answer in time/,
      async () => {
        await studio.close();
        studio = await openTestStudio({ smtp: { patienceMilliseconds: 200 } });
        const server = await serverWith();
        server.fallSilent();
        await setUp(server);
      },
    ],
    [
      "whose certificate nobody vouches for",
      /certificate/,
      async () => {
        await studio.close();
        studio = await openTestStudio();
        await setUp(await serverWith({ security: "TLS" }), { security: "TLS" });
      },
    ],
  ];
  for (const [what, said, breakIt] of failures) {
    it(`tells the administrators once of a mail server ${what}, and keeps the mail`, async () => {
      await breakIt();
      const result = await send();
      await flush();
      await later(2);
      const notifications = await told();
      assert.deepEqual([result, notifications.length], [{ kind: "accepted" }, 1]);
      assert.match(notifications[0] ?? "", said);
      assert.match(notifications[0] ?? "", /"Send Test Email"/);
      assert.equal(await waiting(), 1);
    });
  }

  it("sends what waited once the server works again, and takes the notification back", async () => {
    const server = await MailServer.open();
    const { port } = server;
    await server.close();
    await setUp({ port });
    await send();
    await flush();
    const whileDown = (await told()).length;
    const back = await serverWith({ port });

    await later(2);

    assert.deepEqual([whileDown, back.mails.length, await told(), await waiting()], [1, 1, [], 0]);
  });

  it("tries with growing pauses, and gives up after a day", async () => {
    const server = await MailServer.open();
    await server.close();
    await setUp(server);
    await send();
    await flush();
    const pauses: number[] = [];
    for (let tries = 0; tries < 4; tries += 1) {
      const [row]: { next_try_at: string }[] = await studio.host.connection.query()("outgoing_mails").select();
      const pause = Date.parse(row?.next_try_at ?? "") - studio.clock.now().getTime();
      pauses.push(pause / minute);
      await later(pause / minute);
    }
    await later(25 * 60);
    assert.deepEqual([pauses, await waiting()], [[1, 2, 5, 10], 0]);
    assert.match(
      (await told()).join("\n"),
      /email to anna@example\.test was given up\. It could not be sent for a day/,
    );
  });

  it("does not try again what the server refuses, and names the recipient to the administrators", async () => {
    const server = await serverWith();
    server.refusals.set("anna@example.test", { code: 550, text: "5.1.1 No such user" });
    await setUp(server);
    await send();
    await send({ to: "ben@example.test" });
    await flush();
    assert.deepEqual([server.mails.length, await waiting()], [1, 0]);
    assert.match((await told()).join("\n"), /anna@example\.test was given up\. .*No such user/);

    server.refusals.clear();
    await send();
    await flush();
    assert.deepEqual(await told(), []);
  });

  it("tries again what the server does not take for now", async () => {
    const server = await serverWith();
    server.refusals.set("anna@example.test", { code: 451, text: "4.7.1 Greylisted" });
    await setUp(server);
    await send();
    await flush();
    server.refusals.clear();
    await later(2);
    assert.deepEqual([server.mails.length, await told()], [1, []]);
  });

  it("sends a user's mails through the server of their own", async () => {
    const [companys, own] = [await serverWith(), await serverWith()];
    await setUp(companys);
    const saved = await studio.host.services.preferencePages.save({ kind: "user", userId: 1 }, "spectra.my-email", {
      usesOwnServer: true,
      server: "127.0.0.1",
      port: own.port,
      security: "None",
      fromAddress: "ad@example.test",
    });
    await send({ forUser: 1 });
    await send();
    await flush();
    assert.deepEqual(
      [saved.kind, companys.mails.length, own.only().from?.value[0]?.address],
      ["saved", 1, "ad@example.test"],
    );
  });

  it("never sends a mail twice, though two processes look at the same time", async () => {
    const server = await serverWith();
    await setUp(server);
    await send();
    await Promise.all([flush(), later(0)]);
    assert.equal(server.mails.length, 1);
  });

  async function waiting(): Promise<number> {
    const rows: unknown[] = await studio.host.connection.query()("outgoing_mails").select("id");
    return rows.length;
  }
});
