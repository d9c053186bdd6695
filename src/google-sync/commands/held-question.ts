import { Users } from "../../api/index.js";
import type { UserId } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import type { Fields } from "../engine/index.js";
import { HeldItems, whenInWords } from "../job/index.js";
import { QuestionStore, answersOf } from "../questions/index.js";
import type { Answer } from "../questions/index.js";
import { privateTitle } from "../reports/index.js";
import { CommandRefusedError, ConcernedUsers } from "./concerned-users.js";

/** One side of a held item, in words a person reads. */
export interface ShownSide {
  readonly title: string;
  readonly when: string;
  readonly location: string;
  readonly notes: string;
}

/** One held item as the viewer may see it (C8). */
export interface ShownItem {
  readonly id: number;
  readonly title: string;
  /** Undefined where it is not there any more. */
  readonly studio: ShownSide | undefined;
  readonly google: ShownSide | undefined;
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
      items: items.map(({ id: itemId, name, studio, google }) => {
        const isHidden = name.isPrivate && viewer !== question.userId;
        const side = (fields: Fields | undefined) => fields && shownSide(fields, isHidden);
        return {
          id: itemId,
          title: isHidden ? privateTitle : name.title,
          studio: side(studio),
          google: side(google),
        };
      }),
    };
  }
}

function shownSide(fields: Fields, isHidden: boolean): ShownSide {
  const { title = "", when = "", location = "", notes = "" } = fields;
  const shown = { title, location, notes };
  return {
    ...(isHidden ? { title: privateTitle, location: "", notes: "" } : shown),
    when: when === "" ? "" : whenInWords(when),
  };
}

/** A side in one line; what is not there any more says so. */
export function sideText(side: ShownSide | undefined): string {
  if (side === undefined) return "not there";
  return [side.when, side.title, side.location].filter((part) => part !== "").join(", ");
}
