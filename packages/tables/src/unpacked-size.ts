const endMark = 0x06_05_4b_50;
const entryMark = 0x02_01_4b_50;
const longestComment = 65_535 + 22;

/** How many bytes a zip archive says it unpacks to (APPNOTE 4.3.12); nothing where it is none. */
export function unpackedSize(file: Uint8Array): number | undefined {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const end = endOf(view);
  if (end === undefined) return undefined;
  let at = view.getUint32(end + 16, true);
  let size = 0;
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== entryMark) return undefined;
    size += view.getUint32(at + 24, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return size;
}

/** Where the end of the central directory begins. */
function endOf(view: DataView): number | undefined {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && at > last - longestComment; at -= 1) {
    if (view.getUint32(at, true) === endMark) return at;
  }
  return undefined;
}
