import assert from "node:assert/strict";

import { fixturePlugin, openTestStudio } from "../support/test-studio.js";
import type { TestStudio } from "../support/test-studio.js";

const page = "waiting-job.page";
const companyPage = "waiting-job.company-page";
const own = { kind: "user", userId: 1 } as const;
const company = { kind: "company" } as const;

describe("contributed preference pages", () => {
  let studio: TestStudio;
  beforeEach(async () => {
    studio = await openTestStudio({ plugins: [fixturePlugin("waiting-job")], product: "myStratus" });
  });
  afterEach(() => studio.close());

  const pages = () => studio.host.services.preferencePages;

  it("come before the host's own among a user's pages, behind them among the studio's", () => {
    const idsOf = (kind: "user" | "company") =>
      pages()
        .list(kind)
        .map(({ id }) => id);
    assert.deepEqual([idsOf("user")[0], idsOf("company").at(-1)], [page, companyPage]);
  });

  it("P6: open with defaults, and say the product's name", async () => {
    const { values, schema } = await pages().open(own, page, 1);
    assert.deepEqual(values, { isPatient: true, minutes: 5, emailAddress: "" });
    assert.match(JSON.stringify(schema), /Wait in StudioPlus myStratus/);
  });

  it("P1: keep what was typed and explain beside the field what is refused", async () => {
    assert.deepEqual(await pages().save(own, page, { minutes: 0 }), {
      kind: "refused",
      problems: [{ severity: "error", field: "minutes", text: "must be >= 1" }],
    });
    assert.deepEqual(await pages().save(own, page, { minutes: 13 }), {
      kind: "refused",
      problems: [{ severity: "error", field: "minutes", text: "Nobody waits thirteen minutes" }],
    });
    assert.deepEqual((await pages().open(own, page, 1)).values, { isPatient: true, minutes: 5, emailAddress: "" });
  });

  it("P1: are saved by OK, value by value", async () => {
    await pages().save(own, page, { minutes: 7 });
    await pages().save(own, page, { isPatient: false });
    assert.deepEqual((await pages().open(own, page, 1)).values, { isPatient: false, minutes: 7, emailAddress: "" });
  });

  it("A6: never show a secret, keep it encrypted, and hand it to the plugin", async () => {
    await pages().save(company, companyPage, { passPhrase: "open sesame" });
    await pages().save(company, companyPage, { passPhrase: "" });
    const { values, secretsSet } = await pages().open(company, companyPage, 1);
    const rows: unknown = await studio.host.connection.query()("preferences").select("values_json");
    const acted = await pages().act(own, page, "wait", 1, {}, new AbortController().signal);
    assert.deepEqual([values, secretsSet], [{}, ["passPhrase"]]);
    assert.doesNotMatch(JSON.stringify(rows), /sesame/);
    assert.deepEqual(acted, { kind: "done", message: "wait of user, open sesame" });
  });

  it("refuse a user's page for the company", async () => {
    await assert.rejects(pages().open(company, page, 1), /is a page of a user/);
  });
});
