import assert from "node:assert/strict";

import { SeededRandom } from "../../src/local-google/random.js";
import { Anna, anEvent, items } from "./support/client.js";

/** What a client knows that follows the deltas only. */
class Replica {
  readonly events = new Map<unknown, unknown>();
  #syncToken: string | undefined;

  constructor(private readonly anna: Anna) {}

  async follow(between: () => void = () => undefined): Promise<void> {
    let pageToken: string | undefined;
    do {
      const query = {
        maxResults: 3,
        ...(this.#syncToken !== undefined && { syncToken: this.#syncToken }),
        ...(pageToken !== undefined && { pageToken }),
      };
      const page = await this.anna.list(query);
      assert.equal(page.status, 200);
      for (const event of items(page)) this.#apply(event);
      const { nextPageToken, nextSyncToken } = page.json;
      assert.equal((nextPageToken === undefined) !== (nextSyncToken === undefined), true);
      pageToken = typeof nextPageToken === "string" ? nextPageToken : undefined;
      if (typeof nextSyncToken === "string") this.#syncToken = nextSyncToken;
      between();
    } while (pageToken !== undefined);
  }

  #apply(event: { readonly [key: string]: unknown }): void {
    const { id, status, recurringEventId, etag } = event;
    if (status !== "cancelled") this.events.set(id, etag);
    else if (recurringEventId !== undefined) this.events.set(id, "cancelled");
    else {
      for (const known of this.events.keys()) {
        if (known === id || String(known).startsWith(`${String(id)}_2`)) this.events.delete(known);
      }
    }
  }
}

describe("local Google: a client that follows the deltas", () => {
  const anna = new Anna();
  afterEach(async () => anna.dispose());

  for (const seed of [1, 2, 3, 4, 5, 6]) {
    it(`knows in the end what a new listing shows, whatever happens meanwhile (seed ${seed})`, async () => {
      await anna.start({ shortPages: true, randomSeed: seed });
      const random = new SeededRandom(seed * 7919);
      const change = (): void => changeSomething(anna, random);
      const replica = new Replica(anna);
      for (let round = 0; round < 25; round++) {
        for (let count = random.below(6); count > 0; count--) change();
        await replica.follow(() => random.next() < 0.3 && change());
      }
      await replica.follow();
      const fresh = new Replica(anna);
      await fresh.follow();
      assert.deepEqual(new Map([...replica.events].toSorted(byId)), new Map([...fresh.events].toSorted(byId)));
    });
  }
});

function byId([one]: readonly unknown[], [other]: readonly unknown[]): number {
  return String(one) < String(other) ? -1 : 1;
}

/** One random act of the person: on single events, series or instances. */
function changeSomething({ calendar }: Anna, random: SeededRandom): void {
  const live = calendar.list().filter(({ recurringEventId }) => recurringEventId === undefined);
  const one = live[random.below(live.length)];
  const day = (): string => `2026-03-${25 + random.below(5)}T08:00:00`;
  const act = random.below(8);
  if (!one || act <= 1) {
    calendar.create(anEvent(random.next() < 0.5 ? { recurrence: ["RRULE:FREQ=DAILY;COUNT=5"] } : {}));
  } else if (act === 2) {
    calendar.delete(one.id);
  } else if (act === 3 && one["recurrence"] === undefined) {
    calendar.patch(one.id, { recurrence: ["RRULE:FREQ=DAILY;COUNT=5"] });
  } else if (one["recurrence"] === undefined || act === 4) {
    calendar.patch(one.id, { summary: String(random.below(1000)) });
  } else {
    const start = day();
    const instance = calendar
      .agenda(new Date("2026-03-01"), new Date("2026-05-01"))
      .find(
        ({ recurringEventId, originalStartTime }) =>
          recurringEventId === one.id && JSON.stringify(originalStartTime).includes(start.slice(0, 13)),
      );
    if (!instance || instance.status === "cancelled") return;
    if (act === 5) calendar.deleteInstance(one.id, start);
    else calendar.changeInstance(one.id, start, { summary: String(random.below(1000)) });
  }
}
