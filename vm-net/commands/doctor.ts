import { loadConfig } from '../../shared/config/joinmarket-cfg.ts';
import { visibleJson } from '../../shared/visible-text.ts';
import { examine } from '../doctor/doctor.ts';
import { keylessNick, log, say } from './process.ts';

/** Says what is wrong, subject by subject; true when nothing is. */
export async function doctor(options: { readonly config: string; readonly json?: true }): Promise<boolean> {
  const config = loadConfig(options.config);
  for (const warning of config.warnings) log(`warning: ${warning}`);
  const findings = await examine(config, keylessNick(), (what) => {
    log(`looking at ${what} ...`);
  });
  if (options.json) say(visibleJson(JSON.stringify(findings)));
  else {
    for (const { subject, ok, says, cure } of findings) {
      say(`${ok ? 'ok  ' : 'FAIL'}  ${subject}: ${says}`);
      if (cure !== null) say(`      cure: ${cure}`);
    }
  }
  return findings.every(({ ok }) => ok);
}
