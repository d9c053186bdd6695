import type { Address, ClientFields, ClientPhone } from "../studio-data/index.js";
import { inHouseMark, landmarkClients } from "./sample-landmark-clients.js";
import { companyNames, nameStocks } from "./sample-names.js";
import type { SampleRandom } from "./sample-random.js";

/** Invented clients: addresses end in example.test, numbers are 555-01xx. The landmarks are the first. */
export function sampleClients(count: number, random: SampleRandom): readonly ClientFields[] {
  const landmarks = landmarkClients.slice(0, count);
  const usedEmails = new Map(landmarks.map(({ email }) => [email.replace(/\d*@.*/, ""), 2]));
  const others = Array.from({ length: count - landmarks.length }, () => sampleClient(random, usedEmails));
  return [...landmarks, ...others];
}

function sampleClient(random: SampleRandom, usedEmails: Map<string, number>): ClientFields {
  const stock = random.pickWeighted(nameStocks);
  const isNameless = random.percent(3);
  const name = isNameless
    ? { firstName: "", lastName: "" }
    : { firstName: random.pick(stock.first), lastName: random.percent(2) ? "" : random.pick(stock.last) };
  const company = isNameless || random.percent(9) ? random.pick(companyNames) : "";
  const mainAddress = random.percent(80) ? sampleAddress(random) : noAddress;
  return {
    ...name,
    company,
    jobTitle: company === "" || isNameless ? "" : random.pick(["Office manager", "Owner", "Principal", "Marketing"]),
    salutation: random.percent(25) ? random.pick(["Mr.", "Ms.", "Mrs.", "Dr.", "Mx.", "Familie", "Sra."]) : "",
    email: random.percent(90) ? emailOf(`${name.firstName}.${name.lastName}`, usedEmails) : "",
    mainAddress,
    mailingAddress: random.percent(12) ? sampleAddress(random) : noAddress,
    birthDate: random.percent(45) ? sampleBirthDate(random) : undefined,
    anniversary: random.percent(20) ? sampleDate(random, 1985, 2024) : undefined,
    notes: random.percent(20) ? `${inHouseMark} ${random.pick(clientNotes)}` : "",
    status: random.pickWeighted(statuses),
    isInactive: random.percent(4),
    phones: samplePhones(random),
  };
}

const statuses = [
  ["Active", 70],
  ["Prospect", 20],
  ["Former", 10],
] as const;

const clientNotes = [
  "Prefers mornings.",
  "Allergic to cats.\nBrings the dog anyway.",
  "Wants black & white only; prints on matte paper.",
  "Pays by check.",
  "Twins! Plan twice the time.",
] as const;

const noAddress: Address = { street: "", city: "", region: "", postalCode: "", country: "" };

function sampleAddress(random: SampleRandom): Address {
  const isAbroad = random.percent(6);
  if (isAbroad) return random.pick(addressesAbroad);
  const street = random.pick(["Lakeview Ave", "N Example St", "Prairie Rd", "Willow Ct", "W 12th Pl", "Old Mill Ln"]);
  const unit = random.percent(20) ? `\nApt ${random.integer(1, 30)}${random.pick(["A", "B", ""])}` : "";
  const [city, postalCode] = random.pick([
    ["Chicago", "60601"],
    ["Evanston", "60201"],
    ["Oak Park", "60302"],
    ["Naperville", "60540"],
  ] as const);
  return { street: `${random.integer(1, 9899)} ${street}${unit}`, city, region: "IL", postalCode, country: "USA" };
}

const addressesAbroad: readonly Address[] = [
  { street: "Musterstraße 12b", city: "Köln", region: "", postalCode: "50667", country: "Deutschland" },
  { street: "千代田1-2-3", city: "東京", region: "", postalCode: "100-0001", country: "日本" },
  { street: "Calle de la Muestra 4, 2.º izq.", city: "Bogotá", region: "", postalCode: "", country: "Colombia" },
];

/** The year is often not told. */
function sampleBirthDate(random: SampleRandom): string {
  const date = sampleDate(random, 1940, 2025);
  return random.percent(35) ? `-${date.slice(4)}` : date;
}

function sampleDate(random: SampleRandom, fromYear: number, toYear: number): string {
  if (random.percent(1)) return "2000-02-29";
  const twoDigits = (value: number): string => String(value).padStart(2, "0");
  const year = random.integer(fromYear, toYear);
  return `${year}-${twoDigits(random.integer(1, 12))}-${twoDigits(random.integer(1, 28))}`;
}

/** Letters without their marks; names in other scripts become a plain word. The same name gets a number. */
function emailOf(name: string, used: Map<string, number>): string {
  const plain = name
    .normalize("NFD")
    .toLowerCase()
    .replace(/[đłøßþ]/g, (letter) => unmarked.get(letter) ?? "")
    .replace(/[^a-z.]/g, "")
    .replace(/^\.+|\.+$/g, "");
  const local = plain.length < 2 ? "client" : plain;
  const count = (used.get(local) ?? 0) + 1;
  used.set(local, count);
  return `${local}${count === 1 && local !== "client" ? "" : count}@example.test`;
}

/** Letters whose mark is no part of its own. */
const unmarked = new Map([
  ["đ", "d"],
  ["ł", "l"],
  ["ø", "o"],
  ["ß", "ss"],
  ["þ", "th"],
]);

const areaCodes = ["312", "773", "847", "630", "708", "224", "331", "464", "872", "414", "219", "815"] as const;
const phoneLabels = [
  ["Mobile", 60],
  ["Home", 20],
  ["Work", 12],
  ["Grandma's", 4],
  ["Wedding planner", 4],
] as const;

/** None to three, each label once. Written as people write them (K5). */
function samplePhones(random: SampleRandom): readonly ClientPhone[] {
  const labels = new Set<string>();
  const count = random.pickWeighted([
    [0, 5],
    [1, 65],
    [2, 24],
    [3, 6],
  ]);
  for (let index = 0; index < count; index += 1) labels.add(random.pickWeighted(phoneLabels));
  return [...labels].map((label) => {
    const area = random.pick(areaCodes);
    const last = `01${String(random.integer(0, 99)).padStart(2, "0")}`;
    const number = random.pickWeighted([
      [`(${area}) 555-${last}`, 60],
      [`${area}-555-${last}`, 15],
      [`${area}.555.${last}`, 10],
      [`+1 ${area} 555 ${last}`, 12],
      [`(${area}) 555-${last} ext. 7`, 3],
    ]);
    return { id: undefined, label, number };
  });
}
