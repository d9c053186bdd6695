import assert from "node:assert/strict";

import type { CalendarActions } from "../../../src/local-google/index.js";
import type { Who } from "./steps.js";
import type { Story } from "./story.js";

/** The two Google calendars each person has: the one that is synced, and how the other one was left (A10). */
export class ChosenCalendars {
  readonly #others: (CalendarActions | undefined)[] = [undefined, undefined];
  readonly #left = new Map<string, () => void>();

  constructor(private readonly story: Story) {}

  /**
   * Another choice and "OK": where the calendar is new to the sync, Populate Google is ticked with it.
   * @returns the calendar that was synced so far, and the one that is now
   */
  async choose(who: Who, isOther: boolean): Promise<readonly [CalendarActions, CalendarActions]> {
    const { bench } = this.story;
    const person = this.story.person(who);
    const from = person.google;
    const to = isOther ? this.#otherOf(who) : bench.google.accounts.get(person.email).calendar();
    if (to.id === from.id) return [from, to];
    this.assertLeftAlone();
    const left = from.list();
    this.#left.set(from.id, () => assert.deepEqual(from.list(), left, "A10: a calendar not synced was written to"));
    this.#left.delete(to.id);
    this.story.people[who] = { ...person, google: to };
    bench.chooseCalendar(person, to.id);
    const { enabled } = bench.settingsOf(person);
    if (enabled === true && (await this.story.stream(who)) === undefined) {
      await bench.enable(person);
      bench.setUp(person, { populateGoogle: true });
    }
    return [from, to];
  }

  /** A8, A10: nothing happens in a calendar that is not synced. */
  assertLeftAlone(): void {
    for (const assertAsLeft of this.#left.values()) assertAsLeft();
  }

  #otherOf(who: Who): CalendarActions {
    const { bench } = this.story;
    const { email } = this.story.person(who);
    const other =
      this.#others[who] ?? bench.google.accounts.get(email).addCalendar({ summary: "Work", timeZone: bench.zone });
    this.#others[who] = other;
    return other;
  }
}
