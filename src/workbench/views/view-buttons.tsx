import { Button } from "@mantine/core";

import type { ViewAction } from "../api/payloads.js";
import { commonTexts } from "../texts/en/common-texts.js";

interface ViewButtonsProps {
  readonly actions: readonly ViewAction[];
  readonly busy: ViewAction | undefined;
  readonly onPress: (action: ViewAction) => void;
  readonly isSmall?: boolean;
  /** The one thing a screen is for, as sending a form. */
  readonly isMain?: boolean;
  /** What the buttons are about, where several rows have the same ones. */
  readonly about?: string;
}

/** The buttons of a view, or of a row of it. */
export function ViewButtons({ actions, busy, onPress, isSmall = false, isMain = false, about }: ViewButtonsProps) {
  if (actions.length === 0) return null;
  return (
    <div className={isSmall ? "wb-buttons" : "wb-buttons wb-page-buttons"}>
      {actions.map((action) => (
        <Button
          key={`${action.command} ${action.label}`}
          size={isSmall ? "compact-sm" : "sm"}
          variant={isMain ? "filled" : "default"}
          aria-label={about === undefined ? undefined : commonTexts.actionOn(action.label, about)}
          loading={busy === action}
          disabled={busy !== undefined && busy !== action}
          onClick={() => onPress(action)}
        >
          {action.label}
        </Button>
      ))}
    </div>
  );
}
