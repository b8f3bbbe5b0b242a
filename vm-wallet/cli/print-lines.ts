import type { Terminal } from './terminal.ts';

const CHUNK = 1000;

/** Writes many lines with few writes; a program that gets JSON is spared the work of making them. */
export function printLines(terminal: Terminal, lines: Iterable<string>): void {
  if (terminal.json) return;
  let chunk: string[] = [];
  for (const line of lines) {
    chunk.push(line);
    if (chunk.length < CHUNK) continue;
    terminal.lines(chunk);
    chunk = [];
  }
  if (chunk.length > 0) terminal.lines(chunk);
}
