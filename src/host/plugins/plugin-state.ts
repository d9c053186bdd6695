import type { Edition } from "../../api/index.js";
import type { PluginManifest } from "../../api/schemas/plugin-manifest.generated.js";
import type { JsonSchema, SchemaProblem } from "../schema-check/index.js";

/** A plugin folder whose manifest is in order. */
export interface InstalledPlugin {
  readonly folder: string;
  readonly manifest: PluginManifest;
  /** The JSON Schemas of its preference pages, by page id. */
  readonly schemas: ReadonlyMap<string, JsonSchema>;
}

/** What was found in a plugin folder. */
export type FoundPlugin =
  | { readonly kind: "installed"; readonly plugin: InstalledPlugin }
  | {
      readonly kind: "invalid";
      readonly folder: string;
      /** The manifest's id, or the folder's name where it has none. */
      readonly id: string;
      readonly problems: readonly SchemaProblem[];
    };

/** Whether a plugin works, and if not, why. */
export type PluginState =
  | { readonly kind: "enabled" }
  | { readonly kind: "disabled" }
  | { readonly kind: "edition-not-covered"; readonly edition: Edition; readonly editions: readonly Edition[] }
  | { readonly kind: "api-version-not-covered"; readonly needed: string; readonly offered: string }
  | { readonly kind: "invalid-manifest"; readonly problems: readonly SchemaProblem[] }
  | { readonly kind: "failed"; readonly reason: string };

/** A line of the plugin manager. */
export interface PluginStatus {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly version: string;
  readonly folder: string;
  readonly state: PluginState;
}
