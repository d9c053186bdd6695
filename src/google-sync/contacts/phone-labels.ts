import { tidy } from "./canonical-text.js";

/** Google's types of phones and what the studio calls them (google.md 3.3). */
const labels = {
  mobile: "Mobile",
  home: "Home",
  work: "Work",
  main: "Main",
  other: "Other",
  homeFax: "Home Fax",
  workFax: "Work Fax",
  otherFax: "Fax",
  pager: "Pager",
  workMobile: "Work Mobile",
  workPager: "Work Pager",
  googleVoice: "Google Voice",
} as const;

const typeByLabel = new Map(Object.entries(labels).map(([type, label]) => [label.toLowerCase(), type]));
const labelByType = new Map<string, string>(Object.entries(labels));

/** Google's type for a studio's label; one the studio has made up travels as a custom type (K4). Empty where there is none. */
export function phoneTypeOf(label: string): string {
  const text = tidy(label);
  return typeByLabel.get(text.toLowerCase()) ?? text;
}

/** The studio's label for Google's type. */
export function phoneLabelOf(type: string): string {
  const text = tidy(type);
  return labelByType.get(text) ?? text;
}
