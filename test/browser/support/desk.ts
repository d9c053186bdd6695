import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";

import type { Browser, BrowserContext, Locator, Page } from "playwright-core";

import { assertAccessible } from "./accessible.js";
import { startBrowser } from "./chromium.js";

/** The built workbench, as `npm test` makes it. */
export const workbenchFolder = fileURLToPath(new URL("../../../workbench", import.meta.url));

/** A window as many people have it, in CSS pixels. */
const viewport = { width: 1200, height: 780 };

/** The window in which people enlarge what they read, as WCAG 1.4.10 thinks of it. */
const enlargedWindow = { width: 1280, height: 1024 };

/**
 * How long a screen may take to show what is waited for, and a test in all, in milliseconds. Both only end what will
 * never come: everything is waited for by what is seen, so that a quick computer loses nothing and a busy one fails nothing.
 */
const patience = 30_000;
export const browserTest = 120_000;

/** A person before the screen: finds everything by its label or role, as people and screen readers do. */
export class Desk {
  readonly #complaints: string[] = [];

  private constructor(
    private readonly browser: Browser,
    private readonly context: BrowserContext,
    readonly page: Page,
  ) {
    page.on("pageerror", (error) => this.#complaints.push(error.message));
    page.on("console", (message) => {
      // A refused request is told on screen; the browser's own line about it says no more.
      if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
        this.#complaints.push(message.text());
    });
  }

  /** Opens a browser on the workbench; skips the tests with the reason where there is no browser. */
  static async open(tests: Mocha.Context, address: string): Promise<Desk> {
    const started = await Desk.start(address);
    if (started.kind === "started") return started.desk;
    console.log(`    skipped: ${started.reason}`);
    return tests.skip();
  }

  /** Opens a browser on the workbench, if there is one. */
  static async start(
    address: string,
  ): Promise<
    { readonly kind: "started"; readonly desk: Desk } | { readonly kind: "missing"; readonly reason: string }
  > {
    const found = await startBrowser();
    if (found.kind === "missing") return found;
    const { browser } = found;
    const context = await browser.newContext({
      baseURL: address,
      viewport,
      reducedMotion: "reduce",
      locale: "en-US",
      // Not the studio's zone: times on screen must not depend on where the browser is (C20).
      timezoneId: "Asia/Tokyo",
    });
    context.setDefaultTimeout(patience);
    const desk = new Desk(browser, context, await context.newPage());
    await desk.page.goto("/");
    return { kind: "started", desk };
  }

  /** Closes the browser. @throws when the page complained of an error or of its content security policy */
  async close(): Promise<void> {
    await this.context.close();
    await this.browser.close();
    assert.deepEqual(this.#complaints, [], "The page complained");
  }

  /** What the page complained of so far, for a test that provokes it; forgotten by asking. */
  takeComplaints(): readonly string[] {
    return this.#complaints.splice(0);
  }

  /** Chooses a name from the list shown while security is off. */
  async signInAs(name: string): Promise<void> {
    await this.page.getByRole("button", { name }).click();
    await this.onScreen("Calendar");
  }

  async signOut(): Promise<void> {
    await this.menu("File > Sign Out");
    await this.page.getByRole("navigation", { name: "Menus" }).waitFor({ state: "detached" });
    await this.page.getByRole("heading", { level: 1 }).waitFor();
  }

  /** Follows a path through the menus, as the guide writes it: `Maintenance > Client > Client Groups`. */
  async menu(path: string): Promise<void> {
    const [first = "", ...rest] = path.split(" > ");
    // A menu that is still closing would take the click for its own.
    await this.page.getByRole("menu").first().waitFor({ state: "detached" });
    await this.page
      .getByRole("navigation", { name: "Menus" })
      .getByRole("button", { name: first, exact: true })
      .click();
    for (const title of rest) {
      await this.page.getByRole("menuitem", { name: title, exact: true }).click();
    }
  }

  /** Waits for the screen of this title. */
  async onScreen(title: string): Promise<void> {
    await this.page.getByRole("heading", { level: 1, name: title, exact: true }).waitFor();
  }

  /** Waits for the text to be on screen. */
  async sees(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  async press(name: string): Promise<void> {
    await this.button(name).click();
  }

  async tick(label: string): Promise<void> {
    await this.page.getByRole("checkbox", { name: label, exact: true }).check();
  }

  /** Waits until a box is ticked or not, as something else than this page may change it. */
  async seesTicked(label: string, isTicked: boolean): Promise<void> {
    await this.page.getByRole("checkbox", { name: label, exact: true, checked: isTicked }).waitFor();
  }

  async type(label: string, text: string): Promise<void> {
    await this.page.getByRole("textbox", { name: label, exact: true }).fill(text);
  }

  /** Opens a list of choices and takes one. */
  async choose(label: string, choice: string | RegExp): Promise<void> {
    await this.page.getByRole("combobox", { name: label, exact: true }).click();
    await this.page.getByRole("option", { name: choice, exact: true }).click();
  }

  /** Types into a list of choices what is looked for, and takes what is found. */
  async search(label: string, text: string, choice: RegExp): Promise<void> {
    await this.page.getByRole("combobox", { name: label, exact: true }).fill(text);
    await this.page.getByRole("option", { name: choice }).click();
  }

  /** Opens a tab of the preferences. */
  async tab(title: string): Promise<void> {
    await this.page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: title, exact: true }).click();
  }

  /** Takes one of several choices that stand side by side. */
  async pick(label: string): Promise<void> {
    await this.page.getByText(label, { exact: true }).click();
    await this.page.getByRole("radio", { name: label, exact: true, checked: true }).waitFor({ state: "attached" });
  }

  /** The entry of this title in the calendar. */
  entry(title: string | RegExp): Locator {
    return this.page.getByRole("button", { name: title });
  }

  /** Closes the dialog with the Escape key. */
  async escape(): Promise<void> {
    await this.page.keyboard.press("Escape");
    await this.page.getByRole("dialog").waitFor({ state: "detached" });
  }

  /** Enlarges everything, as the browser does it: fewer CSS pixels fit into the window. 100 is as it was opened. */
  async enlarge(percent: number): Promise<void> {
    const { width, height } = enlargedWindow;
    const smaller = { width: (width * 100) / percent, height: (height * 100) / percent };
    await this.page.setViewportSize(percent === 100 ? viewport : smaller);
  }

  /** axe finds nothing, in light and in dark. */
  async isAccessible(): Promise<void> {
    await assertAccessible(this.page);
  }
}
