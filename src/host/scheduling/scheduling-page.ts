import type { PageActionResult, PageMessage, PageState } from "../../api/index.js";
import { hostSchema } from "../preferences/index.js";
import type { HostPage } from "../preferences/index.js";

export const schedulingPageId = "spectra.scheduling";

/** Company (Studio) Preferences > Scheduling (S2). */
export class SchedulingPage implements HostPage {
  readonly declaration = {
    id: schedulingPageId,
    title: "Scheduling",
    owner: "company",
    schema: hostSchema("scheduling-settings"),
  } as const;

  async state(): Promise<PageState> {
    return { messages: [], choices: {}, actions: [], facts: [] };
  }
  async validate(): Promise<readonly PageMessage[]> {
    return [];
  }
  async saved(): Promise<void> {}
  async act(): Promise<PageActionResult> {
    return { kind: "refused", message: "This page has no actions." };
  }
}
