/** Marks between the digits of a phone number as people write them. */
const marks = [" ", "-", "(", ")", ".", "/", "+"];

/** The digits of a phone number, however it is written (K5). */
export function digitsOf(number: string): string {
  return number.replaceAll(/\D/g, "");
}

/** SQL for a phone number without the marks between its digits. */
export function digitsSql(column: string): string {
  return marks.reduce((text, mark) => `replace(${text}, '${mark}', '')`, column);
}
