import assert from "node:assert/strict";

import { wallTime } from "../../../src/base/wall-time.js";
import { AppointmentStore } from "../../../src/host/studio-data/index.js";
import { anAppointmentsFields } from "../../contracts/record-fields.js";
import { aUser } from "../../support/studio.js";
import { openTestStudio } from "../support/test-studio.js";
import type { TestStudio } from "../support/test-studio.js";
import { aTypedClient } from "./typed-client.js";

describe("clients kept by hand", () => {
  let studio: TestStudio;

  beforeEach(async () => {
    studio = await openTestStudio();
  });
  afterEach(() => studio.close());

  const records = () => studio.host.services.clientRecords;
  const groups = () => studio.host.services.clientGroups;
  const aPhone = (label: string, number: string) => ({ id: undefined, label, number });

  it("keeps a client and shows it again, with its groups", async () => {
    const groupId = await groups().create({ name: "Weddings", isInactive: false });
    const typed = aTypedClient({ phones: [aPhone(" Grandma's ", "555-0101"), aPhone("Fax", " ")] });
    const id = await records().create(typed, [groupId]);
    const { version: _version, phones, ...shown } = await records().open(id);
    assert.deepEqual(
      [{ ...shown, phones: [] }, phones.map(({ label, number }) => [label, number])],
      [
        { ...typed, phones: [], id, isDeleted: false, mergedInto: undefined, groupIds: [groupId] },
        [["Grandma's", "555-0101"]],
      ],
    );
  });

  it("takes a company, an email or a phone for a name, but not nothing at all", async () => {
    const nameless = aTypedClient({ firstName: "", lastName: " ", company: "", email: "", phones: [] });
    await records().create({ ...nameless, company: "Harbor Hall" }, []);
    await records().create({ ...nameless, phones: [aPhone("", "555-0101")] }, []);
    await assert.rejects(records().create(nameless, []), { code: "impossible-client" });
  });

  it("says which control holds what is no day or no email", async () => {
    const typed = aTypedClient({ birthDate: "--02-30", anniversary: "2023-02-29", email: "rosa at home" });
    const problems: readonly { readonly field: string }[] = await records()
      .create(typed, [])
      .then(
        () => [],
        (failure: { problems: readonly { field: string }[] }) => failure.problems,
      );
    assert.deepEqual(
      problems.map(({ field }) => field),
      ["email", "birthDate", "anniversary"],
    );
    await records().create(aTypedClient({ birthDate: "--02-29" }), []);
  });

  it("G9: is not saved over a change made since it was opened; groups others chose meanwhile stay", async () => {
    const mine = await groups().create({ name: "Weddings", isInactive: false });
    const theirs = await groups().create({ name: "Families", isInactive: false });
    const id = await records().create(aTypedClient(), []);
    const { version } = await records().open(id);
    await groups().add(theirs, [id]);
    await records().save({ id, version }, aTypedClient({ company: "Harbor Hall" }), { joins: [mine], leaves: [] });
    assert.deepEqual((await records().open(id)).groupIds, [mine, theirs]);
    const late = records().save({ id, version }, aTypedClient(), { joins: [], leaves: [mine] });
    await assert.rejects(late, { code: "stale-record" });
    assert.deepEqual((await records().open(id)).groupIds, [mine, theirs]);
  });

  it("K3: the survivor of a merge takes groups, bookings, other phones and what it lacks, and keeps what it has", async () => {
    const groupId = await groups().create({ name: "Weddings", isInactive: false });
    const nowhere = { street: "", city: "", region: "", postalCode: "", country: "" };
    const keptId = await records().create(
      aTypedClient({ company: "", birthDate: "", mainAddress: nowhere, phones: [aPhone("Mobile", "555-0101")] }),
      [],
    );
    const other = aTypedClient({
      lastName: "Sample",
      company: "Harbor Hall",
      birthDate: "--05-04",
      mainAddress: { ...nowhere, city: "Springfield" },
      phones: [aPhone("Work", "(555) 0101"), aPhone("Home", "555-0102")],
    });
    const otherId = await records().create(other, [groupId]);
    const user = await aUser(studio.host);
    const [appointmentId = 0] = await studio.host.unitOfWork.run((transaction) =>
      new AppointmentStore(studio.host.connection).createMany(
        [anAppointmentsFields({ clientId: otherId, userIds: [user.id] })],
        transaction,
      ),
    );

    const [kept, gone] = [await records().open(keptId), await records().open(otherId)];
    await records().merge(kept, gone);

    const merged = await records().open(keptId);
    assert.deepEqual(
      [merged.lastName, merged.company, merged.birthDate, merged.mainAddress.city, merged.groupIds],
      ["Example", "Harbor Hall", "--05-04", "Springfield", [groupId]],
    );
    assert.deepEqual(
      merged.phones.map(({ number }) => number),
      ["555-0101", "555-0102"],
    );
    const orphan = await records().open(otherId);
    assert.deepEqual([orphan.isDeleted, orphan.mergedInto, orphan.groupIds], [true, keptId, []]);
    const booked = await new AppointmentStore(studio.host.connection).findById(appointmentId);
    assert.deepEqual([booked?.clientId, booked?.when.start], [keptId, wallTime("2026-07-06T10:00:00")]);
  });

  it("G9: does not merge what changed since it was looked at, nor a client with itself", async () => {
    const first = await records().open(await records().create(aTypedClient(), []));
    const second = await records().open(await records().create(aTypedClient(), []));
    await records().save(second, aTypedClient({ company: "Meanwhile Ltd" }), { joins: [], leaves: [] });
    await assert.rejects(records().merge(first, second), { code: "stale-record" });
    await assert.rejects(records().merge(first, first), { code: "impossible-client" });
    assert.equal((await records().open(first.id)).version, first.version);
  });

  it("deletes softly, and does not change what is deleted", async () => {
    const client = await records().open(await records().create(aTypedClient(), []));
    await records().remove(client);
    assert.equal((await records().open(client.id)).isDeleted, true);
    await assert.rejects(records().remove(client), { code: "record-not-found" });
    assert.deepEqual(await records().list({}, 10, undefined), { clients: [], total: 0 });
  });

  it("tells open windows that clients have changed", async () => {
    const heard: string[] = [];
    const subscription = studio.host.services.liveEvents.subscribe(({ kind }) => heard.push(kind));
    await records().create(aTypedClient(), []);
    await subscription.dispose();
    assert.deepEqual(heard, ["clients-changed"]);
  });
});
