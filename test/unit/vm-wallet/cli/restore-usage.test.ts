import test from 'ava';
import { MAX_SKIP } from '../../../../vm-wallet/backup/restored-state.ts';
import { checkUsage, type RestoreInvocation } from '../../../../vm-wallet/cli/commands/restore.ts';
import { UsageError } from '../../../../vm-wallet/cli/failure.ts';

function invoked(changes: Partial<RestoreInvocation>): RestoreInvocation {
  const nothing = { fromNetVm: false, extension: false, drill: false, wordsOnly: false };
  return { command: 'restore', ...nothing, ...changes };
}

test('a backup comes from a file or from the net VM, and a drill may do without', (t) => {
  const good: Partial<RestoreInvocation>[] = [
    { file: 'x' },
    { fromNetVm: true },
    { file: 'x', drill: true },
    { fromNetVm: true, drill: true },
    { drill: true, wordsOnly: true },
    { file: 'x', skip: 0 },
    { file: 'x', skip: MAX_SKIP },
  ];
  for (const options of good) {
    t.notThrows(() => {
      checkUsage(invoked(options));
    }, JSON.stringify(options));
  }
});

test('what does not go together is refused before anything is asked', (t) => {
  const bad: Partial<RestoreInvocation>[] = [
    {},
    { drill: true },
    { file: 'x', fromNetVm: true },
    { file: 'x', drill: true, wordsOnly: true },
    { fromNetVm: true, drill: true, wordsOnly: true },
    { wordsOnly: true },
    { file: 'x', drill: true, skip: 5 },
    { file: 'x', skip: MAX_SKIP + 1 },
  ];
  for (const options of bad) {
    t.throws(
      () => {
        checkUsage(invoked(options));
      },
      { instanceOf: UsageError, code: 'usage' },
      JSON.stringify(options),
    );
  }
});
