import type { SeedContact } from "../seed/seed.js";
import { born, emails, named, phones, works } from "./contact-makings.js";

/**
 * The owner knows most of the studio's clients of every sample, in every way two address books can
 * differ, and has people and labels of her own that are nobody's business (K4, K6).
 */
export const oliviasContacts: readonly SeedContact[] = [
  // The studio has her too; everything beyond its fields is to survive.
  {
    ...named("Beatrix", "Lund"),
    ...emails("beatrix.lund@example.test", "b.lund@work.example.test", "bea@example.test"),
    ...phones(["mobile", "+1 312-555-0171"], ["Beach house", "312-555-0191"]),
    ...born(4, 17),
    userDefined: [{ key: "Frame", value: "oak, 40 x 60" }],
    biographies: [{ value: "Met at the photo fair. Loves tulips.", contentType: "TEXT_PLAIN" }],
    nicknames: [{ value: "Bea" }],
    photoUrl: "https://photos.example.test/beatrix-2009.jpg",
    labels: ["Friends of the studio"],
  },
  // The same name, another email.
  { ...named("Tomás", "Rivero"), ...emails("t.rivero.private@example.test") },
  // The same email, another name.
  { ...named("Dev", "Raman"), ...emails("raman.family@example.test") },
  // A company on both sides, with one phone.
  { ...works("Harbor Lights Catering"), ...phones(["work", "312 555 0174"]), labels: ["Vendors"] },
  // Two clients are called so and have this phone.
  { ...named("Nora", "Quill"), ...phones(["home", "(312) 555-0176"]) },
  // Inactive in the studio.
  { ...named("Ulf", "Bergström"), ...emails("ulf.bergstrom@example.test") },
  // One person three times: only a person can tell.
  { ...named("Ines", "Marlow"), ...emails("ines.marlow@example.test") },
  { ...named("Ines", "Marlow"), ...phones(["mobile", "(847) 555-0192"]) },
  { ...named("ines", "marlow"), ...emails("ines.marlow@example.test"), ...phones(["mobile", "847.555.0192"]) },
  // Without a name.
  { ...phones(["other", "(773) 555-0193"]) },
  { ...emails("newsletter@example.test") },
  { ...works("Lakefront Frames & Glass", "Sales"), ...phones(["main", "(312) 555-0194"]), labels: ["Vendors"] },
  { biographies: [{ value: "The number of the plumber is on the fridge", contentType: "TEXT_PLAIN" }] },
  // The family, who are no clients.
  {
    ...named("Leo", "Hartwell"),
    ...phones(["mobile", "(312) 555-0195"]),
    ...born(9, 3, 2014),
    relations: [{ person: "Olivia", type: "mother" }],
    labels: ["The Hartwells", "starred"],
  },
  {
    ...named("Rosalind", "Hartwell"),
    ...emails("roz@example.test"),
    addresses: [
      { streetAddress: "3 Pier Rd", city: "Duluth", region: "MN", postalCode: "55802", type: "home" },
      { streetAddress: "Cabin 9", city: "Grand Marais", region: "MN", type: "Cabin" },
    ],
    labels: ["The Hartwells"],
  },
];
