import assert from "node:assert/strict";

import { hashOfToken } from "../../../src/host/security/index.js";
import type { UserFields } from "../../../src/host/studio-data/index.js";
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

  const saveUser = async (id: number, user: UserFields): Promise<string> => {
    const { version } = (await keeper().listUsers()).find((one) => one.id === id) ?? assert.fail("no user");
    return keeper().saveUser(id, version, user, undefined);
  };

  it("G9: refuses to save a user over somebody else's change, and overwrites nothing", async () => {
    const id = await keeper().createUser(ida, undefined);
    const { version } = await userOf("IM");
    const next = await keeper().saveUser(id, version, { ...ida, lastName: "Berg" }, "a long password");
    const late = keeper().saveUser(id, version, { ...ida, email: "other@example.test" }, undefined);
    await assert.rejects(late, { code: "stale-record" });
    const { lastName, email } = await userOf("IM");
    assert.deepEqual([lastName, email], ["Berg", ida.email]);
    await keeper().saveUser(id, next, { ...ida, lastName: "Moe" }, undefined);
  });

  it("G9: refuses to save a security group over somebody else's change, made by any program", async () => {
    const id = await keeper().createGroup({ name: "Front desk", clearances: { Appointments: "delete" } });
    const [opened] = await keeper().listGroups();
    assert.ok(opened);
    const area = { security_group_id: id, area: "Clients", level: "view" };
    await studio.host.connection.query()("clearances").insert(area);
    await assert.rejects(keeper().saveGroup({ ...opened, name: "Desk" }), { code: "stale-record" });
    const [now] = await keeper().listGroups();
    assert.deepEqual([now?.name, now?.clearances], ["Front desk", { Appointments: "delete", Clients: "view" }]);
  });

  it("refuses a security group of a name there is already", async () => {
    await keeper().createGroup({ name: "Front desk", clearances: {} });
    const again = keeper().createGroup({ name: "FRONT DESK", clearances: {} });
    await assert.rejects(again, { code: "security-group-name-taken" });
  });

  it("keeps a user, and says whether there is a password, never which", async () => {
    const id = await keeper().createUser(ida, "a long password");
    const { version: _version, ...kept } = await userOf("IM");
    assert.deepEqual(kept, { ...ida, id, hasPassword: true });
  });

  it("X2: signs in with the password that was set, and keeps it when none is typed", async () => {
    const { company, services } = studio.host;
    const groupId = await keeper().createGroup({ name: "Administrators", clearances: administering });
    const id = await keeper().createUser({ ...ida, securityGroupId: groupId }, "a long password");
    const found = (await company.find()) ?? assert.fail("no company");
    await company.save({ ...found, isSecurityOn: true });
    await saveUser(id, { ...ida, securityGroupId: groupId, lastName: "Berg" });
    const { lastName } = await services.signIn.check("IM", "a long password", "127.0.0.1");
    assert.equal(lastName, "Berg");
  });

  it("X2: a new password, and becoming inactive, end the user's sessions, but not the one it is done in", async () => {
    const { signIn } = studio.host.services;
    const id = await keeper().createUser(ida, "a long password");
    const { version } = await userOf("IM");
    const [here, there] = [await signIn.open("IM", "", "127.0.0.1"), await signIn.open("IM", "", "127.0.0.1")];
    await keeper().saveUser(id, version, ida, "another password", hashOfToken(here.token));
    const stayed = await signIn.userOf(here.token);
    await assert.rejects(signIn.userOf(there.token), { code: "not-signed-in" });
    await saveUser(id, { ...ida, isInactive: true });
    await saveUser(id, ida);
    await assert.rejects(signIn.userOf(here.token), { code: "not-signed-in" });
    assert.equal(stayed.id, id);
  });

  it("refuses initials somebody has, and users there are not", async () => {
    await keeper().createUser(ida, undefined);
    await assert.rejects(keeper().createUser({ ...ida, initials: "im" }, undefined), { code: "initials-taken" });
    await assert.rejects(keeper().saveUser(999, "1", ida, undefined), { code: "record-not-found" });
  });

  it("changes what a group may do", async () => {
    const id = await keeper().createGroup({ name: "Front desk", clearances: { Appointments: "delete" } });
    const [{ version } = { version: "" }] = await keeper().listGroups();
    await keeper().saveGroup({ id, version, name: "Front Desk", clearances: { Clients: "view" } });
    const [{ version: _version, ...kept } = { version: "" }] = await keeper().listGroups();
    assert.deepEqual(kept, { id, name: "Front Desk", clearances: { Clients: "view" } });
    const unknown = keeper().saveGroup({ id: 99, version, name: "", clearances: {} });
    await assert.rejects(unknown, { code: "record-not-found" });
  });

  it("while security is on, leaves nobody without an administrator", async () => {
    const { company } = studio.host;
    const groupId = await keeper().createGroup({ name: "Administrators", clearances: administering });
    const [group] = await keeper().listGroups();
    assert.ok(group);
    const user = { ...ida, securityGroupId: groupId };
    const id = await keeper().createUser(user, "a long password");
    const found = (await company.find()) ?? assert.fail("no company");
    await company.save({ ...found, isSecurityOn: true });
    const refused = { code: "last-administrator" };
    await assert.rejects(saveUser(id, { ...user, isInactive: true }), refused);
    await assert.rejects(saveUser(id, { ...user, securityGroupId: undefined }), refused);
    await assert.rejects(keeper().saveGroup({ ...group, clearances: { Users: "view" } }), refused);
    await keeper().createUser({ ...user, initials: "SC" }, "another password");
    await saveUser(id, { ...user, isInactive: true });
    assert.equal((await userOf("IM")).isInactive, true);
  });
});
