import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { hashPassword } from "../../src/host/security/index.js";
import { SecurityGroupStore } from "../../src/host/studio-data/index.js";
import { MailServer } from "../support/mail-server.js";
import { anAppointment } from "../support/studio.js";
import { Product, annasEmail, tomorrowAt } from "./product.js";

const clientSecret = "GOCSPX-client-secret-of-the-test";
const usersPassword = "a portrait of nobody";
const smtpPassword = "smtp password of the test";
const wrongPassword = "not the password at all";
const companyEmail = "spectra.email";
/** Of somebody who may do everything a test of secrets does. */
const clearances = {
  Appointments: "delete",
  Sessions: "delete",
  Clients: "delete",
  Users: "delete",
  "Company Preferences": "delete",
  "Control Center": "delete",
} as const;
const never = new AbortController().signal;

/** Everything the product wrote anywhere, by where. */
type Written = ReadonlyMap<string, string>;

describe("A6: secrets, through the whole product", function () {
  this.timeout(60_000);
  const log: string[] = [];
  const secrets = new Map<string, string>();
  let product: Product;
  let mails: MailServer;
  let written: Written;

  before(async () => {
    mails = await MailServer.open({ password: smtpPassword });
    product = await Product.open({
      log: (line) => log.push(line),
      google: { clients: [{ clientId: "the-studios-client", clientSecret, type: "desktop" }] },
    });
    await setUp();
    await live();
    collectSecrets();
    written = await everythingWritten();
  });
  after(async () => {
    await product.close();
    await mails.close();
  });

  /** Enters every secret there is where a person would. */
  async function setUp(): Promise<void> {
    const { host, browser, userId } = product;
    const company = (await host.company.find()) ?? assert.fail("no company");
    const hash = await hashPassword(usersPassword);
    const anna = (await host.users.list()).find(({ id }) => id === userId) ?? assert.fail("no Anna");
    const groups = new SecurityGroupStore(host.connection);
    await host.unitOfWork.run(async (transaction) => {
      const securityGroupId = await groups.create({ name: "Everything", clearances }, transaction);
      await host.users.save(userId, { ...anna, securityGroupId }, transaction);
      await host.users.savePasswordHash(userId, hash, transaction);
    });
    await host.company.save({ ...company, isSecurityOn: true });
    await assert.rejects(browser.signIn("AB", wrongPassword), /wrong-credentials/);
    await browser.signIn("AB", usersPassword);
    const google = "/api/preferences/company/pages/google-sync.company-page";
    const { values } = await browser.get(google);
    await browser.put(google, { ...values, clientId: "the-studios-client", clientSecret });
    const general = { userName: "AB", keepDays: 90, keepRuns: 1000 };
    const refused = browser.put("/api/control-center/general-settings", { ...general, password: wrongPassword });
    await assert.rejects(refused, /not right/);
    await browser.put("/api/control-center/general-settings", { ...general, password: usersPassword });
    await enterMail(wrongPassword);
  }

  async function enterMail(password: string): Promise<void> {
    const page = `/api/preferences/company/pages/${companyEmail}`;
    const server = { server: "127.0.0.1", port: mails.port, security: "None", userName: "studio", password };
    await product.browser.put(page, { ...server, fromAddress: "studio@example.test" });
  }

  /** Works as studios do, with whatever can go wrong on the way. */
  async function live(): Promise<void> {
    const { host, browser, google, userId } = product;
    const start = tomorrowAt(10);
    await anAppointment(host, { users: [userId], description: "Lab", start, end: tomorrowAt(11) });
    const boxes = { emailWarnings: true, emailReport: true, emailAddress: annasEmail };
    await product.connect({ populateGoogle: true, sendAppointments: true, ...boxes });
    await host.services.jobRunner.run("google-sync.processor", { signal: never });
    await host.mailPost.flush();
    await enterMail(smtpPassword);
    // A server that repeats what it was sent, in an error.
    const { accessToken } = google.grant(annasEmail, { clientId: "the-studios-client" });
    secrets.set("an access token Google repeats", accessToken);
    const text = JSON.stringify({ error: { code: 400, message: `Bad token ${accessToken} and ${clientSecret}` } });
    google.faults.add({ fault: { kind: "error", error: { status: 400, text } }, times: 2 });
    await product.act("sync-now");
    google.faults.clear();
    google.revokeGrants(annasEmail);
    await host.services.jobRunner.run("google-sync.processor", { signal: never });
    await host.mailPost.flush();
    // The time limit of the test is the deadline.
    while (mails.mails.length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
    await browser.get("/api/job-runs?limit=50");
    await browser.get("/api/notifications");
    for (const page of ["google-sync.company-page", companyEmail]) {
      await browser.get(`/api/preferences/company/pages/${page}`);
    }
    await browser.get("/api/control-center/general-settings");
    await product.open();
  }

  /** What travelled to Google's token endpoint, and what came from it. */
  function collectSecrets(): void {
    const { google, browser } = product;
    secrets.set("the client secret", clientSecret);
    secrets.set("a user's password", usersPassword);
    secrets.set("the mail server's password", smtpPassword);
    secrets.set("a mistyped password", wrongPassword);
    secrets.set("a session's token", browser.sessionToken);
    for (const { operation, sequence, body } of google.log.entries()) {
      if (!operation.startsWith("oauth")) continue;
      for (const [name, value] of Object.entries(body ?? {})) {
        if (!["code", "code_verifier", "refresh_token", "token"].includes(name)) continue;
        secrets.set(`${name} of request ${sequence}`, String(value));
      }
    }
    assert.ok([...secrets.keys()].some((name) => name.startsWith("code_verifier")));
    assert.ok([...secrets.keys()].some((name) => name.startsWith("refresh_token")));
  }

  async function everythingWritten(): Promise<Written> {
    const { folder, browser, serving } = product;
    const found = new Map<string, string>([
      ["the log", log.join("")],
      ["the HTTP answers", browser.answers.join("\n")],
      ["the mails", mails.mails.map(({ headerLines, text, html }) => JSON.stringify([headerLines, text, html])).join()],
    ]);
    for (const path of ["/metrics", "/health"])
      found.set(path, await (await fetch(`${serving.address}${path}`)).text());
    for (const name of readdirSync(folder, { recursive: true, encoding: "utf8", withFileTypes: true })) {
      // The key itself lies outside the database, for its owner only.
      if (!name.isFile() || name.name === "studio.key") continue;
      found.set(name.name, readFileSync(join(name.parentPath, name.name), "latin1"));
    }
    return found;
  }

  it("are in nothing the product writes: log, database, files, answers, mails, numbers", () => {
    const found: string[] = [];
    for (const [where, text] of written) {
      for (const [name, secret] of secrets) {
        for (const form of [secret, encodeURIComponent(secret), Buffer.from(secret).toString("base64")]) {
          if (secret === "" || text.includes(form)) found.push(`${name} in ${where}`);
        }
      }
    }
    assert.deepEqual(found, []);
  });

  it("are looked for where something was written", () => {
    const sizes = [...written].filter(([, text]) => text.length < 100).map(([where]) => where);
    assert.deepEqual([sizes, written.has("studio.sqlite"), mails.mails.length > 0], [[], true, true]);
    assert.match(written.get("the log") ?? "", /"msg":"A job run has ended"/);
  });
});
