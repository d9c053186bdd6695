import type { FieldRule, Fields, PairRules } from "../engine/index.js";

/** What the rules of a pair of client and contact depend on. */
export interface ContactRuleOptions {
  /** The contacts Send box (K2). */
  readonly isTwoWay: boolean;
  /** Whether the user may change clients in the studio (X1). */
  readonly mayChangeClients: boolean;
}

/**
 * Every field goes both ways, or out only (K4). A contact is never deleted by us, a client never by Google: what
 * is deleted on one side ends the pair (K3).
 */
export function rulesOfContact(fields: readonly Fields[], options: ContactRuleOptions): PairRules {
  const { isTwoWay, mayChangeClients } = options;
  const rule: FieldRule = isTwoWay ? (mayChangeClients ? "both" : "studio-rules") : "to-google";
  const names = new Set(fields.flatMap((some) => Object.keys(some)));
  return {
    fields: Object.fromEntries([...names].map((name) => [name, rule])),
    isRemovable: false,
    leavesSet: true,
    movedField: "",
    mayDeleteInGoogle: false,
    mayRemoveFromStudio: true,
    readsGoogle: true,
  };
}

/** Fields whose loss on many people at once is no ordinary work (G1). */
export function isGuardedField(field: string): boolean {
  return ["name", "email", "main address", "mailing address"].includes(field) || field.startsWith("phone ");
}
