import type { ReactNode } from "react";

interface SentenceProps {
  /** `Choose one in the [Control Center].` */
  readonly text: string;
  /** Draws what stands in brackets: a link, a command to type. */
  readonly part: (words: string) => ReactNode;
}

/** A text of which one part is more than text, so that translators see the sentence as one. */
export function Sentence({ text, part }: SentenceProps) {
  const [before = "", words, after] = text.split(/\[(.*)\]/s);
  return (
    <>
      {before}
      {words !== undefined && part(words)}
      {after}
    </>
  );
}
