import assert from "node:assert/strict";

import { ApiError } from "../../src/workbench/api/api-error.js";
import type { MessageToPage } from "../../src/workbench/api/page-messages.js";
import type { CommandResult } from "../../src/workbench/api/payloads.js";
import { answerPage } from "../../src/workbench/views/page-channel.js";

const result: CommandResult = { value: 7, text: "Seven", hasFailures: false };

/** What a page is told, and what it had done, after sending messages. */
async function talk(
  sent: readonly unknown[],
  call = async (): Promise<CommandResult> => result,
): Promise<{ readonly told: readonly MessageToPage[]; readonly called: readonly string[]; readonly height: number }> {
  const told: MessageToPage[] = [];
  const called: string[] = [];
  let height = 0;
  const hear = answerPage({
    viewId: "busy-days.page",
    call: (command) => {
      called.push(command);
      return call();
    },
    onHeight: (pixels) => {
      height = pixels;
    },
    tell: (message) => told.push(message),
  });
  for (const message of sent) hear(message);
  await new Promise((done) => setImmediate(done));
  return { told, called, height };
}

const ask = (command: string) => ({ kind: "call", call: 1, command, input: { weeks: 4 } });

describe("the channel of a plugin's page", () => {
  it("runs commands of its own plugin and gives their results", async () => {
    const { told } = await talk([ask("busy-days.count")]);
    assert.deepEqual(told, [{ kind: "result", call: 1, result }]);
  });

  for (const command of ["google-sync.run", "busy-days-too.count", "busy-days", "", "../busy-days.count"]) {
    it(`X3: runs no command of anybody else: "${command}"`, async () => {
      const { told, called } = await talk([ask(command)]);
      assert.deepEqual([called, told.map(({ kind }) => kind)], [[], ["refused"]]);
    });
  }

  it("tells the page why a command was refused, and what to do", async () => {
    const { told } = await talk([ask("busy-days.count")], async () => {
      throw new ApiError(403, "clearance-missing", "You may not", "Ask an administrator.");
    });
    assert.deepEqual(told, [
      { kind: "refused", call: 1, code: "clearance-missing", message: "You may not", hint: "Ask an administrator." },
    ]);
  });

  it("leaves what is no message unanswered", async () => {
    const nonsense = [undefined, null, "call", 5, {}, { kind: "call" }, { kind: "call", call: "1", command: "a.b" }];
    const { told, called } = await talk([...nonsense, { kind: "height", pixels: "9" }, { kind: "sign-out" }]);
    assert.deepEqual([told, called], [[], []]);
  });

  it("gives the page the room it asks for, within reason", async () => {
    const heights = [300, 0, 1_000_000].map(async (pixels) => (await talk([{ kind: "height", pixels }])).height);
    assert.deepEqual(await Promise.all(heights), [300, 80, 20_000]);
  });
});
