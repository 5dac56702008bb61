/**
 * Words of WebAssembly, as bytes. Instructions: the WebAssembly core specification, 5.4, and its vector part.
 */
export const I32 = 0x7f;
export const F32 = 0x7d;
export const V128 = 0x7b;

export const ADD = [0x6a];
export const MULTIPLY = [0x6c];
export const SHIFT = [0x74];
const LESS = [0x49];
const END = 0x0b;

export const get = (local: number) => [0x20, ...unsigned(local)];
export const set = (local: number) => [0x21, ...unsigned(local)];
export const constant = (value: number) => [0x41, ...signed(value)];
export const float = (value: number) => [0x43, ...new Uint8Array(Float32Array.of(value).buffer)];
export const vector = (code: number) => [0xfd, ...unsigned(code)];
/** Four times the same number. */
export const four = (value: Float32Array<ArrayBuffer> | Int32Array<ArrayBuffer>) => [
  ...vector(12),
  ...[0, 1, 2, 3].flatMap(() => [...new Uint8Array(value.buffer)]),
];
export const load = (offset: number) => [...vector(0), 2, ...unsigned(offset)];
/** Four times the number at an address. */
export const spread = () => [...vector(9), 2, 0];
export const store = (offset: number) => [...vector(11), 2, ...unsigned(offset)];
export const storeFloat = [0x38, 2, 0];
export const bump = (local: number, by: readonly number[]) => [...get(local), ...by, ...ADD, ...set(local)];
/** At least once; the index goes from where it is to the limit. */
export const loop = (inner: readonly number[], index: number, step: number, limit: number) =>
  [[0x03, 0x40], inner, bump(index, constant(step)), get(index), get(limit), LESS, [0x0d, 0, END]].flat();

export interface Routine {
  name: string;
  /** Its arguments, all of them whole numbers; locals are counted on from them. */
  takes: number;
  locals: readonly (readonly [count: number, type: number])[];
  body: readonly number[];
}

/** "\0asm", version 1. */
const HEAD = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

/** A module of routines over the memory that it is given as `m.m`. */
export function moduleOf(routines: readonly Routine[]): Uint8Array<ArrayBuffer> {
  const types = routines.map(({ takes }) => [0x60, takes, ...Array.from({ length: takes }, () => I32), 0]);
  const codes = routines.map(({ locals, body }) => [
    locals.length,
    ...locals.flatMap(([count, type]) => [...unsigned(count), type]),
    ...body,
    END,
  ]);
  const many = (items: readonly (readonly number[])[]) => [items.length, ...items.flat()];
  return Uint8Array.from([
    ...HEAD,
    ...section(1, many(types)),
    ...section(2, [1, ...name('m'), ...name('m'), 2, 0, 1]),
    ...section(3, many(routines.map((_, type) => [type]))),
    ...section(7, many(routines.map((routine, index) => [...name(routine.name), 0, index]))),
    ...section(10, many(codes.map((code) => [...unsigned(code.length), ...code]))),
  ]);
}

const section = (id: number, bytes: readonly number[]) => [id, ...unsigned(bytes.length), ...bytes];
const name = (text: string) => [text.length, ...Array.from(text, (char) => char.charCodeAt(0))];

/** LEB128, as the format writes its numbers. */
function unsigned(value: number): number[] {
  const low = value & 0x7f;
  const rest = value >>> 7;
  return rest === 0 ? [low] : [low | 0x80, ...unsigned(rest)];
}

/** For small constants of either sign. */
function signed(value: number): number[] {
  const low = value & 0x7f;
  const rest = value >> 7;
  const isLast = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0);
  return isLast ? [low] : [low | 0x80, ...signed(rest)];
}
