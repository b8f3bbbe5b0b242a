/** A file name's longest, in bytes: the service is a file, and its argument may be part of the name. */
export const MOST_NAME_BYTES = 255;
const CALL = /^[A-Za-z0-9_.-][A-Za-z0-9_.+-]*$/u;

/**
 * Whether `SERVICE[+ARGUMENT]` is one that dom0 hands on as it was written. dom0 puts `_` in place of any other character, and so calls
 * something else; here such a call is refused, like one that is empty, too long, or without a service before the `+`.
 */
export function isServiceName(call: string): boolean {
  return call.length <= MOST_NAME_BYTES && CALL.test(call);
}
