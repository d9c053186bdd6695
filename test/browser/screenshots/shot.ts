import type { Desk } from "../support/desk.js";
import type { SampleProduct } from "../support/sample-product.js";

/** A picture: how the screen comes to be what it shows. They follow one another in one session. */
export interface Shot {
  readonly name: string;
  readonly show: (desk: Desk, product: SampleProduct) => Promise<void>;
  /** How much of the screen, from the top, in CSS pixels; all of it when left out. */
  readonly height?: number;
  readonly isAlsoInDark?: boolean;
}

/** Nothing is on its way any more. */
export async function settled(desk: Desk): Promise<void> {
  await desk.page.waitForLoadState("networkidle");
  await desk.page.getByText("Loading…").waitFor({ state: "detached" });
}

/** A screen that is reached by the menus and shows a text. */
export function screen(name: string, path: string, text: string | RegExp): Shot {
  return {
    name,
    async show(desk) {
      await desk.menu(path);
      await desk.sees(text);
      await settled(desk);
    },
  };
}
