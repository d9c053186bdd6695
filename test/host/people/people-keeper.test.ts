import assert from "node:assert/strict";

import type { SecurityGroup } from "../../../src/host/studio-data/index.js";
import { openTestStudio } from "../support/test-studio.js";
import type { TestStudio } from "../support/test-studio.js";

const administering = { Users: "delete", "Company Preferences": "add-modify" } as const;
const ida = {
  initials: "IM",
  firstName: "Ida",
  lastName: "Moe",
  email: "ida@example.test",
  securityGroupId: undefined,
  colour: "#2f9e44",
  isInactive: false,
};

describe("users and security groups", () => {
  let studio: TestStudio;
  beforeEach(async () => {
    studio = await openTestStudio();
  });
  afterEach(() => studio.close());

  const keeper = () => studio.host.services.peopleKeeper;
  const userOf = async (initials: string) =>
    (await keeper().listUsers()).find((user) => user.initials === initials) ?? assert.fail(`no ${initials}`);

  it("keeps a user, and says whether there is a password, never which", async () => {
    const id = await keeper().createUser(ida, "a long password");
    assert.deepEqual(await userOf("IM"), { ...ida, id, hasPassword: true });
  });

  it("X2: signs in with the password that was set, and keeps it when none is typed", async () => {
    const { company, services } = studio.host;
    const groupId = await keeper().createGroup({ name: "Administrators", clearances: administering });
    const id = await keeper().createUser({ ...ida, securityGroupId: groupId }, "a long password");
    const found = (await company.find()) ?? assert.fail("no company");
    await company.save({ ...found, isSecurityOn: true });
    await keeper().saveUser(id, { ...ida, securityGroupId: groupId, lastName: "Berg" }, undefined);
    const { lastName } = await services.signIn.check("IM", "a long password", "127.0.0.1");
    assert.equal(lastName, "Berg");
  });

  it("refuses initials somebody has, and users there are not", async () => {
    await keeper().createUser(ida, undefined);
    await assert.rejects(keeper().createUser({ ...ida, initials: "im" }, undefined), { code: "initials-taken" });
    await assert.rejects(keeper().saveUser(999, ida, undefined), { code: "record-not-found" });
  });

  it("changes what a group may do", async () => {
    const id = await keeper().createGroup({ name: "Front desk", clearances: { Appointments: "delete" } });
    await keeper().saveGroup({ id, name: "Front Desk", clearances: { Clients: "view" } });
    assert.deepEqual(await keeper().listGroups(), [{ id, name: "Front Desk", clearances: { Clients: "view" } }]);
    await assert.rejects(keeper().saveGroup({ id: 99, name: "", clearances: {} }), { code: "record-not-found" });
  });

  it("while security is on, leaves nobody without an administrator", async () => {
    const { company } = studio.host;
    const groupId = await keeper().createGroup({ name: "Administrators", clearances: administering });
    const group: SecurityGroup = { id: groupId, name: "Administrators", clearances: administering };
    const user = { ...ida, securityGroupId: groupId };
    const id = await keeper().createUser(user, "a long password");
    const found = (await company.find()) ?? assert.fail("no company");
    await company.save({ ...found, isSecurityOn: true });
    const refused = { code: "last-administrator" };
    await assert.rejects(keeper().saveUser(id, { ...user, isInactive: true }, undefined), refused);
    await assert.rejects(keeper().saveUser(id, { ...user, securityGroupId: undefined }, undefined), refused);
    await assert.rejects(keeper().saveGroup({ ...group, clearances: { Users: "view" } }), refused);
    await keeper().createUser({ ...user, initials: "SC" }, "another password");
    await keeper().saveUser(id, { ...user, isInactive: true }, undefined);
    assert.equal((await userOf("IM")).isInactive, true);
  });
});
