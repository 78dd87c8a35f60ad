/** A QR code as a picture of its own. */
export const qrSvg = ({ path, size }: Readonly<{ path: string; size: number }>): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">` +
  `<rect width="${size}" height="${size}" fill="#fff"/><path d="${path}"/></svg>`;
