import { SeedError } from "../../errors.js";

/** One logical line of an iCalendar file: `NAME;PARAMETER=value:VALUE`, unfolded. */
export interface ContentLine {
  /** In capitals. */
  readonly name: string;
  /** Names in capitals, values without their quotes. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly value: string;
  /** Where it begins: `file.ics:12`. */
  readonly place: string;
}

const start = /^[A-Za-z0-9-]+[;:]/;

/**
 * Splits a file into logical lines (RFC 5545, 3.1). A line that is neither folded nor
 * a property belongs to the text before it: some programs break long texts so.
 * @throws SeedError
 */
export function readContentLines(text: string, file: string): ContentLine[] {
  const unfolded: { text: string; number: number }[] = [];
  for (const [index, line] of text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\n|\r/)
    .entries()) {
    const last = unfolded.at(-1);
    if (last && /^[ \t]/.test(line)) last.text += line.slice(1);
    else if (line.trim() === "") continue;
    else if (last && !start.test(line)) last.text += `\\n${line}`;
    else unfolded.push({ text: line, number: index + 1 });
  }
  return unfolded.map((line) => readLine(line.text, `${file}:${line.number}`));
}

function readLine(text: string, place: string): ContentLine {
  const name = /^[A-Za-z0-9-]+/.exec(text)?.[0];
  if (name === undefined) throw new SeedError(place, "this is not a line of an iCalendar file");
  const parameters: Record<string, string> = {};
  let at = name.length;
  while (text[at] === ";") {
    const parameter = /^;([A-Za-z0-9-]+)=((?:"[^"]*"|[^",;:]*)(?:,(?:"[^"]*"|[^",;:]*))*)/.exec(text.slice(at));
    if (!parameter) throw new SeedError(place, `a parameter of ${name} cannot be read`);
    const [whole, key = "", value = ""] = parameter;
    parameters[key.toUpperCase()] = value.replaceAll('"', "");
    at += whole.length;
  }
  if (text[at] !== ":") throw new SeedError(place, `${name} has no value`);
  return { name: name.toUpperCase(), parameters, value: text.slice(at + 1), place };
}
