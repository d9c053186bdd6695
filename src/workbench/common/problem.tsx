import { Button } from "@mantine/core";

import type { ApiError } from "../api/api-error.js";
import { commonTexts } from "../texts/en/common-texts.js";
import { SeverityIcon } from "./icons.js";

/** A refusal or failure in words, with what can be done. */
export function Problem({ error, onRetry }: { readonly error: ApiError; readonly onRetry?: () => void }) {
  return (
    <div role="alert" className="wb-notice" data-severity="error">
      <SeverityIcon severity="error" />
      <div>
        <strong>{error.message}</strong>
        {error.hint !== undefined && <div>{error.hint}</div>}
        {onRetry !== undefined && (
          <Button size="xs" variant="default" mt="xs" onClick={onRetry}>
            {commonTexts.tryAgain}
          </Button>
        )}
      </div>
    </div>
  );
}
