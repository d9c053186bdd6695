import type { SeedContact } from "../seed/seed.js";
import { born, emails, named, phones, works } from "./contact-makings.js";

/** A photographer who made a label of the client group's name himself: who bears it is meant to come in (K2). */
export const mateosContacts: readonly SeedContact[] = [
  {
    ...named("Camila", "Ortega"),
    ...emails("camila.ortega@example.test"),
    ...phones(["mobile", "+1 708 555 0161"], ["Abuela", "(708) 555-0162"]),
    ...born(12, 24, 1991),
    events: [{ type: "anniversary", date: { year: 2019, month: 8, day: 10 } }],
    labels: ["Google Sync"],
  },
  {
    ...works("Prairie Youth Soccer", "Team mother"),
    ...emails("prairie.soccer@example.test"),
    labels: ["Google Sync"],
  },
  { ...named("Beatrix", "Lund"), ...emails("beatrix.lund@example.test"), labels: ["Google Sync"] },
  { ...named("Ana"), ...phones(["mobile", "(708) 555-0163"]), labels: ["Lunch"] },
  { ...named("Coach"), ...phones(["mobile", "(708) 555-0164"]), userDefined: [{ key: "Locker", value: "17" }] },
  { ...named("Mamá"), ...phones(["home", "+57 1 555 0165"]), photoUrl: "https://photos.example.test/mama.jpg" },
];
