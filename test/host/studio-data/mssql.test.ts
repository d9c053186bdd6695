import { studioDataContract } from "../../contracts/studio-data-contract.js";
import { migrateStudio, openStudioConnection, revertStudio } from "../../../src/host/studio-data/index.js";
import { studioOn } from "../../support/studio.js";
import type { TestStudio } from "../../support/studio.js";

const url = process.env.SPECTRA_TEST_MSSQL_URL;

describe("studio data on a real SQL Server", () => {
  if (url === undefined) {
    it("is skipped: SPECTRA_TEST_MSSQL_URL names no empty database to test on", function skip() {
      this.skip();
    });
    return;
  }
  studioDataContract(() => openEmpty(url));
});

/** The same database each time, its tables made anew. */
async function openEmpty(address: string): Promise<TestStudio> {
  const connection = await openStudioConnection(address);
  await migrateStudio(connection);
  await revertStudio(connection);
  await migrateStudio(connection);
  return studioOn(connection);
}
