import { useEffect, useRef } from "react";

/**
 * Gives the focus back to the button that started something: a button takes no focus while it is busy, and whoever
 * works with the keyboard would have to come back from the top of the page. One that is gone leaves it to the heading.
 */
export function useKeptFocus(isBusy: boolean): void {
  const had = useRef<Element | null>(null);
  if (isBusy && had.current === null) had.current = document.activeElement;
  useEffect(() => {
    const element = had.current;
    if (isBusy || element === null) return;
    had.current = null;
    if (document.activeElement !== document.body) return;
    const place = element.isConnected && element !== document.body ? element : document.querySelector(".wb-heading");
    if (place instanceof HTMLElement) place.focus({ preventScroll: true });
  }, [isBusy]);
}
