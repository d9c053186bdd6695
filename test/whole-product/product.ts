import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import pino from "pino";

import type { Product as ProductName } from "../../src/api/index.js";
import { wallTimeAt, zoneName } from "../../src/base/wall-time.js";
import { createHost } from "../../src/host/composition-root.js";
import type { Host } from "../../src/host/composition-root.js";
import { serveHost } from "../../src/host/serve.js";
import type { ServingHost } from "../../src/host/serve.js";
import { createStudio } from "../../src/host/studio/index.js";
import { PinoLogger } from "../../src/host/system/index.js";
import { startLocalGoogle } from "../../src/local-google/index.js";
import type { LocalGoogle, LocalGoogleOptions } from "../../src/local-google/index.js";
import { aUser } from "../support/studio.js";
import { Browser } from "./browser.js";

const projectFolder = fileURLToPath(new URL("../../..", import.meta.url));

/** The page every test of the product opens. */
export const googlePage = "google-sync.user-page";

/** What differs from the usual. */
export interface ProductOptions {
  /** The built screens, for tests that look at them. */
  readonly workbenchFolder?: string;
  /** Folders of further plugins. */
  readonly plugins?: readonly string[];
  readonly product?: ProductName;
  /** The studio's company zone is America/Chicago, whatever the computer's. */
  readonly computerZone?: string;
  /** Whether the Control Center runs in the process that serves. */
  readonly runsJobs?: boolean;
  readonly google?: LocalGoogleOptions;
  /** Takes every line of the log, the smallest too. */
  readonly log?: (line: string) => void;
}

/** Everything as a studio has it: the host with the plugin loaded, its server, a local Google, and a person at the browser. */
export class Product {
  readonly browser: Browser;

  private constructor(
    readonly google: LocalGoogle,
    readonly host: Host,
    readonly serving: ServingHost,
    readonly userId: number,
    readonly folder: string,
  ) {
    this.browser = new Browser(serving.address);
  }

  /** Anna Berg of Chicago is signed in; her Google account is not connected yet. */
  static async open(options: ProductOptions = {}): Promise<Product> {
    const { workbenchFolder, product: name = "Spectra", computerZone = "America/Chicago", runsJobs = false } = options;
    const folder = mkdtempSync(join(tmpdir(), "spectra-product-"));
    // The clock is the real one: nobody waits for lists of contacts that lag.
    const google = await startLocalGoogle({ contactDelaySeconds: 0, ...options.google });
    google.accounts.add({ email: annasEmail, timeZone: "America/Chicago" });
    const zone = zoneName("America/Chicago");
    const host = await createHost({
      dataFolder: folder,
      pluginRoots: [projectFolder, ...(options.plugins ?? [])],
      settings: new Map([["google-url", google.url]]),
      variables: {},
      logger: new PinoLogger(
        options.log === undefined ? pino({ level: "silent" }) : pino({ level: "trace" }, { write: options.log }),
      ),
      computer: { name: "FRONT-DESK", zone: zoneName(computerZone) },
      product: name,
    });
    await createStudio({ name: "Whole product", edition: "Standard", timeZone: zone }, host);
    const { id } = await aUser(host, { initials: "AB", firstName: "Anna", lastName: "Berg" });
    const serving = await serveHost(host, {
      port: 0,
      hostName: "127.0.0.1",
      workbenchFolder: workbenchFolder ?? folder,
      runsJobs,
    });
    const product = new Product(google, host, serving, id, folder);
    await product.browser.signIn("AB", "");
    return product;
  }

  async close(): Promise<void> {
    await this.serving.close();
    await this.host.close();
    await this.google.dispose();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Connects and confirms Anna's account, and presses "OK" on the tab with these values. */
  async connect(values: Readonly<Record<string, unknown>>): Promise<void> {
    const { url } = await this.act("connect");
    await this.browser.consent(url, annasEmail);
    await this.act("confirm");
    await this.save({ enabled: true, ...values });
  }

  open(): ReturnType<Browser["get"]> {
    return this.browser.get(`/api/preferences/users/${this.userId}/pages/${googlePage}`);
  }

  /** Changes values of the tab and presses "OK". */
  async save(values: Readonly<Record<string, unknown>>): ReturnType<Browser["put"]> {
    const { values: saved } = await this.open();
    return this.browser.put(`/api/preferences/users/${this.userId}/pages/${googlePage}`, { ...saved, ...values });
  }

  act(action: string, input: unknown = {}): ReturnType<Browser["act"]> {
    return this.browser.act(this.userId, googlePage, action, input);
  }

  /** When an event of Anna's starts: the clock time in its own zone, and that zone. */
  startOf(title: string): readonly string[] {
    const events = this.google.accounts.get(annasEmail).calendar().list();
    // As the Calendar API describes it.
    const start = events.find(({ summary }) => summary === title)?.start as
      { readonly dateTime: string; readonly timeZone: string } | undefined;
    if (start === undefined) return [];
    return [wallTimeAt(new Date(start.dateTime), zoneName(start.timeZone)), start.timeZone];
  }

  /** The titles in Anna's calendar, sorted. */
  titles(calendarId?: string): readonly unknown[] {
    return this.google.accounts
      .get(annasEmail)
      .calendar(calendarId)
      .list()
      .map(({ summary }) => summary)
      .toSorted();
  }
}

export const annasEmail = "anna@example.test";

/** A wall-clock time tomorrow, so that it is within every window. */
export function tomorrowAt(hour: number): string {
  const day = new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  return `${day}T${String(hour).padStart(2, "0")}:00:00`;
}
