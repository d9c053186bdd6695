import type { CommandResult, Values } from "./payloads.js";

/** What the workbench and a page of a plugin's own say to each other; the extension API promises it to plugins. */

/** The first message, with the port for all others. */
export interface PageStart {
  readonly kind: "start";
  readonly theme: PageTheme;
  readonly locale: string;
  readonly timeZone: string;
  readonly input: Values;
  readonly data: unknown;
}

export type PageTheme = "light" | "dark";

export type MessageToPage =
  | { readonly kind: "theme"; readonly theme: PageTheme }
  | { readonly kind: "data"; readonly data: unknown }
  | { readonly kind: "result"; readonly call: number; readonly result: CommandResult }
  | {
      readonly kind: "refused";
      readonly call: number;
      readonly code: string;
      readonly message: string;
      readonly hint?: string;
    };

export type MessageFromPage =
  | { readonly kind: "call"; readonly call: number; readonly command: string; readonly input: Values }
  | { readonly kind: "height"; readonly pixels: number };

/** A message of a page, which may send anything; undefined for what is none. */
export function messageFromPage(sent: unknown): MessageFromPage | undefined {
  if (typeof sent !== "object" || sent === null || !("kind" in sent)) return undefined;
  if (sent.kind === "height") {
    const pixels = "pixels" in sent ? sent.pixels : undefined;
    return typeof pixels === "number" && Number.isFinite(pixels) ? { kind: "height", pixels } : undefined;
  }
  if (sent.kind !== "call" || !("call" in sent) || !("command" in sent)) return undefined;
  const { call, command } = sent;
  if (typeof call !== "number" || typeof command !== "string") return undefined;
  const input = "input" in sent ? sent.input : {};
  // What the command takes of it, the host checks.
  return typeof input === "object" && input !== null
    ? { kind: "call", call, command, input: input as Values }
    : undefined;
}
