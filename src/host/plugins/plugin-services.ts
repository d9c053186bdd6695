import { serviceToken } from "../../base/service-token.js";
import type { ServiceToken } from "../../base/service-token.js";
import type { InstalledPlugin } from "./plugin-state.js";

/** A host service as one plugin sees it. */
export interface OfferedService {
  readonly token: symbol;
  readonly value: unknown;
}

/** Pairs a token with a service of its type. */
export function offer<T>(token: ServiceToken<T>, value: T): OfferedService {
  return { token, value };
}

/** Makes the host services of one plugin: some the same for all, some under the plugin's name. */
export type PluginServices = (plugin: InstalledPlugin) => readonly OfferedService[];
export const PluginServices = serviceToken<PluginServices>("plugin-services");
