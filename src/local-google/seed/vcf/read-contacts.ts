import { SeedError } from "../../errors.js";
import { checkContact } from "../prepared-contact.js";
import type { PreparedContact } from "../prepared-contact.js";
import { readCardLines } from "./card-lines.js";
import type { CardLine } from "./card-lines.js";
import { CardPerson } from "./card-person.js";

/**
 * Reads a vCard file (2.1, 3.0, 4.0): every card, or none where one cannot be read.
 * @param file its name, for messages
 * @throws SeedError with file and line
 */
export function readVcfContacts(text: string, file: string): PreparedContact[] {
  const cards: CardLine[][] = [];
  let open: CardLine[] | undefined;
  for (const line of readCardLines(text, file)) {
    const isCard = line.value.trim().toUpperCase() === "VCARD";
    if (line.name === "BEGIN" && isCard) {
      if (open) throw new SeedError(line.place, "a card begins within another");
      open = [line];
    } else if (!open) {
      throw new SeedError(line.place, "this line is in no card");
    } else if (line.name === "END" && isCard) {
      cards.push(open);
      open = undefined;
    } else {
      open.push(line);
    }
  }
  if (open) throw new SeedError(open[0]?.place ?? file, "the card that begins here has no end");
  return cards.map((lines) => contactOf(lines, file));
}

function contactOf(lines: readonly CardLine[], file: string): PreparedContact {
  const place = lines[0]?.place ?? file;
  const version = lines.find(({ name }) => name === "VERSION")?.value.trim();
  if (version === undefined) throw new SeedError(place, "the card that begins here has no version");
  if (!["2.1", "3.0", "4.0"].includes(version)) throw new SeedError(place, `vCard version ${version} is not known`);
  const card = new CardPerson(lines);
  const photoUrl = card.photoUrl();
  const contact = {
    person: card.toPerson(),
    labels: card.labels(),
    ...(photoUrl !== undefined && { photoUrl }),
    place,
  };
  checkContact(contact);
  return contact;
}
