import { killBusyWallet } from './kill-busy-wallet.ts';

// npm run kill -- 10000
const kills = Number(process.argv[2] ?? '10000');
if (!Number.isSafeInteger(kills) || kills < 1) throw new Error('usage: npm run kill -- NUMBER');
const started = performance.now();
const { kept, between, losses } = await killBusyWallet(kills, (count) => {
  if (process.stderr.isTTY) process.stderr.write(`\r${count} of ${kills}`);
});
const seconds = Math.round((performance.now() - started) / 1000);
console.log(
  `${kills} kills in ${seconds} s: ${kept} promises kept, ${between} kills between writing and telling`,
);
for (const loss of losses) console.log(loss);
process.exitCode = losses.length === 0 ? 0 : 1;
