import type { Desk } from "../support/desk.js";

/** A picture: how the screen comes to be what it shows. They follow one another in one session. */
export interface Shot {
  readonly name: string;
  readonly show: (desk: Desk) => Promise<void>;
}

export const shots: readonly Shot[] = [
  { name: "sign-in", show: (desk) => desk.onScreen("North Light Studio") },
  {
    name: "calendar-week",
    async show(desk) {
      await desk.type("User Initials", "OH");
      await desk.type("Password", "olivia-demo");
      await desk.press("Sign In");
      await desk.onScreen("Calendar");
      await desk.page.waitForLoadState("networkidle");
    },
  },
  {
    name: "calendar-month",
    async show(desk) {
      await desk.pick("Month");
      await desk.page.waitForLoadState("networkidle");
    },
  },
  {
    name: "user-preferences",
    async show(desk) {
      await desk.menu("Maintenance > Preferences > User Preferences");
      await desk.tab("Google");
      await desk.sees("Enable Google Sync");
    },
  },
];
