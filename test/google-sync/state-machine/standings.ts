/** Which side a value was entered on. */
export type Side = "studio" | "google";

/** One way a field may stand: what each side holds, and what both held when they last agreed. */
interface Standing {
  readonly agreed: string | undefined;
  readonly studio: string | undefined;
  readonly google: string | undefined;
}

/** Both sides hold the same, and nobody remembers what. */
const forgotten: Standing = { agreed: "?", studio: "?", google: "?" };

/**
 * How one field may stand on both sides, told from what people did and from which runs there were, by the rule
 * alone (C15). After a run that may or may not have come to this field it may stand in more ways than one.
 */
export class Standings {
  #all: readonly Standing[] = [{ agreed: undefined, studio: undefined, google: undefined }];
  #isUnknown = false;

  /** Somebody entered a value. What that person could not have seen there was not so. */
  enter(side: Side, value: string): void {
    const there = this.#all.filter((one) => one[side] !== undefined);
    this.#become((there.length > 0 ? there : this.#all).map((one) => ({ ...one, [side]: value })));
  }

  /** Whether something was entered on this side that the other may not have. */
  isPendingFrom(side: Side): boolean {
    return this.#all.some((one) => one[side] !== one.agreed);
  }

  /** A run that may have brought it in step, or not. @param later the side whose change counts as the later one */
  maySync(later: Side): void {
    this.#become([...this.#all, ...this.#all.map((one) => inStep(one, later))]);
  }

  /** A run that left nothing undone. @param readsGoogle whether it looked at Google's changes too (C23) */
  sync(later: Side, readsGoogle: boolean): void {
    if (this.#isUnknown && readsGoogle) {
      this.#isUnknown = false;
      this.#all = [forgotten];
    }
    this.#become(this.#all.map((one) => inStep(one, later)));
  }

  /** Rules decide about it that nobody remembers here, until a run has brought both sides in step. */
  forget(): void {
    this.#isUnknown = true;
  }

  /** What both sides may end up with; undefined when that is nobody's to say. */
  outcomes(later: Side): ReadonlySet<string> | undefined {
    const outcomes = new Set(this.#all.flatMap((one) => inStep(one, later).studio ?? []));
    return this.#isUnknown || outcomes.size === 0 || outcomes.has("?") ? undefined : outcomes;
  }

  #become(all: readonly Standing[]): void {
    this.#all = [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
  }
}

/** C15: a change on one side travels; where both were changed, the later one. */
function inStep({ agreed, studio, google }: Standing, later: Side): Standing {
  const isGoogles =
    studio === undefined || (google !== undefined && google !== agreed && (studio === agreed || later === "google"));
  const value = isGoogles ? google : studio;
  return { agreed: value, studio: value, google: value };
}
