import assert from "node:assert/strict";

import { pino } from "pino";

import { PinoLogger } from "../../../src/host/system/index.js";

describe("the log", () => {
  it("A6: never shows a token or a password", () => {
    const lines: string[] = [];
    const logger = new PinoLogger(
      pino({ base: undefined, timestamp: false }, { write: (line) => void lines.push(line) }),
    );
    logger.under("plugin").warn("Bearer ya29.a0AfB_byC was refused", {
      accessToken: "abc",
      address: "mssql://sa:pass-word@db:1433/studio",
      reason: "token 1//0gAbCdEfGhIjKlMnOpQrSt expired",
      userId: 7,
    });
    assert.deepEqual(JSON.parse(lines[0] ?? ""), {
      level: 40,
      name: "plugin",
      msg: "[removed] was refused",
      accessToken: "[removed]",
      address: "mssql://sa:[removed]@db:1433/studio",
      reason: "token [removed] expired",
      userId: 7,
    });
  });
});
