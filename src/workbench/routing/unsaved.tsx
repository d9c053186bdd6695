import { useCallback, useEffect, useRef } from "react";

import { useLeaving } from "./router.js";

/**
 * Guards what was typed: leaving the screen is asked about first, closing the window too.
 * @returns how to leave all the same, once it is saved or given up
 */
export function useUnsaved(isUnsaved: boolean): () => void {
  const hold = useLeaving();
  const isHeld = useRef(isUnsaved);
  useEffect(() => {
    isHeld.current = isUnsaved;
  });
  useEffect(() => {
    const release = hold(() => isHeld.current);
    const askOnClosing = (event: BeforeUnloadEvent): void => {
      if (isHeld.current) event.preventDefault();
    };
    window.addEventListener("beforeunload", askOnClosing);
    return () => {
      release();
      window.removeEventListener("beforeunload", askOnClosing);
    };
  }, [hold]);
  return useCallback(() => {
    isHeld.current = false;
  }, []);
}
