/** Where a PNG's first chunk, its size, ends. */
const AFTER_HEADER = 33;
const METRES_PER_INCH = 0.0254;

/** A PNG that says how many dots an inch it is to be printed at, which canvases leave out. */
export function withResolution(png: Uint8Array, dotsPerInch: number): Uint8Array<ArrayBuffer> {
  const chunk = new Uint8Array(21);
  const view = new DataView(chunk.buffer);
  const dots = Math.round(dotsPerInch / METRES_PER_INCH);
  view.setUint32(0, 9);
  chunk.set([0x70, 0x48, 0x59, 0x73], 4);
  view.setUint32(8, dots);
  view.setUint32(12, dots);
  // Per metre.
  view.setUint8(16, 1);
  view.setUint32(17, checksum(chunk.subarray(4, 17)));
  const all = new Uint8Array(png.length + chunk.length);
  all.set(png.subarray(0, AFTER_HEADER));
  all.set(chunk, AFTER_HEADER);
  all.set(png.subarray(AFTER_HEADER), AFTER_HEADER + chunk.length);
  return all;
}

/** CRC-32, as PNG asks for it. */
function checksum(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  }
  return (rest ^ 0xffffffff) >>> 0;
}
