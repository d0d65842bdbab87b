// Runs demarche in WebAssembly on a text: node run.mjs MODULE
import { readFileSync } from "node:fs";
import assert from "node:assert/strict";

const { instance } = await WebAssembly.instantiate(readFileSync(process.argv[2]), {});
const { memory, room, extract, found } = instance.exports;
const ask = (text) => {
  const bytes = new TextEncoder().encode(text);
  // Each call may grow the memory, which replaces its buffer: ask first, then look.
  const at = room(bytes.length);
  new Uint8Array(memory.buffer, at, bytes.length).set(bytes);
  const length = extract();
  const start = found();
  return new TextDecoder().decode(new Uint8Array(memory.buffer, start, length));
};
const expected = "0..16 office:KZ/president\n17..24 official:kassym-jomart-tokayev\n29..43 official:antony-blinken\n47..53 place:KZ/astana\n";
assert.equal(ask("Kazakh President Tokayev met Antony Blinken in Astana."), expected);
assert.equal(ask("Türkiye and Côte d’Ivoire"), "0..8 country:TR\n13..29 country:CI\n");
assert.equal(ask(""), "");
console.log("in WebAssembly: the same mentions");
