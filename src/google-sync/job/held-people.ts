import type { ClientRecord } from "../../api/index.js";
import type { ContactLink } from "../contact-links/index.js";
import { countryOfLocale, displayNameOf, displayNameOfContact, sidesOfContact } from "../contacts/index.js";
import type { ContactCanon } from "../contacts/index.js";
import type { Question } from "../questions/index.js";
import type { HeldItem } from "./held-item.js";
import type { RunServices } from "./run-context.js";

/** The clients and contacts a question is about, as both sides have them now, by name (G8). */
export async function heldPeople(
  { id, kind }: Question,
  { contactLinks, clients, studio }: Pick<RunServices, "contactLinks" | "clients" | "studio">,
): Promise<readonly HeldItem[]> {
  const held = await contactLinks.findByQuestion(id);
  if (held.length === 0) return [];
  const found = await clients.find(held.flatMap(({ clientId }) => clientId ?? []));
  const byId = new Map(found.map((client) => [client.id, client]));
  const { locale } = await studio.facts();
  const canon = { country: countryOfLocale(locale), limits: clients.limits };
  return held
    .map((link) => heldPerson(link, byId.get(link.clientId ?? 0), kind, canon))
    .toSorted((a, b) => a.name.title.localeCompare(b.name.title) || a.id - b.id);
}

function heldPerson(
  { id, seen, agreed, isDeletedInGoogle }: ContactLink,
  found: ClientRecord | undefined,
  kind: Question["kind"],
  canon: ContactCanon,
): HeldItem {
  const client = found?.isDeleted === true ? undefined : found;
  const contact = isDeletedInGoogle ? undefined : seen;
  const sides = sidesOfContact(client, contact, agreed, canon);
  const title = (found && displayNameOf(found)) ?? (seen && displayNameOfContact(seen, canon)) ?? "";
  return {
    id,
    about: "people",
    name: { title, isPrivate: false },
    studio: client && sides.studio,
    google: contact && sides.google,
    ...(client !== undefined && kind === "many-leaving-in-studio" ? { isOutOf: { studio: true } } : {}),
    ...(contact !== undefined && kind === "many-leaving-in-google" ? { isOutOf: { google: true } } : {}),
  };
}
