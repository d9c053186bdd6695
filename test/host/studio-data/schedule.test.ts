import { scheduleContract } from "../../contracts/schedule-contract.js";
import { openTestStudio } from "../../support/studio.js";

describe("the schedule on the embedded database", () => {
  scheduleContract(openTestStudio);
});
