import { isObject } from "../json.js";
import { invalid } from "./google-errors.js";

/** What a `fields` parameter keeps: per key either all of it or a mask of its own. */
export type FieldsMask = Map<string, FieldsMask | "all">;

const remembered = new Map<string, FieldsMask>();

/**
 * Reads a `fields` parameter: `items(id,start/dateTime),nextSyncToken`, `*` for everything.
 * @throws GoogleError 400 when it cannot be read
 */
export function parseFields(text: string): FieldsMask {
  const known = remembered.get(text);
  if (known) return known;
  const reader = new FieldsReader(text);
  const mask = reader.readAll();
  if (remembered.size > 200) remembered.clear();
  remembered.set(text, mask);
  return mask;
}

class FieldsReader {
  #at = 0;

  constructor(private readonly text: string) {}

  readAll(): FieldsMask {
    const mask = this.#readList();
    if (this.#at < this.text.length) this.#refuse();
    return mask;
  }

  #readList(): FieldsMask {
    const mask: FieldsMask = new Map();
    do {
      this.#readPath(mask);
    } while (this.#take(","));
    return mask;
  }

  /** One path with its sub-selection: `a`, `a/b`, `a(b,c)`, `a/b(c)`. */
  #readPath(into: FieldsMask): void {
    const name = /^[\w*@-]+/.exec(this.text.slice(this.#at).trimStart())?.[0];
    if (!name) this.#refuse();
    this.#at = this.text.indexOf(name, this.#at) + name.length;
    if (this.#take("/")) {
      this.#readPath(subMask(into, name));
    } else if (this.#take("(")) {
      merge(subMask(into, name), this.#readList());
      if (!this.#take(")")) this.#refuse();
    } else {
      into.set(name, "all");
    }
  }

  #take(sign: string): boolean {
    while (this.text[this.#at] === " ") this.#at += 1;
    if (this.text[this.#at] !== sign) return false;
    this.#at += 1;
    return true;
  }

  #refuse(): never {
    throw invalid(`Invalid field selection ${this.text}`, "fields");
  }
}

function subMask(mask: FieldsMask, name: string): FieldsMask {
  const present = mask.get(name);
  if (present && present !== "all") return present;
  const sub: FieldsMask = new Map();
  if (present !== "all") mask.set(name, sub);
  return sub;
}

function merge(into: FieldsMask, other: FieldsMask): void {
  for (const [name, value] of other) into.set(name, value);
}

/** Cuts a value down to what the mask keeps. */
export function applyFields(value: unknown, mask: FieldsMask): unknown {
  if (Array.isArray(value)) return value.map((item) => applyFields(item, mask));
  if (!isObject(value) || mask.get("*") === "all") return value;
  const cut: Record<string, unknown> = {};
  const everyKey = mask.get("*");
  for (const key of Object.keys(value)) {
    const keep = mask.get(key) ?? everyKey;
    if (keep === undefined) continue;
    cut[key] = keep === "all" ? value[key] : applyFields(value[key], keep);
  }
  return cut;
}
