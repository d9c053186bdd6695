import type { ZoneName } from "../../../src/base/wall-time.js";
import type { ShownEvent } from "../../../src/local-google/index.js";
import type { Who } from "./steps.js";
import type { Story } from "./story.js";
import { googleMoment } from "./whens.js";

/** What an item says, field by field, in the same words on both sides. */
export type Content = Readonly<Record<string, string>>;

/** Everything two people see on both sides at one moment: by side, person and id. */
export type Snapshot = ReadonlyMap<string, Content>;

/** Looks at both sides without asking anything of the sync. */
export async function snapshot(story: Story): Promise<Snapshot> {
  const found = new Map<string, Content>();
  for (const who of [0, 1] satisfies Who[]) {
    for (const { entryId, description, when, location, notes } of await story.bench.schedule(story.person(who)))
      found.set(keyOf("studio", who, entryId), {
        title: description,
        when: `${when.start}/${when.end}${when.isAllDay ? " all day" : ""}`,
        location,
        notes,
      });
    for (const event of story.events(who))
      found.set(keyOf("google", who, event.id), contentOf(event, story.bench.zone));
  }
  return found;
}

export function keyOf(side: "studio" | "google", who: Who, id: string): string {
  return `${side} ${who} ${id}`;
}

function contentOf(event: ShownEvent, zone: ZoneName): Content {
  return {
    title: textOf(event["summary"]),
    when: googleMoment(event, zone),
    location: textOf(event["location"]),
    notes: textOf(event["description"]),
  };
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
