import type { Audited } from '../audited.ts';
import type { VmFacts } from '../facts.ts';
import type { Check, Failure } from '../finding.ts';

type Run = Check<Audited>['run'];
/** What is wrong with one qube. */
type Judge = (vm: VmFacts, audited: Audited) => readonly (Failure | false)[];

export const GATEWAY_TAG = 'anon-gateway';

/** Runs a check on the wallet VM; its name goes in front. */
export function onWallet(judge: Judge): Run {
  return (audited) => onVm(audited.pair.wallet, judge, audited);
}

/** Runs a check on the net VM. */
export function onNet(judge: Judge): Run {
  return (audited) => onVm(audited.pair.net, judge, audited);
}

/** Runs a check on the wallet VM, then on the net VM. */
export function onBoth(judge: Judge): Run {
  return together(onWallet(judge), onNet(judge));
}

/** Runs a check on the templates of the two VMs. */
export function onTemplates(judge: Judge): Run {
  return (audited) => {
    const { pair, facts } = audited;
    const names = [pair.wallet, pair.net].flatMap((name) => facts.vms[name]?.template ?? []);
    return [...new Set(names)].flatMap((name) => onVm(name, judge, audited));
  };
}

/** One check out of several. */
export function together(...runs: readonly Run[]): Run {
  return (audited) => runs.flatMap((run) => run(audited));
}

/** The qube that a qube gets its programs from; null when it has none, or when the facts do not know it. */
export function templateOf(vm: VmFacts, { facts }: Audited): VmFacts | null {
  return vm.template === null ? null : (facts.vms[vm.template] ?? null);
}

function onVm(name: string, judge: Judge, audited: Audited): readonly Failure[] {
  const vm = audited.facts.vms[name];
  if (vm === undefined) return [];
  return judge(vm, audited).flatMap((failure) =>
    failure === false ? [] : [{ ...failure, shows: `${name}: ${failure.shows}` }],
  );
}
