import assert from "node:assert/strict";

import { mssqlClient } from "../../../src/host/studio-data/connection/mssql-client.js";
import { mssqlSettings } from "../../../src/host/studio-data/connection/open-studio-connection.js";

/** The parts of knex's client that its types leave out. */
interface RequestQueue {
  _enqueueRequest(request: string, connection: FakeConnection): void;
  _chomp(connection: FakeConnection): void;
}

class FakeConnection {
  state = { name: "LoggedIn" };
  readonly executed: string[] = [];
  execSql(request: string): void {
    this.executed.push(request);
  }
}

describe("the client for SQL Server", () => {
  it("runs a waiting request on the connection it waits for, in its turn", () => {
    const Client = mssqlClient();
    // The queue is there although knex's types do not name it.
    const client = new Client({ client: "mssql", connection: {} }) as unknown as RequestQueue;
    const busy = new FakeConnection();
    const free = new FakeConnection();
    busy.state = { name: "SentClientRequest" };

    client._enqueueRequest("first", busy);
    client._enqueueRequest("second", busy);
    client._enqueueRequest("other", free);
    client._chomp(free);
    busy.state = { name: "LoggedIn" };
    client._chomp(busy);
    client._chomp(busy);

    assert.deepEqual([busy.executed, free.executed], [["first", "second"], ["other"]]);
  });

  it("is told where the server is and who we are by the address", () => {
    assert.deepEqual(
      mssqlSettings("mssql://spectra%20user:p%40ss@db.example.test/Studio?trustServerCertificate=true"),
      {
        server: "db.example.test",
        port: 1433,
        userName: "spectra user",
        password: "p@ss",
        database: "Studio",
        options: { encrypt: true, trustServerCertificate: true, appName: "Spectra" },
      },
    );
  });
});
