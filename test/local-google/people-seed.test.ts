import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { SeedError } from "../../src/local-google/errors.js";
import { readSeedFile, startLocalGoogle } from "../../src/local-google/index.js";
import type { JsonObject } from "../../src/local-google/json.js";
import { readVcfContacts } from "../../src/local-google/seed/vcf/read-contacts.js";
import { HandClock } from "./support/client.js";
import { AnnasContacts, at, people } from "./support/contacts-client.js";

const card = (version: string, ...lines: readonly string[]): string =>
  ["BEGIN:VCARD", `VERSION:${version}`, ...lines, "END:VCARD", ""].join("\r\n");

/** The only person of a file. */
function only(text: string): JsonObject {
  const [contact, ...others] = readVcfContacts(text, "people.vcf");
  assert.deepEqual(others, []);
  return contact?.person ?? {};
}

describe("local Google: vCard files", () => {
  it("reads version 2.1: bare types, quoted-printable with soft breaks and character sets", () => {
    const text = card(
      "2.1",
      "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BC=",
      "ller;J=C3=B6rg;;;",
      "NOTE;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Gr=FC=DFe=0D=0Azwei",
      "TEL;WORK;FAX:555-0101",
      "TEL;CELL;PREF:555-0102",
    );
    const person = only(text);
    assert.deepEqual(
      [at(person, "names", 0, "familyName"), at(person, "biographies", 0, "value"), person["phoneNumbers"]],
      [
        "Müller",
        "Grüße\nzwei",
        [
          { value: "555-0102", type: "mobile" },
          { value: "555-0101", type: "workFax" },
        ],
      ],
    );
  });

  it("reads version 3.0: folded lines, escapes, groups with labels, dates and relations", () => {
    const text = card(
      "3.0",
      "N:Doe;Jo;Ann,Lee;Dr.;Jr.",
      "ORG:Studio\\; Ltd.;Lab",
      "TITLE:Owner",
      "NOTE:first\\nsec",
      " ond\\, third",
      "item1.EMAIL:a@example.test",
      "item1.X-ABLabel:Boat",
      "item2.X-ABDATE:1975-03-01",
      "item2.X-ABLabel:_$!<Anniversary>!$_",
      "item3.X-ABRELATEDNAMES:Sam",
      "item3.X-ABLabel:_$!<Spouse>!$_",
    );
    const person = only(text);
    assert.deepEqual(
      [
        at(person, "names", 0, "middleName"),
        person["organizations"],
        at(person, "biographies", 0, "value"),
        person["emailAddresses"],
        person["events"],
        person["relations"],
      ],
      [
        "Ann Lee",
        [{ name: "Studio; Ltd.", department: "Lab", title: "Owner" }],
        "first\nsecond, third",
        [{ value: "a@example.test", type: "Boat" }],
        [{ date: { year: 1975, month: 3, day: 1 }, type: "anniversary" }],
        [{ person: "Sam", type: "spouse" }],
      ],
    );
  });

  it("reads version 4.0: addresses as URIs, quoted types, a birthday without year, gender", () => {
    const text = card(
      "4.0",
      "FN:Sim Perry",
      "BDAY:--0203",
      "GENDER:F",
      'TEL;VALUE=uri;TYPE="work,cell":tel:+1-555-010-0199;ext=7',
      "ADR;TYPE=home:;;1 Main St;Town;QC;G1V;Canada",
    );
    const person = only(text);
    assert.deepEqual(
      [
        person["names"],
        person["birthdays"],
        person["genders"],
        person["phoneNumbers"],
        at(person, "addresses", 0, "city"),
      ],
      [
        [{ unstructuredName: "Sim Perry" }],
        [{ date: { month: 2, day: 3 } }],
        [{ value: "female" }],
        [{ value: "+1-555-010-0199 x7", type: "workMobile" }],
        "Town",
      ],
    );
  });

  it("knows a contact with a picture, and its labels", () => {
    const text = card(
      "3.0",
      "FN:A",
      "CATEGORIES:myContacts,Customers,Starred",
      "PHOTO;ENCODING=b;TYPE=JPEG:/9j/",
      " 4AAQ",
    );
    const [contact] = readVcfContacts(text, "people.vcf");
    assert.deepEqual(
      [
        contact?.labels,
        /^https:\/\/lh3\.googleusercontent\.com\/contacts\/[0-9a-f]{16}=s100$/.test(contact?.photoUrl ?? ""),
      ],
      [["Customers", "starred"], true],
    );
  });

  const broken = {
    "people.vcf:3": card("3.0", "this is nothing"),
    "people.vcf:1": "BEGIN:VCARD\nVERSION:3.0\nFN:A\n",
    "people.vcf:2": "BEGIN:VCARD\nBEGIN:VCARD\n",
    "people.vcf:5": `${card("3.0")}FN:A\n`.replace("END", "FN:x\r\nEND"),
    "people.vcf:4": card("2.1", "FN:A", "NOTE;ENCODING=QUOTED-PRINTABLE:=ZZ"),
  };
  for (const [place, text] of Object.entries(broken)) {
    it(`says where a file is broken: ${place}`, () => {
      assert.throws(
        () => readVcfContacts(text, "people.vcf"),
        (thrown) => thrown instanceof SeedError && thrown.place === place,
      );
    });
  }

  it("reads every file real programs wrote", function () {
    const folder = join(process.cwd(), "../shared/data/contacts");
    if (!existsSync(folder)) {
      console.log(`    skipped: the files are not in ${folder}`);
      this.skip();
    }
    const counts = readdirSync(folder).map((name) => [
      name,
      readVcfContacts(readFileSync(join(folder, name), "utf8"), name).length > 0,
    ]);
    assert.deepEqual(
      counts.filter(([, isFull]) => isFull !== true),
      [],
    );
  });
});

describe("local Google: contacts of a seed", () => {
  const contacts = new AnnasContacts();
  const folder = mkdtempSync(join(tmpdir(), "local-google-"));
  after(() => rmSync(folder, { recursive: true }));
  afterEach(async () => contacts.dispose());

  it("come from JSON and vCard files, with their labels, and are in lists at once", async () => {
    writeFileSync(join(folder, "people.vcf"), card("3.0", "N:Card;Cora;;;", "CATEGORIES:Customers"));
    const file = join(folder, "seed.json");
    const account = {
      email: "ben@example.test",
      contacts: [{ names: [{ givenName: "Jason" }], labels: ["Customers", "starred"] }],
      vcfFiles: ["people.vcf"],
    };
    writeFileSync(file, JSON.stringify({ accounts: [account] }));
    await contacts.start({ seed: readSeedFile(file), seedFolder: folder });
    const { google } = contacts.anna;
    const token = google.grant("ben@example.test").accessToken;
    const query = { personFields: "names,memberships" };
    const listed = people(await contacts.call("GET", "/people/me/connections", { token, query }));
    assert.deepEqual(
      [
        listed.map((person) => at(person, "names", 0, "givenName")),
        at(listed[0], "memberships", 1, "contactGroupMembership", "contactGroupId"),
        google.accounts.get("ben@example.test").contacts().labels(),
      ],
      [["Jason", "Cora"], "starred", ["Customers"]],
    );
  });

  it("are refused with file and place, and nothing is started", async () => {
    const start = async (account: JsonObject): Promise<unknown> =>
      startLocalGoogle({
        clock: new HandClock(),
        seedFolder: folder,
        seed: { accounts: [{ email: "ben@example.test", ...account }] },
      });
    writeFileSync(join(folder, "broken.vcf"), "BEGIN:VCARD\nVERSION:9.0\nEND:VCARD\n");
    const isAt = (place: string) => (thrown: unknown) => thrown instanceof SeedError && thrown.place === place;
    await assert.rejects(start({ contacts: [{ names: [{ given: "A" }] }] }), isAt("seed/accounts/0/contacts/0"));
    await assert.rejects(start({ vcfFiles: ["broken.vcf"] }), isAt("broken.vcf:1"));
  });

  it("come in by hand too: all of a file, or nothing", async () => {
    await contacts.start();
    const good = card("3.0", "FN:Ada Example");
    const count = contacts.byHand.importVcf(good, "good.vcf");
    assert.throws(() => contacts.byHand.importVcf(`${good}nonsense`, "bad.vcf"), SeedError);
    assert.deepEqual([count, contacts.byHand.list().length], [1, 1]);
  });
});
