import type { CommandResult } from "./command.js";

/**
 * What the workbench and a page of a plugin's own say to each other. The page waits for a `message` event of its
 * window that carries a `PageStart` and one port; everything after goes through the port. It has no other way out:
 * no network, no cookies, no storage, no other window.
 */

/** The first message, with the port. */
export interface PageStart {
  readonly kind: "start";
  readonly theme: PageTheme;
  /** BCP 47: how the studio writes numbers and dates. */
  readonly locale: string;
  /** IANA. */
  readonly timeZone: string;
  /** What the view was opened with. */
  readonly input: Readonly<Record<string, unknown>>;
  /** What the view's `load` gave. */
  readonly data: unknown;
}

export type PageTheme = "light" | "dark";

/** From the workbench to the page. */
export type MessageToPage =
  | { readonly kind: "theme"; readonly theme: PageTheme }
  /** The view was loaded again, as something it shows may have changed. */
  | { readonly kind: "data"; readonly data: unknown }
  | { readonly kind: "result"; readonly call: number; readonly result: CommandResult }
  /** The command could not be run: it is not the plugin's, the user may not, its input is wrong, it failed. */
  | {
      readonly kind: "refused";
      readonly call: number;
      readonly code: string;
      readonly message: string;
      readonly hint?: string;
    };

/** From the page to the workbench. */
export type MessageFromPage =
  /** Runs a command of the page's own plugin with the clearances of the signed-in user. @param call tells answers apart */
  | {
      readonly kind: "call";
      readonly call: number;
      readonly command: string;
      readonly input: Readonly<Record<string, unknown>>;
    }
  /** How high the frame is to be, in CSS pixels. */
  | { readonly kind: "height"; readonly pixels: number };
