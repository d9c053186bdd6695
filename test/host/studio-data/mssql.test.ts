import { studioDataContract } from "../../contracts/studio-data-contract.js";
import { openTestStudio } from "../../support/studio.js";

const isServer = (process.env["SPECTRA_TEST_DATABASE"] ?? "").startsWith("mssql:");

describe("studio data on a real SQL Server", () => {
  if (!isServer) {
    it("is skipped: `npm run test:mssql` names a database to test on", function skip() {
      this.skip();
    });
    return;
  }
  studioDataContract(openTestStudio);
});
