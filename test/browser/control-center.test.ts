import assert from "node:assert/strict";

import { Product } from "../whole-product/product.js";
import { Desk, browserTest, workbenchFolder } from "./support/desk.js";

describe("the Control Center, in a browser", function () {
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

  it("J2: takes the user jobs run as, and refuses one nobody knows", async () => {
    await desk.menu("Utilities > Control Center");
    await desk.press("Modify General Settings");
    await desk.type("User Name", "XX");
    await desk.isAccessible();
    await desk.press("OK");
    await desk.sees("The user name or password is not right");
    await desk.type("User Name", "AB");
    await desk.press("OK");
    await desk.page.getByRole("dialog").waitFor({ state: "detached" });
    assert.equal((await product.host.services.generalSettings.read()).userName, "AB");
  });

  it("J3: enables the job with a schedule, a computer and a notification", async () => {
    await desk.press("Modify Job Settings: Google Sync Processor");
    await desk.tick("Job Enabled");
    await desk.pick("At given times");
    await desk.type("Times", "9:00, 18:30");
    await desk.page.getByRole("checkbox", { name: "Sunday" }).uncheck();
    await desk.choose("Computer", "FRONT-DESK (online, America/Chicago)");
    await desk.type("Users synced side by side", "4");
    await desk.pick("Failures");
    await desk.press("OK");
    await desk.sees("Enter the email address notifications are sent to");
    await desk.type("Email Address", "desk@example.test");
    await desk.isAccessible();
    await desk.press("OK");
    await desk.sees(/^At 9:00\sAM, 6:30\sPM, Mon, Tue, Wed, Thu, Fri, Sat$/u);
    const [line] = await product.host.services.controlCenter.listJobs();
    assert.deepEqual(line?.settings, {
      isEnabled: true,
      schedule: { kind: "at", times: ["09:00", "18:30"], days: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] },
      computerName: "FRONT-DESK",
      notification: { when: "Failures", address: "desk@example.test" },
      own: { usersAtOnce: 4 },
    });
  });

  it("J1: runs the job now and leads to its result", async () => {
    await desk.press("Run Now: Google Sync Processor");
    await desk.page.getByRole("link", { name: /: Done$/ }).click();
    await desk.onScreen("Job Run");
    await desk.sees("Run Now (Studio Administrator)");
    await desk.isAccessible();
  });

  it("J5: filters and groups the logs", async () => {
    await desk.menu("Utilities > Control Center Logs");
    await desk.sees("1 of 1 run");
    await desk.isAccessible();
    await desk.type("Words", "nothing like this");
    await desk.sees("No job run is like this.");
    await desk.type("Words", "No user");
    await desk.sees("1 of 1 run");
    await desk.type("Words", "nothing like this");
    await desk.press("Show All Job Runs");
    await desk.sees("1 of 1 run");
    assert.equal(await desk.page.getByRole("textbox", { name: "Words" }).inputValue(), "");
    await desk.tick("Group By Job Type");
    await desk.page.getByRole("table", { name: "Job runs by job" }).waitFor();
    await desk.isAccessible();
    await desk.press("Google Sync Processor");
    await desk.sees("1 of 1 run");
  });
});
