import type { WatchNotice } from './watch.ts';

type About<Subject extends WatchNotice['about']> = Extract<WatchNotice, { about: Subject }>;

/** A notice of the net VM's watch as one sentence without its full stop, the same in joinmarketd's log and on the wallet's terminal. */
export function sayNotice(notice: WatchNotice): string {
  switch (notice.about) {
    case 'join':
      return sayJoin(notice);
    case 'bond':
      return sayBond(notice);
    case 'tip':
      return sayTip(notice);
    case 'directory':
      return sayDirectory(notice);
    case 'own-offers':
      return sayOwnOffers(notice);
  }
}

function sayJoin({ txid, finding, inBlock, spender }: About<'join'>): string {
  const where = inBlock ? 'in a block' : 'in the mempool';
  const other = `${spender ?? 'another transaction'} ${where}`;
  switch (finding) {
    case 'in-mempool':
      return `${txid} waits in the mempool`;
    case 'dropped':
      return `${txid} is not in the mempool any more, and in no block`;
    case 'confirmed':
      return `${txid} is in a block`;
    case 'conflict':
      return `${other} spends a coin of ${txid}`;
    case 'replaced':
      return `${txid} was replaced: ${other} spends one of its coins`;
  }
}

function sayBond({ txid, vout, finding, left }: About<'bond'>): string {
  const bond = `the bond ${txid}:${vout}`;
  switch (finding) {
    case 'certificate-ends':
      return `the certificate of ${bond} ends in ${left} blocks`;
    case 'certificate-ended':
      return `the certificate of ${bond} has ended: takers do not count it any more`;
    case 'unlocks':
      return `${bond} can be spent in ${left} days, and is worth less from then on`;
    case 'unlocked':
      return `${bond} can be spent now: it has no value for takers any more`;
    case 'spent':
      return `${bond} is spent`;
  }
}

function sayTip({ finding, height, behind }: About<'tip'>): string {
  switch (finding) {
    case 'well':
      return `the node follows the chain again, at block ${height}`;
    case 'no-block':
      return `no block for ${behind} minutes, the last is ${height}`;
    case 'behind-headers':
      return `the node is at block ${height}, ${behind} behind the headers that it knows`;
    case 'behind-peers':
      return `the node is at block ${height}, ${behind} behind what most of its peers have`;
    case 'no-peers':
      return `the node has no peers, and is at block ${height}`;
    case 'syncing':
      return `the node still syncs: ${behind} blocks are left`;
    case 'unreachable':
      return 'the node does not answer';
  }
}

function sayDirectory({ directory, finding, latencyMs, minutes, detail }: About<'directory'>): string {
  switch (finding) {
    case 'up':
      return `directory ${directory} is up${latencyMs === null ? '' : `, it answers in ${latencyMs} ms`}`;
    case 'silent':
      return `directory ${directory} is connected, but said nothing for ${minutes} minutes`;
    case 'down':
      return `directory ${directory} has been down for ${minutes} minutes: ${detail}`;
  }
}

function sayOwnOffers({ directory, finding, offers }: About<'own-offers'>): string {
  switch (finding) {
    case 'seen':
      return `who asks on ${directory} gets ${offers} of our offers`;
    case 'unanswered':
      return `who asks on ${directory} gets none of our offers`;
    case 'unreachable':
      return `whether our offers are seen on ${directory} is not known: a second connection did not get there`;
  }
}
