/**
 * A deep copy of JSON-like data. `structuredClone` copies every text as well, which takes three times as long for a large wallet;
 * texts can't change, so the copy shares them.
 */
export function copyState<Value extends object>(value: Value): Value {
  return copyOf(value);
}

// Two signatures: what comes out has the type of what went in, which the compiler can't follow through the fields.
function copyOf<Value>(value: Value): Value;
function copyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => copyOf(item));
  const copy: Record<string, unknown> = { ...value };
  for (const key in copy) {
    const item = copy[key];
    if (typeof item === 'object' && item !== null) copy[key] = copyOf(item);
  }
  return copy;
}
