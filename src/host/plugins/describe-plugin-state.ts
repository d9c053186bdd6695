import { assertNever } from "../../base/assert-never.js";
import type { PluginState } from "./plugin-state.js";

/** The state of a plugin with its reason, as a sentence. */
export function describePluginState(state: PluginState): string {
  switch (state.kind) {
    case "enabled":
      return "Enabled";
    case "disabled":
      return "Disabled by a user";
    case "edition-not-covered":
      return `Not available in the ${state.edition} edition; it needs ${listOf(state.editions)}`;
    case "api-version-not-covered":
      return `Needs version ${state.needed} of the extension API; this software offers ${state.offered}`;
    case "invalid-manifest":
      return `Its manifest is not valid: ${state.problems.map(({ path, message }) => `${path} ${message}`).join("; ")}`;
    case "failed":
      return `Failed: ${state.reason}`;
    default:
      return assertNever(state);
  }
}

function listOf(names: readonly string[]): string {
  return new Intl.ListFormat("en", { type: "disjunction" }).format(names);
}
