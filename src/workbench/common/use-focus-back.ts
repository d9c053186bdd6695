import { useEffect, useState } from "react";

/**
 * Gives the focus back to what had it before a dialog that is drawn only while it is open, as soon as the dialog is gone
 * (WCAG 2.4.3). Nothing happens where something else has taken the focus, or where what had it is there no more.
 */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      window.setTimeout(() => {
        const isNowhere = document.activeElement === null || document.activeElement === document.body;
        if (isNowhere && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
      });
    },
    [before],
  );
}
