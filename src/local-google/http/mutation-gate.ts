/** What became of a mutation at the gate. */
export type BegunMutation =
  | {
      readonly kind: "begun";
      /** Milliseconds its answer waits, in real time. */
      readonly delayMs: number;
      readonly finish: () => void;
    }
  /** Another mutation of the same person is not answered yet. */
  | { readonly kind: "overlap" };

/**
 * Sees whether mutations of one person overlap. Google wants them one after the other
 * and says that others are slow and fail; strict, every overlapping one fails.
 */
export class MutationGate {
  readonly #underWay = new Set<string>();

  /** @param strictDelayMs how long each answer waits so that overlaps show; undefined lets them pass */
  constructor(private readonly strictDelayMs: number | undefined) {}

  /** @param sub the person's lasting id */
  begin(sub: string): BegunMutation {
    if (this.strictDelayMs === undefined) return { kind: "begun", delayMs: 0, finish: () => undefined };
    if (this.#underWay.has(sub)) return { kind: "overlap" };
    this.#underWay.add(sub);
    return { kind: "begun", delayMs: this.strictDelayMs, finish: () => this.#underWay.delete(sub) };
  }
}
