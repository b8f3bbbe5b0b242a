import type { Nick, Offer, OffersCommand, PublicCommand } from '../../shared/jm/command.ts';

/** Everything that one maker announced. */
export interface BookMaker {
  readonly nick: Nick;
  readonly offers: readonly Offer[];
  /** Base64 of a bond proof, as it came; verified only when makers are chosen. */
  readonly bond: string | null;
}

const MAX_MAKERS = 20_000;
const MAX_OFFERS_PER_MAKER = 20;

interface Entry {
  readonly offers: Map<number, Offer>;
  /** The oids of those that came in a signed line. */
  readonly signed: Set<number>;
  bond: string | null;
}

/**
 * Offers by maker and oid, kept by the reference's rules (protocol/messages.md §3.2), but for one: anybody can speak in public under
 * any nick, so that what a maker signed is changed by what it signs only.
 */
export class OrderBook {
  readonly #makers = new Map<Nick, Entry>();

  /** Makers with at least one offer. */
  get makers(): readonly BookMaker[] {
    return [...this.#makers]
      .filter(([, maker]) => maker.offers.size > 0)
      .map(([nick, maker]) => ({ nick, offers: [...maker.offers.values()], bond: maker.bond }));
  }

  /** Takes offers that a maker sent to us in private, with its bond proof. */
  addPrivate(from: Nick, command: OffersCommand): void {
    for (const oid of command.withdrawn ?? []) this.#withdraw(from, oid, true);
    for (const offer of command.offers) this.#put(from, offer, true);
    const maker = this.#makers.get(from);
    if (maker !== undefined && command.bond !== undefined) maker.bond = command.bond;
  }

  /** Takes what a maker says to everybody. */
  addPublic(from: Nick, command: PublicCommand): void {
    switch (command.command) {
      case 'offer':
        this.#put(from, command.offer, false);
        return;
      case 'invalid-offer':
      case 'cancel':
        this.#withdraw(from, command.oid, false);
        return;
      case 'orderbook':
      case 'hp2':
        return;
    }
  }

  /** Forgets a maker that left. */
  remove(nick: Nick): void {
    this.#makers.delete(nick);
  }

  /** A maker that shows nothing any more is forgotten, so that invented nicks can't fill the book with nothing. */
  #withdraw(nick: Nick, oid: number, signed: boolean): void {
    const maker = this.#makers.get(nick);
    if (maker === undefined || (!signed && maker.signed.has(oid))) return;
    maker.offers.delete(oid);
    maker.signed.delete(oid);
    if (maker.offers.size === 0 && maker.bond === null) this.#makers.delete(nick);
  }

  /** Nicks cost nothing where nobody signs: one that signs takes such a one's place. False when there is none. */
  #forgetUnsigned(): boolean {
    for (const [nick, { signed }] of this.#makers) {
      if (signed.size === 0) return this.#makers.delete(nick);
    }
    return false;
  }

  #put(nick: Nick, offer: Offer, signed: boolean): void {
    let maker = this.#makers.get(nick);
    if (maker === undefined) {
      if (this.#makers.size >= MAX_MAKERS && !(signed && this.#forgetUnsigned())) return;
      maker = { offers: new Map(), signed: new Set(), bond: null };
      this.#makers.set(nick, maker);
    }
    const { oid } = offer;
    if (!signed && maker.signed.has(oid)) return;
    if (maker.offers.size >= MAX_OFFERS_PER_MAKER && !maker.offers.has(oid)) {
      const unsigned = [...maker.offers.keys()].find((other) => !maker.signed.has(other));
      if (!signed || unsigned === undefined) return;
      maker.offers.delete(unsigned);
    }
    maker.offers.set(oid, offer);
    if (signed) maker.signed.add(oid);
  }
}
