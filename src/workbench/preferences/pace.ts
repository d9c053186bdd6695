import { preferencesTexts } from "../texts/en/preferences-texts.js";
import { written } from "../texts/plural.js";

const { pace } = preferencesTexts;

/** How far work was at a moment. */
export interface Standing {
  readonly done: number;
  readonly total: number | undefined;
  /** Milliseconds on any clock that only goes forward. */
  readonly at: number;
}

/** Shorter than this, a pace says nothing yet. */
const shortest = 2_000;

/**
 * How far work is, how fast it goes and how long it may take: "12 of 103, 40 a minute, about 2 minutes left".
 * Empty while there is nothing to count.
 */
export function paceText(first: Standing, now: Standing, locale: string): string {
  const { done, total } = now;
  if (total === undefined || total === 0) return "";
  const counted = pace.counted(done, total, locale);
  const elapsed = now.at - first.at;
  const progress = done - first.done;
  if (elapsed < shortest || progress <= 0) return counted;
  const perMinute = (60_000 * progress) / elapsed;
  const left = (total - done) / perMinute;
  const leftText = left < 1 ? pace.lessThanAMinute : pace.minutes(Math.round(left), locale);
  return pace.lasting(counted, written(Math.round(perMinute), locale), leftText);
}
