import { describe, expect, it } from 'vitest';
import { compileEngine } from '../pool/engine-files.ts';
import { bootGuest } from './boot.ts';
import { MemoryImage } from './memory-image.ts';
import { Slot } from './slot.ts';

const pageBytes = 64 * 1024;
const stackTop = 4 * pageBytes;
const memoryPages = 12;

/** A memory whose heap holds something at a few places. */
function makeMemory() {
  const memory = new WebAssembly.Memory({ initial: memoryPages });
  const write = (at: number, length: number, value: number) =>
    new Uint8Array(memory.buffer).fill(value, at, at + length);
  write(stackTop + 100, 5_000, 1);
  write(stackTop + 3 * pageBytes, 10, 2);
  return { memory, write, now: () => Buffer.from(memory.buffer) };
}

describe('an image of a memory', () => {
  it('written back leaves nothing of what came after it', () => {
    const { memory, write, now } = makeMemory();
    const before = Buffer.from(now());
    const image = new MemoryImage(memory, stackTop);
    write(stackTop - 70_000, 70_000, 7);
    write(stackTop, 3 * pageBytes, 8);
    image.writeTo(memory, memory.buffer.byteLength, false);
    expect(now().equals(before)).toBe(true);
  });

  it('clears what the memory grew by', () => {
    const { memory, write, now } = makeMemory();
    const image = new MemoryImage(memory, stackTop);
    const lengthBefore = memory.buffer.byteLength;
    memory.grow(3);
    write(lengthBefore, 3 * pageBytes, 9);
    image.writeTo(memory, lengthBefore, false);
    expect(
      now()
        .subarray(lengthBefore)
        .every((byte) => byte === 0),
    ).toBe(true);
  });

  it('clears all of the stack and the memory when it is to be thorough', () => {
    const { memory, write, now } = makeMemory();
    const before = Buffer.from(now());
    const image = new MemoryImage(memory, stackTop);
    write(0, 10, 7);
    write((memoryPages - 1) * pageBytes, 10, 7);
    image.writeTo(memory, memory.buffer.byteLength, true);
    expect(now().equals(before)).toBe(true);
  });

  it('on top of another keeps only what differs, and writes both', () => {
    const { memory, write, now } = makeMemory();
    const base = new MemoryImage(memory, stackTop);
    write(stackTop + 2 * pageBytes, 100, 5);
    write(stackTop + 100, 50, 0);
    const before = Buffer.from(now());
    const image = new MemoryImage(memory, stackTop, base);
    expect(image.ownBytes).toBeLessThanOrEqual(3 * 4096);
    write(stackTop, 4 * pageBytes, 6);
    image.writeTo(memory, memory.buffer.byteLength, true);
    expect(now().equals(before)).toBe(true);
  });

  it('makes a memory that is too small larger', () => {
    const large = makeMemory();
    large.memory.grow(4);
    large.write((memoryPages + 3) * pageBytes, 10, 3);
    const image = new MemoryImage(large.memory, stackTop);
    const small = makeMemory();
    image.writeTo(small.memory, small.memory.buffer.byteLength, true);
    expect(small.now().equals(large.now())).toBe(true);
  });
});

describe('an instance', () => {
  it('after a reset is what it was, whatever ran in it', async () => {
    const start = await compileEngine();
    const slot = await Slot.open(start, await bootGuest(start));
    const base = slot.takeImage();
    const secret = 'correct horse battery staple '.repeat(200);
    slot.evaluate(
      'module.hook = function deep(ctx) { globalThis.kept = ctx; return [1].map(() => deep(ctx)); }',
    );
    slot.call('load');
    slot.call(
      'start',
      'hook',
      JSON.stringify({ secret, more: Array(5_000).fill(secret.slice(0, 20)) }),
      '[{}]',
    );
    expect(slot.takeImage(base).ownBytes).toBeGreaterThan(100_000);
    slot.reset(base);
    expect(slot.takeImage(base).ownBytes).toBe(0);
  });
});
