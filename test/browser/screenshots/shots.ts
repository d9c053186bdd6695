import { screen, settled } from "./shot.js";
import type { Shot } from "./shot.js";
import { syncShots } from "./sync-shots.js";

/** Screens people are at most of the time. */
const shownInDark = ["calendar-week", "appointment", "user-preferences-google", "clients", "control-center"];

/** The same after a dialog, which is closed first. */
function afterDialog(name: string, path: string, text: string | RegExp): Shot {
  const { show } = screen(name, path, text);
  return {
    name,
    async show(desk, product) {
      await desk.escape();
      await show(desk, product);
    },
  };
}

/** A tab of the screen before. */
function tab(name: string, title: string, text: string | RegExp): Shot {
  return {
    name,
    async show(desk) {
      await desk.tab(title);
      await desk.sees(text);
      await settled(desk);
    },
  };
}

function calendar(view: string): Shot {
  return {
    name: `calendar-${view.toLowerCase().replace(" ", "-")}`,
    async show(desk) {
      await desk.pick(view);
      await settled(desk);
    },
  };
}

const preferences = "Maintenance > Preferences";

const screens: readonly Shot[] = [
  { name: "sign-in", show: (desk) => desk.onScreen("North Light Studio") },
  {
    name: "calendar-week",
    async show(desk) {
      await desk.type("User Initials", "OH");
      await desk.page.getByLabel("Password", { exact: true }).fill("olivia-demo");
      await desk.press("Sign In");
      await desk.onScreen("Calendar");
      await desk.press("All Users");
      await desk.page.getByRole("checkbox", { name: "Camera Room" }).check();
      await settled(desk);
    },
  },
  calendar("Day"),
  calendar("Work Week"),
  calendar("Month"),
  calendar("List"),
  {
    name: "appointment",
    async show(desk) {
      await desk
        .entry(/Unlinked appointment/)
        .first()
        .click();
      await desk.page.getByRole("textbox", { name: "Start Date" }).waitFor();
      await settled(desk);
    },
  },
  {
    name: "session",
    async show(desk) {
      await desk.press("Cancel");
      await desk
        .entry(/Session: /)
        .first()
        .click();
      await desk.page.getByLabel("Session Type").waitFor();
      await settled(desk);
    },
  },
  {
    name: "menus",
    async show(desk) {
      await desk.press("Cancel");
      await desk.page.getByRole("dialog").waitFor({ state: "detached" });
      await desk.menu("Maintenance > Preferences");
      await desk.page.getByRole("menuitem", { name: "User Preferences" }).waitFor();
    },
  },
  {
    name: "user-preferences-google",
    async show(desk) {
      await desk.page.getByRole("menuitem", { name: "User Preferences" }).click();
      await desk.tab("Google");
      await desk.press("Authenticate My Google Account");
      await desk.press("Allow");
      await desk.press("Yes, this is my account");
      await desk.sees(/is connected\./);
      await desk.tick("Enable Google Sync");
      await desk.tick("Populate Google with all StudioPlus Spectra records during the next sync");
      await desk.tick("Populate StudioPlus Spectra with all the Google records during the next sync");
      await desk.tick("Send new, modified, and deleted Google appointments into StudioPlus Spectra");
      await desk.press("OK");
      await desk.sees("Saved.");
      await desk.press("Sync Now");
      await desk.page
        .getByText(/In Google: .* created/)
        .first()
        .waitFor({ timeout: 30_000 });
      await settled(desk);
    },
  },
  {
    name: "resolve-schedule-conflicts",
    async show(desk) {
      await desk.press("Resolve Schedule Conflicts");
      await desk.button("Keep Both").first().waitFor();
      await settled(desk);
    },
  },
  screen("user-preferences-email", "Maintenance > Preferences > User Preferences", "OK"),
  screen("company-general-info", `${preferences} > Company (Studio) Preferences`, "Studio Name"),
  tab("company-scheduling", "Scheduling", "Scheduling Conflict Checker"),
  tab("company-email", "Email", /Email/),
  tab("company-google", "Google", "Client ID"),
  {
    name: "clients",
    async show(desk) {
      await desk.menu("Maintenance > Client > Clients");
      await desk.page.getByRole("table").getByRole("link").first().waitFor();
      await settled(desk);
    },
  },
  {
    name: "client",
    async show(desk) {
      await desk.page.getByRole("table").getByRole("link").first().click();
      await desk.page.getByLabel("First Name").waitFor();
      await settled(desk);
    },
  },
  screen("client-groups", "Maintenance > Client > Client Groups", "Add"),
  screen("add-clients-to-group", "Tools > Add Clients to Group", "Next"),
  screen("users", "Maintenance > General (Studio) > Users", "Mateo Álvarez"),
  {
    name: "user",
    async show(desk) {
      await desk.page.getByRole("link", { name: "Mateo Álvarez" }).click();
      await desk.sees("Signing In");
      await settled(desk);
    },
  },
  screen("security-groups", "Maintenance > General (Studio) > Security Groups", "Photographers"),
  {
    name: "security-group",
    async show(desk) {
      await desk.page.getByRole("link", { name: "Photographers" }).click();
      await desk.onScreen("Photographers");
    },
  },
  screen("clients", "Maintenance > Client > Clients", "Harbor Lights Catering"),
  {
    name: "client",
    async show(desk) {
      await desk.page.getByRole("searchbox", { name: "Search" }).fill("beatrix");
      await desk.page.getByRole("link", { name: "Beatrix Lund" }).click();
      await desk.page.getByRole("textbox", { name: "First Name" }).waitFor();
      await settled(desk);
    },
  },
  screen("client-groups", "Maintenance > Client > Client Groups", "Google Sync"),
  {
    name: "client-group",
    async show(desk) {
      await desk.page.getByRole("link", { name: "Google Sync", exact: true }).click();
      await desk.sees("Harbor Lights Catering");
    },
  },
  {
    name: "add-clients-to-group",
    async show(desk) {
      await desk.press("Add Clients to Group");
      await desk.page.getByRole("checkbox").nth(1).check();
      await settled(desk);
    },
  },
  ...syncShots,
  screen("control-center", "Utilities > Control Center", "Google Sync Processor"),
  {
    name: "job-settings",
    async show(desk) {
      await desk.press("Modify Job Settings: Google Sync Processor");
      await desk.page.getByRole("dialog").waitFor();
      await settled(desk);
    },
  },

  afterDialog("control-center-logs", "Utilities > Control Center Logs", /job|run/i),
  {
    name: "plugin-page",
    height: 700,
    async show(desk) {
      await desk.menu("Tools > Busy Days");
      await desk.onScreen("Busy Days");
      await desk.page.frameLocator("iframe").getByRole("row").nth(1).waitFor();
      await settled(desk);
    },
  },
  screen("plugin-manager", "Utilities > Plugin Manager", "Google Sync"),
  {
    name: "command-search",
    async show(desk) {
      await desk.page.keyboard.press("Control+k");
      await desk.page.getByRole("combobox", { name: "Command" }).fill("sync");
      await desk.page.getByRole("option").first().waitFor();
    },
  },
];

/** Every picture, in the order it is taken. */
export const shots: readonly Shot[] = screens.map((shot) => ({
  ...shot,
  isAlsoInDark: shownInDark.includes(shot.name),
}));
