import { scriptOfAddress } from '../../../shared/bitcoin/address.ts';
import { outpointKey } from '../../../shared/bitcoin/outpoint.ts';
import { parseTransaction } from '../../../shared/bitcoin/transaction.ts';
import { equalBytes, fromHex, toHex } from '../../../shared/crypto/bytes.ts';
import { accept } from '../../../shared/errors.ts';
import type { IoauthCommand, Nick } from '../../../shared/jm/command.ts';
import type { Coin } from '../../../vm-wallet/coins/coin.ts';
import type { HdWallet } from '../../../vm-wallet/keys/hd-wallet.ts';
import type {
  Disclosure,
  Fill,
  MakerEffect,
  MakerEvent,
  MakerState,
  MakerTerms,
  SigningOutcome,
} from '../../../vm-wallet/maker/session-types.ts';
import { IDLE_MAKER, stepMaker, takerBoxKeys } from '../../../vm-wallet/maker/sessions.ts';
import { leaveToShow } from '../../../vm-wallet/rules/coin-proof.ts';
import { permitMaker, signatureBlobs } from '../../../vm-wallet/rules/gate.ts';
import { DEFAULT_MAKER_LIMITS, NOT_LOOKED_UP } from '../../../vm-wallet/rules/maker-pre-sign.ts';
import { ioauthFor, type Disclosed } from '../../../vm-wallet/runtime/disclose.ts';
import { compare } from '../compare.ts';
import type { CaseResult } from '../topic.ts';
import { COIN_VALUE, coinOf, pathOf, recordedJoin, type Recording } from './recording.ts';
import { recordedSigner } from './recorded-signer.ts';
import { Voice } from './voice.ts';

/** Plays one maker of a recording with our own state machine, rules and keys; all that it says must be what was recorded. */
export function replayMaker(recording: Recording, role: string): Promise<readonly CaseResult[]> {
  return new MakerReplay(recording, role).run();
}

class MakerReplay {
  readonly #recording: Recording;
  readonly #nick: Nick;
  readonly #taker: Nick;
  readonly #wallet: HdWallet;
  readonly #voice: Voice;
  readonly #terms: MakerTerms;
  readonly #ioauth: IoauthCommand | null;
  #state: MakerState = IDLE_MAKER;

  constructor(recording: Recording, role: string) {
    const nick = recording.nicks.get(role);
    const taker = recording.nicks.get('taker');
    const wallet = recording.wallets.get(role);
    if (nick === undefined || taker === undefined || wallet === undefined) throw new Error(`no ${role}`);
    this.#recording = recording;
    this.#nick = nick;
    this.#taker = taker;
    this.#wallet = wallet;
    this.#voice = new Voice(recording, nick, (peer) => takerBoxKeys(this.#state, peer));
    const spoken = recording.said.filter(({ from }) => from === nick).map(({ command }) => command);
    this.#ioauth = spoken.find((command) => command?.command === 'ioauth') ?? null;
    const pubkey = spoken.find((command) => command?.command === 'pubkey');
    const own = pubkey === undefined ? undefined : recording.pairs.get(pubkey.makerKey);
    this.#terms = {
      offers: spoken.flatMap((command) => (command?.command === 'offers' ? command.offers : [])),
      isBlacklisted: () => false,
      retries: 3,
      age: 5,
      amountPercent: 20,
      maxDisclosed: 1,
      now: 0,
      newRound: () => 'recorded',
      newBoxKey: () => {
        if (own === undefined) throw new Error('the recording has no box key for this maker');
        return own;
      },
    };
  }

  async run(): Promise<readonly CaseResult[]> {
    for (const said of this.#recording.said) {
      if (said.to !== this.#nick || said.from !== this.#taker) continue;
      const command = this.#voice.hear(said);
      if (command !== null) await this.#deliver({ event: 'message', from: said.from, command });
    }
    this.#voice.checkSilence(['pubkey', 'ioauth', 'sig', 'error']);
    return this.#voice.results;
  }

  async #deliver(event: MakerEvent): Promise<void> {
    const step = stepMaker(this.#state, event, this.#terms);
    this.#state = step.state;
    for (const effect of step.effects) await this.#perform(effect);
  }

  async #perform(effect: MakerEffect): Promise<void> {
    switch (effect.effect) {
      case 'send':
        this.#voice.say(effect.to, effect.command);
        return;
      case 'look-up': {
        const revealed = this.#state.sessions.get(effect.taker);
        const key = revealed?.stage === 'proving' ? fromHex(revealed.key) : new Uint8Array(33);
        const coin = accept(coinOf(effect.coin, key));
        await this.#deliver({ event: 'coin', taker: effect.taker, round: effect.round, coin });
        return;
      }
      case 'disclose': {
        const disclosure = await this.#disclosed();
        await this.#deliver({
          event: 'disclosed',
          taker: effect.taker,
          round: effect.fill.round,
          disclosure,
          ioauth: disclosure && ioauthFor(this.#wallet, effect.fill, disclosure),
        });
        return;
      }
      case 'sign': {
        const outcome = await this.#sign(effect.fill, effect.disclosure, effect.transaction);
        await this.#deliver({ event: 'signed', taker: effect.taker, round: effect.fill.round, outcome });
        return;
      }
      case 'announce-commitment':
        this.#voice.say(null, { command: 'hp2', commitment: effect.commitment });
        return;
      case 'push':
        this.#voice.results.push(
          compare(`${this.#nick} broadcasts`, toHex(effect.transaction), this.#recording.broadcast),
        );
        return;
      case 'end':
        this.#voice.results.push(compare(`${this.#nick} goes on`, effect.reason, 'never'));
        return;
      case 'learn-commitment':
      case 'publish-commitment':
      case 'report':
        return;
    }
  }

  /** The same with leave for it, as `ioauth` needs it. */
  async #disclosed(): Promise<Disclosed | null> {
    const disclosure = this.#disclosure();
    const [first, ...others] = disclosure?.coins ?? [];
    if (disclosure === null || first === undefined) return null;
    const { authority } = recordedSigner(this.#wallet);
    const leave = await leaveToShow(authority, () => ({ coins: [first, ...others], also: () => undefined }));
    return leave && { ...disclosure, leave };
  }

  /** What the recorded maker chose to show; the choice itself is chance. */
  #disclosure(): Disclosure | null {
    if (this.#ioauth === null) return null;
    const { coins } = recordedJoin(this.#recording);
    const { authKey, coinjoinAddress, changeAddress, utxos } = this.#ioauth;
    const shown = utxos.map((utxo): Coin => {
      const { scriptPubKey } = coins.get(outpointKey(utxo)) ?? coinOf(utxo, fromHex(authKey));
      const path = pathOf(this.#wallet, scriptPubKey);
      return {
        txid: utxo.txid,
        vout: utxo.vout,
        value: COIN_VALUE,
        scriptPubKey,
        path,
        height: 50,
        frozen: false,
        locktime: null,
      };
    });
    const issued = (address: string): { path: Coin['path']; address: string } => ({
      path: pathOf(this.#wallet, scriptOfAddress(address, 'regtest')),
      address,
    });
    const mixdepth = shown[0]?.path.mixdepth ?? 0;
    const disclosure = {
      mixdepth,
      coins: shown,
      coinjoinAddress: issued(coinjoinAddress),
      changeAddress: issued(changeAddress),
    };
    this.#voice.results.push(
      compare(
        `${this.#nick} is paid in the next mixdepth, with change in the same`,
        [disclosure.coinjoinAddress.path.mixdepth, disclosure.changeAddress.path.mixdepth],
        [(mixdepth + 1) % 5, mixdepth],
      ),
    );
    return disclosure;
  }

  /** All rules on the recorded transaction, then our own signatures over it. */
  async #sign(fill: Fill, disclosure: Disclosure, raw: Uint8Array): Promise<SigningOutcome> {
    const coinjoinScript = this.#wallet.scriptAt(disclosure.coinjoinAddress.path);
    const changeScript = this.#wallet.scriptAt(disclosure.changeAddress.path);
    const isOwn = (script: Uint8Array): boolean =>
      [coinjoinScript, changeScript].some((own) => equalBytes(own, script));
    const { locktime, txid } = parseTransaction(raw);
    const granted = permitMaker(
      {
        raw,
        offer: fill.offer,
        amount: fill.amount,
        coins: new Map(disclosure.coins.map((coin) => [outpointKey(coin), coin.value])),
        unproven: new Set(),
        single: new Set(),
        foreign: NOT_LOOKED_UP,
        otherCoins: new Set(),
        coinjoinScript,
        changeScript,
        isReserved: isOwn,
        isOwnScript: isOwn,
        tipHeight: locktime,
        leaseHeld: true,
        disclosureRecorded: true,
        recordedEarning: 0n,
        sessionAge: 0,
        limits: DEFAULT_MAKER_LIMITS,
        signedLastHour: 0,
        signedLastDay: 0,
      },
      disclosure.coins,
    );
    return { ok: true, txid, signatures: await signatureBlobs(granted, recordedSigner(this.#wallet)) };
  }
}
