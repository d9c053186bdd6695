import { SeedError } from "../../errors.js";

/** One property of a card: `item1.TEL;TYPE=CELL:555`. */
export interface CardLine {
  /** In small letters; what belongs together has the same. */
  readonly group: string | undefined;
  /** In capitals. */
  readonly name: string;
  /** The words of TYPE, and of vCard 2.1's bare parameters, in small letters. */
  readonly types: readonly string[];
  /** Decoded, still with its backslashes. */
  readonly value: string;
  /** Where it begins: `file.vcf:12`. */
  readonly place: string;
}

const encodings = ["quoted-printable", "base64", "b", "8bit", "7bit"];
const isQuotedPrintable = /^[^:]*QUOTED-PRINTABLE[^:]*:/i;

/**
 * Splits a file into properties: unfolded (RFC 6350, 3.2), and with the soft line breaks
 * of quoted-printable values taken out.
 * @throws SeedError with file and line
 */
export function readCardLines(text: string, file: string): CardLine[] {
  const whole: { text: string; number: number }[] = [];
  for (const [index, line] of text
    .replace(/^\uFEFF/, "")
    .split(/\r*\n|\r/)
    .entries()) {
    const last = whole.at(-1);
    if (last?.text.endsWith("=") && isQuotedPrintable.test(last.text)) last.text = last.text.slice(0, -1) + line;
    else if (last && /^[ \t]/.test(line)) last.text += line.slice(1);
    else if (line.trim() !== "") whole.push({ text: line, number: index + 1 });
  }
  return whole.map((line) => readLine(line.text, `${file}:${line.number}`));
}

function readLine(text: string, place: string): CardLine {
  const head = /^(?:([\w-]+)\.)?([A-Za-z][\w-]*)((?:;(?:[^":;]|"[^"]*")*)*):/.exec(text);
  if (!head) throw new SeedError(place, "this is not a line of a vCard file");
  const [whole, group, name = "", parameters = ""] = head;
  const { types, encoding, charset } = readParameters(parameters);
  const value = text.slice(whole.length);
  return {
    group: group?.toLowerCase(),
    name: name.toUpperCase(),
    types,
    value: encoding === "quoted-printable" ? decodeQuoted(value, charset, place) : value,
    place,
  };
}

function readParameters(text: string): {
  readonly types: readonly string[];
  readonly encoding: string | undefined;
  readonly charset: string | undefined;
} {
  const types: string[] = [];
  let encoding: string | undefined;
  let charset: string | undefined;
  for (const parameter of text.match(/(?:[^";]|"[^"]*")+/g) ?? []) {
    const [, key = "TYPE", raw = ""] = /^(?:([\w-]+)=)?(.*)$/s.exec(parameter) ?? [];
    const value = raw.replaceAll('"', "").toLowerCase();
    if (key.toUpperCase() === "ENCODING" || encodings.includes(value)) encoding = value;
    else if (key.toUpperCase() === "CHARSET") charset = value;
    else if (key.toUpperCase() === "PREF") types.push("pref");
    else if (key.toUpperCase() === "TYPE") types.push(...value.split(","));
  }
  return { types, encoding, charset };
}

function decodeQuoted(value: string, charset = "utf-8", place: string): string {
  const bytes: number[] = [];
  for (const [piece] of value.matchAll(/=[0-9A-Fa-f]{2}|[\s\S]/gu)) {
    if (piece.length === 3 && piece.startsWith("=")) bytes.push(Number.parseInt(piece.slice(1), 16));
    else if (piece === "=") throw new SeedError(place, "a quoted-printable value is broken");
    else bytes.push(...Buffer.from(piece));
  }
  try {
    // Old telephones cut long values in the middle of a character: what is left of it becomes U+FFFD.
    return new TextDecoder(charset).decode(Buffer.from(bytes)).replaceAll(/\r\n?/g, "\n");
  } catch (unknown) {
    throw new SeedError(place, `the character set ${charset} is not known`, { cause: unknown });
  }
}

/** The parts of a value between unescaped separators, without backslashes. */
export function splitValue(value: string, separator: ";" | ","): string[] {
  const parts: string[] = [""];
  for (const [piece] of value.matchAll(/\\[\s\S]|[\s\S]/gu)) {
    if (piece === separator) parts.push("");
    else parts[parts.length - 1] += piece;
  }
  return parts.map(unescapeValue);
}

export function unescapeValue(value: string): string {
  return value.replaceAll(/\\([\s\S])/g, (_whole, sign: string) => (/n/i.test(sign) ? "\n" : sign)).trim();
}
