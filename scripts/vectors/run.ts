import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CaseResult, TopicCheck } from './topic.ts';

/** What became of one vector file. */
export interface FileReport {
  readonly file: string;
  readonly topic: string;
  readonly passed: number;
  readonly total: number;
  /** What is wrong, one sentence each. */
  readonly problems: readonly string[];
}

const topics = path.join(import.meta.dirname, 'topics');

/** Checks every JSON file in a directory by its topic. A topic that nobody knows and a file without cases are problems. */
export async function checkDirectory(directory: string): Promise<readonly FileReport[]> {
  const files = (await readdir(directory)).filter((name) => name.endsWith('.json')).sort();
  const reports: FileReport[] = [];
  for (const file of files) reports.push(await checkFile(directory, file));
  return reports;
}

async function checkFile(directory: string, file: string): Promise<FileReport> {
  let content: unknown;
  try {
    content = JSON.parse(await readFile(path.join(directory, file), 'utf8'));
  } catch (error) {
    return { file, topic: '?', passed: 0, total: 0, problems: [`not JSON: ${String(error)}`] };
  }
  const topic = topicOf(content);
  // A topic's module has underscores where the topic may have dashes.
  const module = path.join(topics, `${topic.replaceAll('-', '_')}.ts`);
  if (!/^[a-z0-9_-]+$/u.test(topic) || !existsSync(module)) {
    return { file, topic, passed: 0, total: 0, problems: [`the topic "${topic}" is not known`] };
  }
  const { check } = (await import(pathToFileURL(module).href)) as { readonly check: TopicCheck };
  const results: CaseResult[] = [];
  try {
    for await (const result of check(content, directory)) results.push(result);
  } catch (error) {
    results.push({
      name: 'the check itself',
      ok: false,
      detail: error instanceof Error ? (error.stack ?? '') : '',
    });
  }
  const problems = results
    .filter((result) => !result.ok)
    .map((result) => `${result.name}: ${result.detail ?? 'mismatch'}`);
  if (results.length === 0) problems.push('the file has no cases');
  return { file, topic, passed: results.length - problems.length, total: results.length, problems };
}

/** Transcripts have no topic; they are known by their parts. */
function topicOf(content: unknown): string {
  if (typeof content !== 'object' || content === null) return '?';
  if ('topic' in content) return String(content.topic);
  return 'messages' in content && 'nicks' in content ? 'transcript' : '?';
}

if (process.argv[1] === import.meta.filename) {
  const [directory] = process.argv.slice(2);
  if (directory === undefined) {
    console.error('usage: npm run vectors -- DIRECTORY');
    process.exit(2);
  }
  const reports = await checkDirectory(directory);
  for (const { file, passed, total, problems } of reports) {
    console.log(`${file.padEnd(36)} ${passed} of ${total}${problems.length === 0 ? '' : '  MISMATCH'}`);
    for (const problem of problems.slice(0, 20)) console.log(`    ${problem}`);
    if (problems.length > 20) console.log(`    and ${problems.length - 20} more`);
  }
  const cases = reports.reduce((sum, report) => sum + report.passed, 0);
  const wrong = reports.reduce((sum, report) => sum + report.problems.length, 0);
  console.log(`${reports.length} files, ${cases} cases passed, ${wrong} mismatches`);
  if (wrong > 0 || reports.length === 0) process.exit(1);
}
