import assert from "node:assert/strict";

import { hashPassword } from "../../../src/host/security/index.js";
import { SecurityGroupStore } from "../../../src/host/studio-data/index.js";
import { fixturePlugin, openTestStudio } from "../support/test-studio.js";
import type { TestStudio } from "../support/test-studio.js";

const company = { kind: "company" } as const;
const generalInfo = "spectra.general-info";

describe("the host's own preference pages", () => {
  let studio: TestStudio;
  beforeEach(async () => {
    studio = await openTestStudio({ plugins: [fixturePlugin("waiting-job")] });
  });
  afterEach(() => studio.close());

  const pages = () => studio.host.services.preferencePages;

  it("stand before those of plugins", () => {
    assert.deepEqual(
      pages()
        .list("company")
        .map(({ id }) => id)
        .slice(0, 2),
      [generalInfo, "spectra.scheduling"],
    );
  });

  it("General Info shows and changes the company itself", async () => {
    const { values } = await pages().open(company, generalInfo, 1);
    await pages().save(company, generalInfo, { ...values, name: "North Light", timeZone: "America/Denver" });
    const { name, timeZone, edition } = await studio.host.services.studio.facts();
    assert.deepEqual([name, timeZone, edition], ["North Light", "America/Denver", "Standard"]);
  });

  it("X2: security is not switched on while nobody could switch it off again; sessions without a password end with it", async () => {
    const { host } = studio;
    const { values } = await pages().open(company, generalInfo, 1);
    const refused = await pages().save(company, generalInfo, { ...values, isSecurityOn: true });
    const groups = new SecurityGroupStore(host.connection);
    await host.unitOfWork.run(async (transaction) => {
      const clearances = { Users: "delete", "Company Preferences": "add-modify" } as const;
      const securityGroupId = await groups.create({ name: "Administrators", clearances }, transaction);
      const [admin] = await host.users.list();
      assert.ok(admin);
      await host.users.save(admin.id, { ...admin, securityGroupId }, transaction);
      await host.users.savePasswordHash(admin.id, await hashPassword("secret"), transaction);
    });
    const { signIn } = host.services;
    const [{ initials } = { initials: "" }] = await host.users.list();
    const { token } = await signIn.open(initials, "", "127.0.0.1");
    const saved = await pages().save(company, generalInfo, { ...values, isSecurityOn: true });
    assert.deepEqual([refused.kind, saved.kind], ["refused", "saved"]);
    await assert.rejects(signIn.userOf(token), { code: "not-signed-in" });
  });

  it("S2: Scheduling knows three ways to check conflicts", async () => {
    const first = await pages().open(company, "spectra.scheduling", 1);
    const refused = await pages().save(company, "spectra.scheduling", { conflictChecker: "Sometimes" });
    await pages().save(company, "spectra.scheduling", { conflictChecker: "Never" });
    const then = await pages().open(company, "spectra.scheduling", 1);
    assert.deepEqual(
      [first.values, refused.kind, then.values],
      [
        { conflictChecker: "Allow After Prompting", advancedScheduling: true },
        "refused",
        { conflictChecker: "Never", advancedScheduling: true },
      ],
    );
  });
});
