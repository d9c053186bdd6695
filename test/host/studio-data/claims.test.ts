import { claimsContract } from "../../contracts/claims-contract.js";
import { openTestStudio } from "../../support/studio.js";

describe("claims on the embedded database", () => {
  claimsContract(openTestStudio);
});
