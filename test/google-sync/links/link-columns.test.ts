import assert from "node:assert/strict";

import { day } from "../../../src/base/wall-time.js";
import type { LiveEvent } from "../../../src/google-sync/google/index.js";
import { KnexLinkStore } from "../../../src/google-sync/links/index.js";
import type { NewLink } from "../../../src/google-sync/links/index.js";
import { googleSyncMigrations } from "../../../src/google-sync/migrations.js";
import { openTestStudio } from "../../support/studio.js";
import type { TestStudio } from "../../support/studio.js";

const event: LiveEvent = {
  status: "confirmed",
  id: "event1",
  etag: '"1"',
  updated: new Date("2026-03-02T15:00:00.123Z"),
  summary: "Lab",
  description: "",
  location: "",
  start: { kind: "time", dateTime: new Date("2026-04-01T15:00:00Z"), timeZone: "America/Chicago" },
  end: { kind: "day", date: day("2026-04-02") },
  transparency: "opaque",
  visibility: "default",
  eventType: "default",
  recurrence: [],
  recurringEventId: undefined,
  ownResponse: undefined,
  hasGuests: false,
  isOrganizer: true,
  isCreator: true,
  guestsCanModify: false,
  isLocked: false,
  privateProperties: { spectraUser: "u" },
  htmlLink: "",
};

/** Every field set. */
const whole: NewLink = {
  state: "linked",
  entryId: "5a3c0b5e-0000-4000-8000-00000000000d",
  eventId: "event1",
  generation: 2,
  agreed: { studio: { title: "Lab" }, google: { title: "Lab!" } },
  studioVersion: "1.2",
  seen: event,
  seenEtag: '"1"',
  decidedEtag: '"0"',
  isDeletedInGoogle: true,
  leftOutReason: "series",
  isOld: true,
  isMadeByUs: true,
  attempts: 3,
  retryAt: new Date("2026-03-02T15:05:00.456Z"),
  isParked: true,
  triedVersion: "1.1",
  triedEtag: '"0"',
  problem: "Refused",
  questionId: 7,
  directive: { kind: "keep-moved", side: "studio" },
  told: ["series", "guests"],
  lost: [{ field: "title", side: "google", value: "Laboratory", why: "later-change-won" }],
  repeatId: 4,
  endsAt: "2026-04-01T11:00:00",
};

describe("a stored link", () => {
  let studio: TestStudio;
  let links: KnexLinkStore;

  beforeEach(async () => {
    studio = await openTestStudio(googleSyncMigrations);
    links = new KnexLinkStore(studio.pluginDatabase());
  });

  afterEach(() => studio.close());

  async function stored(link: NewLink): Promise<{ readonly id: number; readonly streamId: number }> {
    const { id: streamId } = await links.createStream(1, "sub", "anna@example.test", new Date("2026-03-02T15:00:00Z"));
    const [id = 0] = await studio.unitOfWork.run((transaction) => links.insert(streamId, [link], transaction));
    return { id, streamId };
  }

  it("R1: comes back as it was, to the millisecond", async () => {
    const { id } = await stored(whole);

    const [link] = await links.findByIds([id]);

    // JSON leaves out what is undefined.
    const { recurringEventId: _none, ownResponse: _answer, ...seen } = event;
    assert.deepEqual(link, { id, ...whole, seen });
  });

  it("W5: an agreement in which both sides are equal comes back so", async () => {
    const agreed = { studio: { title: "Lab" }, google: { title: "Lab" } };
    const { id } = await stored({ state: "linked", agreed });

    const [link] = await links.findByIds([id]);

    assert.deepEqual(link?.agreed, agreed);
  });

  it("W6: a change sets what it names, to nothing too, and leaves the rest", async () => {
    const { id } = await stored(whole);
    await studio.unitOfWork.run((transaction) =>
      links.change(id, { directive: undefined, agreed: undefined, attempts: 0 }, transaction),
    );

    const [link] = await links.findByIds([id]);

    assert.deepEqual(
      [link?.directive, link?.agreed, link?.attempts, link?.problem, link?.generation],
      [undefined, undefined, 0, "Refused", 2],
    );
  });

  it("W5: what a row names already is not written again, what it is to name instead or no more is", async () => {
    const { id } = await stored(whole);
    const before = { entryId: whole.entryId, eventId: whole.eventId, questionId: whole.questionId };
    const change = { entryId: whole.entryId, eventId: "event2", questionId: undefined };
    // Written by somebody else meanwhile: seen by it that the row was not written.
    await studio.pluginDatabase().query()("google_sync_links").where({ id }).update({ entry_guid: "somebody's" });

    await studio.unitOfWork.run((transaction) => links.changeEach([{ id, change, before }], transaction));

    const [link] = await links.findByIds([id]);
    assert.deepEqual([link?.entryId, link?.eventId, link?.questionId], ["somebody's", "event2", undefined]);
  });

  it("C17: an event already known by its etag is not remembered again", async () => {
    const { streamId } = await stored({ ...whole, isDeletedInGoogle: false });

    const changed = await studio.unitOfWork.run((transaction) =>
      links.rememberSeen(streamId, [event], undefined, transaction),
    );

    assert.equal(changed, 0);
  });

  it("C14: a tombstone keeps the last full copy beside the fact", async () => {
    const { id, streamId } = await stored({ ...whole, isDeletedInGoogle: false });
    const tombstone = { status: "cancelled", id: "event1", etag: '"2"', recurringEventId: undefined } as const;

    await studio.unitOfWork.run((transaction) => links.rememberSeen(streamId, [tombstone], undefined, transaction));

    const [link] = await links.findByIds([id]);
    assert.deepEqual([link?.isDeletedInGoogle, link?.seen?.summary, link?.seenEtag], [true, "Lab", '"2"']);
  });
});
