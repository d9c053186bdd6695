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
  const number = (value: number): string => value.toLocaleString(locale);
  const counted = `${number(done)} of ${number(total)}`;
  const elapsed = now.at - first.at;
  const progress = done - first.done;
  if (elapsed < shortest || progress <= 0) return counted;
  const perMinute = (60_000 * progress) / elapsed;
  return `${counted}, ${number(Math.round(perMinute))} a minute, ${timeLeft((total - done) / perMinute)} left`;
}

function timeLeft(minutes: number): string {
  if (minutes < 1) return "less than a minute";
  const rounded = Math.round(minutes);
  return rounded === 1 ? "about a minute" : `about ${rounded} minutes`;
}
