import type { SeedContact } from "../seed/seed.js";
import { born, emails, named, phones } from "./contact-makings.js";

/** A photographer with few contacts, none of them the studio's. */
export const gracesContacts: readonly SeedContact[] = [
  { ...named("Uche", "Okonkwo"), ...emails("uche@example.test"), ...born(12, 24, 1989) },
  { ...named("Dad"), ...phones(["home", "+234 1 555 0151"]), ...born(7, 30, 1957), labels: ["starred"] },
  { ...emails("choir@example.test"), labels: ["Choir"] },
];

/** The assistant writes names in two scripts, as the studio does one client's. */
export const junsContacts: readonly SeedContact[] = [
  {
    names: [{ givenName: "花子", familyName: "田中", phoneticGivenName: "はなこ", phoneticFamilyName: "たなか" }],
    ...phones(["mobile", "(312) 555-0175"]),
  },
  { ...named("健", "佐藤"), ...emails("ken.sato@example.test"), urls: [{ value: "https://ken.example.test" }] },
  { ...named("Landlord"), ...phones(["Emergency", "(312) 555-0196"]) },
];
