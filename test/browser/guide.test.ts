import assert from "node:assert/strict";

import { aClient, anAppointment } from "../support/studio.js";
import { Product, annasEmail, tomorrowAt } from "../whole-product/product.js";
import { Desk, browserTest, workbenchFolder } from "./support/desk.js";

describe("the guide, done in a browser", function () {
  this.timeout(browserTest);
  let product: Product;
  let desk: Desk;

  before(async function () {
    product = await Product.open({ workbenchFolder, runsJobs: true });
    const { host, userId } = product;
    await anAppointment(host, {
      users: [userId],
      description: "Call the lab",
      start: tomorrowAt(10),
      end: tomorrowAt(11),
    });
    await aClient(host, { firstName: "Ida", lastName: "Moe", email: "ida@example.test" });
    desk = await Desk.open(this, product.serving.address);
  });

  after(async () => {
    await desk?.close();
    await product.close();
  });

  it("step 1: makes a client group and puts a client into it", async () => {
    await desk.signInAs("Studio Administrator");
    await desk.menu("Maintenance > Client > Client Groups");
    await desk.press("Add");
    await desk.type("Name", "Google Sync");
    await desk.press("OK");
    await desk.isAccessible();
    await desk.menu("Tools > Add Clients to Group");
    await desk.choose("Client Group", "Google Sync");
    await desk.press("Next");
    await desk.page.getByRole("checkbox", { name: /Ida Moe/ }).check();
    await desk.isAccessible();
    await desk.press("Next");
    await desk.press("OK");
    await desk.page.getByText("Ida Moe").first().waitFor();
    await desk.isAccessible();
    await desk.signOut();
  });

  it("A1, P1: step 2: signs in, opens the Google tab and authenticates the Google account", async () => {
    await desk.isAccessible();
    await desk.signInAs("Anna Berg");
    await desk.menu("Maintenance > Preferences > User Preferences");
    await desk.onScreen("User Preferences");
    await desk.page
      .getByRole("link", { name: "Google", exact: true })
      .and(desk.page.locator("[aria-current]"))
      .waitFor();
    await desk.tick("Enable Google Sync");
    await desk.press("Authenticate My Google Account");
    await desk.page.getByRole("radio", { name: annasEmail }).check();
    await desk.press("Allow");
    await desk.press("Yes, this is my account");
    await desk.sees(`${annasEmail} is connected.`);
    await desk.seesTicked("Enable Google Sync", true);
    await desk.isAccessible();
  });

  it("P1, W2, W3, K1: populates Google with OK and Sync Now, sends the client group, and unticks the box", async () => {
    await desk.tick("Populate Google with all StudioPlus Spectra records during the next sync");
    await desk.tick("Send new, modified, and deleted Google appointments into StudioPlus Spectra");
    await desk.tick("Send new and modified Google contacts into StudioPlus Spectra");
    await desk.press("OK");
    await desk.sees(/Choose the client group/);
    await desk.choose("Client Group", "Google Sync");
    await desk.press("OK");
    await desk.sees("Saved.");
    await desk.press("Sync Now");
    await desk.sees(/In Google: .*created/);
    await desk.seesTicked("Populate Google with all StudioPlus Spectra records during the next sync", false);
    assert.deepEqual(product.titles(), ["Call the lab"]);
    const [contact] = product.google.accounts.get(annasEmail).contacts().list();
    assert.match(JSON.stringify(contact?.["names"]), /Ida Moe/);
  });

  it("C5: finds what was made in Google on the calendar, links it to a client and converts it to a session", async () => {
    const at = (hour: number) => ({ dateTime: tomorrowAt(hour), timeZone: "America/Chicago" });
    calendar().create({ summary: "Ida, family pictures", start: at(14), end: at(15) });
    await syncNow("In the studio: 1 created.");
    await desk.menu("File > Calendar");
    await desk.pick("List");
    await desk.entry(/^Unlinked appointment: Ida, family pictures/).click();
    await desk.sees(/in step with/);
    await desk.search("Client", "moe", /Ida Moe/);
    await desk.press("OK");
    await desk.entry(/^Appointment with a client: Ida Moe - Ida, family pictures/).click();
    await desk.press("Convert to Session");
    await desk.type("Session Type", "Family");
    await desk.press("Convert");
    await desk.entry(/^Session: Ida Moe - Ida, family pictures/).waitFor();
  });

  it("C5, C6: the same event follows the session, and moved in Google it moves the session", async () => {
    await syncNow(/1 changed/);
    const [event] = calendar()
      .list()
      .filter(({ summary }) => summary === "Ida Moe - Ida, family pictures");
    assert.ok(event);
    const at = (hour: number) => ({ dateTime: tomorrowAt(hour), timeZone: "America/Chicago" });
    calendar().patch(event.id, { start: at(16), end: at(17) });
    await syncNow(/1 changed/);
    await desk.menu("File > Calendar");
    await desk.entry(/^Session: Ida Moe - Ida, family pictures.*4/).click();
    await desk.page.getByLabel("Start Time").waitFor();
    assert.match(await desk.page.getByLabel("Start Time").inputValue(), /^4:00\sPM$/u);
    await desk.press("Cancel");
  });

  it("S1, S3: prompts for what overlaps since the sync, and keeps both", async () => {
    const at = (hour: number) => ({ dateTime: tomorrowAt(hour), timeZone: "America/Chicago" });
    calendar().create({ summary: "Pick up frames", start: at(16), end: at(17) });
    await syncNow("In the studio: 1 created.");
    const prompt = desk.page.getByRole("region", { name: "New notification" });
    await prompt.getByRole("button", { name: "Resolve Schedule Conflicts" }).click();
    await desk.onScreen("Resolve Schedule Conflicts");
    await desk.page.getByRole("region", { name: /Pick up frames/ }).waitFor();
    await desk.isAccessible();
    await desk.page.getByRole("button", { name: "Keep Both" }).click();
    await desk.sees(/No bookings overlap\./);
    await desk.isAccessible();
  });

  it("step 3, J2, J3: sets up the Google Sync Processor, which then syncs without anybody signed in", async () => {
    await desk.signOut();
    await desk.signInAs("Studio Administrator");
    await desk.menu("Utilities > Control Center");
    await desk.press("Modify General Settings");
    await desk.type("User Name", "AD");
    await desk.isAccessible();
    await desk.press("OK");
    await desk.page.getByRole("dialog").waitFor({ state: "detached" });
    await desk.press("Modify Job Settings: Google Sync Processor");
    await desk.tick("Job Enabled");
    await desk.choose("Computer", /FRONT-DESK/);
    await desk.page.getByRole("radio", { name: "Failures" }).check();
    await desk.type("Email Address", "studio@example.test");
    await desk.isAccessible();
    await desk.press("OK");
    await desk.page.getByRole("dialog").waitFor({ state: "detached" });
    const { host, userId } = product;
    await anAppointment(host, {
      users: [userId],
      description: "Booked while away",
      start: tomorrowAt(18),
      end: tomorrowAt(19),
    });
    await desk.press("Run Now: Google Sync Processor");
    await desk.page.getByRole("link", { name: /: Done/ }).waitFor();
    assert.ok(product.titles().includes("Booked while away"));
    await desk.page.getByRole("link", { name: /: Done/ }).click();
    await desk.sees("Anna Berg");
    await desk.isAccessible();
  });

  const calendar = () => product.google.accounts.get(annasEmail).calendar();
  const syncNow = async (result: string | RegExp): Promise<void> => {
    await desk.menu("Maintenance > Preferences > User Preferences");
    await desk.tab("Google");
    await desk.press("Sync Now");
    await desk.sees(result);
  };
});
