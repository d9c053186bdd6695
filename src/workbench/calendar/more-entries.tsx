import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";

import { useWriting } from "../shell/session.js";
import { calendarTexts as texts } from "../texts/en/calendar-texts.js";

interface MoreEntriesProps {
  readonly shown: number;
  readonly total: number;
  readonly onMore: () => void;
}

/** The end of a list that goes on: more comes when it is scrolled to, or asked for. */
export function MoreEntries({ shown, total, onMore }: MoreEntriesProps) {
  const { locale } = useWriting();
  const end = useRef<HTMLDivElement>(null);
  const latest = useRef(onMore);
  useEffect(() => {
    latest.current = onMore;
  });
  useEffect(() => {
    if (end.current === null) return undefined;
    // What comes is looked at anew: a list may be shorter than the window still.
    const watch = new IntersectionObserver((seen) => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) latest.current();
    });
    watch.observe(end.current);
    return () => watch.disconnect();
  }, [shown]);
  return (
    <div className="wb-more-entries" ref={end}>
      <span role="status">{texts.listedOf(shown.toLocaleString(locale), total.toLocaleString(locale))}</span>
      <Button variant="default" onClick={onMore}>
        {texts.listMore}
      </Button>
    </div>
  );
}
