import { useState } from "react";

/** A text as it is being typed, and what it means. */
export interface TypedText {
  readonly text: string;
  /** Whether what was typed means nothing, and its owner has gone on to something else. */
  readonly isRefused: boolean;
  /** Whether something was typed that is not taken over yet. */
  readonly isOpen: boolean;
  /** Back to how the value is written. */
  readonly giveUp: () => void;
  /** While typing. @param value what it means already for sure; undefined where that is not known yet */
  readonly type: (text: string, value: string | undefined) => void;
  /** After typing. @param value what it means; undefined where it means nothing */
  readonly finish: (value: string | undefined) => void;
}

/**
 * Keeps what is typed apart from the value it stands for, so that nothing is rewritten under somebody's hands.
 * @param value empty for none
 * @param written how a value is written
 */
export function useTypedText(
  value: string,
  written: (value: string) => string,
  onChange: (value: string) => void,
): TypedText {
  const [own, setOwn] = useState({ text: written(value), value, isRefused: false });
  // Somebody else than whoever types has changed the value.
  if (own.value !== value) setOwn({ text: written(value), value, isRefused: false });

  const take = (text: string, next: string, isRefused = false): void => {
    setOwn({ text, value: next, isRefused });
    if (next !== value) onChange(next);
  };
  return {
    text: own.text,
    isRefused: own.isRefused,
    isOpen: own.text !== written(value),
    giveUp: () => take(written(value), value),
    type: (text, next) => take(text, next ?? value),
    finish(next) {
      if (own.text.trim() === "") take("", "");
      else if (next === undefined) take(own.text, "", true);
      else take(written(next), next);
    },
  };
}
