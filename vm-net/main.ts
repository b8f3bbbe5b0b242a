import { main } from './joinmarketd.ts';

void main(process.argv, process.env['JM_VERSION'] ?? 'development').then((code) => {
  process.exitCode = code;
});
