/** The forms a word has for counts; `other` always, the rest where the language has them. */
export type PluralForms = Partial<Readonly<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** How a language counts. */
export interface Counting {
  /** The form for a count, without the count. */
  readonly plural: (count: number, forms: PluralForms) => string;
  /** The count, written as the studio writes numbers, and the form for it: `1,200 clients`. */
  readonly counted: (count: number, forms: PluralForms, locale: string) => string;
}

/** @param language BCP 47, of the texts; the studio's own locale says only how numbers are written */
export function countingIn(language: string): Counting {
  const rules = new Intl.PluralRules(language);
  const plural: Counting["plural"] = (count, forms) => forms[rules.select(count)] ?? forms.other;
  return {
    plural,
    counted: (count, forms, locale) => `${written(count, locale)} ${plural(count, forms)}`,
  };
}

/** A number as the studio writes numbers. */
export function written(count: number, locale: string): string {
  return count.toLocaleString(locale);
}
