import assert from "node:assert/strict";

import { Product } from "../whole-product/product.js";
import { Desk, browserTest, workbenchFolder } from "./support/desk.js";

describe("users, security groups and Company (Studio) Preferences, in a browser", function () {
  this.timeout(browserTest);
  let product: Product;
  let desk: Desk;

  before(async function () {
    product = await Product.open({ workbenchFolder });
    desk = await Desk.open(this, product.serving.address);
    await desk.signInAs("Studio Administrator");
  });

  after(async () => {
    await desk?.close();
    await product.close();
  });

  it("makes a security group", async () => {
    await desk.menu("Maintenance > General (Studio) > Security Groups");
    await desk.sees(/There are no security groups yet/);
    await desk.press("Add");
    await desk.type("Name", "Administrators");
    await desk.choose("Users", "Add/Modify/Delete");
    await desk.choose("Company Preferences", "Add/Modify");
    await desk.isAccessible();
    await desk.press("OK");
    await desk.page.getByRole("link", { name: "Administrators" }).waitFor();
    await desk.isAccessible();
  });

  it("makes a user, who has pages of preferences at once (P4)", async () => {
    await desk.menu("Maintenance > General (Studio) > Users");
    await desk.page.getByRole("link", { name: "Anna Berg" }).waitFor();
    await desk.isAccessible();
    await desk.press("Add");
    await desk.type("First Name", "Ida");
    await desk.type("Last Name", "Moe");
    await desk.type("User Initials", "IM");
    await desk.type("New Password", "short");
    await desk.press("OK");
    await desk.sees("A password has at least 8 characters.");
    await desk.type("New Password", "a long password");
    await desk.choose("Security Group", "Administrators");
    await desk.isAccessible();
    await desk.press("OK");
    await desk.onScreen("Ida Moe");
    await desk.tab("Google");
    await desk.sees("Enable Google Sync");
  });

  it("asks before what was typed of a user is lost", async () => {
    await desk.tab("General");
    await desk.type("First Name", "Idabel");
    await desk.menu("File > Calendar");
    await desk.sees("What you typed on this screen is not saved yet.");
    await desk.press("Stay Here");
    await desk.onScreen("Ida Moe");
    await desk.page.goBack();
    await desk.press("Discard and Leave");
    await desk.page.getByRole("heading", { level: 1, name: "Ida Moe" }).waitFor();
  });

  it("G9: shows what somebody else changed of a user meanwhile, and keeps what was typed", async () => {
    await desk.menu("Maintenance > General (Studio) > Users");
    await desk.page.getByRole("link", { name: "Ida Moe" }).click();
    await desk.type("Last Name", "Mine");
    await changeUser({ last_name: "Theirs" });
    await desk.press("OK");
    await desk.sees("Changed Meanwhile");
    await desk.page.getByRole("row", { name: "Last Name Mine Theirs" }).waitFor();
    await desk.isAccessible();
    await desk.press("Save Mine");
    await desk.sees("Saved.");
    await desk.type("Last Name", "Moe");
    await changeUser({ email: "ida@example.test" });
    await desk.press("OK");
    await desk.sees("Saved. What somebody else changed meanwhile stayed: Email.");
    assert.deepEqual(await savedUser(), { last_name: "Moe", email: "ida@example.test" });
  });

  it("G9: shows what somebody else changed of a security group meanwhile", async () => {
    await desk.menu("Maintenance > General (Studio) > Security Groups");
    await desk.page.getByRole("link", { name: "Administrators" }).click();
    await desk.choose("Users", "View");
    await product.host.connection.query()("clearances").where({ area: "Users" }).update({ level: "add-modify" });
    await desk.press("OK");
    await desk.page.getByRole("row", { name: "Users View Add/Modify" }).waitFor();
    await desk.isAccessible();
    await desk.press("Use What Is Saved");
    await desk.page.getByRole("combobox", { name: "Users" }).and(desk.page.locator('[value="Add/Modify"]')).waitFor();
    await desk.press("Cancel");
    await desk.page.getByRole("link", { name: "Administrators" }).waitFor();
  });

  it("switches security on, which signs everybody out, and signs in with initials and password (X2)", async () => {
    await desk.menu("Maintenance > Preferences > Company (Studio) Preferences");
    await desk.sees("Time Zone");
    await desk.isAccessible();
    await desk.tick("Enable Security");
    await desk.press("OK");
    await desk.sees(/You were signed out/);
    await desk.type("User Initials", "IM");
    await desk.page.getByLabel("Password", { exact: true }).fill("wrong password");
    await desk.press("Sign In");
    await desk.sees(/The user name or the password is wrong\. Whoever may change users can set a new password/);
    await desk.isAccessible();
    await desk.page.getByLabel("Password", { exact: true }).fill("a long password");
    await desk.press("Sign In");
    // Where it was: what was open is there again.
    await desk.onScreen("Company (Studio) Preferences");
  });

  it("S2: has the Scheduling page", async () => {
    await desk.menu("Maintenance > Preferences > Company (Studio) Preferences");
    await desk.tab("Scheduling");
    await desk.choose("Scheduling Conflict Checker", "Never");
    await desk.isAccessible();
    await desk.press("OK");
    await desk.sees("Saved.");
    const { values } = await product.host.services.preferencePages.open({ kind: "company" }, "spectra.scheduling", 1);
    assert.deepEqual(values, { conflictChecker: "Never", advancedScheduling: true });
  });

  it("X1: lets somebody who may only view users change nothing", async () => {
    const { peopleKeeper } = product.host.services;
    const securityGroupId = await peopleKeeper.createGroup({ name: "Readers", clearances: { Users: "view" } });
    const reader = { initials: "RR", firstName: "Rea", lastName: "Der", email: undefined, colour: undefined };
    await peopleKeeper.createUser({ ...reader, securityGroupId, isInactive: false }, "a long password");
    await desk.signOut();
    await desk.type("User Initials", "RR");
    await desk.page.getByLabel("Password", { exact: true }).fill("a long password");
    await desk.press("Sign In");
    await desk.onScreen("Calendar");
    await desk.page.goto("/security-groups");
    await desk.page.getByRole("link", { name: "Readers" }).click();
    await desk.page.getByRole("textbox", { name: "Name" }).and(desk.page.locator(":disabled")).waitFor();
    await desk.isAccessible();
    await desk.press("Close");
    await desk.page.getByRole("link", { name: "Readers" }).waitFor();
    assert.equal(await desk.button("Add").count(), 0);
  });

  const ida = () => product.host.connection.query()("users").where({ first_name: "Ida" });
  const changeUser = async (values: object): Promise<void> => void (await ida().update(values));
  const savedUser = async (): Promise<unknown> => ida().first("last_name", "email");
});
