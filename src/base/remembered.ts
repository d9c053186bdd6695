/** Answers kept unless told otherwise: the numbers of many clients, the days of many years. */
const mostAnswers = 10_000;

/**
 * A function that remembers what it answered. Once it knows as many answers as it may keep it forgets them all: what
 * is asked again is soon known again, and a service that runs for months does not grow.
 */
export function remembered<Key, Value>(answer: (key: Key) => Value, most = mostAnswers): (key: Key) => Value {
  const answers = new Map<Key, { readonly value: Value }>();
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined) return known.value;
    const value = answer(key);
    if (answers.size >= most) answers.clear();
    answers.set(key, { value });
    return value;
  };
}
