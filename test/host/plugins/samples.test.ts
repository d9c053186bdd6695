import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";

import { aUser, anAppointment } from "../../support/studio.js";
import { openTestStudio } from "../support/test-studio.js";

const samples = fileURLToPath(new URL("../../../../samples/", import.meta.url));

describe("the sample plugins", () => {
  it("greets the studio through the package's own API", async () => {
    const studio = await openTestStudio({ plugins: [`${samples}hello-studio`] });
    const signal = new AbortController().signal;
    const call = { input: {}, viewer: undefined, signal };
    const { text } = await studio.host.services.commandRunner.run("hello-studio.greet", call);
    await studio.close();
    assert.equal(text, "Hello, Studio of the tests!");
  });

  it("counts a user's bookings by weekday", async () => {
    const studio = await openTestStudio({ plugins: [`${samples}busy-days`] });
    const { host } = studio;
    const { id } = await aUser(host);
    const tomorrow = new Date(host.services.clock.now().getTime() + 86_400_000).toISOString().slice(0, 10);
    await anAppointment(host, { users: [id], start: `${tomorrow}T12:00:00`, end: `${tomorrow}T13:00:00` });
    const call = { input: { weeks: 4 }, viewer: id, signal: new AbortController().signal };
    const { value } = await host.services.commandRunner.run("busy-days.count", call);
    await studio.close();
    const counts = Array.from({ length: 7 }, (_, day) => (day === new Date(tomorrow).getUTCDay() ? 1 : 0));
    assert.deepEqual(value, { counts });
  });
});
