import { createContext, use } from "react";

import type { ShellPanel } from "./menu-tree.js";

/** Opens what the shell shows over the screen. */
export const PanelsContext = createContext<(panel: ShellPanel) => void>(() => undefined);

export function useShowPanel(): (panel: ShellPanel) => void {
  return use(PanelsContext);
}
