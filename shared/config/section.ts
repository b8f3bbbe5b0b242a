import type { IniFile } from './python-ini.ts';
import { ConfigError, type Kind } from './value.ts';

/** Reads keys of one section and remembers which were asked for, so that the rest can be warned about. */
export class SectionReader {
  readonly name: string;
  readonly #file: string;
  readonly #options: ReadonlyMap<string, string>;
  readonly #known = new Set<string>();

  constructor(file: string, ini: IniFile, name: string) {
    this.name = name;
    this.#file = file;
    this.#options = ini.get(name) ?? new Map<string, string>();
  }

  /** The value of a key, or its default. @throws ConfigError that names file, section and key. */
  get<Value>(key: string, kind: Kind<Value>, fallback: Value): Value {
    this.#known.add(key);
    const raw = this.#options.get(key);
    return raw === undefined ? fallback : this.#parse(key, kind, raw);
  }

  /** The value of a key that has no default. @throws ConfigError */
  demand<Value>(key: string, kind: Kind<Value>): Value {
    this.#known.add(key);
    const raw = this.#options.get(key);
    if (raw !== undefined) return this.#parse(key, kind, raw);
    throw new ConfigError('config-bad-value', `${this.#file}, [${this.name}] has no ${key}`, {
      cure: `Add "${key} = " with ${kind.expects}.`,
    });
  }

  /** Accepts keys that other implementations use and we have no use for. */
  ignore(...keys: readonly string[]): void {
    for (const key of keys) this.#known.add(key);
  }

  #parse<Value>(key: string, kind: Kind<Value>, raw: string): Value {
    const value = kind.parse(raw);
    if (value !== undefined) return value;
    throw new ConfigError('config-bad-value', `${this.#file}, [${this.name}] ${key}: "${raw}" does not fit`, {
      cure: `Give ${kind.expects}.`,
    });
  }

  /** A warning for each key that nobody asked for. */
  warnings(): string[] {
    return [...this.#options.keys()]
      .filter((key) => !this.#known.has(key))
      .map((key) => `${this.#file}, [${this.name}] ${key}: this key is not known and has no effect`);
  }
}
