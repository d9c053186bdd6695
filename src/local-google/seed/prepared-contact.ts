import { SeedError } from "../errors.js";
import { GoogleError } from "../http/google-errors.js";
import type { JsonObject } from "../json.js";
import { readPerson } from "../people/person-reader.js";

/** A contact from a file, in the words of the API, ready to be put into an account. */
export interface PreparedContact {
  readonly person: JsonObject;
  /** Names of labels; those missing are made. `starred` is the star. */
  readonly labels: readonly string[];
  /** Where its picture is; the picture itself is not kept. */
  readonly photoUrl?: string;
  /** Where it comes from, for messages: `file.vcf:12`, `seed.json/accounts/0/contacts/3`. */
  readonly place: string;
}

/** Checks a contact as the API would. @throws SeedError naming the place */
export function checkContact({ person, place }: PreparedContact): void {
  try {
    readPerson(person);
  } catch (thrown) {
    if (!(thrown instanceof GoogleError)) throw thrown;
    throw new SeedError(place, `Google would not take this contact. ${thrown.message}`, { cause: thrown });
  }
}
