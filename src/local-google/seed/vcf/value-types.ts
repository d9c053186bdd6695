import type { CardLine } from "./card-lines.js";

/** Apple's and Google's names for types they have no word of their own for: `_$!<Anniversary>!$_`. */
const wrapped = /^_\$!<(.+)>!\$_$/;

/** The API's type of a value: by its label where it has one, else by its words. */
export function typeOf({ name, types }: CardLine, label: string | undefined): { readonly type?: string } {
  const type = label === undefined ? byWords(name, new Set(types)) : byLabel(label);
  return type === undefined ? {} : { type };
}

function byLabel(label: string): string {
  const known = wrapped.exec(label)?.[1];
  if (known !== undefined) return known.charAt(0).toLowerCase() + known.slice(1);
  if (label === "GRAND_CENTRAL") return "googleVoice";
  // Gmail writes its own types in capitals; anything else is the person's word.
  return /^[A-Z_]+$/.test(label) ? label.toLowerCase() : label;
}

function byWords(name: string, types: ReadonlySet<string>): string | undefined {
  const isWork = types.has("work");
  const isHome = types.has("home");
  if (name === "TEL") {
    if (types.has("fax")) return isWork ? "workFax" : isHome ? "homeFax" : "otherFax";
    if (types.has("pager")) return isWork ? "workPager" : "pager";
    if (types.has("cell")) return isWork ? "workMobile" : "mobile";
    if (types.has("main")) return "main";
  }
  return isWork ? "work" : isHome ? "home" : types.has("other") ? "other" : undefined;
}
