import { Users } from "../../api/index.js";
import type { UserId } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { isPhoneField, shownField } from "../contacts/index.js";
import type { Fields } from "../engine/index.js";
import { HeldItems, whenInWords } from "../job/index.js";
import type { HeldItem } from "../job/index.js";
import { QuestionStore, answersOf } from "../questions/index.js";
import type { Answer, Question } from "../questions/index.js";
import { privateTitle } from "../reports/index.js";
import { CommandRefusedError, ConcernedUsers } from "./concerned-users.js";

/**
 * One side of a held item, in words a person reads: of an appointment title, when, location and notes; of a client or
 * contact the fields that are synced.
 */
export type ShownSide = Readonly<Record<string, string>>;

/** One held item as the viewer may see it (C8). */
export interface ShownItem {
  readonly id: number;
  readonly about: HeldItem["about"];
  readonly title: string;
  /** Undefined where it is not there any more. */
  readonly studio: ShownSide | undefined;
  readonly google: ShownSide | undefined;
  /** There, but out of the client group, or out of its label in Google (K3). */
  readonly isOutOf?: HeldItem["isOutOf"];
}

/** A question with what it is about, side by side (G8). */
export interface ShownQuestion {
  readonly id: number;
  readonly user: string;
  readonly kind: string;
  readonly text: string;
  readonly answers: readonly Answer[];
  /** Empty once it is answered. */
  readonly items: readonly ShownItem[];
}

/** Shows one held question to whoever may answer it. */
@injectable()
export class HeldQuestion {
  constructor(
    @inject(QuestionStore) private readonly questions: QuestionStore,
    @inject(HeldItems) private readonly held: HeldItems,
    @inject(ConcernedUsers) private readonly concerned: ConcernedUsers,
    @inject(Users) private readonly users: Users,
  ) {}

  /** @throws CommandRefusedError for a question that does not exist, or is another user's */
  async show(id: number, viewer: UserId | undefined): Promise<ShownQuestion> {
    const question = Number.isInteger(id) ? await this.questions.find(id) : undefined;
    const owner = question && (await this.users.findById(question.userId));
    if (question === undefined || owner === undefined) {
      throw new CommandRefusedError(`There is no question ${id}.`, { hint: 'List them with "spectra sync held".' });
    }
    const signal = AbortSignal.timeout(30_000);
    await this.concerned.of({ input: { user: owner.initials }, viewer, signal });
    const isOpen = question.answer === undefined;
    const items = isOpen ? await this.held.of(question) : [];
    return {
      id,
      user: owner.initials,
      kind: question.kind,
      text: question.text,
      answers: isOpen ? answersOf(question) : [],
      items: items.map((item) => (item.about === "people" ? shownPerson(item) : shownEntry(item, viewer, question))),
    };
  }
}

function shownEntry(
  { id, about, name, studio, google }: HeldItem,
  viewer: UserId | undefined,
  { userId }: Question,
): ShownItem {
  const isHidden = name.isPrivate && viewer !== userId;
  const side = (fields: Fields | undefined) => fields && sideOfEntry(fields, isHidden);
  return { id, about, title: isHidden ? privateTitle : name.title, studio: side(studio), google: side(google) };
}

function sideOfEntry(fields: Fields, isHidden: boolean): ShownSide {
  const { title = "", when = "", location = "", notes = "" } = fields;
  const shown = { title, location, notes };
  return {
    ...(isHidden ? { title: privateTitle, location: "", notes: "" } : shown),
    when: when === "" ? "" : whenInWords(when),
  };
}

function shownPerson({ id, about, name, studio, google, isOutOf }: HeldItem): ShownItem {
  const fields = Object.keys({ ...studio, ...google });
  const phones = fields.filter(isPhoneField);
  // Phones are tied to each other by fields of their own (K4); a person counts them.
  const labelOf = (field: string) => {
    const position = phones.indexOf(field);
    return position < 0 ? field : position === 0 ? "phone" : `phone ${position + 1}`;
  };
  const side = (values: Fields | undefined): ShownSide | undefined =>
    values && Object.fromEntries(fields.map((field) => [labelOf(field), shownField(field, values[field] ?? "")]));
  const shown = { id, about, title: name.title, studio: side(studio), google: side(google) };
  return isOutOf === undefined ? shown : { ...shown, isOutOf };
}

/** A side in one line; what is not there any more says so. */
export function sideText(side: ShownSide | undefined): string {
  if (side === undefined) return "not there";
  const { when = "", title = "", location = "", name = "", company = "", email = "" } = side;
  const phones = Object.keys(side)
    .filter((label) => label.startsWith("phone"))
    .map((label) => side[label] ?? "");
  return [when, title, location, name, company, email, ...phones].filter((part) => part !== "").join(", ");
}
