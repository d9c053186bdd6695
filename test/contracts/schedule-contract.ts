import type { TestStudio } from "../support/studio.js";
import { scheduleChangingContract } from "./schedule-changing-contract.js";
import { scheduleLeavingContract } from "./schedule-leaving-contract.js";
import { scheduleReadingContract } from "./schedule-reading-contract.js";

/** What every implementation of `Schedule` does, with any program writing to the tables beside it. */
export function scheduleContract(open: () => Promise<TestStudio>): void {
  scheduleReadingContract(open);
  describe("changing", () => scheduleChangingContract(open));
  describe("leaving and coming back", () => scheduleLeavingContract(open));
}
