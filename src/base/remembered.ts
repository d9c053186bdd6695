/**
 * A function that remembers what it answered. Once it knows as many answers as it may keep it forgets them all: what
 * is asked again is soon known again, and a service that runs for months does not grow.
 */
export function remembered<Key, Value>(most: number, answer: (key: Key) => Value): (key: Key) => Value {
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
