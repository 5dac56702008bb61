import type { Atom } from './number-lexicon.ts';

interface Context {
  joined: boolean;
  /** `y` and `e` stand between tens and units; English `and` only behind a hundred. */
  tensTakeJoiner: boolean;
  hyphened: boolean;
  /** Inside a German or Dutch compound the unit comes before the ten. */
  inverted?: boolean;
}

/**
 * A number in the making. Closed groups (`two million`) are kept apart from the open one (`three hundred`), so that
 * a scale multiplies exactly what it stands behind. A class because every step changes several of its parts at once.
 */
export class Sum {
  private groups: { value: number; scale: number }[] = [];
  private open: number | null = null;
  /** The least thing that may still be added to the open group: 10 behind `twenty`, 100 behind `two hundred`. */
  private room = Infinity;
  private fraction = false;
  private fromDigits = false;
  private bare = false;
  /** The scale that was read last, while nothing has been added behind it. */
  private scale = 0;

  get isEmpty(): boolean {
    return this.open === null && this.groups.length === 0;
  }
  get isArticle(): boolean {
    return this.bare;
  }
  get isFraction(): boolean {
    return this.fraction;
  }
  get isWhole(): boolean {
    return Number.isInteger(this.value) && !this.fraction;
  }
  get endsInScale(): boolean {
    return this.scale > 0;
  }
  get lastScale(): number {
    return this.scale;
  }
  get value(): number {
    return precise(this.groups.reduce((total, group) => total + group.value, 0) + (this.open ?? 0));
  }

  /** May this be added to what is open, as the unit to a ten? */
  fits(value: number): boolean {
    return !this.fromDigits && !this.bare && !this.fraction && this.open !== null && value < this.room;
  }

  digits(value: number): void {
    this.open = value;
    this.room = 0;
    this.fromDigits = true;
  }

  article(): void {
    this.open = 1;
    this.bare = true;
    this.room = 0;
  }

  take(other: Sum): void {
    this.groups = other.groups;
    this.open = other.open;
  }

  /** Adds digits behind a scale: `3 hundred and 21`. */
  addDigits(value: number): boolean {
    if (value >= this.scale) return false;
    this.open = (this.open ?? 0) + value;
    this.room = 0;
    this.scale = 0;
    return true;
  }

  /** A part behind a joiner: "3 million and a half" is three and a half million, "and a half million" half of one. */
  addPart(value: number, of: number | null): boolean {
    const last = this.groups.at(-1)?.scale ?? Infinity;
    if (this.isEmpty || this.bare || this.fraction || (of !== null && (this.open !== null || of >= last))) return false;
    const whole = of ?? (this.open === null ? last : 1);
    this.open = (this.open ?? 0) + value * whole;
    this.fraction = true;
    return true;
  }

  decimals(digits: string): void {
    this.open = Number(`${this.open ?? 0}.${digits}`);
    this.room = 0;
  }

  /** A compound that is whole in itself, at the start or behind a scale. */
  addWhole(other: Sum): boolean {
    const floor = this.open === null ? (this.groups.at(-1)?.scale ?? Infinity) : this.room;
    if (other.value >= floor || this.fraction) return false;
    if (this.open === null) {
      // "drieënvijftigduizend" may be followed by hundreds, as its parts would.
      this.groups.push(...other.groups);
      this.open = other.open;
    } else this.open += other.value;
    this.room = other.room;
    this.scale = other.scale;
    this.fraction = other.fraction;
    return true;
  }

  ordinal(value: number): boolean {
    if (this.isEmpty) {
      this.open = value;
      return true;
    }
    if (this.bare) return false;
    if (value >= 100)
      return this.add({ kind: 'scale', value, alone: false }, { joined: false, tensTakeJoiner: false, hyphened: false }) === 'ok';
    if (this.fromDigits || value >= (this.open === null ? (this.groups.at(-1)?.scale ?? 0) : this.room)) return false;
    this.open = (this.open ?? 0) + value;
    return true;
  }

  add(atom: Atom, context: Context): 'ok' | 'ordinal' | 'bare' | 'no' {
    switch (atom.kind) {
      case 'number':
        return this.addNumber(atom.value, context) ? 'ok' : 'no';
      case 'scale':
        return this.addScale(atom, context);
      case 'fraction':
        return this.addFraction(atom, context);
      case 'ordinal':
        return this.ordinal(atom.value) ? 'ordinal' : 'no';
      case 'joiner':
        return 'no';
      default:
        return atom.kind satisfies never;
    }
  }

  private addNumber(value: number, { joined, tensTakeJoiner, inverted }: Context): boolean {
    if (this.fraction || this.bare) return false;
    if (this.open === null) {
      if (this.groups.length > 0 && value >= (this.groups.at(-1)?.scale ?? 0)) return false;
      this.open = value;
    } else if (
      inverted === true &&
      joined &&
      this.open % 100 < 10 &&
      this.open % 100 > 0 &&
      value >= 20 &&
      value < 100 &&
      value % 10 === 0
    ) {
      this.open += value;
      this.room = 1;
      this.scale = 0;
      return true;
    } else {
      if (this.fromDigits && this.scale === 0) return false;
      const vigesimal = (this.open % 100 === 60 || this.open % 100 === 80) && value >= 11 && value <= 16 && tensTakeJoiner;
      if (value >= this.room && !vigesimal) return false;
      if (value === 0) return false;
      if (joined && this.scale === 0 && !tensTakeJoiner) return false;
      this.open += value;
    }
    this.room = roomBehind(value);
    this.scale = 0;
    return true;
  }

  private addScale({ value, alone }: Atom, { joined }: Context): 'ok' | 'bare' | 'no' {
    if (this.fraction && joined) return 'no';
    if (value < 1000) {
      if (this.open === null || (this.room >= 1000 && this.open === 0)) {
        if (!alone && this.isEmpty) return 'bare';
        if (this.groups.length > 0 && !alone) return 'no';
        this.open = value;
      } else if (this.room === 1000 && alone) {
        this.open += value;
      } else {
        // "two hundred and three hundred" are two numbers.
        if (!this.fromDigits && this.open >= 100 && value >= 100 && !this.bare) return 'no';
        this.open *= value;
      }
      this.bare = false;
      this.room = value === 100 ? 100 : 0;
      this.scale = value;
      return 'ok';
    }
    if (this.open === null && this.groups.length === 0) {
      if (!alone) return 'bare';
      this.open = 1;
    }
    let sum = this.open ?? 0;
    if (this.open === null && !(this.groups.at(-1) !== undefined && (this.groups.at(-1)?.scale ?? 0) < value)) {
      if (!alone || joined) return 'no';
      sum = 1;
    }
    while (this.groups.length > 0 && (this.groups.at(-1)?.scale ?? Infinity) < value) sum += this.groups.pop()?.value ?? 0;
    if ((this.groups.at(-1)?.scale ?? Infinity) <= value) return 'no';
    this.groups.push({ value: precise(sum * value), scale: value });
    this.open = null;
    this.bare = false;
    this.fraction = false;
    this.fromDigits = false;
    this.scale = value;
    return 'ok';
  }

  private addFraction({ value, alone }: Atom, { joined }: Context): 'ok' | 'bare' | 'no' {
    if (this.fraction) return 'no';
    if (this.isEmpty) {
      this.open = value;
      this.fraction = true;
      this.scale = 0;
      // Without a number before it the word is an ordinal, or nothing, unless a scale follows.
      return alone ? 'ok' : 'bare';
    }
    if (joined) return 'no';
    if (this.open !== null && !(this.fromDigits && value < 0.1)) {
      this.open *= value;
    } else return 'no';
    this.bare = false;
    this.fraction = true;
    this.scale = 0;
    return 'ok';
  }
}

/** What may still follow: units behind tens, tens and units behind hundreds. */
function roomBehind(value: number): number {
  if (value >= 1000) return 1000;
  if (value >= 100 && value % 100 === 0) return 100;
  if (value >= 20 && value < 100 && value % 10 === 0) return 10;
  return 0;
}

function precise(value: number): number {
  return Number(value.toPrecision(15));
}
