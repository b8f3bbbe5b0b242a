import test from 'ava';
import { askInWindow } from '../../vm-wallet/cli/approval/dialog.ts';
import { startScreen, type Screen } from '../fixtures/screen.ts';

const LINES = ['Pays 0.01 BTC <b>to</b> bcrt1q... & \\n', 'Send it?'];

// The real zenity, on a real display. Its answers decide about money.
for (const [what, act, answer] of [
  ['the button for yes', (screen: Screen) => screen.press('jm-wallet', 'alt+y'), 'yes'],
  ['the button for no', (screen: Screen) => screen.press('jm-wallet', 'alt+n'), 'no'],
  [
    'Return, pressed by whoever was typing something else',
    (screen: Screen) => screen.press('jm-wallet', 'Return'),
    'no',
  ],
  ['Escape', (screen: Screen) => screen.press('jm-wallet', 'Escape'), 'no'],
  ['a window that is killed', (screen: Screen) => screen.kill('jm-wallet'), 'no'],
] as const) {
  test.serial(`${what} means ${answer}`, async (t) => {
    const screen = await startScreen(t);
    if (screen === null) return;
    const before = process.env['DISPLAY'];
    process.env['DISPLAY'] = screen.display;
    t.teardown(() => {
      if (before === undefined) delete process.env['DISPLAY'];
      else process.env['DISPLAY'] = before;
    });
    const [said] = await Promise.all([askInWindow(LINES), act(screen)]);
    t.is(said, answer);
  });
}
