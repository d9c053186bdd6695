import type { Address, ClientFields } from "../studio-data/index.js";

/**
 * Stands before every text that is the studio's own business: notes, family, status. It is
 * found nowhere but in the studio, whatever a sync sends (K4).
 */
export const inHouseMark = "In-house:";

const noAddress: Address = { street: "", city: "", region: "", postalCode: "", country: "" };

const nobody: ClientFields = {
  firstName: "",
  lastName: "",
  company: "",
  jobTitle: "",
  salutation: "",
  email: "",
  mainAddress: noAddress,
  mailingAddress: noAddress,
  birthDate: undefined,
  anniversary: undefined,
  notes: "",
  status: "Active",
  isInactive: false,
  phones: [],
};

function phone(label: string, number: string) {
  return { id: undefined, label, number };
}

/**
 * Clients of every sample. Somebody of the studio has each of them but the last among their
 * contacts too: the same, nearly the same, or so that nobody can tell (K6).
 */
export const landmarkClients: readonly ClientFields[] = [
  {
    ...nobody,
    salutation: "Ms.",
    firstName: "Beatrix",
    lastName: "Lund",
    email: "beatrix.lund@example.test",
    mainAddress: { street: "14 Willow Ct", city: "Evanston", region: "IL", postalCode: "60201", country: "USA" },
    birthDate: "--04-17",
    anniversary: "2015-06-20",
    notes: `${inHouseMark} family: husband Arne, twins Ida and Max`,
    status: `${inHouseMark} press list`,
    phones: [phone("Mobile", "(312) 555-0171"), phone("Studio door", "312-555-0181")],
  },
  // Another email there, and no phone.
  {
    ...nobody,
    firstName: "Tomás",
    lastName: "Rivero",
    email: "tomas.rivero@example.test",
    phones: [phone("Mobile", "(312) 555-0172")],
  },
  // Another first name there, and the same email.
  {
    ...nobody,
    firstName: "Priya",
    lastName: "Raman",
    email: "raman.family@example.test",
    birthDate: "1988-11-02",
    phones: [phone("Home", "(773) 555-0173")],
  },
  // A company without a person, on both sides.
  {
    ...nobody,
    company: "Harbor Lights Catering",
    notes: `${inHouseMark} pays late`,
    phones: [phone("Office", "(312) 555-0174")],
  },
  { ...nobody, firstName: "花子", lastName: "田中", phones: [phone("Mobile", "+1 312 555 0175")] },
  // Two of one name and one phone: which of them a contact is, nobody can tell.
  {
    ...nobody,
    firstName: "Nora",
    lastName: "Quill",
    email: "nora.quill@example.test",
    phones: [phone("Home", "(312) 555-0176")],
  },
  {
    ...nobody,
    firstName: "Nora",
    lastName: "Quill",
    email: "nora.quill2@example.test",
    phones: [phone("Home", "312.555.0176")],
  },
  { ...nobody, firstName: "Ulf", lastName: "Bergström", email: "ulf.bergstrom@example.test", isInactive: true },
  {
    ...nobody,
    firstName: "Yusuf",
    lastName: "Demir",
    company: "Demir & Daughters",
    jobTitle: "Owner",
    email: "yusuf.demir@example.test",
    mailingAddress: { street: "PO Box 12", city: "Chicago", region: "IL", postalCode: "60601", country: "USA" },
    birthDate: "--02-29",
    status: `${inHouseMark} barter`,
    phones: [
      phone("Work", "(312) 555-0177"),
      phone("Mobile", "(312) 555-0178"),
      phone("Grandma's", "(312) 555-0179"),
      phone("Wedding planner", "(312) 555-0180 ext. 7"),
    ],
  },
];
