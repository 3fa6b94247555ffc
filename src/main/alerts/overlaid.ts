/**
 * A picture with another one on it: where `hole` is drawn, `base` is cut out first, so that the badge keeps apart from what lies beneath.
 * All of one size, four bytes a pixel with the opacity last, colours multiplied by it already.
 */
export function overlaid(base: Uint8Array, hole: Uint8Array, badge: Uint8Array): Buffer {
  const result = Buffer.alloc(base.length)
  for (let pixel = 0; pixel < base.length; pixel += 4) {
    const left = (1 - hole[pixel + 3]! / 255) * (1 - badge[pixel + 3]! / 255)
    for (let part = pixel; part < pixel + 4; part++) result[part] = Math.round(badge[part]! + base[part]! * left)
  }
  return result
}
