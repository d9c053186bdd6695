/** How many clients, in words. */
export function countText(count: number, locale: string): string {
  return `${count.toLocaleString(locale)} ${count === 1 ? "client" : "clients"}`;
}
