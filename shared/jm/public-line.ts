import type { PublicCommand } from './command.ts';
import { formatOffer, isOfferType, parseOffer } from './offer.ts';
import { parseCommitment } from './private-command.ts';

const OID = /^(0|[1-9][0-9]{0,14})$/u;

/** Puts public commands into one line. On onion channels each offer gets a line of its own. */
export function formatPublicLine(commands: readonly PublicCommand[]): string {
  return commands.map((command) => `!${formatOne(command)}`).join('');
}

function formatOne(command: PublicCommand): string {
  switch (command.command) {
    case 'orderbook':
      return 'orderbook';
    case 'offer':
      return formatOffer(command.offer);
    case 'cancel':
      return `cancel ${command.oid}`;
    case 'hp2':
      return `hp2 ${command.commitment}`;
    case 'invalid-offer':
      return `cancel ${command.oid}`;
  }
}

/**
 * Reads a public line as the reference does (protocol/messages.md §1.1): parts that are not understood are skipped, two
 * `!orderbook` void the line, a bad `!cancel` ends it. Never throws.
 */
export function parsePublicLine(line: string): PublicCommand[] {
  if (!line.startsWith('!')) return [];
  const parts = line.slice(1).split('!');
  if (parts.filter((part) => part === 'orderbook').length > 1) return [];
  const commands: PublicCommand[] = [];
  for (const part of parts) {
    const [word = '', ...fields] = part.split(' ');
    if (word === 'orderbook') commands.push({ command: 'orderbook' });
    else if (word === 'cancel') {
      const [oid = ''] = fields;
      if (!OID.test(oid)) return commands;
      commands.push({ command: 'cancel', oid: Number(oid) });
    } else if (word === 'hp2') {
      const commitment = parseCommitment(fields[0] ?? '');
      if (commitment !== null) commands.push({ command: 'hp2', commitment });
    } else if (isOfferType(word)) {
      const read = parseOffer(word, fields);
      if (read.outcome === 'offer') commands.push({ command: 'offer', offer: read.offer });
      if (read.outcome === 'withdrawn') commands.push({ command: 'invalid-offer', oid: read.oid });
    }
  }
  return commands;
}
