import { readFileSync } from "node:fs";

import type { PreferencePage, PreferenceValues } from "../../api/index.js";
import { serviceToken } from "../../base/service-token.js";
import type { ContributionOwner, ContributionPoints } from "../contributions/index.js";
import type { DeclaredPreferencePage } from "../contributions/index.js";
import type { JsonSchema } from "../schema-check/index.js";

/** A preference page the host itself brings. It is opened, checked and saved as those of plugins are. */
export interface HostPage extends PreferencePage {
  readonly declaration: DeclaredPreferencePage;
  /** Where its values are kept, when not with those of the other pages. */
  readonly values?: PageValues;
}

/** Values of a page that live in a table of their own. */
export interface PageValues {
  read(): Promise<PreferenceValues>;
  write(values: PreferenceValues): Promise<void>;
}

/** The pages of the host, in the order of their tabs. */
export type HostPages = readonly HostPage[];
export const HostPages = serviceToken<HostPages>("host-pages");

/** The host's own things are never switched off, so nothing waits for their work. */
const host: ContributionOwner = {
  pluginId: "spectra",
  signal: new AbortController().signal,
  track: (work) => work,
};

/** Puts the host's pages where those of plugins are, before them. */
export function declareHostPages({ preferencePages }: ContributionPoints, pages: HostPages): void {
  preferencePages.declare(
    host,
    pages.map(({ declaration }) => declaration),
  );
  for (const page of pages) preferencePages.implement(page.declaration.id, page);
}

/** A schema of `schemas/` as a page names it. */
export function hostSchema(name: string): JsonSchema {
  const file = new URL(`../../../../schemas/${name}.schema.json`, import.meta.url);
  // The schemas of `schemas/` are objects; the types in `src/api/schemas` are made from them.
  return JSON.parse(readFileSync(file, "utf8")) as JsonSchema;
}
