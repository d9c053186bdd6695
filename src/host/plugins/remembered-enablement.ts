import { inject, injectable } from "../../base/service-token.js";
import { StudioMemory } from "../studio/index.js";
import type { EnablementStore } from "./enablement-store.js";

const topic = "plugins";

/** Which plugins are off, in the studio's database. */
@injectable()
export class RememberedEnablement implements EnablementStore {
  constructor(@inject(StudioMemory) private readonly memory: StudioMemory) {}

  async read(): Promise<ReadonlyMap<string, boolean>> {
    const wishes = Object.entries(await this.memory.read(topic));
    return new Map(wishes.map(([id, isEnabled]) => [id, isEnabled === true]));
  }

  write(pluginId: string, isEnabled: boolean): Promise<void> {
    return this.memory.remember(topic, { [pluginId]: isEnabled });
  }
}
