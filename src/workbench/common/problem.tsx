import { Alert, Button, Text } from "@mantine/core";

import type { ApiError } from "../api/api-error.js";

/** A refusal or failure in words, with what can be done. */
export function Problem({ error, onRetry }: { readonly error: ApiError; readonly onRetry?: () => void }) {
  return (
    <Alert role="alert" color="red" variant="outline" title={error.message} className="wb-alert" data-severity="error">
      {error.hint !== undefined && <Text size="sm">{error.hint}</Text>}
      {onRetry !== undefined && (
        <Button size="xs" variant="default" mt="xs" onClick={onRetry}>
          Try again
        </Button>
      )}
    </Alert>
  );
}
