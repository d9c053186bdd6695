import { serviceToken } from "../../base/service-token.js";

/** Which plugins people switched off or on, for all processes of the studio. */
export interface EnablementStore {
  /** By plugin id; plugins nobody ever switched are not in it, and count as enabled. */
  read(): Promise<ReadonlyMap<string, boolean>>;
  write(pluginId: string, isEnabled: boolean): Promise<void>;
}
export const EnablementStore = serviceToken<EnablementStore>("enablement-store");
