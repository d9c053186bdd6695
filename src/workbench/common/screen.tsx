import { Loader, Title } from "@mantine/core";
import { useEffect, useRef } from "react";
import type { ReactNode } from "react";

import { commonTexts } from "../texts/en/common-texts.js";
import { Problem } from "./problem.js";
import type { Loaded } from "./use-loaded.js";

interface ScreenProps {
  readonly title: string;
  /** What stands to the right of the title. */
  readonly aside?: ReactNode;
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** The frame of every screen: a heading that takes the focus when one arrives, and a title for the browser's tab. */
export function Screen({ title, aside, isWide = false, children }: ScreenProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <main className="wb-screen" data-wide={isWide || undefined}>
      <div className="wb-screen-head">
        <Title order={1} ref={heading} tabIndex={-1} className="wb-heading">
          {title}
        </Title>
        {aside}
      </div>
      {children}
    </main>
  );
}

/** What was asked of the host, once it is there; until then a spinner, or why it is not coming. */
export function WhenLoaded<T>({
  loaded,
  children,
}: {
  readonly loaded: Loaded<T>;
  readonly children: (value: T) => ReactNode;
}) {
  const { value, error, reload } = loaded;
  return (
    <>
      {error !== undefined && <Problem error={error} onRetry={reload} />}
      {value !== undefined && children(value)}
      {value === undefined && error === undefined && <Waiting />}
    </>
  );
}

/** A spinner that screen readers hear of. */
export function Waiting() {
  return (
    <div role="status" className="wb-waiting">
      <Loader size="sm" aria-hidden="true" />
      <span>{commonTexts.loading}</span>
    </div>
  );
}

/** Says what an empty list means and what to do. */
export function Empty({ children }: { readonly children: ReactNode }) {
  return <p className="wb-empty">{children}</p>;
}
