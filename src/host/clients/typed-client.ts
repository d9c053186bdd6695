import type { ClientFields } from "../studio-data/index.js";
import { ImpossibleClientError } from "./errors.js";

/** A client as its screen sends it: days not known are empty. */
export interface TypedClient extends Omit<ClientFields, "birthDate" | "anniversary"> {
  readonly birthDate: string;
  readonly anniversary: string;
}

/** What is kept of a typed client: phones without a number are none. @throws ImpossibleClientError */
export function fieldsOf(typed: TypedClient): ClientFields {
  const phones = typed.phones
    .map(({ id, label, number }) => ({ id, label: label.trim(), number: number.trim() }))
    .filter(({ number }) => number !== "");
  const texts = {
    firstName: typed.firstName.trim(),
    lastName: typed.lastName.trim(),
    company: typed.company.trim(),
    email: typed.email.trim(),
  };
  const problems: { readonly field: string; readonly message: string }[] = [];
  if (Object.values(texts).every((text) => text === "") && phones.length === 0) {
    problems.push({ field: "lastName", message: "Enter a name, a company, an email address or a phone number." });
  }
  if (texts.email !== "" && !/^[^\s@]+@[^\s@]+$/.test(texts.email)) {
    problems.push({ field: "email", message: "This is not an email address." });
  }
  for (const field of ["birthDate", "anniversary"] as const) {
    if (/-00/.test(typed[field])) problems.push({ field, message: "Enter month and day; the year may be left out." });
    else if (!isDay(typed[field])) problems.push({ field, message: "This day is not in the calendar." });
  }
  if (problems.length > 0) throw new ImpossibleClientError(problems);
  return {
    ...typed,
    ...texts,
    birthDate: typed.birthDate === "" ? undefined : typed.birthDate,
    anniversary: typed.anniversary === "" ? undefined : typed.anniversary,
    phones,
  };
}

/** A day, a day of no known year, or none. */
function isDay(text: string): boolean {
  if (text === "") return true;
  // A year that has every day of the calendar stands in for one that is not known.
  const whole = text.startsWith("--") ? `2000${text.slice(1)}` : text;
  const date = new Date(`${whole}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(whole) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(whole);
}
