import type { MailTarget } from "../../api/index.js";

/** What every mail of a studio has in common. */
export interface Letterhead {
  readonly studioName: string;
  /** Spectra or myStratus (P6). */
  readonly product: string;
  /** BCP 47. */
  readonly locale: string;
  /** Where the workbench is, without a slash at the end; undefined where nobody knows it. */
  readonly workbenchAddress: string | undefined;
}

/** The address a link leads to; undefined when it leads nowhere, so that its words stand alone. */
export function addressOf(target: MailTarget, { workbenchAddress }: Letterhead): string | undefined {
  if (target.kind === "workbench") {
    return workbenchAddress === undefined ? undefined : `${workbenchAddress}${target.path}`;
  }
  return isWebAddress(target.url) ? target.url : undefined;
}

/** Only web addresses become links: a `javascript:` or `data:` address written into an event never does (X3). */
export function isWebAddress(text: string): boolean {
  return URL.canParse(text) && ["https:", "http:"].includes(new URL(text).protocol);
}
