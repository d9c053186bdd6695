import type { ClientId } from "../../api/index.js";
import type { ContactLink } from "../contact-links/index.js";

/** Two clients whose contacts became one in Google: who keeps the contact, and who rests (K8). */
export interface MergeCandidates {
  readonly survivor: ClientId;
  readonly other: ClientId;
}

/** Whom a resting link would be merged with; undefined where nobody is known. */
export function mergeCandidates({ clientId, review }: ContactLink): MergeCandidates | undefined {
  const [candidate] = review?.candidates ?? [];
  const survivor = Number(candidate);
  return clientId === undefined || candidate === undefined || !Number.isInteger(survivor)
    ? undefined
    : { survivor, other: clientId };
}
