import { ContactStory } from "../contact-run/play-contacts.js";
import type { AnyStep, ChapteredHistory } from "./chapters.js";
import { play } from "./play.js";
import { settle } from "./settle.js";
import { Story } from "./story.js";

/** Calendars and address books of the same two people, synced by the same runs. */
export class WholeStory {
  private constructor(
    readonly story: Story,
    private readonly contacts: readonly (ContactStory | undefined)[],
  ) {}

  /** Up to everybody's first run. */
  static async begin({ boxes, sendsContacts, opening }: ChapteredHistory): Promise<WholeStory> {
    const story = await Story.begin(boxes);
    const contacts = [];
    for (const [index, person] of story.people.entries()) {
      const isTwoWay = sendsContacts[index];
      contacts.push(isTwoWay === undefined ? undefined : await ContactStory.of(story.bench, person, isTwoWay));
    }
    const whole = new WholeStory(story, contacts);
    for (const step of opening) await whole.play(step);
    for (const who of [0, 1] as const) await story.run(who);
    return whole;
  }

  async play(step: AnyStep): Promise<void> {
    if (step.does !== "contacts") return play(this.story, step);
    await this.contacts[step.who]?.play(step.step);
  }

  /** Everything comes to rest. @returns what is wrong with clients and contacts then */
  async end(answers: readonly number[]): Promise<readonly string[]> {
    await settle(this.story, answers);
    const problems = [];
    for (const contacts of this.contacts) problems.push(...((await contacts?.problems()) ?? []));
    return problems;
  }

  close(): Promise<void> {
    return this.story.bench.close();
  }
}
