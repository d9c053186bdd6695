import type { Desk } from "../support/desk.js";
import type { SampleProduct } from "../support/sample-product.js";
import { screen, settled } from "./shot.js";
import type { Shot } from "./shot.js";

const olivia = "olivia@example.test";
const menu = "Maintenance > Google Sync";

/** "Sync Now" on the Google tab, to its end. */
async function syncNow(desk: Desk): Promise<void> {
  await desk.menu("Maintenance > Preferences > User Preferences");
  await desk.tab("Google");
  await desk.press("Sync Now");
  await desk.page
    .getByText(/Nothing had changed|In Google: |In the studio: |Contacts/)
    .first()
    .waitFor({ timeout: 30_000 });
  await desk.button("Sync Now").and(desk.page.locator(":enabled")).waitFor({ timeout: 30_000 });
  await settled(desk);
}

/** What the next run will find: events that take place elsewhere, and clients who moved. */
async function editOnBothSides({ google, host }: SampleProduct): Promise<void> {
  const db = host.connection.query();
  await db("clients").whereIn("last_name", ["Reed", "Lund"]).update({ company: "Reed & Lund" });
  const calendar = google.accounts.get(olivia).calendar();
  const synced = calendar.list().filter(({ extendedProperties }) => extendedProperties !== undefined);
  for (const { id } of synced.slice(-6)) calendar.patch(id, { location: "Harbor Park" });
}

/** More deletions than the guards let pass. */
function deleteInGoogle({ google }: SampleProduct): void {
  const calendar = google.accounts.get(olivia).calendar();
  for (const { id, extendedProperties } of calendar.list()) {
    if (extendedProperties !== undefined) calendar.delete(id);
  }
}

/** Links that somebody lost, and a question nobody remembers. */
async function breakLinks({ host }: SampleProduct): Promise<void> {
  const db = host.connection.query();
  const rows: readonly { readonly id: number }[] = await db("google_sync_contact_links")
    .where({ state: "linked" })
    .orderBy("id", "desc")
    .limit(3)
    .select("id");
  await db("google_sync_contact_links")
    .whereIn(
      "id",
      rows.map(({ id }) => id),
    )
    .update({ question_id: 4711 });
}

/** The Google Sync screens, each with something to see. */
export const syncShots: readonly Shot[] = [
  {
    name: "user-preferences-google-contacts",
    async show(desk) {
      await desk.menu("Maintenance > Preferences > User Preferences");
      await desk.tab("Google");
      await desk.page.getByRole("combobox", { name: "Client Group" }).click();
      await desk.page.getByRole("option", { name: "Google Sync" }).click();
      await desk.tick("Send new and modified Google contacts into StudioPlus Spectra");
      await desk.press("OK");
      await desk.sees("Saved.");
      await syncNow(desk);
    },
  },
  screen("contacts-to-review", `${menu} > Contacts to Review`, "What is to be looked at"),
  {
    name: "contact-comparison",
    async show(desk) {
      await desk.page.getByRole("table").getByRole("link").first().click();
      await desk.onScreen("The Same Person?");
      await settled(desk);
    },
    height: 560,
  },
  screen("sync-status", `${menu} > Sync Status`, "Olivia Hartwell"),
  screen("sync-runs", `${menu} > Sync Runs`, "What it did"),
  {
    name: "sync-run",
    async show(desk) {
      await desk.page.getByRole("table").getByRole("link").first().click();
      await desk.sees("Started");
      await settled(desk);
    },
    height: 500,
  },
  {
    name: "undo",
    async show(desk) {
      await desk.press("Undo This Run");
      await desk.onScreen("Undo This Run");
      await settled(desk);
    },
  },
  {
    name: "preview",
    async show(desk, product) {
      await editOnBothSides(product);
      await desk.menu("Maintenance > Preferences > User Preferences");
      await desk.tab("Google");
      await desk.press("Preview");
      await desk.onScreen("Preview");
      await settled(desk);
    },
  },
  {
    name: "check-and-repair",
    async show(desk, product) {
      await breakLinks(product);
      await desk.menu(`${menu} > Check and Repair`);
      await desk.sees("What is inconsistent, or waits");
      await settled(desk);
    },
    height: 420,
  },
  {
    name: "why-is-it-not-here",
    async show(desk) {
      await desk.menu(`${menu} > Why Is It Not Here?`);
      await desk.type("Title or name", "e");
      await desk.press("Look For It");
      await desk.sees("Why");
      await settled(desk);
    },
  },
  {
    name: "held-changes",
    async show(desk, product) {
      deleteInGoogle(product);
      await syncNow(desk);
      await desk.menu(`${menu} > Held Changes`);
      await desk.sees("What is held");
      await settled(desk);
    },
  },
  {
    name: "held-items",
    async show(desk) {
      await desk.page
        .getByRole("link", { name: /were deleted in Google/ })
        .first()
        .click();
      await desk.onScreen("Held Items");
      await settled(desk);
    },
  },
  {
    name: "held-item",
    async show(desk) {
      await desk.page.getByRole("table").getByRole("link").first().click();
      await desk.onScreen("Held Item");
      await settled(desk);
    },
  },
];
