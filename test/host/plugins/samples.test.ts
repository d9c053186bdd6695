import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";

import { openTestStudio } from "../support/test-studio.js";

describe("the sample plugin", () => {
  it("greets the studio through the package's own API", async () => {
    const folder = fileURLToPath(new URL("../../../../samples/hello-studio", import.meta.url));
    const studio = await openTestStudio({ plugins: [folder] });
    const signal = new AbortController().signal;
    const call = { input: {}, viewer: undefined, signal };
    const { text } = await studio.host.services.commandRunner.run("hello-studio.greet", call);
    await studio.close();
    assert.equal(text, "Hello, Studio of the tests!");
  });
});
