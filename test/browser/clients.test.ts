import assert from "node:assert/strict";

import { aClient } from "../support/studio.js";
import { Product } from "../whole-product/product.js";
import { Desk, browserTest, workbenchFolder } from "./support/desk.js";

describe("clients and client groups, in a browser", function () {
  this.timeout(browserTest);
  let product: Product;
  let desk: Desk;

  before(async function () {
    product = await Product.open({ workbenchFolder });
    for (const lastName of ["Moe", "Nilsson", "Okafor"]) {
      await aClient(product.host, { firstName: "Ida", lastName, email: `${lastName.toLowerCase()}@example.test` });
    }
    desk = await Desk.open(this, product.serving.address);
    await desk.signInAs("Anna Berg");
  });

  after(async () => {
    await desk?.close();
    await product.close();
  });

  it("adds a client group, and refuses its name a second time", async () => {
    await desk.menu("Maintenance > Client > Client Groups");
    await desk.onScreen("Client Groups Maintenance");
    for (const name of ["Google Sync", "GOOGLE SYNC"]) {
      await desk.press("Add");
      await desk.type("Name", name);
      await desk.press("OK");
      await desk.sees("Google Sync");
    }
    await desk.sees('Another client group is already called "GOOGLE SYNC"');
    await desk.isAccessible();
    await desk.press("Cancel");
  });

  it("adds chosen clients to the group", async () => {
    await desk.menu("Tools > Add Clients to Group");
    await desk.pick("Existing group");
    await desk.choose("Client Group", "Google Sync");
    await desk.press("Next");
    await desk.page.getByRole("searchbox", { name: "Search" }).fill("ida o");
    await desk.sees("Ida Okafor");
    await desk.tick("Ida Okafor");
    await desk.isAccessible();
    await desk.press("Next");
    await desk.sees("1 client is added to the group “Google Sync”.");
    await desk.press("OK");
    await desk.onScreen("Google Sync");
    await desk.sees("okafor@example.test");
    await desk.isAccessible();
  });

  it("adds a client, and says why one cannot be kept", async () => {
    await desk.menu("Maintenance > Client > Clients");
    await desk.press("Add");
    await desk.onScreen("New Client");
    await desk.press("OK");
    await desk.sees("Enter a name, a company, an email address or a phone number.");
    await desk.type("Company", "Harbor Hall");
    await desk.type("Email", "hall at the harbor");
    await desk.press("OK");
    await desk.sees("This is not an email address.");
    await desk.isAccessible();
    await desk.type("Email", "hall@example.test");
    await desk.type("Anniversary: day", "24");
    await desk.press("OK");
    await desk.sees("Enter month and day; the year may be left out.");
    await desk.choose("Anniversary: month", "June");
    await desk.press("OK");
    await desk.sees("hall@example.test");
    const kept: object = await product.host.connection
      .query()("clients")
      .where({ company: "Harbor Hall" })
      .first("anniversary");
    assert.deepEqual(kept, { anniversary: "--06-24" });
  });

  it("keeps both changes where somebody changed another field meanwhile", async () => {
    await desk.page.getByRole("link", { name: "Ida Nilsson" }).click();
    await desk.type("Job Title", "Baker");
    const table = product.host.connection.query()("clients").where({ last_name: "Nilsson" });
    await table.clone().update({ email: "ida@example.test" });
    await desk.press("OK");
    await desk.onScreen("Clients");
    const row: object = await table.clone().first("job_title", "email");
    assert.deepEqual(row, { job_title: "Baker", email: "ida@example.test" });
  });

  it("G9: shows both values when somebody changed the client meanwhile", async () => {
    await desk.menu("Maintenance > Client > Clients");
    await desk.page.getByRole("link", { name: "Ida Moe" }).click();
    await desk.type("Company", "Mine Ltd");
    await desk.press("Add Phone");
    await desk.type("Number", "555-0101");
    await desk.isAccessible();
    const table = product.host.connection.query()("clients").where({ last_name: "Moe" });
    await table.clone().update({ company: "Theirs Ltd", job_title: "Baker" });
    await desk.press("OK");
    await desk.sees("Theirs Ltd");
    await desk.isAccessible();
    await desk.press("Save Mine");
    await desk.onScreen("Clients");
    const row: object = await table.clone().first("company", "job_title");
    assert.deepEqual(row, { company: "Mine Ltd", job_title: "Baker" });
  });

  it("K3: merges two clients into one", async () => {
    await desk.page.getByRole("link", { name: "Ida Moe" }).click();
    await desk.press("Merge…");
    await desk.page.getByRole("searchbox", { name: "Search" }).fill("okafor");
    await desk.page.getByText("Ida Okafor, okafor@example.test").click();
    await desk.isAccessible();
    await desk.page.getByRole("dialog").getByRole("button", { name: "Merge", exact: true }).click();
    await desk.page.getByRole("dialog").waitFor({ state: "detached" });
    await desk.sees("Google Sync");
    const rows: readonly object[] = await product.host.connection
      .query()("clients")
      .whereNotNull("merged_into")
      .select("last_name");
    assert.deepEqual(rows, [{ last_name: "Okafor" }]);
  });

  it("R6: erases a client for good, after asking", async () => {
    const { id } = await aClient(product.host, { firstName: "Zelda", lastName: "Quixote" });
    await desk.menu("Maintenance > Client > Clients");
    await desk.page.getByRole("link", { name: "Zelda Quixote" }).click();
    await desk.press("Erase…");
    await desk.sees("Erase everything about Zelda Quixote? Nobody can take this back.");
    await desk.isAccessible();
    await desk.press("Erase");
    await desk.onScreen("Clients");
    const [row]: { last_name: string }[] = await product.host.connection.query()("clients").where({ id });
    assert.equal(row?.last_name, "Erased client");
  });
});
