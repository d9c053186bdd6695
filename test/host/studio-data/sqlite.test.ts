import { studioDataContract } from "../../contracts/studio-data-contract.js";
import { openTestStudio } from "../../support/studio.js";

describe("studio data on the embedded database", () => {
  studioDataContract(openTestStudio);
});
